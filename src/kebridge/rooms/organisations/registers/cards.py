"""Registers of the organisations themselves and of the bodies that work reaches."""

import re

from kebridge.core.orgs.trees import Node, latest_tree
from kebridge.core.records.fields import Field
from kebridge.core.records.models import Body
from kebridge.core.records.register import Computed, Register
from kebridge.core.subjects.models import Subject
from kebridge.rooms.organisations import ops, rules
from kebridge.rooms.organisations.facts import organisation_facts
from kebridge.rooms.organisations.models import OrgCard

ROOM, ROOM_TITLE = "organisations", "组织建设"


def _sentence(card: OrgCard) -> str:
    since = f"，{card.founded:%Y年%-m月%-d日}成立" if card.founded else ""
    until = f"，{card.ended:%Y年%-m月%-d日}终止" if card.ended else ""
    return f"{card.name}（{card.get_type_display()}）{since}{until}"


def _give_subject(body: Body) -> None:
    body.subject = Subject.objects.create(kind=body.kind)


def _next_code(above: Node) -> dict[str, str]:
    """The code of the organisation above, a stroke and the next number."""
    taken = re.compile(rf"{re.escape(above.code)}-(\d{{1,6}})")
    numbers = [int(found[1]) for code in latest_tree().by_code if (found := taken.fullmatch(code))]
    return {"code": f"{above.code}-{max(numbers, default=0) + 1:02}"}


ORGANISATIONS = Register(
    code="organisations", title="组织登记簿", noun="组织", unit="个", room=ROOM, room_title=ROOM_TITLE,
    model=OrgCard, facts=organisation_facts, natural_key=("code",), day="founded", is_reference=True,
    known_as=("市科协", "县区科协", "乡镇科协", "镇办科协", "企业科协", "企事业科协", "高校科协", "医院科协", "医疗卫生机构科协",
              "园区科协", "学校科协", "所属学会", "市级学会", "工程师协会", "老科协", "老科技工作者协会", "反邪教协会", "组织机构"),
    help="协会、学会、基层科协、场馆等一切组织。名称、类型、隶属有变动时按生效日期办理，过去的数不受影响。",
    sentence=_sentence, prepare=ops.identify, proposes=_next_code, after_save=ops.first_event, check=rules.check_card,
    check_record=rules.check_unchanged, extra_prefetch=("organisation__events",), extra_tables=frozenset({"orgs_orgevent"}),
    declared=(
        Field("org", label="隶属单位", help="上一级组织；学会填业务主管的市科协", example="演示市科协"),
        Field("code", help="本系统内不重复的短代码，一经登记不再改；先按隶属单位编好了一个，有统一编码的改成统一编码", example="YS-CHA"),
        Field("name", help="批复或登记证书上的全称", example="演示市茶叶学会"),
        Field("type", help="按组织的性质选择，统计按它分类"),
        Field("founded", help="批复成立或登记的日期；“新成立”按它统计。成立很久、日期不明的留空", example="2024-03-05"),
        Field("known_from", help="成立日期不明时，从哪天起已知它存续", example="2023-12-31"),
        Field("host", help="企业科协填企业，高校科协填学校", body_kind="firm"),
        Field("field", help="学会的学科，企业科协的行业"),
        Field("document", help="批复文号或登记证号"),
    ),
    columns=("code", "name", "type", "org", "founded", "ended"),
    computed=(Computed("ended", "终止日期", value=lambda card: card.ended),),
    filters=("type",), search=("name", "code", "field"), order=("type", "name"),
)  # fmt: skip

BODIES = Register(
    code="bodies", title="服务对象单位", noun="单位", unit="家", room=ROOM, room_title=ROOM_TITLE,
    model=Body, facts=lambda _: (), natural_key=("name",), is_reference=True, prepare=_give_subject,
    known_as=("服务对象", "企业名录", "学校名录", "合作单位", "共建单位"),
    help="活动到过的学校、企业、社区等。录入活动时写上名称就会自动登记；“覆盖学校数”等按单位去重统计。",
    sentence=lambda body: f"{body.name}（{body.get_kind_display()}）",
    declared=(
        Field("org", label="所在县区", help="单位所在的县区科协；市直的填市科协"),
        Field("name", help="全称；同一县区内不重复", example="演示县第一小学"),
        Field("kind", help="学校、企业等，统计按它分类"),
    ),
    columns=("name", "kind", "org"), filters=("kind",), search=("name",), order=("name",),
)  # fmt: skip
