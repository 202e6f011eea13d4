"""Registers of the volunteers room.

What its clerk asks every month, and where the answer is:
1. How many teams do we have, of which kind, which were founded?   志愿服务队: filters 类别, 层级; metrics volunteers.teams, teams_founded
2. How many volunteers are registered, and since when?             平台快照 (媒体传播): filter 看到的是; metric volunteers.registered
3. How many activities, sessions, volunteers came?                 活动登记簿: filter 形式 志愿服务, column 志愿者人次
4. Whose hours wait for confirmation, who proposed them?           志愿服务时长: column 进展; the page 志愿服务时长确认
5. How many hours has each served, which star is that?             the same page: totals by volunteer; metrics volunteers.hours, active
"""

from datetime import date

from django.utils.timezone import localdate

from kebridge.core.ledger.measures import Visibility
from kebridge.core.records.fields import TIME, Field
from kebridge.core.records.register import Computed, Register
from kebridge.rooms.people import references
from kebridge.rooms.volunteers import facts, ops, queries, rules
from kebridge.rooms.volunteers.models import Service, Team

ROOM, ROOM_TITLE = "volunteers", "科技志愿服务"


def _progress(one: Service) -> str:
    return f"{one.confirmed_by_name}已确认" if one.confirmed_at else f"{one.proposed_by_name}已提出，待确认"


def _confirmed_on(one: Service) -> date | None:
    return localdate(one.confirmed_at) if one.confirmed_at else None


def _service_sentence(one: Service) -> str:
    return f"{one.day:%Y年%-m月%-d日}{one.person_name}参加“{one.activity}”服务{one.minutes}分钟，{_progress(one)}"


TEAMS = Register(
    code="volunteer_teams", title="志愿服务队", noun="队伍", unit="支", room=ROOM, room_title=ROOM_TITLE, model=Team,
    facts=facts.team_facts, natural_key=("name",), day="founded", check=rules.check_team,
    help="科技志愿服务队、网络科普志愿服务队、党员志愿服务队等，一支一条。平台上显示的队伍总数在“平台快照”登记，不与这里相加；"
    "获得的荣誉登记在“荣誉”，获得者类别选“团队”。",
    sentence=lambda one: f"{one.founded:%Y年%-m月%-d日}组建{one.name}（{one.get_kind_display()}）",
    declared=(
        Field("name", help="队伍的名称", example="演示市网络科普志愿服务队"),
        Field("kind", help="哪一类队伍，统计按它分类", example="网络科普志愿服务队"),
        Field("level", help="哪一级组建的", example="市级"),
        Field("body", help="依托哪个单位；科协自己的留空", body_kind="body"),
        Field("founded", help="组建的日期，“组建几支”按它统计", example="2019-03-05"),
        Field("ended", help="解散的日期；存续的留空"),
    ),
    columns=("name", "kind", "level", "body", "founded", "ended", "org"), filters=("kind", "level"), search=("name",),
    order=("-founded", "-pk"),
    known_as=("科技志愿服务队", "网络科普志愿服务队", "网络科普志愿服务总队", "党员志愿服务", "科技志愿服务"),
)  # fmt: skip

HOURS = Register(
    code="volunteer_hours", title="志愿服务时长", noun="服务", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Service,
    facts=facts.service_facts, natural_key=("day", "person_name", "employer", "activity", "begins"), day="day", recurs=True,
    visibility=Visibility.INTERNAL, check=rules.check_service, check_record=queries.overlaps, check_together=queries.overlaps_together, after_save=ops.propose,
    extra_prefetch=("person",), sentence=_service_sentence,
    help="每人每天每项服务一条，只记实际服务的时间，不含路程和培训。登记以后由另一个人确认才计数；改过的要重新确认。",
    declared=(
        Field("day", help="服务的日期；过了零点的填开始那天", example="2024-03-05"),
        Field("person_name", help="志愿者的姓名；未成年人不登记姓名，只在活动里记人次", example="演示人"),
        Field("employer", help="单位全称；同名同单位的视为同一个人", example="演示大学"),
        Field("team", help="以哪支队伍的名义", example="演示市网络科普志愿服务队"),
        Field("kind", help="哪一类服务", example="科普服务"),
        Field("activity", help="参加的活动的名称", example="周六志愿服务日"),
        Field("begins", kind=TIME, help="写成09:30；不清楚的两个时间都留空", example="09:00"),
        Field("ends", kind=TIME, help="写成11:30；过了零点的照写钟点", example="11:30"),
        Field("minutes", help="实际服务了多少分钟；两个时间都填了会自动算出，中间休息的要减去", unit="分钟", example="150"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    columns=("day", "person_name", "employer", "team", "activity", "minutes", "progress", "org"),
    computed=(Computed("progress", "进展", value=_progress),
              Computed("confirmed_on", "确认日期", value=_confirmed_on)),
    filters=("kind", "programmes"), search=("person_name", "employer", "activity", "team"), totals=("minutes",),
    order=("-day", "-pk"), known_as=("志愿服务时长", "服务工时", "志愿者星级", "志愿服务记录"),
)  # fmt: skip

REGISTERS = (TEAMS, HOURS)

references.add(references.Reference(Service, ("person_name", "employer"), ("day", "activity", "begins")))
