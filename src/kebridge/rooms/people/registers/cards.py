"""Persons, and who was appointed to what or engaged by whom."""

from typing import Any

from kebridge.core.ledger.measures import Visibility
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register
from kebridge.rooms.people import facts, ops, queries, references, rules
from kebridge.rooms.people.enums import PersonKind
from kebridge.rooms.people.models import (
    Appointment,
    Engagement,
    Person,
)
from kebridge.rooms.people.registers.common import EMPLOYER_HELP, ROOM, ROOM_TITLE


def _know_appointee(one: Appointment, **_: Any) -> None:
    ops.know(one, name=one.person_name, employer=one.employer, kind=PersonKind.EXPERT)


def _person_sentence(person: Person) -> str:
    return f"{person.name}（{'，'.join(filter(None, (person.employer, person.get_kind_display())))}）"


def _appointment_sentence(one: Appointment) -> str:
    batch = f"第{one.batch}批（届）" if one.batch else ""
    bodies = "、".join(sorted(body.name for body in one.bodies.all()))
    until = f"，任期至{one.until:%Y年%-m月%-d日}" if one.until else ""
    return f"{one.since:%Y年%-m月%-d日}聘任{one.person_name}为{bodies}{one.get_level_display()}{batch}{one.get_kind_display()}{until}"


def _know_engaged(one: Engagement, **_: Any) -> None:
    ops.know(one, name=one.person_name, employer=one.employer, kind=one.kind)


def _engagement_sentence(one: Engagement) -> str:
    until = f"至{one.until:%Y年%-m月%-d日}" if one.until else "起"
    task = f"，{one.task}" if one.task else ""
    return f"{one.since:%Y年%-m月%-d日}{until}{one.firm.name}柔性引进{one.person_name}（{one.get_mode_display()}）{task}"


PERSONS = Register(
    code="persons", title="人员", noun="人员", unit="人", room=ROOM, room_title=ROOM_TITLE, model=Person,
    facts=facts.person_facts, natural_key=("name", "employer"), day="listed", visibility=Visibility.INTERNAL,
    prepare=ops.identify, after_save=ops.remember, check=rules.check_person, check_record=queries.closed_card_faults,
    known_as=("专家库", "人才库", "三长", "科技人才信息", "老科技工作者", "科学教师队伍"),
    help="院士、专家、三长等。聘任、推荐、来访里写上姓名和单位就会自动登记；不登记身份证号。"
    "登记重了可以合并，本人要求删除的可以清除，计数不变。",
    sentence=_person_sentence,
    declared=(
        Field("name", help="姓名；不写称谓", example="演示人"),
        Field("employer", help=EMPLOYER_HELP, example="演示大学"),
        Field("kind", help="最主要的身份；三长指医院院长、中小学校长、农技站长", example="专家"),
        Field("three_heads", help="类别是三长时选哪一长"),
        Field("title", help="职务或职称的名称", example="教授"),
        Field("rank", help="职称等级", example="正高级"),
        Field("fields", help="研究或从事的专业，用顿号分开", example="作物育种、农学"),
        Field("listed", help="进入专家库、人才库的日期；只因业务记录提到的留空", group="入库", example="2024-03-05"),
        Field("left", help="退出专家库的日期；在库的留空", group="入库"),
        Field("phone", help="联系电话，加密保存，列表里遮盖", group="联系方式"),
    ),
    columns=("name", "employer", "kind", "title", "rank", "fields", "listed", "left", "org"),
    filters=("kind", "three_heads", "rank"), search=("name", "employer", "fields"), order=("name",),
)  # fmt: skip

APPOINTMENTS = Register(
    code="appointments", title="聘任与任职", noun="聘任", unit="条", room=ROOM, room_title=ROOM_TITLE,
    model=Appointment, facts=facts.appointment_facts, natural_key=("since", "person_name", "employer", "kind"),
    day="since", check=rules.check_appointment, after_save=_know_appointee, extra_prefetch=("person",),
    known_as=(
        "首席科普专家", "科学副校长", "三长兼职", "党建指导员", "驻村第一书记", "技术经理人", "科技经纪人", "联络员", "全国代表推荐",
        "代表大会代表", "聘书", "常委、委员",
    ),
    help="首席科普专家、科学副校长、委员、驻村第一书记等。每人每个职务一条；续聘另登一条，原来的一条填任期截止日期。",
    sentence=_appointment_sentence,
    declared=(
        Field("person_name", help="受聘人的姓名", example="演示人"),
        Field("employer", help=EMPLOYER_HELP, example="演示大学"),
        Field("kind", help="聘任的职务，统计按它分类", example="首席科普专家"),
        Field("level", help="由哪一级聘任", example="市级"),
        Field("batch", help="第几批聘任的专家、第几届的委员；没有的留空", example="1"),
        Field("bodies", help="任职的学校、村、企业；几所学校用顿号分开，仍算聘任一次", body_kind="school", example="演示县第一小学"),
        Field("since", help="聘任（任职）的日期，“聘任人数”按它统计", example="2024-03-05"),
        Field("until", help="任期的最后一天，当天仍算在任；没有期限的留空", example="2027-03-04"),
        Field("document", help="聘任文件或聘书的文号"),
        Field("programmes", help="在哪个品牌活动上颁发的聘书", group="归类"),
    ),
    columns=("since", "person_name", "employer", "kind", "level", "batch", "bodies", "until", "org"),
    filters=("kind", "level", "programmes"), search=("person_name", "employer", "bodies__name"), order=("-since", "-pk"),
)  # fmt: skip

ENGAGEMENTS = Register(
    code="engagements", title="柔性引进", noun="柔性引进", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Engagement,
    facts=facts.engagement_facts, natural_key=("since", "person_name", "employer", "firm"), day="since",
    check=rules.check_engagement, after_save=_know_engaged, extra_prefetch=("person",),
    known_as=("柔性引进专家", "引进创新人才", "周末工程师", "特聘专家", "专家入企"),
    help="不调动工作、为本地企业服务的专家和创新人才，每人每个单位一条。“引进多少位”按人去重；只来一次的登记在“来访专家”。",
    sentence=_engagement_sentence,
    declared=(
        Field("person_name", help="专家的姓名", example="演示人"),
        Field("employer", help=EMPLOYER_HELP, example="演示大学"),
        Field("kind", help="是院士、专家还是其他人才", example="专家"),
        Field("mode", help="怎样引进", example="合作研发"),
        Field("level", help="所在单位是哪一级"),
        Field("origin", help="海外（外籍）的选海外；不分的留空"),
        Field("firm", help="引进的企业（单位）全称；“几家单位”由此去重", body_kind="firm", example="演示机械有限公司"),
        Field("field", help="专业领域，写一个", example="新材料"),
        Field("task", help="承担什么任务，一句话，不写技术秘密"),
        Field("since", help="开始的日期，“引进多少位”按它统计", example="2024-03-05"),
        Field("until", help="最后一天，当天仍算；没有期限的留空", example="2027-03-04"),
        Field("programmes", help="属于哪些品牌活动、引才计划", group="归类"),
        Field("chains", scheme="plan", help="属于哪条产业链，先在“工作事项”登记", group="归类"),
    ),
    columns=("since", "person_name", "employer", "kind", "mode", "firm", "field", "until", "org"),
    filters=("kind", "mode", "level", "origin", "programmes", "chains"),
    search=("person_name", "employer", "firm__name", "field"), order=("-since", "-pk"),
)  # fmt: skip


references.add(references.Reference(Engagement, ("person_name", "employer", "task"), ("firm", "since")))
references.add(references.Reference(Appointment, ("person_name", "employer"), ("kind", "since")))
