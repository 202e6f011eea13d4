"""What may stand in a log: addresses that are keys themselves only without the key."""

import logging
import re

_KEYS = re.compile(r"(/(?:collect|accounts/enter)/)[^/\s]+")


class WithoutKeys(logging.Filter):
    """Leaves the token out of the addresses of links."""

    def filter(self, record: logging.LogRecord) -> bool:
        told = record.getMessage()
        if (hidden := _KEYS.sub(r"\1…", told)) != told:
            record.msg, record.args = hidden, ()
        return True
