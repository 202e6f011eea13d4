"""The same again on other days: a weekly series, or last year's records carried over.

A copy takes everything but personal data; every date in it moves by as many days as the record itself.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.calendar.periods import Period
from kebridge.core.db.transactions import write_transaction
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import fields as kinds
from kebridge.core.records import queries
from kebridge.core.records.cleaning import Invalid
from kebridge.core.records.fields import Field
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.ops import save_record
from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal
from kebridge.core.wording.days import parse_day

MOST = 120
WEEK = 7


def may_repeat(register: Register) -> bool:
    """Whether a copy on another day is usual there: nobody is honoured every Tuesday."""
    return register.recurs and bool(register.day)


def weekly(first: date, last: date) -> list[date]:
    """Every week from `first` to `last`, both included. Raises Refusal: no day, or more than MOST."""
    if last < first:
        raise Refusal("结束日期早于开始日期", repair="请改正日期")
    return _few([first + timedelta(days=WEEK * n) for n in range((last - first).days // WEEK + 1)])


def listed(text: str) -> list[date]:
    """Days typed one after another, in any usual writing. Raises Refusal: one is no day, or more than MOST."""
    for other in "，,；;\n\t 　":
        text = text.replace(other, kinds.SEPARATOR)
    try:
        days = [parse_day(part) for part in text.split(kinds.SEPARATOR) if part.strip()]
    except ValueError as error:
        raise Refusal(str(error), repair="请写成2024-05-04，几个日期之间用顿号或换行隔开") from error
    return _few(sorted(set(days)))


def _few(days: list[date]) -> list[date]:
    if not days:
        raise Refusal("没有日期", repair="请写出要登记的日期")
    if len(days) > MOST:
        raise Refusal(f"一次最多登记{MOST}条，现在有{len(days)}条", repair="请缩短起止日期，分几次登记")
    return days


def repeat(
    register: Register, pk: int, days: Sequence[date], *, by: Actor, is_draft: bool = False
) -> list[Any]:
    """Enter a record again on each of these days: all or none.

    Raises Denied, Invalid, DoesNotExist; Refusal: the register's records do not recur, or a copy cannot be saved (which one is told).
    """
    if not may_repeat(register):
        raise Refusal(f"{register.title}里的事不按日期重复登记", repair="请逐条新增")
    pattern = queries.find(register, by, pk)
    by.require(Verb.ADD, pattern.org_id, f"新增{register.noun}")
    with write_transaction():
        lookups = Lookups(by)
        return [_copy(register, pattern, day, by=by, is_draft=is_draft, lookups=lookups) for day in days]


def last_year(register: Register, year: int, *, by: Actor) -> Any:
    """The counted records of the year before `year` that the actor may see, in the order of their days."""
    before = Period.year(year - 1)
    asked = {"from": before.start.isoformat(), "to": before.end.isoformat(), "state": "counted"}
    return queries.search(register, by, asked).order_by(register.day, "pk")


def carry_over(register: Register, pks: Iterable[int], *, by: Actor) -> list[Any]:
    """Drafts of these records a year later, on the same day of the week: all or none. Raises as `repeat`."""
    pks = list(pks)
    if not pks:
        raise Refusal("没有选择记录", repair="请在要照搬的记录前打勾")
    with write_transaction():
        made: list[Any] = []
        for pk in pks:
            day = getattr(queries.find(register, by, pk), register.day)
            made += repeat(register, pk, [day + timedelta(days=52 * WEEK)], by=by, is_draft=True)
        return made


def _copy(register: Register, pattern: Any, day: date, *, by: Actor, is_draft: bool, lookups: Lookups) -> Any:
    moved = day - getattr(pattern, register.day)
    raw = _texts(register.fields, pattern, moved)
    lines = [_texts(register.line_fields, line, moved) for line in register.lines_of(pattern)]
    try:
        return save_record(register, raw, lines, by=by, is_draft=is_draft, lookups=lookups)
    except Invalid as invalid:
        told = "；".join(fault.message for fault in invalid.faults)
        raise Refusal(f"{day:%Y-%m-%d}的一条不能保存：{told}", repair="都没有保存；请改正后再试") from invalid
    except Refusal as refusal:
        raise Refusal(
            f"{day:%Y-%m-%d}的一条不能保存：{refusal.what}", repair="都没有保存；请改正后再试"
        ) from refusal


def _texts(declared: Sequence[Field], record: Any, moved: timedelta) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in declared:
        if one.sensitive:
            continue
        value = getattr(record, one.name, None) if one.kind == kinds.DAY else None
        if isinstance(value, date):
            found[one.name] = (value + moved).isoformat()
        elif one.kind == kinds.ORG:
            org_id = getattr(record, f"{one.name}_id")
            found[one.name] = latest_tree().nodes[org_id].code if org_id else ""
        else:
            found[one.name] = one.text(record)
    return found
