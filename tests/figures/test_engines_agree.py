"""Random ledgers with reversals, in any order: database, plain engine and an independent naive count agree."""

import random
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CODES = ("CITY", "A", "B", "AM", "BM")
UNDER = {"CITY": CODES, "A": ("A", "AM"), "B": ("B", "BM"), "AM": ("AM",), "BM": ("BM",)}
KINDS = ("", "lecture", "film")
SUMMED = ("t.visits", "t.online", "t.sessions")
METRICS = (
    "t.visits", "t.both", "t.best", "t.own", "t.sessions", "t.people", "t.standing", "t.mean_standing", "t.bodies",
    "t.fans", "t.fans_gained", "t.rate", "t.kinds", "t.programmes", "t.units", "t.first", "t.per_session", "t.young",
    "t.of_parent", "t.growth", "t.points", "t.yearly", "t.run", "t.rank",
)  # fmt: skip
MEASURES = (
    "t.visits", "t.tours", "t.online", "t.sessions", "t.acts", "t.people", "t.standing", "t.fans", "t.rate",
)  # fmt: skip
START = date(2022, 1, 1)

day = st.integers(0, 3 * 365).map(lambda n: START + timedelta(days=n))
fact = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(MEASURES),
        "code": st.sampled_from(CODES),
        "day": day,
        "quantity": st.integers(1, 9),
        "subject": st.integers(1, 4),
        "kind": st.sampled_from(KINDS),
        "audience": st.sampled_from(("young", "adult")),
        "basis": st.sampled_from(("registered", "counted", "declared")),
        "state": st.sampled_from(("actual", "actual", "actual", "planned")),
        "tags": st.sets(st.sampled_from(("科普日", "科技周")), max_size=2),
        "reversed": st.booleans(),
    }
)
summary = st.tuples(
    st.sampled_from(SUMMED), st.sampled_from(CODES), day, st.integers(0, 400), st.integers(1, 50),
)  # fmt: skip
ledgers = st.tuples(st.lists(fact, max_size=40), st.lists(summary, max_size=4), st.integers(0, 999))


def row_of(city: Any, one: dict[str, Any]) -> Any:
    from kebridge.core.ledger.rows import FactRow

    has_subject = one["measure"] in ("t.people", "t.standing")
    return FactRow(
        one["measure"], city.ids[one["code"]], one["day"], one["quantity"] if not has_subject else 1,
        one["subject"] if has_subject else None, kind=one["kind"], audience=one["audience"], basis=one["basis"],
        state=one["state"], tags=tuple(sorted(city.tag(name) for name in one["tags"])),
    )  # fmt: skip


def fill(city: Any, ledger: Any) -> None:
    """Post the facts in a shuffled order, each reversal somewhere after its fact, summaries in between."""
    from kebridge.core.ledger.rows import FactRow

    facts, summaries, seed = ledger
    shuffled = random.Random(seed)
    posted = [row_of(city, one) for one in facts]
    undone = [row for row, one in zip(posted, facts, strict=True) if one["reversed"]]
    posted += [
        FactRow(measure, city.ids[code], start + timedelta(days=length), quantity, basis="reported", origin="summary",
                since=start)
        for measure, code, start, length, quantity in summaries
    ]  # fmt: skip
    shuffled.shuffle(posted)
    shuffled.shuffle(undone)
    city.post_facts(posted)
    if undone:
        city.post_facts(undone, -1)


def asked(city: Any) -> list[Any]:
    periods = ("2024", "2023+预计", "2022..2024", "2024Q2", "截至2024-07-15")
    filters = ({}, {"kind": "lecture"}, {"programme": "科普日"}, {"basis": ["registered", "counted"]})
    shuffled = random.Random(1)
    requests = [
        city.request(
            metric, shuffled.choice(periods), shuffled.choice(CODES), filters=shuffled.choice(filters)
        )
        for metric in METRICS
        for _ in range(2)
    ]
    return requests + [city.request(metric) for metric in METRICS]


@pytest.fixture
def emptied(city: Any) -> Any:
    """A city whose ledger is emptied between the examples of one test."""
    from django.db import transaction

    from kebridge.core.db import guard

    city.tag("科普日")

    def example(work: Any) -> None:
        with transaction.atomic(), guard.flushing():
            work()
            transaction.set_rollback(True)

    return city, example


QUICK = settings(
    max_examples=8, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@QUICK
@given(ledger=ledgers)
def test_the_database_agrees_with_the_plain_engine(emptied: Any, ledger: Any) -> None:
    from kebridge.figures.engines.python import PythonEngine, read_ledger
    from kebridge.figures.evaluation import figures
    from tests.figures.city import SYSTEM

    city, example = emptied

    def work() -> None:
        fill(city, ledger)
        requests = asked(city)
        assert figures(requests, by=SYSTEM) == figures(
            requests, by=SYSTEM, engine=PythonEngine(read_ledger())
        )

    example(work)


@QUICK
@given(ledger=ledgers)
def test_every_breakdown_reconciles(emptied: Any, ledger: Any) -> None:
    from kebridge.figures.drilldown import DIMENSIONS, drill_all
    from tests.figures.city import SYSTEM

    city, example = emptied

    def work() -> None:
        fill(city, ledger)
        for metric in METRICS:
            for dimension, found in drill_all(city.request(metric), by=SYSTEM, dimensions=DIMENSIONS).items():
                assert found.reconciles, (metric, dimension, found)

    example(work)


@QUICK
@given(ledger=ledgers)
def test_figures_agree_with_a_naive_count(emptied: Any, ledger: Any) -> None:
    from kebridge.figures.evaluation import figures
    from tests.figures.city import SYSTEM

    city, example = emptied
    expected = Naive(ledger)

    def work() -> None:
        fill(city, ledger)
        for code in ("CITY", "A"):
            for metric in (
                "t.visits",
                "t.sessions",
                "t.people",
                "t.standing",
                "t.bodies",
                "t.fans",
                "t.kinds",
                "t.units",
            ):
                figure = figures([city.request(metric, "2024", code)], by=SYSTEM)[0]
                assert (figure.value or 0) == expected.value(metric, code), (metric, code, figure)

    example(work)


class Naive:
    """The same questions asked of the example itself: no ledger, no signs, no engine."""

    def __init__(self, ledger: Any) -> None:
        self.facts = [one for one in ledger[0] if not one["reversed"] and one["state"] == "actual"]
        self.summaries = ledger[1]

    def value(self, metric: str, code: str) -> Decimal:
        inside = [one for one in self.facts if one["code"] in UNDER[code]]
        in_2024 = [one for one in inside if one["day"].year == 2024]
        by_now = [one for one in inside if one["day"] <= date(2024, 12, 31)]
        acts = [one for one in in_2024 if one["measure"] == "t.acts"]
        match metric:
            case "t.visits" | "t.sessions":
                quantity = sum(one["quantity"] for one in in_2024 if one["measure"] == metric)
                return Decimal(quantity + self._summaries(metric, code))
            case "t.people":
                return Decimal(len({one["subject"] for one in in_2024 if one["measure"] == metric}))
            case "t.standing":
                return Decimal(sum(1 for one in by_now if one["measure"] == metric))
            case "t.bodies":
                return Decimal(len({one["subject"] for one in by_now if one["measure"] == "t.standing"}))
            case "t.kinds":
                return Decimal(len({one["kind"] for one in acts if one["kind"]}))
            case "t.units":
                return Decimal(len({one["code"] for one in acts}))
        return self._fans(by_now)

    def _fans(self, facts: list[dict[str, Any]]) -> Decimal:
        """Observations carry 100 days: since 22 September 2024."""
        last: dict[Any, tuple[date, int]] = defaultdict(lambda: (date.min, 0))
        for one in facts:
            if one["measure"] == "t.fans" and one["day"] >= date(2024, 9, 22):
                series = one["code"], one["kind"], one["audience"]
                last[series] = max(last[series], (one["day"], one["quantity"]))
        return Decimal(sum(quantity for _, quantity in last.values()))

    def _summaries(self, metric: str, code: str) -> int:
        """Whole spans inside 2024 of an organisation whose register is silent on those days."""
        same_register = {
            "t.visits": ("t.visits",),
            "t.sessions": ("t.online", "t.sessions", "t.acts", "t.people"),
        }
        total = 0
        for measure, owner, start, length, quantity in self.summaries:
            end = start + timedelta(days=length)
            if measure != metric or owner not in UNDER[code] or start.year != 2024 or end.year != 2024:
                continue
            spoken = any(
                one["code"] == owner
                and one["measure"] in same_register[metric]
                and start <= one["day"] <= end
                for one in self.facts
            )
            total += 0 if spoken else quantity
        return total
