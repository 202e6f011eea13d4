"""The declaration of an import sheet: its columns, and how a raw cell is tidied for each kind."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from kebridge.core.wording.values import plain

Kind = Literal[
    "text",
    "count",
    "number",
    "year",
    "day",
    "time",
    "choice",
    "flag",
    "org",
    "orgs",
    "body",
    "bodies",
    "tags",
]
KINDS: tuple[str, ...] = get_args(Kind)
TYPED_KINDS = frozenset(
    {"count", "number", "year", "day", "time", "flag"}
)  # the others are texts, whatever Excel made of them
LIST_KINDS = frozenset({"orgs", "bodies", "tags"})  # several names in one cell
EXCEL_DIGITS = 15
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]|_x000[dD]_|\r")
_SPACES = re.compile("[\u00a0\u3000\t ]+")
_REMARK = re.compile(r"[(\[](?:必填|选填|可选|可不填|非必填)[)\]]")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]$")


@dataclass(frozen=True)
class Column:
    """One column. `line` marks a column of child rows: a record may go on over several rows of the sheet, its
    root cells blank, repeated or merged there. `choices` are (code, label)."""

    name: str
    label: str
    kind: Kind
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""
    example: str = ""
    line: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of column: {self.kind}")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its code, its title on the tab, its columns and the names that identify a record.

    `bare`: a record may have no child rows, and a sheet none of their columns.
    """

    code: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    bare: bool = False

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        headings = [heading(column.label) for column in self.columns]
        if len(set(names)) != len(names) or len(set(headings)) != len(headings):
            raise ValueError(f"sheet {self.code}: a name or a label occurs twice")
        if unknown := set(self.key) - set(names):
            raise ValueError(f"sheet {self.code}: key names no column: {sorted(unknown)}")

    def column(self, name: str) -> Column:
        """The column of that name. KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def needed(self, present: Collection[str] = ()) -> tuple[Column, ...]:
        """The columns without which a sheet that has those `present` cannot be read."""
        is_bare = self.bare and not any(column.name in present for column in self.lines)
        return tuple(column for column in self.columns if column.required and not (column.line and is_bare))

    @property
    def roots(self) -> tuple[Column, ...]:
        """The columns of the record itself."""
        return tuple(column for column in self.columns if not column.line)

    @property
    def lines(self) -> tuple[Column, ...]:
        """The columns of its child rows."""
        return tuple(column for column in self.columns if column.line)


def heading(text: object) -> str:
    """A heading for comparison: half-width, without spaces, required marks and （必填）."""
    return _REMARK.sub("", plain("" if text is None else str(text))).strip("*:")


def bare_heading(text: object) -> str:
    """A heading for comparison, also without a trailing unit in brackets."""
    full = heading(text)
    return _BRACKETS.sub("", full) or full


def clean_text(text: str) -> str:
    """A text without invisible characters and outer spaces; line breaks inside are kept, full-width marks too."""
    if text.isalnum():
        return text
    lines = _INVISIBLE.sub("", text).split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()


def as_text(raw: object) -> str:
    """A raw value as the text that Excel shows."""
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else format(raw, f".{EXCEL_DIGITS}g")
    if isinstance(raw, datetime):
        midnight = (raw.hour, raw.minute, raw.second) == (0, 0, 0)
        return raw.date().isoformat() if midnight else raw.isoformat(sep=" ", timespec="minutes")
    if isinstance(raw, date):
        return raw.isoformat()
    return clean_text("" if raw is None else str(raw))


def cell_value(raw: object, kind: str) -> object:
    """A raw cell tidied for its kind; None if blank. Values are not judged here."""
    if raw is None or raw == "":
        return None
    if isinstance(raw, str):
        return clean_text(raw) or None
    if kind not in TYPED_KINDS:
        return as_text(raw)
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return int(raw)
    return raw
