"""How bodies come about and are governed: steps, congresses and seats, yearly checks, ratings, groups, alliances."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.rooms.organisations.enums import Route, Step

STEPS = "organisations.steps"
APPLYING = "organisations.applying"
GROUP_MEMBERS = "organisations.group_members"
CONGRESSES = "organisations.congresses"
CONGRESS_NUMBER = "organisations.congress_number"
CONGRESS_PLANNED = "organisations.congress_planned"
SEATS = "organisations.seats"
SEATS_FRONT_LINE = "organisations.seats_front_line"
SEATS_WOMEN = "organisations.seats_women"
SEATS_YOUNG = "organisations.seats_young"
CHECKS = "organisations.checks"
CHECKS_SUBMITTED = "organisations.checks_submitted"
CHECKS_OPEN = "organisations.checks_open"
RATINGS = "organisations.ratings"
RATINGS_IN_FORCE = "organisations.ratings_in_force"
LEADING_GROUPS = "organisations.leading_groups"
GROUPS_FORMED = "organisations.leading_groups_formed"
GROUP_UNITS = "organisations.leading_group_units"
ALLIANCES = "organisations.alliances"
ALLIANCES_FOUNDED = "organisations.alliances_founded"
ALLIANCE_MEMBERS = "organisations.alliance_members"
_ORG = {"subject_kind": "organisation"}

measures.register(
    Measure(STEPS, 131, "成立与入会办理", "家", "society_steps", family="办理",
            help="申请、批复、成立大会、登记备案、准予入会等日期在时期内的，每一步算一次，按类别限定；对象一栏是组织类型，渠道一栏是途径，等次一栏是新兴领域"),
    Measure(APPLYING, 132, "正在办理成立与入会的组织", "家", "society_steps", Nature.STOCK, family="正在办理",
            help="时期末已申请、还没有登记备案（只入会的：还没有准予入会）的组织"),
    Measure(GROUP_MEMBERS, 133, "团体会员数", "家", "society_steps", Nature.STOCK, family="团体会员",
            help="时期末已准予入会、没有退会的团体会员"),
    Measure(CONGRESSES, 141, "召开代表大会次数", "次", "congresses", family="代表大会", help="召开日期在时期内的代表大会（会员大会）；按组织类别限定"),
    Measure(CONGRESS_NUMBER, 142, "代表大会届次", "次", "congresses", Nature.VALUE,
            help="最近一次召开的是第几次；限定到一个单位本级和一类组织才有意义"),
    Measure(CONGRESS_PLANNED, 143, "拟召开的代表大会届次", "次", "congresses", Nature.VALUE,
            help="拟召开、还没有召开的是第几次，按拟召开日期取数"),
    Measure(SEATS, 144, "代表与委员席位", "人", "congresses", Nature.SNAPSHOT, family="席位",
            help="最近一次大会产生的席位人数；用类别限定到代表、委员或常委，各类不相加"),
    Measure(SEATS_FRONT_LINE, 145, "一线科技工作者席位", "人", "congresses", Nature.SNAPSHOT, family="席位",
            help="最近一次大会产生的席位里的一线科技工作者"),
    Measure(SEATS_WOMEN, 146, "女性席位", "人", "congresses", Nature.SNAPSHOT, family="席位", help="最近一次大会产生的席位里的女性"),
    Measure(SEATS_YOUNG, 147, "45岁以下席位", "人", "congresses", Nature.SNAPSHOT, family="席位",
            help="最近一次大会产生的席位里45岁以下的"),
    Measure(CHECKS, 151, "社团年检数", "家", "annual_checks", family="年检", **_ORG,
            help="结论日期在时期内的年检；类别是结论，渠道一栏是年检年度"),
    Measure(CHECKS_SUBMITTED, 152, "报送年检", "家", "annual_checks", family="年检报送", **_ORG,
            help="报送主管单位日期在时期内的年检"),
    Measure(CHECKS_OPEN, 153, "年检整改中的学会", "家", "annual_checks", Nature.STOCK, family="年检整改", **_ORG,
            help="时期末要求整改、还没有整改完的学会"),
    Measure(RATINGS, 161, "学会评级数", "家", "star_ratings", family="评级", **_ORG,
            help="公布日期在时期内的评级；类别是评什么，等次一栏是几星（几级），渠道一栏是年度"),
    Measure(RATINGS_IN_FORCE, 162, "有效的学会评级", "家", "star_ratings", Nature.STOCK, family="有效评级", **_ORG,
            help="某一天没有到期的评级"),
    Measure(LEADING_GROUPS, 171, "领导小组与专班", "个", "leading_groups", Nature.STOCK, family="领导小组",
            help="时期末存续的领导小组、专班；渠道一栏是本单位的角色"),
    Measure(GROUPS_FORMED, 172, "新成立的领导小组与专班", "个", "leading_groups", family="新成立领导小组",
            help="成立日期在时期内的领导小组、专班"),
    Measure(GROUP_UNITS, 173, "领导小组成员单位", "家次", "leading_groups", Nature.STOCK, family="成员单位",
            help="时期末存续的领导小组的成员单位数之和；一个单位参加几个小组算几次"),
    Measure(ALLIANCES, 181, "联盟数", "个", "alliances", Nature.STOCK, family="联盟", help="时期末存续的联盟、联合体"),
    Measure(ALLIANCES_FOUNDED, 182, "新成立（加入）的联盟", "个", "alliances", family="新联盟",
            help="成立（加入）日期在时期内的联盟；等次一栏是发起还是加入"),
    Measure(ALLIANCE_MEMBERS, 183, "联盟成员数", "家", "alliances", Nature.STOCK, family="联盟成员",
            help="时期末存续的联盟的成员数，含本单位；参加几个联盟算几次"),
)  # fmt: skip


def case_facts(case: Any) -> Iterable[FactRow]:
    common = {"org": case.org_id, "audience": case.type, "channel": case.route, "basis": case.basis,
              "grade": "emerging" if case.is_emerging else ""}  # fmt: skip
    for step in Step:
        if day := getattr(case, step.value):
            yield FactRow(STEPS, day=day, kind=step.value, **common)
    done = case.admitted if case.route == Route.MEMBER else case.registered
    if case.applied:
        ends = [day for day in (done, case.refused, case.ended) if day]
        yield from standing(APPLYING, case.applied, gone=min(ends) if ends else None, **common)
    if case.admitted:
        yield from standing(GROUP_MEMBERS, case.admitted, gone=case.ended, **common)


def congress_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "basis": one.basis}
    if not one.day:
        yield FactRow(CONGRESS_PLANNED, day=one.planned, kind=one.sort, quantity=one.number, **common)
        return
    yield FactRow(CONGRESSES, day=one.day, kind=one.sort, **common)
    yield FactRow(CONGRESS_NUMBER, day=one.day, kind=one.sort, quantity=one.number, **common)
    for line in one.seats.all():
        counted = ((SEATS, line.persons), (SEATS_FRONT_LINE, line.front_line), (SEATS_WOMEN, line.women),
                   (SEATS_YOUNG, line.young))  # fmt: skip
        for measure, persons in counted:
            if persons is not None:
                yield FactRow(
                    measure, day=one.day, quantity=persons, kind=line.kind, audience=one.sort, **common
                )


def check_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.result, "channel": str(one.year), "subject": one.org.subject_id,
              "basis": one.basis}  # fmt: skip
    if one.submitted:
        yield FactRow(CHECKS_SUBMITTED, day=one.submitted, **common)
    if one.day:
        yield FactRow(CHECKS, day=one.day, **common)
        if one.rectify_until:
            yield from standing(CHECKS_OPEN, one.day, gone=one.rectified, **common)


def rating_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.scale, "grade": str(one.stars), "channel": str(one.year),
              "subject": one.org.subject_id, "basis": one.basis, "tags": tag_ids(one, "schemes")}  # fmt: skip
    yield FactRow(RATINGS, day=one.day, **common)
    gone = one.until + timedelta(days=1) if one.until else None
    yield from standing(RATINGS_IN_FORCE, one.day, gone=gone, **common)


def group_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "channel": one.role, "basis": one.basis,
              "tags": tag_ids(one, "programmes")}  # fmt: skip
    yield FactRow(GROUPS_FORMED, day=one.since, **common)
    yield from standing(LEADING_GROUPS, one.since, gone=one.until, **common)
    if one.units:
        yield from standing(GROUP_UNITS, one.since, gone=one.until, quantity=one.units, **common)


def alliance_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "grade": one.role, "basis": one.basis}
    yield FactRow(ALLIANCES_FOUNDED, day=one.day, **common)
    yield from standing(ALLIANCES, one.day, gone=one.until, **common)
    yield from standing(
        ALLIANCE_MEMBERS, one.day, gone=one.until, quantity=len(one.members.all()) + 1, **common
    )
