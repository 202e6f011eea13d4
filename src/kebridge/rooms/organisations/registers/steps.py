"""Register of how bodies come about and enter the association."""

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Register
from kebridge.rooms.organisations import facts, queries, rules
from kebridge.rooms.organisations.enums import Step
from kebridge.rooms.organisations.models import FoundingCase
from kebridge.rooms.organisations.registers.cards import ROOM, ROOM_TITLE

SOCIETY_STEPS = Register(
    code="society_steps", title="组织成立与入会", noun="办理事项", unit="家", room=ROOM, room_title=ROOM_TITLE,
    model=FoundingCase, facts=facts.case_facts, natural_key=("name",), day="applied", check=rules.check_case,
    words={**dict(Step.choices), "emerging": "新兴领域"},
    known_as=("团体会员", "学会成立", "企业科协批复", "学会登记", "准予入会", "新兴领域团体会员", "成立大会", "备案", "业务主管单位审查"),
    help="学会、基层科协从申请到登记、入会，每个组织一条，走到哪一步就补上哪一步的日期。登记（备案）以后再到组织登记簿新增组织。",
    sentence=lambda one: f"{one.name}（{one.get_route_display()}），{queries.step_reached(one)}",
    declared=(
        Field("name", help="组织全称", example="演示市光电学会"),
        Field("route", help="学会到民政登记；企业、高校、医院、园区、乡镇科协由科协批复；已有的组织只办入会", example="民政登记"),
        Field("type", help="登记以后是哪一类组织", example="学会（协会、研究会）"),
        Field("field", help="学科或行业", example="光电信息"),
        Field("is_emerging", help="属于新兴领域的选“是”", example="是"),
        Field("individuals", help="申请时的个人会员数", unit="人", example="60", group="会员"),
        Field("units", help="申请时的单位会员数", unit="家", example="12", group="会员"),
        Field("applied", help="收到申请的日期", example="2024-01-10", group="进度"),
        Field("replied", help="业务主管单位同意或科协批复的日期", example="2024-03-01", group="进度"),
        Field("meeting", help="成立大会（会员大会、选举）的日期", example="2024-04-18", group="进度"),
        Field("registered", help="学会是民政登记的日期，基层科协是选举结果备案的日期", example="2024-05-20", group="进度"),
        Field("admitted", help="准予成为团体会员的日期，“吸纳几家”按它统计", example="2024-06-12", group="进度"),
        Field("refused", help="不予同意的日期；没有的留空", group="进度"),
        Field("ended", help="退会，或注销、撤销的日期", group="进度"),
        Field("document", help="批复文号、登记证号", group="其他"),
    ),
    columns=("name", "route", "type", "field", "applied", "replied", "meeting", "registered", "admitted", "reached", "next",
             "condition", "org"),
    computed=(
        Computed("reached", "走到哪一步", value=queries.step_reached),
        Computed("next", "下一步", value=queries.step_next),
        Computed("condition", "会员条件", value=queries.membership_condition),
    ),
    filters=("route", "type", "is_emerging"), search=("name", "field", "document"), order=("-applied", "-pk"),
)  # fmt: skip
