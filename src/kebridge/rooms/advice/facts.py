"""What advice counts. A study is one paper; it is instructed once, on the day of its first instruction."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure
from kebridge.core.ledger.rows import FactRow
from kebridge.rooms.advice.enums import SENIORITY, Post
from kebridge.rooms.people.enums import Level

STUDIES = "advice.studies"
SUBMISSIONS = "advice.submissions"
INSTRUCTED = "advice.instructed"
INSTRUCTED_PRINCIPAL = "advice.instructed_principal"
INSTRUCTIONS = "advice.instructions"
TOURS = "advice.tours"
TOUR_PEOPLE = "advice.tour_people"
DESTINATIONS = "advice.destinations"
HOSTS = "advice.hosts"

measures.register(
    Measure(STUDIES, 541, "调研与建议", "篇", "studies", family="篇数",
            help="完成日期在时期内的报告、建议、提案；层级是报送到的最高一级"),
    Measure(SUBMISSIONS, 542, "报送", "次", "studies", family="报送", help="报送日期在时期内的次数；一篇报两处算两次"),
    Measure(INSTRUCTED, 543, "获批示的调研与建议", "篇", "studies", family="批示篇数",
            help="第一次批示的日期在时期内；一篇得几次批示只算一篇，层级、等次（职务）是第一次批示的"),
    Measure(INSTRUCTED_PRINCIPAL, 544, "获主要领导批示的调研与建议", "篇", "studies", family="主要领导批示篇数",
            help="党政主要领导第一次批示的日期在时期内；一篇只算一篇，层级是这次批示的"),
    Measure(INSTRUCTIONS, 545, "领导批示", "次", "studies", family="批示",
            help="批示日期在时期内的次数；层级、等次（职务）是批示领导的，渠道一栏是落实情况"),
    Measure(TOURS, 551, "外出考察", "次", "study_tours", family="考察", help="出发日期在时期内；一次到几地算一次"),
    Measure(TOUR_PEOPLE, 552, "外出考察人次", "人次", "study_tours", family="考察人次", help="各次考察人数之和"),
    Measure(DESTINATIONS, 553, "考察到访地", "个次", "study_tours", family="到访地",
            help="每次考察每个城市算一次；地点是城市"),
    Measure(HOSTS, 554, "考察到访单位", "家次", "study_tours", subject_kind="body", family="到访单位",
            help="每次考察每个单位算一次"),
)  # fmt: skip

_LEVELS = list(Level.values)


def study_facts(study: Any) -> Iterable[FactRow]:
    common = {"org": study.org_id, "kind": study.kind, "audience": study.author, "basis": study.basis,
              "tags": tuple(sorted(tag.pk for tag in study.programmes.all()))}  # fmt: skip
    lines = list(study.submissions.all())
    highest = max((line.level for line in lines), key=_LEVELS.index, default="")
    yield FactRow(STUDIES, day=study.day, level=highest, **common)
    for line in lines:
        yield FactRow(SUBMISSIONS, day=line.day, level=line.level, **common)
    instructed = sorted((line for line in lines if line.instructed), key=_first_and_most_senior)
    for line in instructed:
        yield FactRow(INSTRUCTIONS, day=line.instructed, level=line.level, grade=line.post, channel=line.follow_up,
                      **common)  # fmt: skip
    principal = [line for line in instructed if line.post == Post.PRINCIPAL]
    for measure, found in ((INSTRUCTED, instructed), (INSTRUCTED_PRINCIPAL, principal)):
        for line in found[:1]:
            yield FactRow(measure, day=line.instructed, level=line.level, grade=line.post, **common)


def _first_and_most_senior(line: Any) -> tuple[Any, ...]:
    return line.instructed, SENIORITY.index(line.post), -_LEVELS.index(line.level)


def tour_facts(tour: Any) -> Iterable[FactRow]:
    common = {"org": tour.org_id, "day": tour.day, "kind": tour.kind, "basis": tour.basis,
              "tags": tuple(sorted(tag.pk for tag in tour.programmes.all()))}  # fmt: skip
    yield FactRow(TOURS, **common)
    if tour.people:
        yield FactRow(TOUR_PEOPLE, quantity=tour.people, **common)
    lines = list(tour.destinations.all())
    for city in sorted({line.city for line in lines}):
        yield FactRow(DESTINATIONS, place=city, **common)
    for line in lines:
        if line.host_id:
            yield FactRow(HOSTS, subject=line.host.subject_id, place=line.city, **common)
