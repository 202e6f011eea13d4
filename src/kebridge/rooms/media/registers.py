"""Registers of the media room.

What its clerk asks every month, and where the answer is:
1. Who reported on us, how often, from which level?               媒体报道: filters 媒体层级, 媒体类别, column 媒体
2. What came out on this campaign?                                 媒体报道: filter 品牌活动
3. Is there a feature, a column, an open letter this year?         媒体报道: filter 形式
4. How many informants, followers, reads are there now?            平台快照: filter 看到的是, newest first; metrics media.…
5. How many came in this year, and from which two screens?         metrics media.…_gained; 平台快照: columns 截取日期, 出处
"""

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register
from kebridge.rooms.media import facts, rules
from kebridge.rooms.media.models import Coverage, Snapshot

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
        Field("account", help="本单位账号的名称；信息员、传播量是辖区合计，留空"),
        Field("observed", help="看到的是什么，几个数分开登记", example="注册信息员（辖区合计）"),
        Field("value", help="平台显示的累计数；显示“10万+”的填100000，并把“只是下限”选“是”", example="341495"),
        Field("is_lower_bound", help="平台只显示“10万+”这样的下限时选“是”"),
        Field("source", help="从哪里看到的：后台页面、通报、截图的名称", example="平台后台首页截图"),
    ),
    columns=("day", "platform", "account", "observed", "value", "is_lower_bound", "source", "org"),
    filters=("platform", "observed", "is_lower_bound"), search=("account", "source"), order=("-day", "-pk"),
    default_basis="external",
)  # fmt: skip

REGISTERS = (COVERAGE, SNAPSHOTS)
