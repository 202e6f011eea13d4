"""Registers of the surveys room.

What its clerk asks every month, and where the answer is:
1. What is our share of literate citizens, how exact is it, and whose figure?  调查结果: columns 结果, 误差, 样本量, 谁公布的
2. Have we met the target of the plan?                                       调查结果: columns 规划目标; metrics over_target, targets_met
3. Which round is under way and what is our part in it?                      调查轮次: filters 类别, 本单位做什么
4. Which stations have we, at which level, and how did they do?              调查站点: filters 站点层级, columns 考核
5. How many answered our own survey, and is there a report?                  专题调查: columns 有效问卷, 形成报告日期
"""

from decimal import Decimal

from django.db.models import Count, Sum

from kebridge.core.records.fields import YEAR, Field
from kebridge.core.records.register import Computed, Lines, Register, Similar
from kebridge.core.wording.styles import trimmed
from kebridge.rooms.surveys import facts, rules
from kebridge.rooms.surveys.models import OwnSurvey, StationYear, SurveyResult, SurveyRound, SurveyStation

ROOM, ROOM_TITLE = "surveys", "调查与素质监测"


def _percent(millionths: int) -> str:
    return f"{trimmed(Decimal(millionths) / facts.MILLION)}%"


def _round_sentence(one: SurveyRound) -> str:
    number = f"第{one.number}次" if one.number else ""
    return f"{one.day:%Y年%-m月%-d日}起{one.get_role_display()}{number}{one.title}"


def _result_sentence(one: SurveyResult) -> str:
    margin = f"（±{trimmed(Decimal(one.margin) / facts.MILLION)}个百分点）" if one.margin is not None else ""
    return f"{one.year}年{one.group}{one.title}{_percent(one.share)}{margin}，{one.source}公布"


def _own_sentence(one: OwnSurvey) -> str:
    valid = f"，有效问卷{one.valid}份" if one.valid else ""
    return f"{one.day:%Y年%-m月%-d日}开展{one.title}{valid}{'，已形成报告' if one.reported else ''}"


ROUNDS = Register(
    code="survey_rounds", title="调查轮次", noun="调查", unit="次", room=ROOM, room_title=ROOM_TITLE, model=SurveyRound,
    facts=facts.round_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_round, similar=Similar("day", "title"),
    known_as=("中国公民科学素质抽样调查", "公民科学素质调查", "全国科技工作者状况调查", "抽样调查"),
    help="上级组织、本单位配合的调查，每次一条。公布的结果登记在“调查结果”，自己开展的登记在“专题调查”。",
    sentence=_round_sentence,
    declared=(
        Field("day", help="本地开始的日期；只引用结果的填公布日期", example="2024-04-08"),
        Field("title", help="调查的名称，不写第几次", example="中国公民科学素质抽样调查"),
        Field("kind", help="哪一类调查", example="公民科学素质抽样调查"),
        Field("number", help="第几次，只写数字；没有编号的留空", example="14"),
        Field("level", help="由哪一级组织", example="国家级"),
        Field("role", help="本单位配合、组织还是只引用结果", example="配合"),
        Field("sampled", help="本地完成的样本；不清楚的留空", unit="人", group="完成"),
        Field("finished", help="本地完成的日期", group="完成"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    columns=("day", "title", "number", "kind", "level", "role", "sampled", "finished", "org"),
    filters=("kind", "level", "role", "programmes"), search=("title",), totals=("sampled",), order=("-day", "-pk"),
)  # fmt: skip

RESULTS = Register(
    code="survey_results", title="调查结果", noun="调查结果", unit="条", room=ROOM, room_title=ROOM_TITLE, model=SurveyResult,
    facts=facts.result_facts, natural_key=("kind", "title", "group", "year"), day="day", check=rules.check_result,
    default_basis="external",
    known_as=("公民具备科学素质比例", "公民科学素质水平", "素质达标率", "十四五素质目标"),
    help="外部调查公布的本地比例，每年每项一条，写明谁公布的、怎样调查的。不由本系统计数，也不能由下级相加或平均得到。",
    sentence=_result_sentence,
    declared=(
        Field("day", help="公布的日期", example="2024-12-20"),
        Field("kind", help="哪一类调查", example="公民科学素质抽样调查"),
        Field("title", help="指标名称，各年写法一致", example="公民具备科学素质的比例"),
        Field("group", help="只说某一人群的写人群，如农村居民；全体的留空"),
        Field("number", help="第几次调查；没有编号的留空", example="14"),
        Field("year", kind=YEAR, help="调查是哪一年做的；公布可能晚一年", example="2024"),
        Field("share", help="公布的百分比，15.3%写15.3", unit="%", scale=facts.MILLION, example="15.3"),
        Field("margin", help="公布的正负误差，几个百分点；没有公布的留空", unit="百分点", scale=facts.MILLION, group="怎样测的",
              example="1.2"),
        Field("confidence", help="置信水平，一般是95", unit="%", group="怎样测的", example="95"),
        Field("sample", help="样本量；没有公布的留空", unit="人", group="怎样测的", example="1200"),
        Field("method", help="用什么方法调查的", group="怎样测的", example="概率抽样调查"),
        Field("source", help="哪个单位公布的", group="怎样测的", example="中国科协"),
        Field("target", help="规划定的目标，15%写15；没有的留空", unit="%", scale=facts.MILLION, group="目标", example="15"),
        Field("target_source", help="目标出自哪份规划", group="目标", example="演示市科学素质规划纲要"),
    ),
    columns=("day", "year", "title", "group", "share", "margin", "sample", "target", "source", "org"),
    filters=("kind", "method"), search=("title", "group", "source"), order=("-day", "-pk"),
)  # fmt: skip

STATIONS = Register(
    code="survey_stations", title="调查站点", noun="站点", unit="个", room=ROOM, room_title=ROOM_TITLE, model=SurveyStation,
    facts=facts.station_facts, natural_key=("title", "level"), day="since", check=rules.check_station,
    known_as=("科技工作者状况调查站点", "调查站点", "站点信息"),
    help="设在单位里的调查站点，每个一条；每年的考核、报送信息一年一行。站点得奖登记在“荣誉”。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}在{one.host.name}设立{one.get_level_display()}站点“{one.title}”",
    declared=(
        Field("title", help="站点的名称", example="演示市高新区调查站点"),
        Field("host", help="站点设在哪个单位", example="演示市高新区管委会"),
        Field("kind", help="为哪一类调查设的", example="科技工作者状况调查"),
        Field("level", help="国家级还是省级站点", example="国家级"),
        Field("since", help="设立的日期，“新设几个”按它统计", example="2021-03-01"),
        Field("until", help="撤销的日期；还在的留空"),
        Field("document", help="设立的文件"),
    ),
    lines=Lines("years", StationYear, (
        Field("day", help="考核（年终）的日期，一年一行", example="2024-12-20"),
        Field("result", help="考核的结果；没有考核的留空", example="优秀"),
        Field("reports", help="这一年报送信息几条", unit="条", example="12"),
        Field("used", help="其中被采用几条", unit="条", example="1"),
    ), "年度考核", "station", optional=True, later=True),
    columns=("title", "host", "kind", "level", "since", "until", "reviews", "reports", "used", "org"),
    computed=(Computed("reviews", "考核", "次", sql=Count("years")), Computed("reports", "报送", "条", sql=Sum("years__reports")),
              Computed("used", "采用", "条", sql=Sum("years__used"))),
    filters=("level", "kind"), search=("title", "host__name"), totals=("reports", "used"), order=("-since", "-pk"),
)  # fmt: skip

OWN = Register(
    code="special_surveys", title="专题调查", noun="专题调查", unit="次", room=ROOM, room_title=ROOM_TITLE, model=OwnSurvey,
    facts=facts.own_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_own, similar=Similar("day", "title"),
    known_as=("科技工作者状况专题调查", "问卷调查", "满意度调查", "人才需求调查"),
    help="自己开展的调查，每次一条，只记发了几份、收回几份，不记谁答的、答了什么。写成的报告另登记在“调研与建议”。",
    sentence=_own_sentence,
    declared=(
        Field("day", help="开始的日期", example="2024-05-06"),
        Field("title", help="调查的名称", example="演示市科技工作者状况专题调查"),
        Field("kind", help="哪一类调查", example="科技工作者状况调查"),
        Field("method", help="怎样选的人", example="配额抽样调查"),
        Field("finished", help="结束的日期", example="2024-06-30"),
        Field("sent", help="发了几份；网上自愿填答的留空", unit="份", group="问卷", example="1000"),
        Field("returned", help="收回几份", unit="份", group="问卷", example="960"),
        Field("valid", help="其中有效几份", unit="份", group="问卷", example="930"),
        Field("interviews", help="座谈、访谈几人次", unit="人次", group="问卷", example="40"),
        Field("reported", help="写成报告的日期；没有写成的留空", group="报告", example="2024-08-20"),
        Field("report", help="报告的题目，能公开的", group="报告", example="演示市科技工作者状况调查报告"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    columns=("day", "title", "kind", "method", "returned", "valid", "interviews", "reported", "org"),
    filters=("kind", "method", "programmes"), search=("title", "report"), totals=("returned", "valid", "interviews"),
    order=("-day", "-pk"),
)  # fmt: skip

REGISTERS: tuple[Register, ...] = (RESULTS, ROUNDS, STATIONS, OWN)
