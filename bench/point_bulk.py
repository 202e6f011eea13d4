"""Point 3: many records with their facts at once, beside `bulk_create` of the records alone."""

import time
from statistics import median

from django.db import connection, transaction

from bench import city as cities
from bench import records
from bench.lines import Line, in_pairs
from kebridge.core.ledger import bulk, sources, store
from kebridge.core.ledger.postings import posting
from kebridge.rooms.venues.models import VisitDay

ORGS = 40


def measure(count: int, repeats: int) -> list[Line]:
    """`count` new records a turn."""
    city = cities.make_museums(ORGS)
    records.make_plain_table()
    source = sources.get("visits")
    turns = {"ours": 0, "peer": 0}
    held: list[float] = []

    def ours() -> int:
        made = [VisitDay(**given) for given in records.values(city, turns["ours"], count)]
        turns["ours"] += count
        prepared = bulk.prepare(source, made, store.TagSets())
        start = time.perf_counter()
        with posting(by=cities.SYSTEM, reason="导入") as block:
            ids = bulk.insert(prepared, block)
        held.append(time.perf_counter() - start)
        return len(ids)

    def peer() -> int:
        made = [records.PlainVisit(**given) for given in records.values(city, turns["peer"], count)]
        turns["peer"] += count
        with transaction.atomic():
            return len(records.PlainVisit.objects.bulk_create(made))

    mine, theirs, result, other = in_pairs(ours, peer, repeats)
    assert result == other == count
    note = f"lock held {median(held):.2f} s, worst {max(held):.2f} s"
    name = f"bulk, {count:,} records + {count * records.FACTS_OF_VISIT:,} facts"
    return [Line(name, connection.vendor, median(mine), median(theirs), max(mine), aim_ratio=2.5, note=note)]
