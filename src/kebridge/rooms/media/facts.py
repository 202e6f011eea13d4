"""What media count. People, shares, reads and plays are never added, so each observed thing is its own measure."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.rooms.media.enums import Observed

COVERAGE = "media.coverage"
# Which measure an observation speaks of.
MEASURE_OF = {name: f"media.{name}" for name in Observed.values}

measures.register(
    Measure(COVERAGE, 581, "媒体报道", "篇", "coverage", subject_kind="body", family="报道",
            help="刊播日期在时期内；几家媒体转载的每家算一篇；类别是形式，层级是媒体的层级，渠道是媒体类别"),
    Measure("media.informants", 591, "注册信息员", "人", "media_snapshots", Nature.SNAPSHOT, family="注册信息员",
            help="平台显示的辖区累计注册人数，不由本系统计数"),
    Measure("media.shares", 592, "传播（分享）量", "次", "media_snapshots", Nature.SNAPSHOT, family="传播量",
            help="平台显示的辖区累计分享次数，不由本系统计数"),
    Measure("media.followers", 593, "关注人数", "人", "media_snapshots", Nature.SNAPSHOT, family="关注",
            help="账号的关注人数（粉丝）；一人关注两个账号算两人"),
    Measure("media.reads", 594, "阅读量", "次", "media_snapshots", Nature.SNAPSHOT, family="阅读", help="账号的累计阅读次数"),
    Measure("media.plays", 595, "播放量", "次", "media_snapshots", Nature.SNAPSHOT, family="播放", help="账号的累计播放次数"),
    Measure("media.works", 596, "发布作品", "条", "media_snapshots", Nature.SNAPSHOT, family="作品",
            help="账号累计发布的文章、视频条数"),
)  # fmt: skip


def coverage_facts(item: Any) -> Iterable[FactRow]:
    yield FactRow(
        COVERAGE, item.org_id, item.day, subject=item.outlet.subject_id, kind=item.form, level=item.level,
        channel=item.medium, basis=item.basis, tags=tuple(sorted(tag.pk for tag in item.programmes.all())),
    )  # fmt: skip


def snapshot_facts(seen: Any) -> Iterable[FactRow]:
    """Account and platform are part of the series: another account's observation replaces nothing."""
    yield FactRow(
        MEASURE_OF[seen.observed], seen.org_id, seen.day, seen.value, kind=seen.observed, grade=seen.account,
        channel=seen.platform, basis=seen.basis,
    )  # fmt: skip
