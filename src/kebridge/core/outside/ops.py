"""Handing records over in the columns of an outside system, and remembering that it was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.db.transactions import write_transaction
from kebridge.core.outside import registry
from kebridge.core.outside.book import workbook_of
from kebridge.core.outside.definition import Pack
from kebridge.core.outside.models import HandedOver
from kebridge.core.outside.rows import Row, rows_of
from kebridge.core.outside.selecting import falling_under
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.core.transfer.sheets import require_reach

MOST_RECORDS = 3000
PROBLEMS_SHOWN = 100
ROWS_SHOWN = 5


@dataclass(frozen=True)
class Problem:
    """What the outside system would refuse, at a record."""

    name: str
    url: str
    text: str


@dataclass(frozen=True)
class Preview:
    """What an export would hold, before it is taken."""

    records: int
    rows: int
    handed: int
    problems: tuple[Problem, ...]
    problem_count: int
    first: tuple[Row, ...]


@dataclass(frozen=True)
class Duty:
    """A pack that a record falls under, and the last time it was handed over."""

    pack: Pack
    at: datetime | None
    by_name: str
    is_changed: bool


def exportable(pack: Pack, found: QuerySet[Any], by: Actor, *, is_new: bool = False) -> QuerySet[Any]:
    """Those of `found` that the pack takes and the actor may export; `is_new`: never handed over in this pack."""
    taken = falling_under(pack, found).filter(org__in=by.org_ids(Verb.EXPORT))
    if is_new:
        known = HandedOver.objects.filter(pack=pack.code, register=pack.register)
        taken = taken.exclude(pk__in=known.values("record_id"))
    return taken


def preview(pack: Pack, taken: QuerySet[Any], *, by: Actor) -> Preview:
    """Counts, the first rows and every problem. Raises Denied, Refusal: too many records."""
    register = registers.get(pack.register)
    by.require(Verb.EXPORT, None, f"导出{register.title}")
    records = _read(register, taken)
    rows = list(rows_of(pack, records))
    problems = [
        Problem(register.sentence(row.record), register.url(row.record), text)
        for row in rows
        for text in row.problems
    ]
    known = HandedOver.objects.filter(pack=pack.code, register=pack.register)
    handed = set(known.filter(record_id__in=taken.values("pk")).values_list("record_id", flat=True))
    return Preview(
        len(records), len(rows), len(handed), tuple(problems[:PROBLEMS_SHOWN]), len(problems),
        tuple(rows[:ROWS_SHOWN]),
    )  # fmt: skip


def hand_over(
    pack: Pack, taken: QuerySet[Any], *, by: Actor, reveal: bool = False, reason: str = ""
) -> bytes:
    """The workbook of these records; each is marked as handed over, and it is audited.

    Personal data are masked unless `reveal` is asked with a reason by who may see them.
    Raises Denied: no right to export one of the records or to see its personal data; Refusal: none, too many, no reason,
    or the actor only practises. A refusal marks nothing.
    """
    register = registers.get(pack.register)
    by.require(Verb.EXPORT, None, f"导出{register.title}")
    if by.practising:
        raise Refusal("练习时不能对外报送", repair="请先结束练习")
    if reveal and not reason.strip():
        raise Refusal("导出完整个人信息要写明原因", repair="请填写原因后再导出")
    records = _read(register, taken)
    if not records:
        raise Refusal("没有要导出的记录", repair="请放宽条件；只有已计入、在这张表日期范围内的记录才能导出")
    for record in records:
        require_reach(register, record, by, reveal=reveal)
    rows = list(rows_of(pack, records, reveal=reveal))
    content = workbook_of(pack, register, rows)
    what = "（含完整个人信息）" if reveal else ""
    summary = f"按{pack.system}“{pack.title}”导出{register.title}{len(records)}条{what}"
    now = timezone.now()
    with write_transaction():
        HandedOver.objects.bulk_create(
            HandedOver(
                pack=pack.code, register=register.code, record_id=one.pk, revision=one.revision, at=now,
                by_id=by.user_id, by_name=by.name,
            )
            for one in records
        )  # fmt: skip
        audit.record([audit.Event("export", summary, register.code, reason=reason.strip())], by=by)
    return content


def duties(register: Register, record: Any) -> list[Duty]:
    """The packs that a visible record falls under, each with when it was last handed over."""
    packs = registry.of(register)
    if not packs or record.state != State.COUNTED:
        return []
    manager: Any = register.model._default_manager
    itself = manager.unscoped("the reader sees this record").filter(pk=record.pk)
    # All packs in one statement, and what was handed over only where one applies.
    asked = [
        falling_under(pack, itself)
        .order_by()
        .annotate(falls_under=Value(pack.code, output_field=CharField()))
        .values_list("falls_under", flat=True)
        for pack in packs
    ]
    under = set(asked[0].union(*asked[1:], all=True))
    if not under:
        return []
    last: dict[str, HandedOver] = {}
    for one in HandedOver.objects.filter(register=register.code, record_id=record.pk).order_by("pk"):
        last[one.pack] = one
    return [_duty(pack, last.get(pack.code), record) for pack in packs if pack.code in under]


def _duty(pack: Pack, last: HandedOver | None, record: Any) -> Duty:
    if last is None:
        return Duty(pack, None, "", is_changed=False)
    return Duty(pack, last.at, last.by_name, is_changed=record.revision > last.revision)


def _read(register: Register, taken: QuerySet[Any]) -> Sequence[Any]:
    computed = {one.name: one.sql for one in register.computed if one.sql is not None}
    ordered = taken.annotate(**computed).order_by(*register.order, "pk").prefetch_related(*register.prefetch)
    records = list(ordered[: MOST_RECORDS + 1])
    if len(records) > MOST_RECORDS:
        raise Refusal(f"一次最多导出{MOST_RECORDS}条", repair="请按单位或日期分几次导出")
    return records
