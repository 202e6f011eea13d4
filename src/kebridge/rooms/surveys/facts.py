"""What surveys count. A published share is a measured value with its method: never a sum of our records."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids

# One shown percent or percentage point.
MILLION = 1_000_000

ROUNDS = "surveys.rounds"
ROUND_NUMBER = "surveys.round_number"
LOCAL_SAMPLE = "surveys.local_sample"
SHARE = "surveys.share"
MARGIN = "surveys.margin"
SAMPLE = "surveys.sample"
TARGET = "surveys.target"
OVER_TARGET = "surveys.over_target"
TARGETS_MET = "surveys.targets_met"
FOUNDED = "surveys.stations_founded"
STATIONS = "surveys.stations"
STATION_RESULTS = "surveys.station_results"
STATION_REPORTS = "surveys.station_reports"
STATION_USED = "surveys.station_used"
OWN = "surveys.own"
RETURNED = "surveys.returned"
VALID = "surveys.valid"
INTERVIEWS = "surveys.interviews"
REPORTED = "surveys.own_reported"

measures.register(
    Measure(ROUNDS, 731, "参加的调查", "次", "survey_rounds", family="调查轮次",
            help="开始日期在时期内的上级调查；渠道一栏是本单位做什么"),
    Measure(ROUND_NUMBER, 732, "第几次调查", "次", "survey_rounds", Nature.VALUE, help="最近一次调查的编号，不是次数；限定到一种调查才有意义"),
    Measure(LOCAL_SAMPLE, 733, "本地调查样本", "人", "survey_rounds", family="本地样本",
            help="上级调查在本地完成的样本量，按本地完成日期统计"),
    Measure(SHARE, 734, "调查结果比例", "%", "survey_results", Nature.VALUE, scale=MILLION,
            help="外部调查公布的本地比例，不由本系统计数；类别限定到一种调查、等次限定到一项指标才有意义，不能由下级相加或平均得到"),
    Measure(MARGIN, 735, "调查误差", "百分点", "survey_results", Nature.VALUE, scale=MILLION, help="公布的正负误差；限定到一种调查才有意义"),
    Measure(SAMPLE, 736, "调查样本量", "人", "survey_results", Nature.VALUE, help="公布的样本量；限定到一种调查才有意义"),
    Measure(TARGET, 737, "素质目标", "%", "survey_results", Nature.VALUE, scale=MILLION, help="规划给这项指标定的目标"),
    Measure(OVER_TARGET, 738, "超过规划目标", "百分点", "survey_results", Nature.VALUE, scale=MILLION,
            help="调查结果减去规划目标，没有达到的是负数"),
    Measure(TARGETS_MET, 739, "达到的规划目标", "项", "survey_results", family="达到目标",
            help="公布日期在时期内、结果不低于规划目标的指标"),
    Measure(FOUNDED, 740, "新设调查站点", "个", "survey_stations", subject_kind="body", family="设立站点",
            help="设立日期在时期内的站点；层级是站点层级"),
    Measure(STATIONS, 741, "科技工作者状况调查站点", "个", "survey_stations", Nature.STOCK, subject_kind="body", family="站点",
            help="时期末没有撤销的站点；层级是站点层级"),
    Measure(STATION_RESULTS, 742, "调查站点考核", "个次", "survey_stations", family="站点考核",
            help="考核日期在时期内的站点；等次一栏是考核结果"),
    Measure(STATION_REPORTS, 743, "站点报送信息", "条", "survey_stations", family="站点信息", help="调查站点报送的信息条数"),
    Measure(STATION_USED, 744, "站点信息采用", "条", "survey_stations", family="站点采用", help="调查站点报送的信息中被采用的条数"),
    Measure(OWN, 745, "专题调查", "次", "special_surveys", family="专题调查", help="开始日期在时期内、自己开展的调查"),
    Measure(RETURNED, 746, "收回问卷", "份", "special_surveys", family="收回问卷", help="自己开展的调查收回的问卷，按开始日期统计"),
    Measure(VALID, 747, "有效问卷", "份", "special_surveys", family="有效问卷", help="收回的问卷里有效的，按开始日期统计"),
    Measure(INTERVIEWS, 748, "调查座谈访谈", "人次", "special_surveys", family="访谈", help="调查中座谈、访谈的人次"),
    Measure(REPORTED, 749, "形成报告的专题调查", "次", "special_surveys", family="调查报告",
            help="形成报告的日期在时期内的调查；报告本身登记在调研与建议"),
)  # fmt: skip


def round_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "channel": one.role, "basis": one.basis,
              "tags": tag_ids(one, "programmes")}  # fmt: skip
    yield FactRow(ROUNDS, day=one.day, **common)
    if one.number:
        yield FactRow(ROUND_NUMBER, day=one.day, quantity=one.number, **common)
    if one.sampled and one.finished:
        yield FactRow(LOCAL_SAMPLE, day=one.finished, quantity=one.sampled, **common)


def result_facts(one: Any) -> Iterable[FactRow]:
    """Somebody else measured it, whatever the basis that was chosen."""
    common = {"org": one.org_id, "day": one.day, "kind": one.kind, "grade": one.title, "audience": one.group,
              "basis": "external"}  # fmt: skip
    found = {SHARE: one.share, MARGIN: one.margin, SAMPLE: one.sample, TARGET: one.target}
    for measure, quantity in found.items():
        if quantity is not None:
            yield FactRow(measure, quantity=quantity, **common)
    if one.target is not None:
        yield FactRow(OVER_TARGET, quantity=one.share - one.target, **common)
        if one.share >= one.target:
            yield FactRow(TARGETS_MET, **common)


def station_facts(station: Any) -> Iterable[FactRow]:
    common = {"org": station.org_id, "kind": station.kind, "level": station.level, "basis": station.basis}
    subject = station.host.subject_id
    yield FactRow(FOUNDED, day=station.since, subject=subject, **common)
    yield from standing(STATIONS, station.since, gone=station.until, subject=subject, **common)
    for line in station.years.all():
        if line.result:
            yield FactRow(STATION_RESULTS, day=line.day, grade=line.result, **common)
        for measure, quantity in ((STATION_REPORTS, line.reports), (STATION_USED, line.used)):
            if quantity:
                yield FactRow(measure, day=line.day, quantity=quantity, **common)


def own_facts(one: Any) -> Iterable[FactRow]:
    common = {
        "org": one.org_id,
        "kind": one.kind,
        "channel": one.method,
        "basis": one.basis,
        "tags": tag_ids(one, "programmes"),
    }
    yield FactRow(OWN, day=one.day, **common)
    for measure, quantity in ((RETURNED, one.returned), (VALID, one.valid), (INTERVIEWS, one.interviews)):
        if quantity:
            yield FactRow(measure, day=one.day, quantity=quantity, **common)
    if one.reported:
        yield FactRow(REPORTED, day=one.reported, **common)
