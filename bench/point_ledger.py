"""Point 4: sealing and verifying a ledger of counted records."""

import hashlib
from statistics import median
from typing import Any

from django.db import connection, transaction

from bench import city as cities
from bench import records
from bench.lines import Line, in_pairs
from kebridge.core.db import guard
from kebridge.core.ledger import measures, seals, store, verify
from kebridge.core.ledger.models import Seal
from kebridge.rooms.venues.facts.visiting import OPEN_DAYS, VISITS

ORGS = 40
_FETCH = 5000


def measure(facts: int, repeats: int) -> list[Line]:
    """Sealing is undone after each turn, so that every turn seals the same rows."""
    city = cities.make_museums(ORGS)
    records.fill_visits(city, facts // records.FACTS_OF_VISIT)
    return [_sealing(facts, repeats), _verifying(facts, repeats)]


def _sealing(facts: int, repeats: int) -> Line:
    def ours() -> int:
        unseal()
        made = seals.seal(by=cities.SYSTEM)
        assert made
        return made.facts

    mine, theirs, result, other = in_pairs(ours, read_and_hash, repeats)
    assert result == other, (result, other)
    return _line(f"seal {facts:,} facts", mine, theirs, facts)


def unseal() -> None:
    with transaction.atomic(), guard.maintenance(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_sealedposting")
        Seal.objects.all().delete()


def read_and_hash() -> int:
    """One reading of the same rows in their order, and sha256 over the text of each."""
    state, found = hashlib.sha256(), 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, source_type, source_id, revision, actor_id, actor_name, reason FROM ledger_posting ORDER BY id"
        )
        while rows := cursor.fetchmany(_FETCH):
            state.update("".join(map(str, rows)).encode())
        cursor.execute(
            f"SELECT id, posting_id, sign, {', '.join(store.KEY_COLUMNS)} FROM ledger_fact ORDER BY id"
        )
        while rows := cursor.fetchmany(_FETCH):
            found += len(rows)
            state.update("".join(map(str, rows)).encode())
    return found


def _verifying(facts: int, repeats: int) -> Line:
    mine, theirs, result, other = in_pairs(lambda: list(verify.problems()), regroup, repeats)
    assert result == other == [], (result, other)
    return _line(f"verify {facts:,} facts", mine, theirs, facts)


def regroup() -> list[Any]:
    """What the records count, recomputed and compared inside the database: net facts that differ."""
    visits, days = measures.get(VISITS).number, measures.get(OPEN_DAYS).number
    counted = " UNION ALL ".join(
        f"SELECT id AS source_id, {measure} AS measure, org_id, day, {quantity} AS quantity, '{kind}' AS kind, 1 AS sign"
        f" FROM venues_visitday WHERE state = 'counted' AND {quantity} > 0"
        for measure, quantity, kind in (
            (visits, "individuals", "individual"),
            (visits, "grouped", "group"),
            (days, "1", ""),
        )
    )
    held = (
        "SELECT p.source_id, f.measure, f.org_id, f.day, f.quantity, f.kind, -f.sign FROM ledger_posting p"
        " JOIN ledger_fact f ON f.posting_id = p.id WHERE p.source_type = 'visits'"
    )
    keys = "source_id, measure, org_id, day, quantity, kind"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {keys}, SUM(sign) FROM ({counted} UNION ALL {held}) both_sides GROUP BY {keys} HAVING SUM(sign) <> 0"
        )
        return cursor.fetchall()


def _line(name: str, mine: list[float], theirs: list[float], facts: int) -> Line:
    seconds = median(mine)
    return Line(
        name, connection.vendor, seconds, median(theirs), max(mine), note=f"{facts / seconds:,.0f} facts/s"
    )
