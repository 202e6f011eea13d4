"""What could be covered and what is: units with an association, posts whose holder was taken in.

A unit is covered while its association stands, so founding, merging or closing that association is all that is entered.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing

COVERABLE = "organisations.coverable"
COVERED = "organisations.covered"
COVERED_NEW = "organisations.covered_new"
POSTS = "organisations.posts"
POSTS_FILLED = "organisations.posts_filled"
POSTS_TAKEN = "organisations.posts_taken"

measures.register(
    Measure(COVERABLE, 111, "应建科协的单位", "个", "coverable_units", Nature.STOCK, family="应建单位",
            help="时期末登记在册、应当建科协的乡镇、高校、医院、企业等，是覆盖率的分母；等次一栏是规模"),
    Measure(COVERED, 112, "已建科协的单位", "个", "coverable_units", Nature.STOCK, family="已建单位",
            help="时期末有存续的科协的应建单位；科协终止、并入以后不再算"),
    Measure(COVERED_NEW, 113, "新建科协的单位", "个", "coverable_units", family="新建单位",
            help="科协成立日期在时期内的应建单位"),
    Measure(POSTS, 121, "三长岗位", "个", "posts", Nature.STOCK, family="岗位",
            help="时期末登记在册的医院院长、中小学校长、农技站长等岗位，是吸纳比例的分母；地点是乡镇"),
    Measure(POSTS_FILLED, 122, "已吸纳的三长岗位", "个", "posts", Nature.STOCK, family="已吸纳岗位",
            help="时期末岗位上的人在科协任职的岗位；等次一栏是任什么职，渠道一栏是兼职还是挂职"),
    Measure(POSTS_TAKEN, 123, "新吸纳的三长岗位", "个", "posts", family="新吸纳岗位",
            help="吸纳日期在时期内的岗位"),
)  # fmt: skip
Span = tuple[date, date | None]


def standing_spans(events: Iterable[Any]) -> list[Span]:
    """From when till when an organisation stands, by its events."""
    spans: list[Span] = []
    since: date | None = None
    for event in sorted(events, key=lambda one: (one.day, one.pk)):
        if event.standing and since is None:
            since = event.day
        elif event.standing is False and since is not None:
            spans.append((since, event.day))
            since = None
    return [*spans, (since, None)] if since else spans


def _within(span: Span, since: date, until: date | None) -> Span | None:
    """The part of a span that lies within another; a day that ends is no longer counted."""
    first = max(span[0], since)
    ends = [day for day in (span[1], until) if day]
    last = min(ends) if ends else None
    return None if last and last <= first else (first, last)


def unit_facts(unit: Any) -> Iterable[FactRow]:
    common = {"org": unit.org_id, "kind": unit.kind, "grade": unit.size, "basis": unit.basis}
    yield from standing(COVERABLE, unit.since, gone=unit.until, **common)
    spans: list[Span] = []
    if unit.association_id:
        spans = standing_spans(unit.association.events.all())
    elif unit.covered_from:
        spans = [(unit.covered_from, unit.covered_until)]
    for span in spans:
        if counted := _within(span, unit.since, unit.until):
            yield from standing(COVERED, counted[0], gone=counted[1], **common)
            if span[0] >= unit.since:
                yield FactRow(COVERED_NEW, day=span[0], **common)


def post_facts(post: Any) -> Iterable[FactRow]:
    common = {"org": post.org_id, "kind": post.kind, "place": post.unit, "basis": post.basis}
    yield from standing(POSTS, post.since, gone=post.until, **common)
    if not post.taken_from:
        return
    taken = {"grade": post.seat, "channel": post.working, **common}
    yield FactRow(POSTS_TAKEN, day=post.taken_from, **taken)
    if counted := _within((post.taken_from, post.taken_until), post.since, post.until):
        yield from standing(POSTS_FILLED, counted[0], gone=counted[1], **taken)
