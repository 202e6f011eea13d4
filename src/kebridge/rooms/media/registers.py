"""Registers of the media room.

What its clerk asks every month, and where the answer is:
1. Who reported on us, how often, from which level?               媒体报道: filters 媒体层级, 媒体类别, column 媒体
2. What came out on this campaign?                                 媒体报道: filter 品牌活动
3. Is there a feature, a column, an open letter this year?         媒体报道: filter 形式
4. How many informants, followers, reads are there now?            平台快照: filter 看到的是, newest first; metrics media.…
5. How many came in this year, and from which two screens?         metrics media.…_gained; 平台快照: columns 截取日期, 出处
   And what do we run and make ourselves?                             新媒体账号, 科普栏目, 自办作品: filters 平台, 题材
"""

from django.db.models import Max

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register
from kebridge.rooms.media import facts, rules
from kebridge.rooms.media.models import Account, Column, Coverage, Item, ItemViews, Snapshot

ROOM, ROOM_TITLE = "media", "媒体传播"


def _coverage_sentence(item: Coverage) -> str:
    return f"{item.day:%Y年%-m月%-d日}{item.outlet.name}{item.get_form_display()}“{item.title}”"


def _snapshot_sentence(seen: Snapshot) -> str:
    over = "以上（下限）" if seen.is_lower_bound else ""
    whose = f"“{seen.account}”" if seen.account else ""
    shown = f"{seen.get_platform_display()}{whose}{seen.get_observed_display()}"
    return f"截至{seen.day:%Y年%-m月%-d日}{shown}{seen.value:,}{over}，{seen.source}"


COVERAGE = Register(
    code="coverage", title="媒体报道", noun="报道", unit="篇", room=ROOM, room_title=ROOM_TITLE, model=Coverage,
    facts=facts.coverage_facts, natural_key=("day", "outlet", "title"), day="day", check=rules.check_coverage,
    help="媒体刊播的报道、专栏、公开信，每家媒体每篇一条；几家转载的分别登记。自己账号发的不在这里登记。",
    sentence=_coverage_sentence,
    declared=(
        Field("day", help="刊登、播出的日期；开设专栏填开栏的日期", example="2024-05-30"),
        Field("outlet", help="媒体全称；“几家媒体”由此去重", body_kind="body", example="演示日报"),
        Field("level", help="媒体是哪一级的：省报填省级，市报填市级", example="市级"),
        Field("medium", help="报刊、广播电视、网站还是新媒体", example="报刊"),
        Field("title", help="标题", example="致敬科技工作者"),
        Field("form", help="统计按它分类；开设专栏每个专栏登记一条，栏目里的各期另按消息登记", example="专题（通讯）报道"),
        Field("programmes", help="报道的是哪些品牌活动", group="归类", example="科技工作者日"),
        Field("link", help="版面或网址，便于查证", group="归类"),
    ),
    columns=("day", "outlet", "level", "medium", "title", "form", "programmes", "org"),
    filters=("form", "level", "medium", "programmes"), search=("title", "outlet__name"), order=("-day", "-pk"),
    known_as=("媒体报道", "焦点新闻", "新闻联播", "央视报道", "专题报道", "专栏", "宣传报道"),
)  # fmt: skip

SNAPSHOTS = Register(
    code="media_snapshots", title="平台快照", noun="平台快照", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Snapshot,
    facts=facts.snapshot_facts, natural_key=("day", "platform", "account", "observed"), day="day",
    check=rules.check_snapshot,
    help="从平台上看到的累计数，哪天看到填哪天。累计数从不相加：本年的数是年末减年初，所以每年12月31日前后都要登记一次。",
    sentence=_snapshot_sentence,
    declared=(
        Field("day", help="截图、导出的日期", example="2024-12-31"),
        Field("platform", help="哪个平台", example="科普中国"),
        Field("account", help="本单位账号的名称；信息员、传播量、志愿者是辖区合计，留空"),
        Field("observed", help="看到的是什么，几个数分开登记", example="注册信息员（辖区合计）"),
        Field("value", help="平台显示的累计数；显示“10万+”的填100000，并把“只是下限”选“是”", example="341495"),
        Field("is_lower_bound", help="平台只显示“10万+”这样的下限时选“是”"),
        Field("source", help="从哪里看到的：后台页面、通报、截图的名称", example="平台后台首页截图"),
    ),
    columns=("day", "platform", "account", "observed", "value", "is_lower_bound", "source", "org"),
    filters=("platform", "observed", "is_lower_bound"), search=("account", "source"), order=("-day", "-pk"),
    default_basis="external", known_as=("科普中国信息员", "传播量", "科技志愿者注册", "中国科技志愿平台", "粉丝数", "播放量", "阅读量"),
)  # fmt: skip

ACCOUNTS = Register(
    code="media_accounts", title="新媒体账号", noun="账号", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Account,
    facts=facts.account_facts, natural_key=("name", "platform"), day="founded", check=rules.check_account,
    help="本单位在各平台开的账号，一个平台一条。粉丝数、播放量在“平台快照”按日期登记。",
    sentence=lambda one: f"{one.founded:%Y年%-m月%-d日}开通{one.get_platform_display()}“{one.name}”",
    declared=(
        Field("name", help="账号的名称", example="科普演示"),
        Field("platform", help="在哪个平台", example="微信公众号"),
        Field("kind", help="哪一类账号", example="科普账号"),
        Field("founded", help="开通的日期，“创办几个”按它统计", example="2024-03-05"),
        Field("closed", help="注销的日期；在用的留空"),
    ),
    columns=("name", "platform", "kind", "founded", "closed", "org"), filters=("platform", "kind"), search=("name",),
    order=("-founded", "-pk"), known_as=("官方抖音号", "微信公众号", "视频号", "科普中国号", "科普公众号"),
)  # fmt: skip

COLUMNS = Register(
    code="media_columns", title="科普栏目", noun="栏目", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Column,
    facts=facts.column_facts, natural_key=("title", "platform"), day="opened", check=rules.check_column,
    help="自己办的、与媒体共同打造的固定栏目和产品。媒体自己开的专栏登记在“媒体报道”。",
    sentence=lambda one: f"{one.opened:%Y年%-m月%-d日}开办{one.get_frequency_display()}栏目“{one.title}”",
    declared=(
        Field("title", help="栏目、产品的名称", example="每日科普"),
        Field("platform", help="在哪个平台推出", example="微信公众号"),
        Field("frequency", help="多久一期", example="每日"),
        Field("partners", help="共同打造的融媒体中心、报社；自己办的留空", body_kind="body", example="演示市融媒体中心"),
        Field("opened", help="开办的日期", example="2024-03-05"),
        Field("closed", help="停办的日期；在办的留空"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    columns=("title", "platform", "frequency", "partners", "opened", "closed", "org"),
    filters=("platform", "frequency", "programmes"), search=("title",), order=("-opened", "-pk"),
    words={"own": "自办", "joint": "共同打造"}, known_as=("每日科普", "科普栏目", "科普专栏", "融媒体中心", "科普面对面"),
)  # fmt: skip

ITEMS = Register(
    code="media_items", title="自办作品", noun="作品", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Item,
    facts=facts.item_facts, natural_key=("day", "platform", "title"), day="day", recurs=True, check=rules.check_item,
    help="自己制作发布的视频、图文、直播，一条一登；同一作品发几个平台的分别登记。浏览量哪天看到填哪天，只取最近一次。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}在{one.get_platform_display()}发布{one.get_kind_display()}“{one.title}”",
    declared=(
        Field("day", help="发布的日期", example="2024-03-05"),
        Field("title", help="作品的标题", example="香菇棚温度怎么管"),
        Field("kind", help="视频、图文还是直播", example="视频"),
        Field("platform", help="在哪个平台发布", example="抖音"),
        Field("account", help="哪个账号、栏目发的", example="科普演示"),
        Field("topic", help="讲的是什么（作物、疾病、学科），每次写法一致；“几种”由此得出", example="食用菌"),
        Field("audience", help="主要给谁看", example="农民"),
        Field("copies", help="一般填1；同一题材的一批合在一条的填条数", unit="条", example="1"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    lines=Lines("views", ItemViews, (
        Field("day", help="截图、导出的日期", example="2024-12-31"),
        Field("value", help="平台显示的累计浏览（播放）量", unit="次", example="41200"),
    ), "浏览量", "item", optional=True, later=True),
    columns=("day", "title", "kind", "platform", "account", "topic", "copies", "seen", "org"),
    computed=(Computed("seen", "最多看到的浏览量", "次", sql=Max("views__value")),),
    filters=("kind", "platform", "audience", "programmes"), search=("title", "account", "topic"), totals=("copies",),
    order=("-day", "-pk"), known_as=("科普视频", "短视频", "种植技术视频", "科普作品", "直播", "科普大屏", "图文", "供稿"),
)  # fmt: skip

REGISTERS = (COVERAGE, SNAPSHOTS, ACCOUNTS, COLUMNS, ITEMS)
