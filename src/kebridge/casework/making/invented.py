"""Invented names of persons, firms and the like. Family names that nobody bears mark the persons as made up."""

from itertools import product

_FAMILY = "演例拟样设"
_FIRST, _SECOND = "青云星晨启望沐澜岭泽", "禾川杉桥帆野屿岚溪麓"
WORDS = ["".join(pair) for pair in product(_FIRST, _SECOND)]
_STEP = 37


def word(number: int) -> str:
    """An invented two-character name; neighbours in number look unlike each other."""
    return WORDS[number * _STEP % len(WORDS)]


def person(number: int) -> str:
    """A person who does not exist; different up to 500."""
    return f"{_FAMILY[number // len(WORDS) % len(_FAMILY)]}{word(number)}"
