"""The claims of the cases as data: all there, each well formed."""

import re
from collections import Counter

import pytest

from kebridge.casework.cases import Case
from kebridge.casework.claims import COMPUTED, LABEL, Claim, parse_filters, read_claims
from kebridge.core.calendar.periods import Period
from kebridge.core.wording.agreement import Qualifier
from kebridge.figures.metrics import registry
from kebridge.figures.requests import FILTER_LABELS

SHAPES = {
    "nanyang-2024": ("S1", 105, 2),
    "hebi-2024": ("S0", 103, 4),
    "county-2024h1": ("S2", 112, 0),
    "shiyan-2018-2023": ("S4", 99, 0),
    "huangshi-2020-2025": ("S3", 126, 3),
}  # prefix, claims, of them no measurements
ROOMS = {
    "organisations", "designations", "activities", "venues", "people", "honours", "contests", "innovation", "advice", "projects", "media",
    "planning", "party", "works", "surveys", "volunteers",
}  # fmt: skip


@pytest.fixture(scope="module")
def claims(case: Case) -> list[Claim]:
    return read_claims(case)


def test_exactly_the_claims_of_the_report(case: Case, claims: list[Claim]) -> None:
    prefix, count, _ = SHAPES[case.name]
    assert [claim.id for claim in claims] == [f"{prefix}-{number:03d}" for number in range(1, count + 1)]


def test_every_claim_is_well_formed(case: Case, claims: list[Claim]) -> None:
    for claim in claims:
        assert claim.statement, claim.id
        assert claim.unit, claim.id
        Qualifier(claim.qualifier)
        Period.parse(claim.period)
        if claim.status == COMPUTED:
            assert claim.room in ROOMS, claim.id
            assert registry.get(claim.metric), claim.id
            assert set(claim.filters) <= set(FILTER_LABELS), claim.id
            assert claim.scope.startswith(case.org_code), claim.id
        else:
            assert claim.note, f"{claim.id}: why is it not computed?"
            assert not claim.metric, claim.id
            assert not claim.room, claim.id


def test_nothing_waits_and_few_are_no_measurement(case: Case, claims: list[Claim]) -> None:
    _, count, labels = SHAPES[case.name]
    assert Counter(claim.status for claim in claims) == Counter({COMPUTED: count - labels, LABEL: labels})


def test_statements_are_short_and_hold_no_figure(claims: list[Claim]) -> None:
    """A statement says what is counted; the number stands beside it."""
    for claim in claims:
        assert len(claim.statement) <= 20, claim.id
        assert not re.search(r"\d", claim.statement), claim.id


def test_filters_are_read_as_written() -> None:
    assert parse_filters("kind=lecture;programme=甲|乙") == {"kind": ("lecture",), "programme": ("甲", "乙")}
    assert parse_filters("") == {}
    with pytest.raises(ValueError, match="no filter"):
        parse_filters("kind")
