"""What advice counts. A study is one paper; it is instructed once, on the day of its first instruction."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import tag_ids
from kebridge.rooms.advice.enums import ADOPTED, SENIORITY, Outcome, Post, StudyKind
from kebridge.rooms.organisations.enums import Level

STUDIES = "advice.studies"
SUBMISSIONS = "advice.submissions"
INSTRUCTED = "advice.instructed"
INSTRUCTED_PRINCIPAL = "advice.instructed_principal"
INSTRUCTIONS = "advice.instructions"
REVIEWED = "advice.reviewed"
PASSED_ON = "advice.passed_on"
ANSWERED = "advice.answered"
ADOPTED_ONES = "advice.adopted"
WAITING = "advice.suggestions_waiting"
ISSUE = "advice.issue"
CALLS = "advice.topic_calls"
TOPICS = "advice.topics"
GRADED = "advice.topics_graded"
TOPIC_AUTHORS = "advice.topic_authors"
TOURS = "advice.tours"
TOUR_PEOPLE = "advice.tour_people"
DESTINATIONS = "advice.destinations"
HOSTS = "advice.hosts"

measures.register(
    Measure(STUDIES, 541, "调研报告与建议", "篇", "studies", family="篇数",
            help="完成（提出）日期在时期内的报告、建议、提案、专报期；层级是报送到的最高一级，等次一栏是刊名，渠道一栏是内容"),
    Measure(SUBMISSIONS, 542, "报送次数", "次", "studies", family="报送", help="报送日期在时期内的次数；一篇报两处算两次"),
    Measure(INSTRUCTED, 543, "获领导批示的调研与建议", "篇", "studies", family="批示篇数",
            help="第一次批示的日期在时期内；一篇得几次批示只算一篇，层级、等次（职务）是第一次批示的"),
    Measure(INSTRUCTED_PRINCIPAL, 544, "获主要领导批示的调研与建议", "篇", "studies", family="主要领导批示篇数",
            help="党政主要领导第一次批示的日期在时期内；一篇只算一篇，层级是这次批示的"),
    Measure(INSTRUCTIONS, 545, "领导批示次数", "次", "studies", family="批示",
            help="批示日期在时期内的次数；层级、等次（职务）是批示领导的，渠道一栏是落实情况"),
    Measure(REVIEWED, 546, "审核的建议", "件", "studies", family="审核件数", help="审核日期在时期内的建议、提案等"),
    Measure(PASSED_ON, 547, "报送的报告与建议", "项", "studies", family="报送件数",
            help="第一次报送的日期在时期内，一件报两处只算一件；按类别限定，等次一栏是从哪里来（课题成果转化的建议按它限定）"),
    Measure(ANSWERED, 548, "得到答复（采纳）的建议", "件", "studies", family="答复件数",
            help="答复（采纳）日期在时期内，不论结果；等次一栏是结果，层级是由哪一级答复"),
    Measure(ADOPTED_ONES, 549, "采纳的建议", "项", "studies", family="采纳件数",
            help="采纳日期在时期内、列入规划、写入文件或上级刊物采用的；等次一栏是怎样采纳，层级是由哪一级采纳"),
    Measure(WAITING, 550, "等待结果的建议与提案", "件", "studies", Nature.STOCK, family="等待件数",
            help="时期末已经提出、还没有答复（采纳）的建议、提案；渠道一栏是内容"),
    Measure(ISSUE, 559, "专报最近期号", "期", "studies", Nature.VALUE, help="最近登记的专报、摘编期号；限定到一种刊物（等次）才有意义"),
    Measure(CALLS, 555, "课题征集次数", "次", "topic_calls", family="课题征集", help="日期在时期内的征集、推荐、承担，每条算一次；按类别限定"),
    Measure(TOPICS, 556, "课题篇数", "篇", "topic_calls", family="课题", help="征集、推荐、承担的课题篇数，要限定类别来看，不同类别可能重叠；渠道一栏是内容，党建课题按它限定"),
    Measure(GRADED, 557, "评定的课题篇数", "篇", "topic_calls", family="评定课题",
            help="公布日期在时期内评定的课题篇数；等次是一类、二类、三类等，层级是由哪一级评定"),
    Measure(TOPIC_AUTHORS, 558, "课题作者人次", "人次", "topic_calls", family="课题作者", help="课题作者人次；一人两篇算两人次"),
    Measure(TOURS, 551, "外出考察次数", "次", "study_tours", family="考察", help="出发日期在时期内；一次到几地算一次"),
    Measure(TOUR_PEOPLE, 552, "外出考察人次", "人次", "study_tours", family="考察人次", help="各次考察人数之和"),
    Measure(DESTINATIONS, 553, "考察到访地", "个次", "study_tours", family="到访地",
            help="每次考察每个城市算一次；地点是城市"),
    Measure(HOSTS, 554, "考察到访单位", "家次", "study_tours", subject_kind="body", family="到访单位",
            help="每次考察每个单位算一次"),
)  # fmt: skip

_LEVELS = list(Level.values)
# Kinds that wait for an answer.
SUGGESTIONS = (StudyKind.SUGGESTION, StudyKind.MOTION)


def study_facts(study: Any) -> Iterable[FactRow]:
    common = {"org": study.org_id, "kind": study.kind, "audience": study.author, "basis": study.basis,
              "tags": tag_ids(study, "programmes")}  # fmt: skip
    lines = list(study.submissions.all())
    highest = max((line.level for line in lines), key=_LEVELS.index, default="")
    about = {"channel": study.subject, **common}
    yield FactRow(STUDIES, day=study.day, quantity=study.items, level=highest, grade=study.series, **about)
    for line in lines:
        yield FactRow(SUBMISSIONS, day=line.day, level=line.level, **common)
    yield from _instructed(lines, common)
    yield from _followed(study, lines, about)
    if study.issue:
        yield FactRow(
            ISSUE,
            study.org_id,
            study.day,
            study.issue,
            kind=study.kind,
            grade=study.series,
            basis=study.basis,
        )


def _instructed(lines: list[Any], common: dict[str, Any]) -> Iterable[FactRow]:
    instructed = sorted((line for line in lines if line.instructed), key=_first_and_most_senior)
    for line in instructed:
        yield FactRow(INSTRUCTIONS, day=line.instructed, level=line.level, grade=line.post, channel=line.follow_up,
                      **common)  # fmt: skip
    principal = [line for line in instructed if line.post == Post.PRINCIPAL]
    for measure, found in ((INSTRUCTED, instructed), (INSTRUCTED_PRINCIPAL, principal)):
        for line in found[:1]:
            yield FactRow(measure, day=line.instructed, level=line.level, grade=line.post, **common)


def _followed(study: Any, lines: list[Any], about: dict[str, Any]) -> Iterable[FactRow]:
    """Raised, reviewed, passed on, answered or adopted: each on its own day."""
    many = {"quantity": study.items, **about}
    if study.reviewed:
        yield FactRow(REVIEWED, day=study.reviewed, **many)
    if lines:
        first = min(line.day for line in lines)
        level = max((line.level for line in lines if line.day == first), key=_LEVELS.index)
        yield FactRow(PASSED_ON, day=first, level=level, grade=study.source, **many)
    if study.kind in SUGGESTIONS:
        yield FactRow(WAITING, day=study.day, **many)
    if not study.outcome or study.outcome == Outcome.FILED:
        return  # filed, it still waits for its answer
    ended = {"day": study.outcome_day, "level": study.outcome_level, "grade": study.outcome, **many}
    yield FactRow(ANSWERED, **ended)
    if study.outcome in ADOPTED:
        yield FactRow(ADOPTED_ONES, **ended)
    if study.kind in SUGGESTIONS:
        yield FactRow(WAITING, day=study.outcome_day, **{**many, "quantity": -study.items})


def _first_and_most_senior(line: Any) -> tuple[Any, ...]:
    return line.instructed, SENIORITY.index(line.post), -_LEVELS.index(line.level)


def tour_facts(tour: Any) -> Iterable[FactRow]:
    common = {"org": tour.org_id, "day": tour.day, "kind": tour.kind, "basis": tour.basis,
              "tags": tag_ids(tour, "programmes")}  # fmt: skip
    yield FactRow(TOURS, **common)
    if tour.people:
        yield FactRow(TOUR_PEOPLE, quantity=tour.people, **common)
    lines = list(tour.destinations.all())
    for city in sorted({line.city for line in lines}):
        yield FactRow(DESTINATIONS, place=city, **common)
    for line in lines:
        if line.host_id:
            yield FactRow(HOSTS, subject=line.host.subject_id, place=line.city, **common)


def topic_facts(call: Any) -> Iterable[FactRow]:
    common = {"org": call.org_id, "kind": call.role, "channel": call.subject, "audience": call.author,
              "basis": call.basis,
              "tags": tag_ids(call, "schemes", "programmes")}  # fmt: skip
    yield FactRow(CALLS, day=call.day, **common)
    yield FactRow(TOPICS, day=call.day, quantity=call.submitted, **common)
    if call.authors:
        yield FactRow(TOPIC_AUTHORS, day=call.day, quantity=call.authors, **common)
    for line in call.graded.all():
        yield FactRow(
            GRADED, day=line.day, quantity=line.topics, level=line.level, grade=line.grade, **common
        )
