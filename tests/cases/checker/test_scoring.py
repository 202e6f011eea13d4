"""The scorer counts what it says it counts."""

from dataclasses import replace
from decimal import Decimal

from kebridge.figures.checker.shapes import Relation, RelationType
from tests.cases.checker.marks import Seeded, sentence
from tests.cases.checker.scoring import (
    Found,
    is_right,
    score_bindings,
    score_figures,
    score_relations,
)  # fmt: skip

LINE = "接待[[30余万人次|300000|人次|余]]，{{第3届}}获[[5项]]，~~三类~~"
ONE = sentence(LINE)
VISITS = Found(2, 8, Decimal(300000), "人次", "about_over")
ITEMS = Found(13, 15, Decimal(5), "项")


def test_all_found() -> None:
    tally = score_figures(ONE.text, ONE.spans, [VISITS, ITEMS])
    assert (tally.recall, tally.precision, tally.alarms, tally.misses) == (1, 1, 0, [])


def test_a_wrong_qualifier_or_unit_is_not_found() -> None:
    for wrong in ({"qualifier": "exact"}, {"unit": "人"}, {"value": Decimal(30)}, {"value": None}):
        tally = score_figures(ONE.text, ONE.spans, [replace(VISITS, **wrong), ITEMS])
        assert (tally.right, tally.found, len(tally.misses)) == (1, 2, 1), wrong


def test_alarms_are_claims_on_non_figures_and_on_nothing() -> None:
    edition, nothing, either = Found(9, 12, Decimal(3)), Found(0, 2, Decimal(1)), Found(16, 18, Decimal(3))
    tally = score_figures(ONE.text, ONE.spans, [VISITS, ITEMS, edition, nothing, either])
    assert (tally.alarms, tally.alarm_share, tally.found) == (2, 2.0, 4)
    silent = replace(edition, is_claim=False)
    assert score_figures(ONE.text, ONE.spans, [VISITS, ITEMS, silent]).alarms == 0


def test_one_claim_answers_one_figure() -> None:
    both = sentence("[[15次]][[147人]]")
    merged = Found(0, 7, Decimal(15), "次")
    assert score_figures(both.text, both.spans, [merged]).right == 1


def test_writings_that_count_as_the_same() -> None:
    def right(mark: str, value: str, unit: str, **more: object) -> bool:
        return is_right(sentence(mark).spans[0], Found(0, 1, Decimal(value), unit, **more))

    assert right("[[5场（次）|5|场次]]", "5", "场(次)")
    assert right("[[三分之二|2/3|||ratio]]", "0.6667", "")
    assert right("[[三分之二|2/3|||ratio]]", "66.67", "%")
    assert right("[[七成|70|%||rate]]", "7", "成")
    assert right("[[全省首个|1|||rank]]", "1", "名次")
    assert not right("[[5人次|5|人次]]", "5", "人")
    assert not right("[[70%|70|%]]", "7", "%")
    assert right("[[3至5名|3~5|名]]", "3", "名", low=Decimal(3), high=Decimal(5))
    assert not right("[[3至5名|3~5|名]]", "3", "名", low=Decimal(3))


def test_errors_found_and_false_objections() -> None:
    wrong = replace_errors(Seeded(("ratio", "share"), Decimal("78.8")))
    found = Relation(RelationType.SHARE, (0, 1), holds=False, expected=Decimal("78.84"))
    other = Relation(RelationType.HEDGE, (0,), holds=False)
    tally = score_relations(wrong, [found, other])
    assert (tally.seeded_found, tally.expected_right, tally.objections) == (1, 1, 1)
    tally = score_relations(ONE, [replace(found, holds=True), found])
    assert (tally.seeded, tally.objections) == (0, 1)
    assert score_relations(wrong, []).misses


def replace_errors(error: Seeded):  # type: ignore[no-untyped-def]
    marked = sentence(LINE)
    marked.errors.append(error)
    return marked


def test_metrics_first_and_matches_for_the_wrong_reason() -> None:
    gold = [replace(span, claim_ids=("A",)) for span in ONE.figures[:1]] + [
        replace(span, claim_ids=("B",)) for span in ONE.figures[1:]
    ]
    metrics = {"A": "venues.visits", "B": "contests.awards"}
    visits = replace(VISITS, metrics=("venues.visits",), verdict="matches")
    items = replace(ITEMS, metrics=("honours.granted", "contests.awards"), verdict="matches")
    result = score_bindings(gold, [visits, items], metrics)
    assert (result.asked, result.right_first, result.right_in_three, result.wrong_matches) == (2, 1, 2, 1)
    misread = replace(visits, value=Decimal(30))
    assert score_bindings(gold, [misread], metrics).wrong_matches == 1
    edition = Found(9, 12, Decimal(3), metrics=("contests.awards",), verdict="matches")
    assert score_bindings(ONE.spans, [edition], metrics).wrong_matches == 1
    unasked = score_bindings(gold, [visits], {})
    assert (unasked.asked, unasked.wrong_matches) == (0, 1)


def test_what_the_command_prints_is_read() -> None:
    said = {
        "start": 2, "end": 8, "text": "30余万人次", "value": "300000", "low": None, "high": None, "unit": "人次",
        "qualifier": "about_over", "role": "claim", "reason": "", "kind": "count", "metric": "venues.visits",
        "alternatives": [{"metric": "venues.tour_visits"}], "verdict": None,
    }  # fmt: skip
    found = Found.of_json(said)
    assert (found.value, found.is_claim, found.metrics) == (
        300000,
        True,
        ("venues.visits", "venues.tour_visits"),
    )
    assert is_right(ONE.figures[0], found)
