"""Point 2: saving a counted record, with audit and facts, beside saving an equal row that tells nobody."""

from itertools import count
from statistics import median
from typing import Any

from django.db import connection, transaction

from bench import city as cities
from bench import records
from bench.lines import Line, in_pairs
from kebridge.core.audit.ops import Event
from kebridge.core.ledger.postings import posting
from kebridge.core.records import register as registers
from kebridge.core.records.ops import save_record
from kebridge.rooms.venues.models import VisitDay

ORGS = 40
BATCH = 40


class Savers:
    """The variants; every call saves BATCH records, each in a transaction of its own."""

    def __init__(self, city: cities.City) -> None:
        self.city = city
        self.numbers = {name: count() for name in ("counted", "plain", "whole")}
        self.counted: list[Any] = []
        self.plain: list[Any] = []

    def fresh(self, name: str) -> list[dict[str, Any]]:
        start = next(self.numbers[name]) * BATCH
        return list(records.values(self.city, start, BATCH))

    def insert_counted(self) -> int:
        self.counted = [VisitDay(**given) for given in self.fresh("counted")]
        for record in self.counted:
            with posting(by=cities.SYSTEM) as block:
                record.save(force_insert=True)
                block.tell(Event("add", "新增日参观", "visits", record.pk, record.org_id))
        return _sum(self.counted)

    def insert_plain(self) -> int:
        self.plain = [records.PlainVisit(**given) for given in self.fresh("plain")]
        for record in self.plain:
            with transaction.atomic():
                record.save(force_insert=True)
        return _sum(self.plain)

    def update_counted(self) -> int:
        for record in self.counted:
            before, record.individuals = record.individuals, record.individuals + 1
            with posting(by=cities.SYSTEM, reason="更正") as block:
                record.save()
                changes = {"散客人次": [str(before), str(record.individuals)]}
                block.tell(Event("change", "更正日参观", "visits", record.pk, record.org_id, "更正", changes))
        return _sum(self.counted)

    def update_plain(self) -> int:
        for record in self.plain:
            record.individuals += 1
            with transaction.atomic():
                record.save()
        return _sum(self.plain)

    def insert_whole(self) -> int:
        """The way of the forms: texts cleaned, looked up, saved, compared."""
        saved = []
        for given in self.fresh("whole"):
            org = cities.code_of(given["org_id"] - self.city.first_org)
            raw = {"org": org, "day": given["day"].isoformat(), "individuals": str(given["individuals"]),
                   "grouped": str(given["grouped"]), "part": "影院"}  # fmt: skip
            saved.append(save_record(registers.get("visits"), raw, by=cities.SYSTEM))
        return _sum(saved)


def _sum(saved: list[Any]) -> int:
    return sum(one.individuals * 1000 + one.grouped for one in saved)


def measure(before: int, repeats: int) -> list[Line]:
    """Times are of one record, in a database that holds some already."""
    savers = Savers(cities.make_museums(ORGS))
    records.make_plain_table()
    if before:
        records.fill_visits(savers.city, before)
    pairs = (
        ("insert, counted", savers.insert_counted, savers.insert_plain, 2.5),
        ("update, counted", savers.update_counted, savers.update_plain, 2.0),
        ("insert, whole form", savers.insert_whole, savers.insert_plain, None),
    )
    lines = []
    for name, ours, peer, aim in pairs:
        mine, theirs, result, other = in_pairs(ours, peer, repeats)
        assert name == "insert, whole form" or result == other, name
        lines.append(
            Line(
                name,
                connection.vendor,
                median(mine) / BATCH,
                median(theirs) / BATCH,
                max(mine) / BATCH,
                aim_ratio=aim,
            )
        )
    return lines
