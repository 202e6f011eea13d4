"""What media count. People, shares, reads and plays are never added, so each observed thing is its own measure."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.rooms.media.enums import Observed

COVERAGE = "media.coverage"
ACCOUNTS = "media.accounts"
ACCOUNTS_FOUNDED = "media.accounts_founded"
COLUMNS = "media.columns"
COLUMNS_OPENED = "media.columns_opened"
ITEMS = "media.items"
ITEM_VIEWS = "media.item_views"
# Which measure an observation speaks of: what a platform of volunteers shows stands among theirs.
MEASURE_OF = {name: f"media.{name}" for name in Observed.values} | {
    Observed.VOLUNTEERS: "volunteers.registered", Observed.TEAMS: "volunteers.platform_teams",
    Observed.ACTIVITIES: "volunteers.platform_activities", Observed.HOURS: "volunteers.platform_hours",
}  # fmt: skip

measures.register(
    Measure(COVERAGE, 581, "媒体报道", "篇", "coverage", subject_kind="body", family="报道",
            help="刊播日期在时期内；几家媒体转载的每家算一篇；类别是形式，层级是媒体的层级，渠道是媒体类别"),
    Measure("media.informants", 591, "注册信息员", "人", "media_snapshots", Nature.SNAPSHOT, family="注册信息员",
            help="平台显示的本单位辖区累计注册信息员，取时期内最近一次；下级的已含在内，不再相加，不由本系统计数"),
    Measure("media.shares", 592, "累计传播量", "次", "media_snapshots", Nature.SNAPSHOT, family="传播量",
            help="平台显示的本单位辖区累计分享次数，取时期内最近一次；下级的已含在内，不再相加，不由本系统计数"),
    Measure("media.followers", 593, "账号关注人数", "人", "media_snapshots", Nature.SNAPSHOT, family="关注",
            help="各账号最近一次的关注人数之和，一人关注两个账号算两人；渠道一栏是平台"),
    Measure("media.reads", 594, "累计阅读量", "次", "media_snapshots", Nature.SNAPSHOT, family="阅读", help="各账号最近一次的累计阅读次数之和"),
    Measure("media.plays", 595, "累计播放量", "次", "media_snapshots", Nature.SNAPSHOT, family="播放", help="各账号最近一次的累计播放次数之和"),
    Measure("media.works", 596, "累计发布作品", "条", "media_snapshots", Nature.SNAPSHOT, family="作品",
            help="各账号最近一次的累计发布文章、视频条数之和"),
    Measure("volunteers.registered", 597, "注册科技志愿者", "人", "media_snapshots", Nature.SNAPSHOT, family="注册志愿者",
            help="平台显示的本单位辖区累计注册人数，取时期内最近一次；下级的已含在内，不再相加，不由本系统计数"),
    Measure("volunteers.platform_teams", 598, "平台注册志愿服务队", "支", "media_snapshots", Nature.SNAPSHOT, family="注册志愿服务队",
            help="平台显示的本单位辖区累计队伍数，取时期内最近一次；不与本系统登记的队伍相加"),
    Measure("volunteers.platform_activities", 599, "平台志愿服务活动", "场", "media_snapshots", Nature.SNAPSHOT, family="平台志愿活动",
            help="平台显示的本单位辖区累计活动场次，取时期内最近一次；不与本系统登记的活动相加"),
    Measure("volunteers.platform_hours", 600, "平台志愿服务时长", "小时", "media_snapshots", Nature.SNAPSHOT, family="平台志愿时长",
            help="平台显示的本单位辖区累计时长，取时期内最近一次；不与本系统确认的时长相加"),
    Measure(ACCOUNTS, 582, "新媒体账号数", "个", "media_accounts", Nature.STOCK, family="账号", help="时期末在用的账号；渠道一栏是平台"),
    Measure(ACCOUNTS_FOUNDED, 583, "新开通账号数", "个", "media_accounts", family="新账号", help="开通日期在时期内的账号"),
    Measure(COLUMNS, 584, "科普栏目数", "个", "media_columns", Nature.STOCK, family="栏目",
            help="时期末在办的栏目；类别分自办（own）、共同打造（joint），等次一栏是频次"),
    Measure(COLUMNS_OPENED, 585, "新开办栏目数", "个", "media_columns", family="新栏目", help="开办日期在时期内的栏目，按类别、频次限定"),
    Measure(ITEMS, 586, "自办作品数", "条", "media_items", family="自办作品",
            help="发布日期在时期内自己制作的视频、图文，按类别、平台、题材（等次）、对象限定"),
    Measure(ITEM_VIEWS, 587, "作品累计浏览（播放）量", "次", "media_items", Nature.SNAPSHOT, family="作品浏览",
            help="各作品最近一次截取的累计浏览（播放）量之和，不与账号的播放量相加"),
)  # fmt: skip


def coverage_facts(item: Any) -> Iterable[FactRow]:
    yield FactRow(
        COVERAGE, item.org_id, item.day, subject=item.outlet.subject_id, kind=item.form, level=item.level,
        channel=item.medium, basis=item.basis, tags=tag_ids(item, "programmes"),
    )  # fmt: skip


def snapshot_facts(seen: Any) -> Iterable[FactRow]:
    """Account and platform are part of the series: another account's observation replaces nothing."""
    yield FactRow(
        MEASURE_OF[seen.observed], seen.org_id, seen.day, seen.value, kind=seen.observed, grade=seen.account,
        channel=seen.platform, basis=seen.basis,
    )  # fmt: skip


def account_facts(account: Any) -> Iterable[FactRow]:
    common = {
        "org": account.org_id,
        "kind": account.kind,
        "channel": account.platform,
        "basis": account.basis,
    }
    yield FactRow(ACCOUNTS_FOUNDED, day=account.founded, **common)
    yield from standing(ACCOUNTS, account.founded, gone=account.closed, **common)


def column_facts(column: Any) -> Iterable[FactRow]:
    kind = "joint" if column.partners.all() else "own"
    common = {"org": column.org_id, "kind": kind, "channel": column.platform, "grade": column.frequency,
              "basis": column.basis, "tags": tag_ids(column, "programmes")}  # fmt: skip
    yield FactRow(COLUMNS_OPENED, day=column.opened, **common)
    yield from standing(COLUMNS, column.opened, gone=column.closed, **common)


def item_facts(item: Any) -> Iterable[FactRow]:
    """Of the views each item is a series of its own: its last observation stands for it, none are added."""
    common = {"org": item.org_id, "kind": item.kind, "channel": item.platform, "audience": item.audience,
              "basis": item.basis, "tags": tag_ids(item, "programmes")}  # fmt: skip
    yield FactRow(ITEMS, day=item.day, quantity=item.copies, grade=item.topic, **common)
    for seen in item.views.all():
        series = f"{item.title}（{item.day:%Y-%m-%d}）"
        yield FactRow(
            ITEM_VIEWS, day=seen.day, quantity=seen.value, grade=series, **{**common, "basis": "external"}
        )
