"""The three kinds that make the first day possible, and the nil return: their registers and facts."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records import closed
from kebridge.core.records import register as registers
from kebridge.core.records.checks import not_yet
from kebridge.core.records.coded import words_of
from kebridge.core.records.fields import NUMBER, Field
from kebridge.core.records.models import NilReturn, OpeningStock, PastFigure, SummaryReturn
from kebridge.core.records.register import Register, Speaking

ROOM, ROOM_TITLE = "records", "期初与汇总"
MILLIONTHS = 1_000_000


def _measures(*natures: measures.Nature) -> list[tuple[str, str]]:
    return [
        (m.code, m.title)
        for m in measures.every()
        if m.nature in natures and m.code not in (measures.NIL, measures.PAST)
    ]


def _registers() -> list[tuple[str, str]]:
    return [(one.code, one.title) for one in registers.every() if one.room != ROOM]


def _spans(values: Mapping[str, Any], _lines: Sequence[Mapping[str, Any]]) -> Iterable[tuple[str, str]]:
    if values["since"] > values["until"]:
        yield "until", "截止日期早于起始日期"


def opening_facts(record: OpeningStock) -> Iterable[FactRow]:
    yield FactRow(
        record.measure, record.org_id, record.day, record.quantity, kind=record.kind, basis=record.basis,
        origin="opening",
    )  # fmt: skip


def summary_facts(record: SummaryReturn) -> Iterable[FactRow]:
    yield FactRow(
        record.measure, record.org_id, record.until, record.quantity, kind=record.kind, basis=record.basis,
        origin="summary", since=record.since, tags=tuple(sorted(tag.pk for tag in record.programmes.all())),
    )  # fmt: skip


def nil_facts(record: NilReturn) -> Iterable[FactRow]:
    yield FactRow(
        measures.NIL, record.org_id, record.until, 1, kind=record.register, basis=record.basis,
        origin="summary", since=record.since,
    )  # fmt: skip


def _in_order(filters: str) -> str:
    """`kind=b|a;audience=x` as figures ask for it: names and values in order."""
    parts = (part.partition("=") for part in filters.replace(" ", "").split(";") if part)
    return ";".join(f"{name}={'|'.join(sorted(set(values.split('|'))))}" for name, _, values in sorted(parts))


def past_facts(record: PastFigure) -> Iterable[FactRow]:
    yield FactRow(
        measures.PAST, record.org_id, record.until, record.value, kind=record.metric, grade=_in_order(record.filters),
        basis=record.basis, origin="past", since=record.since,
    )  # fmt: skip


def _title(code: str) -> str:
    return measures.get(code).title


def _kind_label(record: Any) -> str:
    if not record.kind:
        return ""
    return f"（{words_of(measures.get(record.measure).register).get(record.kind, record.kind)}）"


def _amount(record: Any) -> str:
    """The quantity as people say it: 里程 kept in metres is told in 公里."""
    measure = measures.get(record.measure)
    shown = Decimal(record.quantity) / measure.scale
    return f"{shown:,f}{measure.unit}"


OPENING = Register(
    code="opening_stocks", title="期初存量", noun="期初存量", unit="条", room=ROOM, room_title=ROOM_TITLE,
    speaks=Speaking("measure", closed.measure_codes),
    model=OpeningStock, facts=opening_facts, natural_key=("measure", "kind"), day="day",
    check=lambda values, _lines: not_yet(values, "day", then="期初是已经过去的一天结束时的数量"),
    help="启用系统时已经存在的数量，例如启用前就有的33个学会；以后的成立、终止由明细记录增减。",
    sentence=lambda r: f"截至{r.day:%Y年%-m月%-d日}，{_title(r.measure)}{_kind_label(r)}{_amount(r)}",
    declared=(
        Field("measure", help="期初存量对应的统计项", choices=lambda: _measures(measures.Nature.STOCK)),
        Field("kind", help="统计项下的类别代码；不分类别时留空", example="society"),
        Field("day", help="数量是哪一天结束时的", example="2023-12-31"),
        Field("quantity", help="那一天实有的数量", example="33"),
        Field("document", help="数量出自哪份文件", example="2023年度统计年报第2页"),
    ),
    columns=("day", "org", "measure", "kind", "quantity", "document"), filters=("measure",), search=("document",),
    order=("-day", "pk"), default_basis="reported",
)  # fmt: skip

SUMMARY = Register(
    code="summary_returns", title="汇总填报", noun="汇总填报", unit="条", room=ROOM, room_title=ROOM_TITLE,
    speaks=Speaking("measure", closed.measure_codes),
    model=SummaryReturn, facts=summary_facts, check=_spans, day="until",
    natural_key=("measure", "kind", "programme_key", "since", "until"),
    help="只有合计、没有明细的单位按期填报。同一单位同一时期有了明细，就以明细为准，两者从不相加。",
    sentence=lambda r: f"{r.since:%Y-%m-%d}至{r.until:%Y-%m-%d}，{_title(r.measure)}{_kind_label(r)}{_amount(r)}",
    declared=(
        Field("measure", help="汇总的是哪个统计项",
              choices=lambda: _measures(measures.Nature.FLOW, measures.Nature.SNAPSHOT)),
        Field("kind", help="统计项下的类别代码；不分类别时留空"),
        Field("programmes", help="只汇总某个品牌活动时填写"),
        Field("since", help="汇总期的第一天", example="2024-01-01"),
        Field("until", help="汇总期的最后一天", example="2024-01-31"),
        Field("quantity", help="按统计项的最小单位填写（里程填米）", example="1860"),
        Field("document", help="汇总表或证明材料的名称"),
    ),
    columns=("until", "org", "measure", "kind", "quantity", "since", "document"), filters=("measure",),
    search=("document",), order=("-until", "pk"), default_basis="reported",
)  # fmt: skip

NIL = Register(
    code="nil_returns", title="零报告", noun="零报告", unit="条", room=ROOM, room_title=ROOM_TITLE,
    speaks=Speaking("register", closed.codes),
    model=NilReturn, facts=nil_facts, natural_key=("register", "since", "until"), check=_spans, day="until",
    help="查过了，这一时期没有发生。没有零报告的空白显示为“未报”，不当作零。",
    sentence=lambda r: f"{r.since:%Y-%m-%d}至{r.until:%Y-%m-%d}没有{registers.get(r.register).noun}",
    declared=(
        Field("register", help="哪个登记簿没有发生", choices=_registers),
        Field("since", help="时期的第一天", example="2024-07-01"),
        Field("until", help="时期的最后一天", example="2024-07-31"),
    ),
    columns=("until", "org", "register", "since"), filters=("register",), order=("-until", "pk"),
    default_basis="reported",
)  # fmt: skip

PAST = Register(
    code="past_figures", title="往年数", noun="往年数", unit="条", room=ROOM, room_title=ROOM_TITLE,
    speaks=Speaking("metric", closed.metric_prefixes),
    model=PastFigure, facts=past_facts, natural_key=("metric", "filters", "since", "until"), check=_spans,
    day="until",
    help="启用系统以前各年的指标值，出自当年的报告；用于与今年比较，下钻到扫描件为止。",
    sentence=lambda r: f"{r.since:%Y}年{r.metric}",
    declared=(
        Field("metric", help="指标的代码，例如 venues.visits", example="venues.visits"),
        Field("filters", help="指标的限定条件；没有时留空"),
        Field("since", help="时期的第一天", example="2023-01-01"),
        Field("until", help="时期的最后一天", example="2023-12-31"),
        Field("value", kind=NUMBER, scale=MILLIONTHS, help="当年报告里的数", example="301200"),
        Field("document", help="出自哪份报告", example="2023年工作总结第4页"),
    ),
    columns=("until", "org", "metric", "filters", "value", "document"), search=("metric", "document"),
    order=("-until", "pk"), default_basis="reported",
)  # fmt: skip

FIRST_DAY = (OPENING, SUMMARY, NIL, PAST)
