"""What was handed out and shown: a line for each time; the towns' leaflets come in sum, in the returns."""

from datetime import date, timedelta

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Row, stream, table

from . import names
from . import programmes as tags

HANDBOOKS, GIFTS = 20_380, 51_260
LEAFLETS = 4_300  # the city's own; the towns report the rest
READERS, APRONS, BANNERS, PANELS, BOOKS, BAGS = 3_240, 600, 112, 30, 5_120, 5_080
FIELDS = "day kind use title quantity programmes"
TYPED_WRONG = 2  # which delivery of gifts was typed ten times too large


def rows() -> list[Row]:
    rng = stream("county materials")
    first = date(2024, 3, 5)
    found: list[tuple[object, ...]] = []

    def several(total: int, times: int, what: tuple[str, str, str], since: date, programme: str) -> None:
        kind, use, title = what
        for n, quantity in enumerate(spread(rng, total, times, 1)):
            day = since + timedelta(days=3 * n)
            found.append((day, kind, use, f"{title}（第{n + 1}批）", quantity, (programme,)))

    several(HANDBOOKS, 8, ("handbook", "handed_out", "科普手册"), first, tags.ISCIENCE)
    several(BANNERS, 7, ("banner", "shown", "反邪教宣传条幅"), date(2024, 4, 15), tags.ANTICULT)
    several(LEAFLETS, 7, ("leaflet", "handed_out", "反邪教宣传彩页"), date(2024, 4, 15), tags.ANTICULT)
    several(READERS, 5, ("handbook", "handed_out", "反邪教知识读本"), date(2024, 5, 10), tags.ANTICULT)
    several(APRONS, 3, ("apron", "handed_out", "宣传围裙"), date(2024, 6, 3), tags.ANTICULT)
    several(BOOKS, 4, ("book", "handed_out", "青少年科普书籍"), date(2024, 4, 8), tags.MINORS)
    several(BAGS, 4, ("bag", "handed_out", "宣传袋"), date(2024, 4, 8), tags.MINORS)
    found.append((date(2024, 4, 8), "panel", "shown", "思想道德建设展板", PANELS, (tags.MINORS,)))
    found.append((date(2024, 6, 28), "apron", "handed_out", "宣传围裙（期后）", 200, (tags.ANTICULT,)))
    found += [
        (*row[:4], row[4] * 10 if n == TYPED_WRONG else row[4], row[5]) for n, row in enumerate(_gifts())
    ]
    return table(names.CITY, FIELDS, *found)


def _gifts() -> list[tuple[date, str, str, str, int, tuple[str, ...]]]:
    parts = spread(stream("county gifts"), GIFTS, 6, 1)
    return [(date(2024, 3, 5) + timedelta(days=4 * n), "gift", "handed_out", f"科普纪念品（第{n + 1}批）", quantity, (tags.ISCIENCE,))
            for n, quantity in enumerate(parts)]  # fmt: skip


def correct() -> Row:
    """The delivery that had been typed wrong."""
    return table(names.CITY, FIELDS, _gifts()[TYPED_WRONG])[0]
