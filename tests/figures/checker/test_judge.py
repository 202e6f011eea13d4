"""How figures stand against the records; a match is given only where nothing is open."""

from decimal import Decimal
from typing import Any

import pytest

from kebridge.core.access.actors import Denied
from kebridge.core.audit.models import Entry
from kebridge.core.refusal import Refusal
from kebridge.figures.checker import remembering
from kebridge.figures.checker.checking import home_of
from kebridge.figures.models import RememberedChoice
from tests.support.world import SYSTEM, visit

MUSEUM_2024 = 12 * 1010
MUSEUM_2023 = 12 * 950


def told(one: Any) -> tuple[str, Any, str]:
    judgement = one.finding.judgement
    return str(judgement.verdict), judgement.expected, judgement.explanation


def test_a_figure_said_in_full_matches(check: Any) -> None:
    one = check(f"2024年市科技馆接待观众{MUSEUM_2024}人次。")[0]
    assert one.finding.binding.best.metric == "venues.visits"
    assert told(one)[:2] == ("matches", Decimal(MUSEUM_2024))


def test_a_hedge_is_rounded_within_its_wording_only(check: Any) -> None:
    assert told(check("2024年市科技馆接待观众1.2万余人次。")[0])[0] == "rounded"
    assert told(check("2024年市科技馆接待观众1.5万余人次。")[0])[0] == "contradicts"


def test_a_contradiction_tells_the_right_figure_and_where_the_wrong_one_comes_from(check: Any) -> None:
    verdict, expected, explanation = told(check(f"2024年市科技馆接待观众{MUSEUM_2023}人次。")[0])
    assert (verdict, expected) == ("contradicts", Decimal(MUSEUM_2024))
    assert str(MUSEUM_2024) in explanation
    assert "2023年" in explanation


def test_open_words_are_only_possible_even_when_the_number_is_right(check: Any) -> None:
    verdict, expected, explanation = told(check(f"期间市科技馆接待观众{MUSEUM_2024}人次。")[0])
    assert (verdict, expected) == ("possible", Decimal(MUSEUM_2024))
    assert "可能相符，请确认" in explanation


def test_open_words_never_contradict(check: Any) -> None:
    assert told(check("期间市科技馆接待观众5人次。")[0])[0] == "possible"


def test_while_a_month_is_missing_nothing_matches(check: Any, world: Any) -> None:
    visit(world, "M", "2022-03-05", 100)
    verdict, _, explanation = told(check("2022年市科技馆接待观众100人次。")[0])
    assert verdict == "possible"
    assert "没有填报" in explanation


def test_what_nobody_reported_is_not_computable_and_names_its_register(check: Any) -> None:
    verdict, expected, explanation = told(check("2024年大篷车行驶里程3000公里。")[0])
    assert (verdict, expected) == ("not_computable", None)
    assert "大篷车" in explanation


def test_what_no_register_counts_is_not_computable(check: Any) -> None:
    assert told(check("全市栽种行道树5000株。")[0])[0] == "not_computable"


def test_an_outside_rank_needs_evidence(check: Any) -> None:
    assert told(check("科普信息员数量居全省第一。")[0])[0] == "needs_evidence"


def test_kinds_of_organisations_are_told_apart(check: Any) -> None:
    one = check("2024年新成立企业科协3家。")[0]
    assert told(one)[0] == "matches"
    assert dict(one.finding.binding.best.filters) == {"kind": ("enterprise",)}


# -- who may see what


def test_the_closed_circle_is_neither_offered_nor_evaluated(check: Any, world: Any) -> None:
    text = "2024年开展谈心谈话7人次。"
    inside = check(text, by=world.person("office", ("CITY", "office")))[0]
    assert inside.finding.binding.best.metric == "party.talks"
    outside = check(text, by=world.person("clerk", ("CITY", "clerk")))[0]
    assert not any(one.metric.startswith("party.") for one in outside.finding.binding.candidates)
    assert outside.finding.judgement.expected != 7


def test_a_county_sees_nothing_of_its_sibling_or_its_city(check: Any, world: Any) -> None:
    county = world.person("county", ("A", "clerk"))
    with pytest.raises(Refusal, match="没有代码或名称"):
        check("接待观众5人次。", by=county, org="CITY")
    one = check(f"演示市科技馆接待观众{MUSEUM_2024}人次。", by=county, org="A")[0]
    assert one.finding.judgement.expected != MUSEUM_2024


def test_who_sees_nothing_checks_nothing(check: Any, world: Any) -> None:
    with pytest.raises(Refusal):
        check("接待观众5人次。", by=world.person("admin", ("CITY", "admin")))


# -- choices


OPEN = "走进乡村集市12场。"


def test_a_confirmed_choice_makes_it_match_and_is_told_to_the_audit(check: Any, world: Any) -> None:
    clerk = world.person("clerk", ("CITY", "clerk"))
    before = check(OPEN, by=clerk)[0]
    assert told(before)[0] != "matches"
    made = remembering.remember(
        before.signature, org_id=world["CITY"], metric="activities.sessions", filters={}, by=clerk
    )
    after = check("2025年走进乡村集市12场。", by=clerk, period="2024")[0]
    assert after.finding.binding.confirmed
    assert Entry.objects.filter(source_type=remembering.SOURCE, action="choose").count() == 1
    assert "集市" not in str(
        RememberedChoice.objects.unscoped("test").filter(pk=made.pk).values_list("words")[0]
    )


def test_a_choice_is_refused_to_who_may_not_write_reports(check: Any, world: Any) -> None:
    reporter = world.person("reporter", ("CITY", "reporter"))
    with pytest.raises(Denied):
        remembering.remember(
            "x#|场", org_id=world["CITY"], metric="activities.sessions", filters={}, by=reporter
        )
    assert not RememberedChoice.objects.unscoped("test").exists()


def test_a_closed_metric_cannot_be_chosen_from_outside_its_circle(world: Any) -> None:
    clerk = world.person("clerk", ("CITY", "clerk"))
    with pytest.raises(Refusal):
        remembering.remember("x#|人次", org_id=world["CITY"], metric="party.talks", filters={}, by=clerk)
    assert not RememberedChoice.objects.unscoped("test").exists()


def test_another_organisations_choice_cannot_be_taken_back(world: Any) -> None:
    made = remembering.remember(
        "x#|场", org_id=world["CITY"], metric="activities.sessions", filters={}, by=SYSTEM
    )
    county = world.person("county", ("A", "clerk"))
    with pytest.raises(Refusal):
        remembering.forget(made.pk, by=county)
    assert RememberedChoice.objects.unscoped("test").filter(pk=made.pk).exists()
    assert remembering.listed(by=county) == []


def test_an_organisation_is_found_by_code_and_name(world: Any) -> None:
    assert home_of("演示甲县科协", by=SYSTEM).code == "A"
    assert home_of("", by=SYSTEM).code == "CITY"
    with pytest.raises(Refusal):
        home_of("没有的", by=SYSTEM)


@pytest.mark.parametrize(
    ("words", "right", "unit"),
    [
        ("2024年市科技馆接待观众{}人次。", MUSEUM_2024, "人次"),
        ("2024年全市新成立企业科协{}家。", 3, "家"),
        ("2024年举办“科学之夜”活动{}场。", 12, "场"),
        ("五年来市科技馆接待观众{}人次。", MUSEUM_2024, "人次"),
    ],
)
def test_a_changed_number_never_matches_and_is_bound_as_before(
    check: Any, words: str, right: int, unit: str
) -> None:
    before = check(words.format(right))[0].finding
    for wrong in (right + 1, right * 107 // 100 + 1, right * 10):
        one = check(words.format(wrong))[0]
        assert one.finding.mention.unit == unit
        assert [c.metric for c in one.finding.binding.candidates] == [
            c.metric for c in before.binding.candidates
        ]
        assert told(one)[0] in ("contradicts", "possible", "not_computable")


def test_two_figures_of_a_sentence_on_one_count_are_open(check: Any) -> None:
    text = f"2024年市科技馆接待观众{MUSEUM_2024}人次，市科技馆接待观众{MUSEUM_2024 + 5}人次。"
    assert {told(one)[0] for one in check(text)} == {"possible"}


def test_words_of_new_facts_are_known_at_the_next_check(check: Any, world: Any) -> None:
    from kebridge.figures.checker import fact_words

    before = fact_words.words_of_facts(None)
    world.add_org("U1", "甲大学科协", "university", "CITY", known_from="", founded="2024-06-01")
    after = fact_words.words_of_facts(None)
    assert before < after
    assert fact_words._grown(None) == after


def test_a_column_of_numbers_is_bound_to_nothing(check: Any) -> None:
    column = "、".join(f"{number}人次" for number in range(1000, 1201))
    found = check(f"2024年市科技馆接待观众{column}。")
    assert len(found) > 200
    assert {one.finding.binding.best for one in found} == {None}
    assert {told(one)[0] for one in found} == {"not_computable"}
