"""Registers of the appeals room.

What its clerk asks every month, and where the answer is:
1. Which appeals are open, which are past their day?       科技工作者诉求: filter 进展, columns 应办结日期, 超期工作日; metric overdue
2. What do the S&T workers ask for most?                    科技工作者诉求: filter 类别; metric appeals.raised by kind
3. How many letters, visits and calls came, how many people? 来信来访: filter 怎样收到的, total 人数
4. How long does it take, and how many were in time?        metrics appeals.mean_days, appeals.on_time_rate
5. By which rule is a thing due?                            办理时限: columns 从哪天起, 办结天数, 依据文件
"""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from kebridge.core.ledger.measures import Visibility
from kebridge.core.orgs.trees import Node
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Register
from kebridge.rooms.appeals import facts, rules, terms
from kebridge.rooms.appeals.enums import What
from kebridge.rooms.appeals.models import Appeal, HandlingTerm, Letter

ROOM, ROOM_TITLE = "appeals", "诉求与来信来访"


def _late(one: Appeal | Letter) -> int | str:
    """Working days past the due day until it was closed, or until today."""
    if not one.due:
        return ""
    return terms.working_days_between(one.due, one.closed_day or timezone.localdate()) or ""


def _settle_appeal(one: Appeal, **_: Any) -> None:
    terms.settle(one, What.APPEAL)


def _settle_letter(one: Letter, **_: Any) -> None:
    terms.settle(one, What.LETTER)


def _next_number(model: type[Appeal | Letter]) -> Callable[[Node], dict[str, str]]:
    """The next number of this year among those of the organisation."""

    def propose(owner: Node) -> dict[str, str]:
        year = timezone.localdate().year
        taken = model.objects.unscoped("a number is free or not").filter(
            org=owner.id, number__startswith=f"{year}-"
        )
        ends = (number.removeprefix(f"{year}-") for number in taken.values_list("number", flat=True))
        last = max((int(end) for end in ends if end.isdecimal()), default=0)
        return {"number": f"{year}-{last + 1:03}"}

    return propose


def _sentence(one: Appeal | Letter) -> str:
    due = f"，应在{one.due:%Y年%-m月%-d日}前办结" if one.due else ""
    reached = f"{one.closed_day:%Y年%-m月%-d日}办结" if one.closed_day else f"{one.get_stage_display()}{due}"
    return f"{one.number}号，{one.day:%Y年%-m月%-d日}{one.get_channel_display()}（{one.get_kind_display()}），{reached}"


_NUMBER = Field("number", help="登记的编号，一件一号；先按年编好了一个，可以改", example="2024-001")
_SUBJECT = Field("subject", help="什么事，一句话；不写姓名、电话和隐私", example="希望增加学术交流场地")
_PERSONAL = (
    Field("person_name", help="需要回复时才填；加密保存，列表里遮盖", group="联系人"),
    Field("contact", help="电话或邮箱，需要回复时才填；加密保存，列表里遮盖", group="联系人"),
)
_STEPS = (
    Field(
        "stage",
        help="现在到哪一步；选了已交办、已答复、已办结的，下面填那一步的日期",
        group="办理",
        example="已办结",
    ),
    Field("assigned_to", help="交给哪个科室（单位）办，不写人名", group="办理", example="学会部"),
    Field("assigned_day", help="交办的日期", group="办理", example="2024-03-06"),
    Field("answered_day", help="答复本人的日期", group="办理", example="2024-03-12"),
    Field("closed_day", help="办结的日期；超期按它和应办结日期比较", group="办理", example="2024-03-15"),
    Field("satisfaction", help="本人的评价；没有评价的留空", group="办理", example="满意"),
)
_COLUMNS = (
    "number",
    "day",
    "kind",
    "channel",
    "subject",
    "stage",
    "assigned_to",
    "due_day",
    "closed_day",
    "late",
)
_COMPUTED = (
    Computed("due_day", "应办结日期", value=lambda one: one.due or ""),
    Computed("late", "超期工作日", "天", value=_late),
)

APPEALS = Register(
    code="appeals", title="科技工作者诉求", noun="诉求", unit="件", room=ROOM, room_title=ROOM_TITLE, model=Appeal,
    facts=facts.appeal_facts, natural_key=("number",), day="day", check=rules.check_handled, after_save=_settle_appeal, proposes=_next_number(Appeal),
    visibility=Visibility.INTERNAL, takes_notes=False,
    known_as=("科技工作者之家", "诉求反映", "人文关怀", "科技工作者服务", "一站式服务"),
    help="科技工作者向科协反映的诉求，一件一条；走到哪一步就改进展、补日期。应办结日期按收到那天的“办理时限”算出。",
    sentence=_sentence,
    declared=(
        _NUMBER,
        Field("day", help="收到的日期，办理时限从第二天算起", example="2024-03-05"),
        Field("kind", help="哪一类诉求，统计按它分类", example="学术交流"),
        Field("channel", help="来信、来访、电话还是网络；上级转来的选上级转办", example="科技工作者之家窗口"),
        Field("home", help="在哪个科技工作者之家提出的，写简称", example="市科技馆"),
        _SUBJECT, *_PERSONAL, *_STEPS,
    ),
    columns=(*_COLUMNS, "org"), computed=_COMPUTED, filters=("stage", "kind", "channel", "satisfaction"),
    search=("number", "subject", "assigned_to", "home"), order=("-day", "-pk"),
)  # fmt: skip

LETTERS = Register(
    code="letters", title="来信来访", noun="来信来访", unit="件", room=ROOM, room_title=ROOM_TITLE, model=Letter,
    facts=facts.letter_facts, natural_key=("number",), day="day", check=rules.check_letter, after_save=_settle_letter, proposes=_next_number(Letter),
    visibility=Visibility.INTERNAL, takes_notes=False,
    known_as=("信访", "来信来访登记", "群众来访", "热线转办"),
    help="群众来信、来访、来电、网上留言，一件一条。反映违纪违法的不在这里登记，按规定转纪检部门。",
    sentence=_sentence,
    declared=(
        _NUMBER,
        Field("day", help="收到（接待）的日期，办理时限从第二天算起", example="2024-03-05"),
        Field("kind", help="咨询、建议、求助还是投诉等，统计按它分类", example="咨询"),
        Field("channel", help="来信、来访、电话还是网络", example="来访"),
        Field("persons", help="来了几人；来信、来电填1", unit="人", example="1"),
        _SUBJECT, *_PERSONAL, *_STEPS,
    ),
    columns=(*_COLUMNS, "persons", "org"), computed=_COMPUTED, filters=("stage", "kind", "channel", "satisfaction"),
    search=("number", "subject", "assigned_to"), totals=("persons",), order=("-day", "-pk"),
)  # fmt: skip

TERMS = Register(
    code="handling_terms", title="办理时限", noun="办理时限", unit="条", room=ROOM, room_title=ROOM_TITLE, model=HandlingTerm,
    facts=facts.term_facts, natural_key=("what", "since"), is_reference=True, check=rules.check_term, day="since",
    known_as=("办结时限", "信访办理期限"),
    help="诉求、来信来访多少天办结，从哪天起这样规定，依据哪份文件。规定改了另登一条，以前收到的仍按以前的算。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}起{one.get_what_display()}{one.days}个{one.get_counted_display()}办结",
    declared=(
        Field("what", help="办诉求还是来信来访", example="诉求"),
        Field("since", help="从哪天起收到的按这条算", example="2024-01-01"),
        Field("days", help="收到以后几天内办结", unit="天", example="10"),
        Field("counted", help="按工作日还是自然日算", example="工作日"),
        Field("document", help="规定这个时限的文件", example="演示市科协诉求办理办法"),
    ),
    columns=("what", "since", "days", "counted", "document"), filters=("what",), search=("document",), order=("-since", "-pk"),
)  # fmt: skip

REGISTERS: tuple[Register, ...] = (APPEALS, LETTERS, TERMS)
