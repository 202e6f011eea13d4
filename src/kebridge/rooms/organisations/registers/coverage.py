"""Registers of what could be covered: units that ought to have an association, posts of the three heads."""

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Register
from kebridge.rooms.organisations import facts, queries, rules
from kebridge.rooms.organisations.models import CoverableUnit, Post
from kebridge.rooms.organisations.registers.cards import ROOM, ROOM_TITLE


def _post_sentence(post: Post) -> str:
    if not post.taken_from:
        return f"{post.unit}{post.name}，还没有吸纳"
    how = post.get_working_display()
    until = f"，{post.taken_until:%Y年%-m月%-d日}卸任" if post.taken_until else ""
    return f"{post.unit}{post.name}{post.taken_from:%Y年%-m月%-d日}{how}任{post.get_seat_display()}{until}"


COVERABLE_UNITS = Register(
    code="coverable_units", title="应建科协的单位", noun="应建单位", unit="个", room=ROOM, room_title=ROOM_TITLE,
    model=CoverableUnit, facts=facts.unit_facts, natural_key=("kind", "name"), day="since", check=rules.check_unit,
    extra_prefetch=("association__events",),
    known_as=("组织全覆盖", "应建尽建", "组织覆盖面", "乡镇科协全覆盖", "高校科协全覆盖", "组织建设率", "高校名录", "乡镇名录",
              "医院名录", "规上企业名录"),
    help="乡镇、高校、医院、规模以上企业等应当建科协的单位，每个一条，是“全覆盖”“建设率”的分母。"
    "写上已建的科协就算已覆盖，那个科协终止以后自动不算。",
    sentence=lambda one: f"{one.name}（{one.get_kind_display()}），{queries.coverage_of(one)}",
    declared=(
        Field("org", label="所在县区", help="单位在哪个县区就填哪个县区科协；市直的填市科协", example="演示县科协"),
        Field("kind", help="是乡镇、高校还是企业，覆盖率按它分开算", example="乡镇（街道）"),
        Field("name", help="单位全称", example="演示镇"),
        Field("size", help="企业按统计部门的口径选规模以上或以下；其他留空", example="规模以上"),
        Field("since", help="从哪天起算在应建范围里；成立很久的填建账的那天", example="2020-01-01"),
        Field("until", help="撤并、不再算在应建范围的日期；一直算的留空"),
        Field("association", help="已建科协的，写组织登记簿里的名称；几家联合建的都写同一个", example="演示镇科协", group="已建"),
        Field("covered_from", help="科协没有单独登记的，填它成立的日期；写了上一项的留空", group="已建"),
        Field("covered_until", help="没有单独登记的科协撤销的日期", group="已建"),
    ),
    columns=("kind", "name", "org", "size", "since", "association", "covered_from", "coverage"),
    computed=(Computed("coverage", "现状", value=queries.coverage_of),),
    filters=("kind", "size"), search=("name",), order=("kind", "name"),
)  # fmt: skip

POSTS = Register(
    code="posts", title="三长岗位", noun="岗位", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Post,
    facts=facts.post_facts, natural_key=("unit", "name"), day="since", check=rules.check_post,
    known_as=("三长", "三长进科协", "3+1", "三长兼职副主席", "四长", "基层科协领导班子", "三长吸纳"),
    help="乡镇的医院（卫生院）院长、中心学校校长、农技站站长等岗位，每个岗位一条，不写人名；吸纳到科协任职的补上日期和职务。"
    "任职的人登记在“聘任与任职”。",
    sentence=_post_sentence,
    declared=(
        Field("org", label="所在县区", help="岗位所在的县区科协", example="演示县科协"),
        Field("unit", help="在哪个乡镇（街道），写法一致", example="演示镇"),
        Field("name", help="岗位的名称，不写姓名", example="中心卫生院院长"),
        Field("kind", help="是三长里的哪一长；“三类岗位”由此得出", example="医院院长"),
        Field("since", help="从哪天起算这个岗位；一直有的填建账的那天", example="2020-01-01"),
        Field("until", help="机构撤并、岗位没有了的日期；还在的留空"),
        Field("seat", help="在基层科协任什么职；没有吸纳的留空", example="副主席", group="吸纳"),
        Field("working", help="兼职、挂职还是专职", example="兼职", group="吸纳"),
        Field("taken_from", help="开始任职的日期，“吸纳几人”按它统计", example="2022-06-01", group="吸纳"),
        Field("taken_until", help="卸任的日期；换人接任的不填", group="吸纳"),
    ),
    columns=("unit", "name", "kind", "org", "seat", "working", "taken_from", "taken_until"),
    filters=("kind", "seat", "working"), search=("unit", "name"), order=("unit", "kind", "name"),
)  # fmt: skip
