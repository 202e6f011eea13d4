"""The names in braces that a report's sentences hold, and periods at their place."""

import re
from collections.abc import Iterator

from kebridge.core.calendar.periods import Period
from kebridge.core.wording.places import Placed

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def is_name(key: str) -> bool:
    return _PLACE.fullmatch("{" + key + "}") is not None


def keys_in(text: str) -> list[str]:
    """The names in braces in a text, in order."""
    return _PLACE.findall(text)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut at its names: (words, False) and (name, True)."""
    for number, part in enumerate(_PLACE.split(text)):
        if part:
            yield part, number % 2 == 1


def period(item: Placed, key: str, code: str) -> Period:
    """Raises DefinitionError: no period can be read from `code`."""
    try:
        return Period.parse(code)
    except ValueError as error:
        at = item.value[key].at if key in item.value else item.at
        raise at.error(str(error)) from error
