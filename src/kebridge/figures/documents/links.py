"""Which addresses a document may carry."""

from __future__ import annotations

import re

_ABSOLUTE = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:/(?![/\\])|[#?])")


def is_absolute(href: str) -> bool:
    """True for a web address that also works outside the system."""
    return bool(_ABSOLUTE.match(href))


def safe_href(href: str) -> str:
    """The address if it is a web address or a path of this system, else nothing (javascript:, data:, //host)."""
    return href if _ABSOLUTE.match(href) or _RELATIVE.match(href) else ""
