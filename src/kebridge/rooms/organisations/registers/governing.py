"""Registers of congresses, yearly checks and ratings."""

from django.db.models import Q, Sum

from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records.fields import YEAR, Field
from kebridge.core.records.register import Computed, Lines, Register
from kebridge.rooms.organisations import facts, queries, rules
from kebridge.rooms.organisations.enums import SeatKind
from kebridge.rooms.organisations.models import AnnualCheck, Congress, CongressSeats, Rating
from kebridge.rooms.organisations.registers.cards import ROOM, ROOM_TITLE

_SOCIETY = Field("org", label="学会（组织）", help="是哪个学会就填哪个", example="演示市茶叶学会")


def _congress_sentence(one: Congress) -> str:
    name = f"{latest_tree().name(one.org_id)}第{one.number}次代表大会（会员大会）"
    if not one.day:
        return f"{name}拟于{one.planned:%Y年%-m月%-d日}召开"
    seats = "，".join(f"{line.get_kind_display()}{line.persons}人" for line in one.seats.all())
    return f"{one.day:%Y年%-m月%-d日}{name}召开" + (f"，{seats}" if seats else "")


def _check_sentence(one: AnnualCheck) -> str:
    result = one.get_result_display() or "已报送，还没有结论"
    return f"{latest_tree().name(one.org_id)}{one.year}年度年检：{result}"


def _rating_sentence(one: Rating) -> str:
    return f"{one.day:%Y年%-m月%-d日}{latest_tree().name(one.org_id)}{one.get_scale_display()}{one.stars}星（级）"


CONGRESSES = Register(
    code="congresses", title="代表大会", noun="代表大会", unit="次", room=ROOM, room_title=ROOM_TITLE, model=Congress,
    facts=facts.congress_facts, natural_key=("sort", "number"), day="day", about_owner=True, check=rules.check_congress,
    words=dict(SeatKind.choices),
    known_as=("代表大会", "会员代表大会", "会员大会", "届次", "任期", "全委会委员", "常委委员", "大会代表", "委员会", "理事会"),
    help="科协、学会、基层科协的代表大会，每次一条：召开就开始新的一届、结束上一届。席位只记人数；委员、常委本人登记在“聘任与任职”。",
    sentence=_congress_sentence,
    declared=(
        Field("org", label="开会的组织", help="谁的大会就填谁", example="演示市科协"),
        Field("sort", help="是科协还是学会的大会", example="科协代表大会"),
        Field("number", help="第几次（届），只写数字", unit="次", example="8"),
        Field("day", help="召开的第一天；还没有召开的留空", example="2024-12-18"),
        Field("planned", help="还没有召开的，填打算哪天召开", example="2024-12-18"),
        Field("until", help="本届任期的最后一天，到期前在“换届”里登记", example="2029-12-17"),
    ),
    lines=Lines("seats", CongressSeats, (
        Field("kind", help="代表、委员、常委等，一类一行", example="代表"),
        Field("persons", help="一共几人", unit="人", example="260"),
        Field("front_line", help="其中来自一线的科技工作者；没有统计的留空", unit="人", example="190"),
        Field("women", help="其中女性", unit="人", example="80"),
        Field("young", help="其中45岁以下", unit="人", example="120"),
    ), "席位", "congress", optional=True),
    columns=("org", "sort", "number", "day", "planned", "until", "delegates"),
    computed=(Computed("delegates", "代表", "人", sql=Sum("seats__persons", filter=Q(seats__kind=SeatKind.DELEGATE))),),
    filters=("sort",), order=("-day", "-pk"),
)  # fmt: skip

ANNUAL_CHECKS = Register(
    code="annual_checks", title="社团年检", noun="年检", unit="家", room=ROOM, room_title=ROOM_TITLE, model=AnnualCheck,
    facts=facts.check_facts, natural_key=("year",), day="day", about_owner=True, check=rules.check_annual, extra_prefetch=("org",),
    known_as=("年检", "学会年检", "社会团体年度检查", "学会管理考核", "年度考核"),
    help="学会每年一条：报送主管单位先登记，民政出了结论再补；要整改的写期限，整改完补日期。",
    sentence=_check_sentence,
    declared=(
        _SOCIETY,
        Field("year", kind=YEAR, help="检的是哪一年", example="2023"),
        Field("submitted", help="报送业务主管单位初审的日期", example="2024-03-20"),
        Field("day", help="结论的日期，“合格几家”按它统计", example="2024-06-30"),
        Field("result", help="合格、基本合格、不合格；没有参加的选“未参检”", example="合格"),
        Field("rectify_until", help="要求整改的最后一天；到期前会提醒", group="整改"),
        Field("rectified", help="整改完成的日期", group="整改"),
    ),
    columns=("org", "year", "submitted", "day", "result", "rectify_until", "rectified"), filters=("year", "result"),
    order=("-year", "-pk"),
)  # fmt: skip

RATINGS = Register(
    code="star_ratings", title="学会评级", noun="评级", unit="家", room=ROOM, room_title=ROOM_TITLE, model=Rating,
    facts=facts.rating_facts, natural_key=("scale", "year"), day="day", about_owner=True, check=rules.check_rating,
    check_record=queries.rating_faults, extra_prefetch=("org",),
    known_as=("五星级学会", "星级学会", "学会星级评选", "社会组织等级评估", "5A级社会组织", "学会综合评价"),
    help="科协的星级评选和民政的等级评估，每个学会每次一条；没有评上星的不登记。年检不合格、未参检的，民政等级评估不收。",
    sentence=_rating_sentence,
    declared=(
        _SOCIETY,
        Field("scale", help="是科协的星级还是民政的等级", example="科协星级评选"),
        Field("year", kind=YEAR, help="哪一年度的评选；“重启评选几次”由此得出", example="2024"),
        Field("day", help="公布结果的日期", example="2024-11-20"),
        Field("stars", help="几星（5A填5）", example="5"),
        Field("score", help="得分，四舍五入到整数；百分制、千分制照文件", example="92"),
        Field("until", help="有效期的最后一天；民政等级一般五年，长期有效的留空", example="2029-11-19"),
        Field("schemes", scheme="scheme", help="属于哪个评选，先在“奖项赛事与计划”登记", group="其他"),
        Field("document", help="公布的文号", group="其他"),
    ),
    columns=("org", "scale", "year", "stars", "score", "day", "until"), filters=("scale", "year", "stars", "schemes"),
    order=("-day", "-pk"),
)  # fmt: skip
