"""How many records behind a figure still wait for review."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, Value
from django.db.models.functions import Cast

from kebridge.core.records.queries import open_ones
from kebridge.core.records.states import State
from kebridge.figures.compiling import Ask, Session, days
from kebridge.figures.completeness import register_of, registers_of

_MOST_PARTS = 200  # of one statement


def pending(ask: Ask, session: Session) -> int:
    """How many records of the registers wait for review (待审) in the scope and, when they have a day, the period."""
    return sum(_pending_of(code, ask, session) for code in registers_of(ask))


def _pending_of(code: str, ask: Ask, session: Session) -> int:
    register = register_of(code)
    if register is None or ask.position is not None:
        return 0
    orgs, (start, end) = session.orgs(ask), days(ask)
    within = None if orgs is None else frozenset(orgs)
    return sum(
        1
        for org, day in _waiting(register, session)
        if (within is None or org in within)
        and (day is None or (day <= end and (start is None or start <= day)))
    )


def _waiting(register: Any, session: Session) -> list[tuple[int, date | None]]:
    """Organisation and day of every record of a register that waits for review: few, read once a session."""
    key = ("waiting", register.code)
    if key not in session.memo:
        _read_waiting([register], session)
    known: list[tuple[int, date | None]] = session.memo[key]
    return known


def prepare(asks: Iterable[Ask], session: Session) -> None:
    """Read what `pending` asks, of all registers in one statement."""
    codes = dict.fromkeys(code for ask in asks if ask.position is None for code in registers_of(ask))
    found = (register_of(code) for code in codes if ("waiting", code) not in session.memo)
    _read_waiting([one for one in found if one is not None], session)


def _read_waiting(asked: list[Any], session: Session) -> None:
    parts = []
    for register in asked:
        session.memo["waiting", register.code] = []
        names = {field.name for field in register.model._meta.get_fields()}
        if {"state", "org"} <= names:
            day = F(register.day) if register.day in names else Cast(Value(None), DateField())
            found = open_ones(register.model._base_manager.all()).filter(state=State.PENDING).order_by()
            named = found.annotate(waits_in=Value(register.code, output_field=CharField()), waits_for=day)
            parts.append(named.values_list("waits_in", "org_id", "waits_for"))
    for start in range(0, len(parts), _MOST_PARTS):
        first, *rest = parts[start : start + _MOST_PARTS]
        for code, org, day in first.union(*rest, all=True) if rest else first:
            session.memo["waiting", code].append((org, day))
