"""Export pack (报送表): the columns in which an outside system takes the records of one of our registers. Data, never code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

RECORDS, LINES = "records", "lines"
SOURCES = ("field", "line", "computed", "constant", "by_hand")


@dataclass(frozen=True)
class OutsideColumn:
    """One column: its heading there, and where its content is here.

    `source` is field (of the record), line (of its child row), computed (a column of our list), constant, or by_hand:
    what we do not hold stays empty, and `name` says why. `words` turns our choice into their word; `otherwise` stands
    for choices that it does not name. `most`: the most characters that they take.
    """

    heading: str
    source: str
    name: str
    required: bool = False
    most: int | None = None
    words: Mapping[str, str] | None = None
    otherwise: str | None = None


@dataclass(frozen=True)
class Pack:
    """One table of an outside system. `when`: alternatives, each field → values of which one must hold.

    Valid for records whose day lies in `since`..`until`: another year's columns are another pack.
    """

    code: str
    register: str
    system: str
    title: str
    source: str
    since: date | None
    until: date | None
    rows: str
    when: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...]
    columns: tuple[OutsideColumn, ...]
    note: str
    place: str

    @property
    def by_hand(self) -> tuple[OutsideColumn, ...]:
        return tuple(one for one in self.columns if one.source == "by_hand")

    @property
    def validity(self) -> str:
        """In words."""
        since = f"{self.since:%Y年%-m月%-d日}起" if self.since else ""
        until = f"{self.until:%Y年%-m月%-d日}止" if self.until else ""
        return f"{since}{until}" or "不限日期"
