"""What staff type, read into values. Every error is a ValueError in plain Chinese that shows how to write it."""

import difflib
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kebridge.core.wording.days import parse_day
from kebridge.core.wording.numbers import KNOWN_UNITS, parse_count, parse_decimal, tidy

YES = frozenset({"是", "有", "对", "y", "yes", "true", "1", "√", "✓", "✔"})
NO = frozenset({"否", "无", "没有", "不是", "n", "no", "false", "0", "×", "✗", "✘"})
MOST_LISTED = 12  # a longer list of choices is not read by anybody: the nearest ones are named instead
_SEPARATORS = frozenset("、，,;；\n\r\t")
_OPENING, _CLOSING = "（(《“「【[", "）)》”」】]"
_EMPTY: Mapping[str, str] = MappingProxyType({})


def plain(text: str) -> str:
    """A text for comparison: half-width, lower case, without any space."""
    return re.sub(r"\s+", "", tidy(text)).casefold()


def parse_choice(
    value: object, choices: Sequence[tuple[str, str]], aliases: Mapping[str, str] = _EMPTY
) -> str:
    """The code of the choice whose label (or code, or alias → code) was typed. ValueError names the choices."""
    shown = "" if value is None else str(value).strip()[:40]
    if not shown:
        raise ValueError(f"没有选，{_listed(choices, '')}")
    typed = plain(shown)
    for name, code in (*((label, code) for code, label in choices), *aliases.items()):
        if plain(name) == typed:
            return code
    for code, _label in choices:
        if plain(code) == typed:
            return code
    raise ValueError(f"没有“{shown}”这一项，{_listed(choices, shown)}")


def _listed(choices: Sequence[tuple[str, str]], typed: str) -> str:
    labels = [label for _code, label in choices]
    near = difflib.get_close_matches(typed, labels, n=5, cutoff=0.3) if typed else []
    if len(labels) > MOST_LISTED:
        return f"最接近的有：{'、'.join(near)}" if near else f"请从下拉列表里选，例如 {labels[0]}"
    hint = f"；是不是“{near[0]}”？" if near else ""
    return f"只能填：{'、'.join(labels)}{hint}"


def parse_flag(value: object) -> bool:
    """是 or 否 in the usual ways of writing. ValueError otherwise."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float | int) and value in (0, 1):
        return value == 1
    typed = plain(str(value)) if value is not None else ""
    if typed in YES:
        return True
    if typed in NO:
        return False
    raise ValueError(
        f"“{str(value).strip()[:40]}”看不明白，请填“是”或“否”" if typed else "没有填，请填“是”或“否”"
    )


def split_names(text: str | None) -> list[str]:
    """Names written in one cell, in order, each once. Marks inside brackets and quotes do not separate."""
    names: list[str] = []
    depth, current = 0, ""
    for char in f"{text or ''}\n":
        depth += (char in _OPENING) - (char in _CLOSING and depth > 0)
        if char in _SEPARATORS and (depth == 0 or char == "\n"):
            name = " ".join(current.split())
            if name and name not in names:
                names.append(name)
            current, depth = "", 0
        else:
            current += char
    return names


__all__ = [
    "KNOWN_UNITS",
    "parse_choice",
    "parse_count",
    "parse_day",
    "parse_decimal",
    "parse_flag",
    "plain",
    "split_names",
    "tidy",
]
