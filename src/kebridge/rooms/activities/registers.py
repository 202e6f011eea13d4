"""Registers of the activities room."""

from django.db.models import Count, Sum

from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.types import OrgType
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register, Reporting, Similar
from kebridge.core.records.tagging import gives_tag, keeps_tag_named
from kebridge.rooms.activities import rules
from kebridge.rooms.activities.facts import activity_facts, material_facts
from kebridge.rooms.activities.models import Activity, Material, Programme, Session

ROOM, ROOM_TITLE = "activities", "科普活动"


def _sentence(activity: Activity) -> str:
    sessions = list(activity.sessions.all())
    on_site = sum(one.on_site or 0 for one in sessions)
    online = sum(one.online or 0 for one in sessions)
    people = [f"现场{on_site:,}人次"] if on_site else []
    people += [f"线上{online:,}人次"] if online else []
    several = f"，共{len(sessions)}场" if len(sessions) > 1 else ""
    status = "" if activity.outcome == "held" else f"（{activity.get_outcome_display()}）"
    tail = f"，{'、'.join(people)}，{activity.get_basis_display()}" if people else ""
    return f"{activity.day:%-m月%-d日}举办{activity.title}{status}{several}{tail}"


PROGRAMMES = Register(
    code="programmes", title="品牌活动", noun="品牌活动", unit="个", room=ROOM, room_title=ROOM_TITLE,
    model=Programme, facts=lambda _: (), natural_key=("name",), is_reference=True,
    prepare=gives_tag(Tag.Scheme.PROGRAMME), after_save=keeps_tag_named, check=rules.check_programme,
    help="科普日、科技周、馆校合作等系列。一项活动可以同时属于几个，合计时只算一次。",
    sentence=lambda one: one.name,
    declared=(
        Field("name", help="大家平时的叫法；活动里写同样的名称就归到一起", example="全国科普日"),
        Field("is_campaign", help="科普日、防灾减灾日这类全市统一时间的选“是”", example="是"),
        Field("since", help="从哪天开始；长期的留空"),
        Field("until", help="到哪天结束；长期的留空"),
    ),
    columns=("name", "is_campaign", "since", "until", "org"), filters=("is_campaign",), search=("name",),
    order=("name",),
)  # fmt: skip

ACTIVITIES = Register(
    code="activities", title="活动登记簿", noun="活动", unit="项", room=ROOM, room_title=ROOM_TITLE,
    model=Activity, facts=activity_facts, natural_key=("day", "title"), day="day", check=rules.check_activity,
    help="讲座、展览、放映、培训、会议等一切活动，在哪里办就在哪里记一次；属于几个品牌就写几个品牌。",
    sentence=_sentence, similar=Similar("day", "title"),
    reporting=Reporting("month", (OrgType.DISTRICT,)),
    declared=(
        Field("title", help="活动的名称，不写套话", example="科普报告进校园"),
        Field("day", help="活动开始的日期；各场的日期在下面写", example="2024-03-05"),
        Field("kind", help="主要形式", example="报告会/讲座"),
        Field("form", help="线上人次只在线上或结合时填写"),
        Field("level", help="由哪一级举办", example="市级"),
        Field("outcome", help="取消、延期的不计入任何数", group="办理情况"),
        Field("is_planned", help="年底前预计要办、还没有办的选“是”；只进入“预计”数", group="办理情况"),
        Field("programmes", help="属于哪些品牌活动，可写几个，用顿号分开", example="全国科普日", group="归类"),
        Field("co_hosts", help="一起举办的科协系统单位；只算主办单位一次，不会重复计数", group="归类"),
        Field("partners", help="科协系统以外的合作单位，用顿号分开", example="演示市教育局", group="归类"),
    ),
    lines=Lines("sessions", Session, (
        Field("day", help="这一场的日期；跨年活动按各场日期分别计入", example="2024-03-05"),
        Field("place", help="在什么地方办", example="学校"),
        Field("body", help="到过的学校、企业等的全称；“覆盖单位数”由此去重", body_kind="school", example="演示县第一小学"),
        Field("audience", help="主要对象", example="中小学生"),
        Field("on_site", help="到场人次，同一人两场算两人次；不含线上", unit="人次", example="186"),
        Field("online", help="直播、回放观看人次；不与现场相加", unit="人次"),
        Field("page_views", help="图文页面的浏览次数；不是人次", unit="次"),
    ), "场次", "activity"),
    columns=("day", "title", "org", "kind", "session_count", "on_site", "online"),
    computed=(
        Computed("session_count", "场次", "场", sql=Count("sessions")),
        Computed("on_site", "现场人次", "人次", sql=Sum("sessions__on_site")),
        Computed("online", "线上人次", "人次", sql=Sum("sessions__online")),
    ),
    filters=("kind", "programmes", "level", "outcome"), search=("title",), totals=("session_count", "on_site", "online"),
    order=("-day", "-pk"), default_basis="counted",
)  # fmt: skip

MATERIALS = Register(
    code="materials", title="科普物料", noun="物料", unit="件", room=ROOM, room_title=ROOM_TITLE,
    model=Material, facts=material_facts, natural_key=("day", "kind", "title"), day="day",
    help="展板、资料、图书等的制作或发放数量。",
    sentence=lambda one: f"{one.day:%-m月%-d日}{one.title}{one.quantity}件（{one.get_kind_display()}）",
    declared=(
        Field("day", help="制作完成或发放的日期", example="2024-05-30"),
        Field("kind", help="展板按块、资料按份、图书按册", example="展板"),
        Field("title", help="内容名称", example="科学家精神主题展板"),
        Field("quantity", help="数量", example="12"),
        Field("programmes", help="为哪些品牌活动制作", example="科学家精神"),
    ),
    columns=("day", "title", "kind", "quantity", "org"), filters=("kind", "programmes"), search=("title",),
    totals=("quantity",), order=("-day", "-pk"),
)  # fmt: skip

REGISTERS = (PROGRAMMES, ACTIVITIES, MATERIALS)
