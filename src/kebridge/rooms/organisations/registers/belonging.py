"""Registers of what the association leads or belongs to."""

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Register
from kebridge.rooms.organisations import facts, queries, rules
from kebridge.rooms.organisations.models import Alliance, LeadingGroup
from kebridge.rooms.organisations.registers.cards import ROOM, ROOM_TITLE


def _group_sentence(one: LeadingGroup) -> str:
    units = f"，成员单位{one.units}家" if one.units else ""
    until = f"，{one.until:%Y年%-m月%-d日}撤销" if one.until else ""
    return f"{one.since:%Y年%-m月%-d日}成立{one.name}（{one.get_role_display()}）{units}{until}"


def _alliance_sentence(one: Alliance) -> str:
    others = "、".join(sorted(body.name for body in one.members.all()))
    return f"{one.day:%Y年%-m月%-d日}与{others}{one.get_role_display()}“{one.name}”"


LEADING_GROUPS = Register(
    code="leading_groups", title="领导小组与专班", noun="领导小组", unit="个", room=ROOM, room_title=ROOM_TITLE,
    model=LeadingGroup, facts=facts.group_facts, natural_key=("name",), day="since", check=rules.check_group,
    known_as=("全民科学素质工作领导小组", "领导小组办公室", "工作专班", "联席会议", "议事协调机构", "指挥部"),
    help="本单位牵头、承担办公室或参加的领导小组、专班，每个一条。党内学习教育的专班登记在“学习教育”。",
    sentence=_group_sentence,
    declared=(
        Field("name", help="文件上的全称", example="演示市全民科学素质工作领导小组"),
        Field("kind", help="是领导小组、专班还是联席会议", example="领导小组"),
        Field("level", help="哪一级的", example="市级"),
        Field("role", help="办公室设在本单位的选第一项，统计按它分类", example="办公室设在本单位"),
        Field("since", help="成立的日期；成立很久、日期不明的填起算的那天", example="2021-06-01"),
        Field("until", help="撤销的日期；存续的留空"),
        Field("units", help="成员单位一共几家", unit="家", example="32"),
        Field("programmes", help="为哪个品牌活动成立的", group="其他"),
        Field("document", help="成立文件的文号", group="其他"),
    ),
    columns=("name", "kind", "level", "role", "units", "since", "until", "org"), filters=("kind", "level", "role", "programmes"),
    search=("name", "document"), totals=("units",), order=("-since", "name"),
)  # fmt: skip

ALLIANCES = Register(
    code="alliances", title="联盟", noun="联盟", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Alliance,
    facts=facts.alliance_facts, natural_key=("name",), day="day", check=rules.check_alliance,
    known_as=("城市群科普科创联盟", "学会联合体", "创业联合体", "科普联盟", "产业联盟", "城市联盟"),
    help="本单位发起或加入的联盟、联合体，每个一条；成员数由“其他成员单位”加上本单位得出。签的协议登记在“合作协议与签约”。",
    sentence=_alliance_sentence,
    declared=(
        Field("name", help="联盟的全称", example="演示城市群科普科创联盟"),
        Field("kind", help="是城市群、学会还是产业的联盟", example="城市群联盟"),
        Field("level", help="联盟的层级；不分的留空", example="省级"),
        Field("role", help="本单位发起还是加入", example="发起"),
        Field("day", help="成立（加入）的日期", example="2022-09-10"),
        Field("until", help="解散（退出）的日期；存续的留空"),
        Field("members", required=True, help="本单位以外的成员全称，用顿号分开", body_kind="body", example="演示甲市科协、演示乙市科协"),
        Field("document", help="协议或文件的名称", group="其他"),
    ),
    columns=("day", "name", "kind", "level", "role", "count", "until", "org"),
    computed=(Computed("count", "成员（含本单位）", "家", value=queries.members_of_alliance),),
    filters=("kind", "level", "role"), search=("name", "members__name"), order=("-day", "-pk"),
)  # fmt: skip
