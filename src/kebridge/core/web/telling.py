"""The past of a record in sentences, and what of it stands in the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.audit.models import Entry
from kebridge.core.ledger import measures, store
from kebridge.core.ledger.measures import Measure, Nature, Visibility
from kebridge.core.ledger.rows import BASIS_LABELS, BASIS_NAMES, DIMENSIONS, STATE_NAMES
from kebridge.core.records import fields as kinds
from kebridge.core.records.register import Register
from kebridge.core.web.presenting import quantity

SHOWN = 200
# Who only looked stands in the audit, not in the record's own history.
LOOKED = ("read", "unmask")


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Told:
    """One line of the history."""

    at: datetime
    who: str
    summary: str
    reason: str
    changes: tuple[Change, ...]


def history(source_type: str, source_id: int) -> list[Told]:
    """What happened to a record, newest first."""
    entries = Entry.objects.filter(source_type=source_type, source_id=source_id).order_by("-at", "-pk")
    entries = entries.exclude(action__in=LOOKED)
    return [told(entry) for entry in entries[:SHOWN]]


def told(entry: Entry) -> Told:
    changes = tuple(
        Change(label, str(pair[0]), str(pair[1]))
        for label, pair in entry.changes.items()
        if isinstance(pair, list)
    )
    return Told(entry.at, entry.actor_name, entry.summary, entry.reason, changes)


@dataclass(frozen=True)
class Counted:
    """The facts of one measure that a record has put into the ledger."""

    measure: Measure
    total: str
    facts: tuple[tuple[date, str, str], ...]

    @property
    def is_stock(self) -> bool:
        """What stands changes with the day: the total is today's, whatever end is known already."""
        return self.measure.nature == Nature.STOCK

    @property
    def url(self) -> str:
        return f"/figures/?measure={self.measure.code}"


def counted(register: Register, record: Any, by: Actor) -> list[Counted]:
    """The record's net facts by measure; measures of the closed circle only for those who may see them."""
    net: dict[store.Key, int] = dict(store.net_facts(register.code, [record.pk]).get(record.pk, {}))
    words = dimension_words(register)
    by_measure: dict[int, list[tuple[dict[str, Any], int]]] = {}
    for key, sign in net.items():
        fact = dict(zip(store.KEY_COLUMNS, key, strict=True))
        by_measure.setdefault(fact["measure"], []).append((fact, sign))
    found = []
    for number in sorted(by_measure):
        measure = measures.by_number(number)
        if measure.visibility == Visibility.CLOSED and not by.sees_closed([record.org_id]):
            continue
        found.append(_counted(measure, by_measure[number], words))
    return found


def _counted(measure: Measure, rows: Iterable[tuple[dict[str, Any], int]], words: dict[str, str]) -> Counted:
    rows = sorted(rows, key=lambda row: (row[0]["day"], row[0]["quantity"]))
    is_stock, today = measure.nature == Nature.STOCK, timezone.localdate()
    total = sum(fact["quantity"] * sign for fact, sign in rows if not is_stock or fact["day"] <= today)
    facts = tuple(
        (fact["day"], quantity(fact["quantity"] * sign, measure.scale), _dimensions(fact, words))
        for fact, sign in rows
    )
    return Counted(measure, quantity(total, measure.scale), facts)


def _dimensions(fact: dict[str, Any], words: dict[str, str]) -> str:
    named = [words.get(fact[name], fact[name]) for name in DIMENSIONS if fact[name] and name != "grade"]
    named.append(BASIS_LABELS[BASIS_NAMES[fact["basis"]]])
    if STATE_NAMES[fact["state"]] == "planned":
        named.append("预计")
    return "、".join(named)


def dimension_words(register: Register) -> dict[str, str]:
    """Codes of the register's choices with their Chinese labels."""
    fields = (*register.fields, *register.line_fields)
    return {str(code): label for one in fields if one.kind == kinds.CHOICE for code, label in one.options()}
