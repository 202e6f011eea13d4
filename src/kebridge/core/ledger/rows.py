"""Facts as values, and how their words are stored."""

from datetime import date
from typing import NamedTuple


class FactRow(NamedTuple):
    """On `day`, for organisation `org`, `measure` changed by `quantity` smallest units.

    `tags` are ids in ascending order; `since` is the first day that a summary covers (None: from the beginning).
    """

    measure: str
    org: int
    day: date
    quantity: int = 1
    subject: int | None = None
    kind: str = ""
    level: str = ""
    grade: str = ""
    audience: str = ""
    channel: str = ""
    place: str = ""
    basis: str = "registered"
    state: str = "actual"
    tags: tuple[int, ...] = ()
    origin: str = "detail"
    since: date | None = None


DIMENSIONS = ("kind", "level", "grade", "audience", "channel", "place")
BASES = {"registered": 0, "counted": 1, "reported": 2, "external": 3, "declared": 4}
BASIS_LABELS = {
    "registered": "实名登记",
    "counted": "现场计数",
    "reported": "单位填报",
    "external": "平台快照",
    "declared": "意向/估算",
}
STATES = {"actual": 0, "planned": 1}
ORIGINS = {"detail": 0, "summary": 1, "opening": 2, "past": 3}
ORIGIN_LABELS = {"detail": "明细记录", "summary": "汇总填报", "opening": "期初存量", "past": "往年数"}
BASIS_NAMES = {number: name for name, number in BASES.items()}
STATE_NAMES = {number: name for name, number in STATES.items()}
ORIGIN_NAMES = {number: name for name, number in ORIGINS.items()}
