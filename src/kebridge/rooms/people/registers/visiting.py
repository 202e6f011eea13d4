"""Experts who came, leaders who visited."""

from typing import Any

from django.db.models import Sum

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register
from kebridge.rooms.people import facts, ops, references, rules
from kebridge.rooms.people.models import (
    Guest,
    Inspection,
    Leaders,
)
from kebridge.rooms.people.registers.common import ROOM, ROOM_TITLE


def _know_guest(guest: Guest, **_: Any) -> None:
    employer = guest.employer.name if guest.employer_id else ""
    ops.know(guest, name=guest.person_name, employer=employer, kind=guest.kind)


def _guest_sentence(guest: Guest) -> str:
    talks = f"，作{guest.get_talk_kind_display()}{guest.talks}场" if guest.talks else ""
    return (
        f"{guest.day:%-m月%-d日}{guest.get_kind_display()}{guest.person_name}来访，参加{guest.event}{talks}"
    )


def _inspection_sentence(one: Inspection) -> str:
    leaders = "、".join(
        f"{line.get_sender_display()}{line.get_post_display()}{line.persons}人" for line in one.leaders.all()
    )
    where = f"到{one.place}" if one.place else ""
    return f"{one.day:%-m月%-d日}{one.get_level_display()}{leaders}{where}{one.get_purpose_display()}：{one.title}"


GUESTS = Register(
    code="guests", title="来访专家", noun="来访", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Guest,
    facts=facts.guest_facts, natural_key=("day", "person_name", "event"), day="day", recurs=True, check=rules.check_guest,
    after_save=_know_guest, extra_prefetch=("person",),
    known_as=("院士专家邀请", "院士来访", "邀请专家", "论坛嘉宾", "海智专家", "外籍院士", "巡讲专家", "航天员", "航天英雄"),
    help="请来的院士、专家、企业技术负责人，每人每次活动一条。“邀请多少人”按人去重，“来访人次”不去重。",
    sentence=_guest_sentence,
    declared=(
        Field("day", help="来访的第一天", example="2024-03-05"),
        Field("person_name", help="来访人的姓名", example="演示人"),
        Field("employer", help="来访人的单位全称；“来了多少家企业”由此去重", body_kind="firm", example="演示研究院"),
        Field("kind", help="以什么身份来", example="专家"),
        Field("level", help="所在单位或派出的学会是哪一级", example="国家级"),
        Field("origin", help="海外（外籍）的选海外，“海外专家几人”由此得出；不分的留空"),
        Field("field", help="专业领域，写一个", example="新材料"),
        Field("event", help="来参加什么", example="演示产业发展会议"),
        Field("occasion", help="来做什么", example="产业会议（论坛）"),
        Field("talks", help="这次作了几场报告，没有的填0", unit="场", example="1", group="报告与走访"),
        Field("talk_kind", help="报告的类型", example="产业报告", group="报告与走访"),
        Field("visited", help="走访的企业、学校，用顿号分开", body_kind="firm", group="报告与走访"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    columns=("day", "person_name", "employer", "kind", "event", "occasion", "talks", "talk_kind", "org"),
    filters=("kind", "occasion", "level", "origin", "talk_kind", "programmes"), search=("person_name", "event", "employer__name", "field"),
    totals=("talks",), order=("-day", "-pk"),
)  # fmt: skip

VISITORS = Register(
    code="visitors", title="领导调研与慰问", noun="调研慰问", unit="次", room=ROOM, room_title=ROOM_TITLE, model=Inspection,
    facts=facts.inspection_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_inspection,
    known_as=("上级调研指导", "走访慰问", "看望慰问", "拜访慰问", "领导调研", "基层调研"),
    help="上级领导来调研、市领导走访慰问、本级领导到县区调研。只记班子、职务和人数，不写姓名。",
    sentence=_inspection_sentence,
    declared=(
        Field("day", help="到访的日期；几天的填第一天", example="2024-03-05"),
        Field("title", help="调研、慰问的内容，不写姓名", example="调研科普工作"),
        Field("purpose", help="调研指导、走访慰问等", example="调研指导"),
        Field("direction", help="上级来填“来我市”，本级下去填“到基层”", example="来我市"),
        Field("level", help="领导所在单位的层级", example="省级"),
        Field("place", help="到了哪个县区；只到市里的留空", example="演示县"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    lines=Lines("leaders", Leaders, (
        Field("sender", help="领导在哪个班子", example="科协"),
        Field("post", help="职务", example="副主席（副职）"),
        Field("persons", help="这个职务来了几人", unit="人", example="1"),
        Field("returning", help="其中今年以前已来过、这次再来的人数；由此去重", unit="人", example="0"),
    ), "领导", "inspection"),
    columns=("day", "title", "purpose", "direction", "level", "place", "persons", "org"),
    computed=(Computed("persons", "领导人次", "人次", sql=Sum("leaders__persons")),),
    filters=("purpose", "direction", "level", "programmes"), search=("title", "place"), totals=("persons",),
    order=("-day", "-pk"),
)  # fmt: skip


references.add(references.Reference(Guest, ("person_name",), ("day", "event")))
