"""A city written straight into the ledger: postings and facts without records, for speed and for odd histories."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.db import guard
from kebridge.core.db.transactions import write_transaction
from kebridge.core.ledger import store
from kebridge.core.ledger.models import Tag
from kebridge.core.ledger.rows import FactRow
from kebridge.core.ledger.seals import seal
from kebridge.core.orgs.models import Organisation, OrgEvent
from kebridge.core.subjects.models import Subject
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import Figure, FigureRequest, Scope

SYSTEM = Actor.system("测试")
LONG_AGO = date(2000, 1, 1)


def d(text: str) -> date:
    return date.fromisoformat(text)


@dataclass
class City:
    """Organisations by code; `top` is CITY. Sources are numbered by themselves."""

    ids: dict[str, int] = field(default_factory=dict)
    sources: Any = field(default_factory=lambda: count(1))
    revisions: dict[tuple[str, int], int] = field(default_factory=dict)

    def org(
        self, code: str, org_type: str = "district", parent: str | None = "CITY", day: date = LONG_AGO
    ) -> int:
        subject = Subject.objects.create(kind="organisation")
        made = Organisation.objects.create(code=code, subject=subject)
        self.ids[code] = made.pk
        parent_id = self.ids[parent] if parent else None
        self.event(
            code,
            day,
            kind="found",
            name=f"{code}单位",
            type=org_type,
            moved=True,
            parent_id=parent_id,
            standing=True,
        )
        return made.pk

    def event(self, code: str, day: date, **values: Any) -> None:
        """A dated change of an organisation, with its posting, as `core.orgs` writes it."""
        org_id = self.ids[code]
        revision = self._next_revision("organisations", org_id)
        with guard.maintenance():
            OrgEvent.objects.create(organisation_id=org_id, revision=revision, day=day, **values)
        self._write("organisations", org_id, revision, [])

    def post(self, code: str, measure: str, day: str, quantity: int = 1, *, source: int | None = None,
             register: str = "t", **more: Any) -> tuple[int, FactRow]:  # fmt: skip
        """Post one fact of a source (a new one by default); returns the source and the fact for `reverse`."""
        fact = FactRow(measure, self.ids[code], d(day), quantity, **more)
        return self.post_facts([fact], source=source, register=register), fact

    def post_facts(
        self, facts: list[FactRow], sign: int = 1, *, source: int | None = None, register: str = "t"
    ) -> int:
        source_id = source or next(self.sources)
        tagsets = store.TagSets()
        rows = [(key, sign) for key, n in store.keys_of(facts, tagsets).items() for _ in range(n)]
        self._write(register, source_id, self._next_revision(register, source_id), rows)
        return source_id

    def reverse(self, posted: tuple[int, FactRow]) -> None:
        """The same fact with the other sign, in a later posting of its source."""
        source, fact = posted
        self.post_facts([fact], -1, source=source)

    def summary(
        self, code: str, measure: str, since: str, day: str, quantity: int, **more: Any
    ) -> tuple[int, FactRow]:
        return self.post(
            code, measure, day, quantity, since=d(since), origin="summary", basis="reported", **more
        )

    def opening(self, code: str, measure: str, day: str, quantity: int, **more: Any) -> tuple[int, FactRow]:
        return self.post(code, measure, day, quantity, origin="opening", basis="reported", **more)

    def nil(self, code: str, register: str, since: str, day: str) -> None:
        self.post(
            code, "records.nil", day, 1, kind=register, since=d(since), origin="summary", basis="reported"
        )

    def past(self, code: str, metric: str, since: str, day: str, shown: int, *, filters: str = "") -> None:
        self.post(
            code, "records.past", day, shown * 1_000_000, kind=metric, grade=filters, since=d(since), origin="past",
            basis="reported",
        )  # fmt: skip

    def tag(self, name: str, scheme: str = "programme") -> int:
        return Tag.objects.get_or_create(scheme=scheme, name=name)[0].pk

    def seal(self) -> int:
        made = seal(by=SYSTEM)
        assert made
        return made.pk

    def request(self, metric: str, period: str = "2024", scope: str = "CITY", *, own: bool = False,
                filters: Mapping[str, Any] | None = None, **more: Any) -> FigureRequest:  # fmt: skip
        return FigureRequest(metric, Scope(scope, own), Period.parse(period), filters or {}, **more)

    def figure(
        self, metric: str, period: str = "2024", scope: str = "CITY", *, by: Actor = SYSTEM, **more: Any
    ) -> Figure:
        return figures([self.request(metric, period, scope, **more)], by=by)[0]

    def value(self, *args: Any, **more: Any) -> Any:
        return self.figure(*args, **more).value

    def _next_revision(self, register: str, source: int) -> int:
        self.revisions[register, source] = self.revisions.get((register, source), 0) + 1
        return self.revisions[register, source]

    def _write(self, register: str, source: int, revision: int, rows: list[tuple[store.Key, int]]) -> None:
        with write_transaction(), guard.flushing():
            ids = store.add_postings(
                [(register, source, revision)], at=timezone.now(), actor_id=None, actor_name="测试", reason=""
            )
            store.add_facts([(ids[0], key, sign) for key, sign in rows])
