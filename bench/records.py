"""Counted records in numbers: visits of museums, and the same table without a ledger beside it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import connection, models

from bench.city import City
from bench.generate import count_on, numbers, scattered, settle
from kebridge.core.db import guard
from kebridge.core.db.transactions import write_transaction
from kebridge.rooms.venues.facts.visiting import OPEN_DAYS, VISITS
from kebridge.rooms.venues.models import VisitDay

START = date(1980, 1, 1)
FACTS_OF_VISIT = 3
PARTS = ("hall", "cinema")


class PlainVisit(models.Model):
    """The columns, constraints and indexes of a visit day; saving it tells nobody."""

    revision = models.IntegerField(default=0)
    org = models.ForeignKey("orgs.Organisation", models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="counted")
    basis = models.CharField(max_length=12, default="registered")
    note = models.CharField(max_length=300, blank=True)
    entered_by = models.BigIntegerField(null=True)
    entered_by_name = models.CharField(max_length=80, blank=True)
    entered_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    origin_note = models.CharField(max_length=160, blank=True)
    day = models.DateField()
    part = models.CharField(max_length=10, default="hall")
    individuals = models.PositiveIntegerField()
    grouped = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "bench"
        db_table = "bench_plainvisit"
        constraints = [
            models.UniqueConstraint(
                fields=["org", "day", "part"], condition=~models.Q(state="void"), name="bench_visit_key"
            )
        ]
        indexes = [models.Index(fields=["org", "-day"], name="bench_visit_org_day"),
                   models.Index(fields=["-day"], name="bench_visit_day")]  # fmt: skip

    def __str__(self) -> str:
        return str(self.day)


def make_plain_table() -> None:
    """Raw DDL of the schema editor, so that it also works inside a test's transaction."""
    editor = connection.schema_editor(collect_sql=True, atomic=False)
    with guard.maintenance():
        editor.deferred_sql = []
        editor.create_model(PlainVisit)
        statements = [*editor.collected_sql, *map(str, editor.deferred_sql)]
        with connection.cursor() as cursor:
            for statement in statements:
                if not statement.startswith("--"):
                    cursor.execute(statement.rstrip(";"))


def values(city: City, start: int, count: int) -> Iterator[dict[str, Any]]:
    """Field values of different visits: every museum and day once."""
    for n in range(start, start + count):
        day = START + timedelta(days=n // city.orgs)
        yield {
            "org_id": city.org(n % city.orgs), "day": day, "individuals": 100 + n % 400, "grouped": 1 + n % 90,
            "basis": "counted", "entered_by_name": "测量",
        }  # fmt: skip


def fill_visits(city: City, count: int) -> None:
    """Visits with their postings and facts, made inside the database, as `posting()` would have written them."""
    with write_transaction(), guard.maintenance(), connection.cursor() as cursor:
        for sql in _statements(city, count):
            cursor.execute(sql)
        count_on(cursor, "ledger_posting")
        count_on(cursor, VisitDay._meta.db_table)
    settle()


def _statements(city: City, count: int) -> Iterator[str]:
    is_server = connection.vendor == "postgresql"
    day = (
        "DATE '2030-01-01' + CAST(i / {0} AS integer)"
        if is_server
        else "date('2030-01-01', '+' || (i / {0}) || ' days')"
    )
    visit = (
        f"SELECT i, {city.first_org} + i % {city.orgs} AS org, {day.format(city.orgs)} AS day,"
        f" 100 + {scattered(48271, 400, 'i')} AS individuals, 1 + {scattered(69621, 90, 'i')} AS grouped"
        f" FROM {numbers(count)}"
    )
    first = 1 + max(_last("ledger_posting"), _last(VisitDay._meta.db_table))
    yield (
        f"INSERT INTO {VisitDay._meta.db_table} (id, revision, org_id, state, basis, note, entered_by, entered_by_name,"
        " entered_at, changed_at, origin_note, day, part, individuals, grouped)"
        f" SELECT {first} + i, 1, org, 'counted', 'counted', '', NULL, '测量', '2030-01-01 08:00:00',"
        f" '2030-01-01 08:00:00', '', day, 'hall', individuals, grouped FROM ({visit}) v"
    )
    yield (
        "INSERT INTO ledger_posting (id, source_type, source_id, revision, at, actor_id, actor_name, reason, restated)"
        f" SELECT {first} + i, 'visits', {first} + i, 1, '2030-01-01 08:00:00', NULL, '测量', '',"
        f" {'FALSE' if is_server else '0'} FROM {numbers(count)}"
    )
    from kebridge.core.ledger import measures  # noqa: PLC0415 - the rooms have registered theirs by now

    visits, days = measures.get(VISITS).number, measures.get(OPEN_DAYS).number
    for measure, quantity, kind in (
        (visits, "individuals", "individual"),
        (visits, "grouped", "group"),
        (days, "1", ""),
    ):
        yield (
            "INSERT INTO ledger_fact (posting_id, measure, org_id, day, since, quantity, sign, subject_id, kind, level,"
            " grade, audience, channel, place, basis, state, origin, tagset_id)"
            f" SELECT {first} + i, {measure}, org, day, NULL, {quantity}, 1, NULL, '{kind}', '', '', '', '', 'hall', 1,"
            f" 0, 0, NULL FROM ({visit}) v"
        )


def _last(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}")
        return int(cursor.fetchone()[0])
