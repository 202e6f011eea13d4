"""Registers of the activities room.

What its clerk asks every month, and where the answer is:
1. What was held this month, how many sessions, how many came?       活动登记簿: days, totals 场次, 现场人次, 线上人次
2. What belongs to this brand, this theme day?                       活动登记簿: filters 品牌活动, 主题日
3. Which kinds of place, audience, topic did we reach, which schools and towns?   figures 活动地点类别, 对象, 主题, 覆盖单位
4. What was handed out and shown for it?                             科普物料: filters 类别, 用途, 品牌活动, total 数量
5. What is planned for the next half-year, what did not take place?  活动登记簿: column 预计, filter 举办情况
"""

from django.db.models import Count, Sum

from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.types import OrgType
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register, Reporting, Similar
from kebridge.core.records.tagging import gives_tag, keeps_tag_named
from kebridge.rooms.activities import rules
from kebridge.rooms.activities.facts import activity_facts, material_facts, programme_facts
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
    model=Programme, facts=programme_facts, natural_key=("name",), is_reference=True,
    prepare=gives_tag(Tag.Scheme.PROGRAMME), after_save=keeps_tag_named, check=rules.check_programme,
    help="科普日、科技周、馆校合作等系列。一项活动可以同时属于几个，合计时只算一次。",
    sentence=lambda one: one.name,
    declared=(
        Field("name", help="大家平时的叫法；活动里写同样的名称就归到一起", example="全国科普日"),
        Field("is_campaign", help="科普日、防灾减灾日这类全市统一时间的选“是”", example="是"),
        Field("is_brand", help="本单位重点打造、总结里称为品牌的选“是”；“几个品牌”由此得出"),
        Field("since", help="从哪天开始；品牌必须填，其他不清楚的留空", example="2024-01-01"),
        Field("until", help="到哪天结束；长期的留空"),
    ),
    columns=("name", "is_campaign", "is_brand", "since", "until", "org"), filters=("is_campaign", "is_brand"),
    search=("name",), order=("name",), words={"brand": "重点品牌", "campaign": "主题日（周、月）", "series": "系列活动"},
    known_as=("科普品牌", "品牌活动", "特色科普品牌", "系列活动", "主题日", "宣传周", "宣传月", "全国科普日", "全国科普月",
              "科技活动周", "全国科技工作者日"),
)  # fmt: skip

ACTIVITIES = Register(
    code="activities", title="活动登记簿", noun="活动", unit="项", room=ROOM, room_title=ROOM_TITLE,
    model=Activity, facts=activity_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_activity,
    help="讲座、展览、放映、培训、会议等一切活动，在哪里办就在哪里记一次；属于几个品牌就写几个品牌。",
    sentence=_sentence, similar=Similar("day", "title"),
    reporting=Reporting("month", (OrgType.DISTRICT,)),
    declared=(
        Field("title", help="活动的名称，不写套话", example="科普报告进校园"),
        Field("day", help="活动开始的日期；各场的日期在下面写", example="2024-03-05"),
        Field("until", help="办了几天的填最后一天，“为期几天”由此得出；一天的留空"),
        Field("kind", help="主要形式", example="报告会/讲座"),
        Field("form", help="线上人次只在线上或结合时填写"),
        Field("level", help="由哪一级举办", example="市级"),
        Field("role", help="别的单位办、本单位只是指导的选“指导”，另计，不算本单位的活动"),
        Field("topic", help="讲的是什么领域，每次写法一致；“覆盖几个领域”由此得出", example="食品安全"),
        Field("edition", help="第几届、第几个，只写数字", example="1"),
        Field("repeats", help="每周、每月固定开展的选；每次在下面写一场"),
        Field("outcome", help="取消、延期的不计入任何数", group="办理情况"),
        Field("is_planned", help="年底前预计要办、还没有办的选“是”；只进入“预计”数", group="办理情况"),
        Field("programmes", help="属于哪些品牌活动，可写几个，用顿号分开", example="全国科普日", group="归类"),
        Field("campaigns", help="在哪个主题日、周、月里办的，写登记过的名称；写在这里的不用再写到品牌活动",
              example="全国科技活动周", group="归类"),
        Field("items", scheme="plan", help="落实哪个工作框架或事项", group="归类"),
        Field("co_hosts", help="一起举办的科协系统单位；只算主办单位一次，不会重复计数", group="归类"),
        Field("partners", help="科协系统以外的合作单位，用顿号分开", example="演示市教育局", group="归类"),
        Field("impact", help="大型会展带动的交易和消费，外部估算的数，元", unit="元", group="其他"),
        Field("impact_source", help="谁估算的，出自哪份材料", group="其他"),
    ),
    lines=Lines("sessions", Session, (
        Field("day", help="这一场的日期；跨年活动按各场日期分别计入", example="2024-03-05"),
        Field("place", help="在什么地方办", example="学校"),
        Field("body", help="到过的学校、企业等的全称；“覆盖单位数”由此去重", body_kind="school", example="演示县第一小学"),
        Field("reached", help="到了哪个县区、乡镇（填那里的科协）；“覆盖几个乡镇”由此去重"),
        Field("topic", help="这一场的主题与整个活动不同时填"),
        Field("audience", help="主要对象", example="中小学生"),
        Field("on_site", help="到场人次，同一人两场算两人次；不含线上", unit="人次", example="186"),
        Field("online", help="直播、回放观看人次；不与现场相加", unit="人次"),
        Field("page_views", help="图文页面的浏览次数；不是人次", unit="次"),
        Field("consultations", help="现场接受咨询的人次；不与现场人次相加", unit="人次"),
        Field("volunteers", help="参加这一场的志愿者人次；不含在现场人次里", unit="人次"),
    ), "场次", "activity"),
    columns=("day", "title", "org", "kind", "session_count", "on_site", "online"),
    computed=(
        Computed("session_count", "场次", "场", sql=Count("sessions")),
        Computed("on_site", "现场人次", "人次", sql=Sum("sessions__on_site")),
        Computed("online", "线上人次", "人次", sql=Sum("sessions__online")),
    ),
    filters=("kind", "programmes", "campaigns", "items", "level", "role", "topic", "outcome"), search=("title", "topic"),
    extra_prefetch=("sessions__reached",), totals=("session_count", "on_site", "online"),
    order=("-day", "-pk"), default_basis="counted",
    known_as=("科普报告", "科普宣讲", "科学道德和学风建设", "科研诚信宣讲", "未成年人思想道德建设", "多部门联合", "大科普", "助力双减", "科普讲座", "院士专家巡讲", "科学家精神宣讲", "五进", "科技下乡", "三下乡", "校园科技节",
              "科普嘉年华", "科普大会", "主题展览", "知识展", "电影巡映", "科学营", "科学调查体验活动", "反邪教宣传", "银龄科普",
              "科普助力双减", "i科普", "志愿服务日", "文明劝导", "知识竞答", "主题科普活动", "常规科普活动", "指导科普活动"),
)  # fmt: skip

MATERIALS = Register(
    code="materials", title="科普物料", noun="物料", unit="件", room=ROOM, room_title=ROOM_TITLE,
    model=Material, facts=material_facts, natural_key=("day", "kind", "title"), day="day", recurs=True,
    check=rules.check_material,
    help="展板、资料、图书等的制作或发放数量。",
    sentence=lambda one: f"{one.day:%-m月%-d日}{one.title}{one.quantity}件（{one.get_kind_display()}）",
    declared=(
        Field("day", help="制作完成或发放的日期", example="2024-05-30"),
        Field("kind", help="展板按块、资料按份、图书按册", example="展板"),
        Field("use", help="发放、展出悬挂还是制作；同一批先制作后发放的只登记发放", example="展出（悬挂）"),
        Field("title", help="内容名称", example="科学家精神主题展板"),
        Field("quantity", help="数量", example="12"),
        Field("programmes", help="为哪些品牌活动制作", example="科学家精神"),
    ),
    known_as=("展板", "条幅", "宣传彩页", "宣传手册", "科普读本", "宣传围裙", "宣传袋", "科普周边", "科普图书"),
    columns=("day", "title", "kind", "use", "quantity", "org"), filters=("kind", "use", "programmes"), search=("title",),
    totals=("quantity",), order=("-day", "-pk"),
)  # fmt: skip

REGISTERS = (PROGRAMMES, ACTIVITIES, MATERIALS)
