"""What contests count. Shortlists and awards are lines of one result; an edition's number is a value."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow

EDITIONS = "contests.editions"
ENTRIES = "contests.entries"
PUPILS = "contests.pupils"
EDITION_NUMBER = "contests.edition_number"
AWARDS = "contests.awards"
RESULT_EDITION = "contests.result_edition"

measures.register(
    Measure(EDITIONS, 471, "赛事", "项", "contest_editions", family="赛事",
            help="日期在时期内的赛事；市赛、省赛分别登记，各算一项"),
    Measure(ENTRIES, 472, "参赛作品（队伍）", "件", "contest_editions", family="参赛作品", help="参赛的作品或队伍数"),
    Measure(PUPILS, 473, "参赛人数", "人", "contest_editions", family="参赛人数",
            help="各赛事参赛人数之和；一人参加两项算两人"),
    Measure(EDITION_NUMBER, 474, "赛事届次", "届", "contest_editions", Nature.VALUE, family="届次",
            help="赛事登记里写明的届次"),
    Measure(AWARDS, 481, "赛事奖项", "个", "contest_results", family="赛事奖项",
            help="公布日期在时期内的奖项个数，按等次和层级分；入围单列为“入围”，不要与获奖相加"),
    Measure(RESULT_EDITION, 482, "获奖赛事届次", "届", "contest_results", Nature.VALUE, family="届次",
            help="赛事成绩里写明的届次"),
)  # fmt: skip


def _tags(record: Any) -> tuple[int, ...]:
    return tuple(sorted(tag.pk for tag in record.schemes.all()))


def _edition(measure: str, one: Any, tags: tuple[int, ...]) -> Iterable[FactRow]:
    """The number as a value, meant to be asked for one contest."""
    if one.edition:
        yield FactRow(measure, one.org_id, one.day, one.edition, level=one.level, basis=one.basis, tags=tags)


def edition_facts(one: Any) -> Iterable[FactRow]:
    tags = _tags(one)
    common = {"org": one.org_id, "day": one.day, "kind": one.role, "level": one.level, "channel": one.form,
              "basis": one.basis, "tags": tags}  # fmt: skip
    yield FactRow(EDITIONS, **common)
    for measure, quantity in ((ENTRIES, one.entries), (PUPILS, one.pupils)):
        if quantity:
            yield FactRow(measure, quantity=quantity, **common)
    yield from _edition(EDITION_NUMBER, one, tags)


def result_facts(one: Any) -> Iterable[FactRow]:
    tags = _tags(one)
    for line in one.awards.all():
        yield FactRow(AWARDS, one.org_id, one.day, line.count, kind=line.category, level=one.level, grade=line.grade,
                      basis=one.basis, tags=tags)  # fmt: skip
    yield from _edition(RESULT_EDITION, one, tags)
