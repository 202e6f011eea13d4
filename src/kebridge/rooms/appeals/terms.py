"""By when a thing must be closed, and how many working days it took."""

from datetime import date, timedelta
from typing import Any

from kebridge.core.calendar.working_days import add_working_days, is_working_day
from kebridge.core.records.states import State
from kebridge.rooms.appeals.enums import Counted, What
from kebridge.rooms.appeals.models import HandlingTerm


def term_on(what: str, day: date) -> HandlingTerm | None:
    """The term in force for what was received on a day; None: nobody entered one."""
    terms = HandlingTerm.objects.unscoped("terms hold for the whole installation")
    return terms.filter(what=what, since__lte=day, state=State.COUNTED).order_by("-since").first()


def due_by(term: HandlingTerm, day: date) -> date:
    """The last day in time; the day of receipt is not counted."""
    if term.counted == Counted.WORKING:
        return add_working_days(day, term.days)
    return day + timedelta(days=term.days)


def working_days_between(first: date, last: date) -> int:
    """Working days after `first`, up to and with `last`."""
    span = (last - first).days
    return sum(is_working_day(first + timedelta(days=number)) for number in range(1, span + 1))


def settle(record: Any, what: What) -> None:
    """Keep with the record the day by which it must be closed and the paper; a later change of the term leaves it."""
    term = term_on(what, record.day)
    due, document = (due_by(term, record.day), term.document) if term else (None, "")
    if (record.due, record.term_document) != (due, document):
        record.due, record.term_document = due, document
        record.save(update_fields=["due", "term_document"])
