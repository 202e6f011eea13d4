"""The words of texts, and what each may mean."""

import pytest

from kebridge.figures.checker.lexicon import TAG, Lexicon, Sense, plain
from kebridge.figures.checker.likeness import may_be
from kebridge.figures.checker.places import names_of
from kebridge.figures.checker.shapes import Kind
from tests.figures.checker.words import lexicon


def found(text: str, made: Lexicon | None = None) -> set[str]:
    return {hit.phrase for hit in (made or lexicon()).hits(plain(text)[0])}


def test_a_programme_is_found_between_quotes_and_with_words_put_in_between() -> None:
    assert "院士专家巡讲" in found("开展“院士专家”科普巡讲活动12场")
    assert "院士专家巡讲" in found("院士专家巡讲12场")
    assert "院士专家巡讲" not in found("院士5人、专家30人")


def test_a_phrase_in_pieces_ends_with_its_sentence() -> None:
    made = Lexicon((), {"解决…问题": [Sense("name", "x")]})
    assert found("现场解决企业技术问题16个", made) == {"解决…问题"}
    assert found("解决一批。问题16个", made) == set()


def test_a_list_between_quotes_is_one_name() -> None:
    made = Lexicon((), {"大练兵大比武": [Sense(TAG, "大练兵大比武", "programme")]})
    assert found("开展“大练兵、大比武”活动", made) == {"大练兵大比武"}


def test_without_the_closed_circle_its_metrics_are_gone() -> None:
    assert "party.talks" in lexicon().entries
    assert "party.talks" not in lexicon().open_only().entries


@pytest.mark.parametrize(
    ("kind", "unit", "metric_unit", "metric_kind", "may"),
    [
        (Kind.COUNT, "家", "个", "flow", True),
        (Kind.COUNT, "场次", "场", "flow", True),
        (Kind.COUNT, "名", "人", "subjects", True),
        (Kind.COUNT, "人次", "场", "flow", False),
        (Kind.COUNT, "家", "元", "flow", False),
        (Kind.MONEY, "元", "元", "flow", True),
        (Kind.MONEY, "元", "人次", "flow", False),
        (Kind.RATE, "%", "%", "ratio", True),
        (Kind.RATE, "%", "%", "growth", False),
        (Kind.GROWTH, "%", "%", "growth", True),
        (Kind.COUNT, "个", "%", "ratio", False),
        (Kind.RANK, "位", "位", "value", True),
        (Kind.COUNT, "位", "位", "value", False),
    ],
)
def test_units_are_a_hard_gate(kind: Kind, unit: str, metric_unit: str, metric_kind: str, may: bool) -> None:
    assert bool(may_be(kind, unit, metric_unit, metric_kind)) is may


def test_names_of_organisations() -> None:
    museum = dict(names_of("演示市科技馆", "museum"))
    assert not museum["演示市科技馆"]
    assert not museum["演示市科学技术馆"]
    assert museum["市科技馆"]
    assert dict(names_of("演示甲县科协", "district"))["演示甲县"] is False
