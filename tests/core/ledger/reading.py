"""What the ledger holds of a record, for tests."""

from collections import Counter

from kebridge.core.ledger.models import Fact
from kebridge.core.records import register as registers
from kebridge.rooms.venues.models import VisitDay


def rows_of(record):
    """(revision, measure, sign × quantity, day) of every fact ever posted for the record."""
    source = registers.of_model(type(record)).code
    found = Fact.objects.filter(posting__source_type=source, posting__source_id=record.pk).order_by("pk")
    return [
        (fact.posting.revision, fact.measure, fact.sign * fact.quantity, fact.day.isoformat())
        for fact in found.select_related("posting")
    ]


def net(record):
    total = Counter()
    for _, measure, quantity, day in rows_of(record):
        total[measure, day] += quantity
    return {key: value for key, value in total.items() if value}


def fresh(record):
    return VisitDay.objects.unscoped("a test").get(pk=record.pk)
