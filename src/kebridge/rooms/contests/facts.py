"""What contests count. Shortlists and awards are lines of one result; an edition's number is a value."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import tag_ids
from kebridge.core.wording.values import split_names

EDITIONS = "contests.editions"
ENTRIES = "contests.entries"
PUPILS = "contests.pupils"
EDITION_NUMBER = "contests.edition_number"
DELEGATIONS = "contests.delegations"
SCHOOLS = "contests.schools"
DAYS = "contests.days"
TRACKS = "contests.tracks"
AWARDS = "contests.awards"
RESULT_EDITION = "contests.result_edition"

measures.register(
    Measure(EDITIONS, 471, "赛事数", "项", "contest_editions", family="赛事",
            help="日期在时期内主办、承办、组织参加的赛事；市赛、省赛分别登记，各算一项；类别是角色，渠道是线上线下"),
    Measure(ENTRIES, 472, "参赛作品（队伍）数", "件", "contest_editions", family="参赛作品", help="参赛的作品或队伍数"),
    Measure(PUPILS, 473, "参赛人数", "人", "contest_editions", family="参赛人数",
            help="各赛事参赛人数之和；一人参加两项算两人"),
    Measure(EDITION_NUMBER, 474, "赛事届次", "届", "contest_editions", Nature.VALUE, family="届次",
            help="赛事登记里写明的届次"),
    Measure(DELEGATIONS, 475, "代表队", "支", "contest_editions", subject_kind="body", family="代表队",
            help="赛事登记里逐队写明的代表队，去重；类别是本单位的角色，等次一栏是组别"),
    Measure(SCHOOLS, 476, "参赛学校数", "所", "contest_editions", family="参赛学校",
            help="各赛事参赛学校数之和；一所学校参加两项算两所"),
    Measure(DAYS, 477, "比赛天数", "天", "contest_editions", family="历时",
            help="填了结束日期的赛事，结束日期减开始日期加1；限定到一项赛事才有意义"),
    Measure(TRACKS, 478, "赛事组别", "个", "contest_editions", family="组别", help="赛事设置的组别（赛项），等次一栏是组别名称"),
    Measure(AWARDS, 481, "赛事奖项数", "个", "contest_results", family="赛事奖项",
            help="公布日期在时期内的奖项个数，按等次、层级、类别和赛事限定；入围单列为“入围”，不与获奖相加"),
    Measure(RESULT_EDITION, 482, "获奖赛事届次", "届", "contest_results", Nature.VALUE, family="届次",
            help="赛事成绩里写明的届次"),
)  # fmt: skip


def _edition(measure: str, one: Any, tags: tuple[int, ...]) -> Iterable[FactRow]:
    """The number as a value, meant to be asked for one contest."""
    if one.edition:
        state = "planned" if getattr(one, "is_planned", False) else "actual"
        yield FactRow(
            measure,
            one.org_id,
            one.day,
            one.edition,
            level=one.level,
            basis=one.basis,
            state=state,
            tags=tags,
        )


def tracks_of(one: Any) -> list[str]:
    """The tracks that an edition sets, and those that its teams name."""
    named = [*split_names(one.tracks), *(line.track for line in one.delegations.all())]
    return list(dict.fromkeys(filter(None, named)))


def edition_facts(one: Any) -> Iterable[FactRow]:
    """Contestants are the number typed, or else the sum over the teams; never both."""
    tags, teams = tag_ids(one, "schemes"), list(one.delegations.all())
    common = {"org": one.org_id, "day": one.day, "kind": one.role, "level": one.level, "channel": one.form,
              "basis": one.basis, "state": "planned" if one.is_planned else "actual", "tags": tags}  # fmt: skip
    yield FactRow(EDITIONS, **common)
    pupils = one.pupils or sum(team.contestants or 0 for team in teams)
    days = (one.until - one.day).days + 1 if one.until else 0
    for measure, quantity in ((ENTRIES, one.entries), (PUPILS, pupils), (SCHOOLS, one.schools), (DAYS, days)):
        if quantity:
            yield FactRow(measure, quantity=quantity, **common)
    for track in tracks_of(one):
        yield FactRow(TRACKS, grade=track, **common)
    for team in teams:
        yield FactRow(
            DELEGATIONS, subject=team.body.subject_id, grade=team.track, audience=team.origin, **common
        )
    yield from _edition(EDITION_NUMBER, one, tags)


def result_facts(one: Any) -> Iterable[FactRow]:
    tags = tag_ids(one, "schemes")
    for line in one.awards.all():
        yield FactRow(AWARDS, one.org_id, one.day, line.count, kind=line.category, level=one.level, grade=line.grade,
                      basis=one.basis, tags=tags)  # fmt: skip
    yield from _edition(RESULT_EDITION, one, tags)
