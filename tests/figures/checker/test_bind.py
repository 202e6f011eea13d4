"""What a figure claims comes from its words; the value never plays a part."""

import pytest

from kebridge.core.calendar.periods import Period
from kebridge.figures.checker.bind import Binder
from kebridge.figures.checker.bound import Bound, Choice, House
from kebridge.figures.checker.finding import find
from kebridge.figures.checker.periods import when_of
from kebridge.figures.checker.read import from_text
from tests.figures.checker.words import lexicon

YEAR = Period.year(2024)


def bound(text: str, choices: dict[str, Choice] | None = None) -> list[Bound]:
    draft = from_text(text)
    found = find(draft)
    house = House("CITY", YEAR, frozenset({"M", "A"}), choices or {})
    binder = Binder(draft, found.mentions, lexicon(), house)
    return [binder.bind(one.mention, one.context) for one in found.findings if one.mention.is_claim]


def best(text: str) -> tuple[str, dict, str, str]:
    candidate = bound(text)[0].binding.best
    assert candidate
    return candidate.metric, dict(candidate.filters), candidate.scope, candidate.period


def test_name_kind_scope_and_period_are_read() -> None:
    assert best("新成立企业科协39家。") == (
        "organisations.founded",
        {"kind": ("enterprise",)},
        "CITY",
        "2024",
    )
    assert best("上半年市科技馆接待观众12.5万人次。") == ("venues.visits", {}, "M", "2024H1")
    assert best("开展院士专家巡讲活动55场。")[:2] == ("activities.sessions", {"programme": ("院士专家巡讲",)})


def test_an_enumeration_gives_all_its_kinds() -> None:
    assert best("新增5家高校科协、企业科协。")[1] == {"kind": ("enterprise", "university")}


@pytest.mark.parametrize("number", ["1", "39", "4000", "987654"])
def test_the_value_is_never_looked_at(number: str) -> None:
    one = bound(f"新成立企业科协{number}家。")[0]
    other = bound("新成立企业科协7家。")[0]
    assert one == other


def test_a_name_alone_is_sure_and_its_sentence_leaves_no_doubt() -> None:
    one = bound("新成立企业科协39家。")[0]
    assert not one.binding.is_ambiguous
    assert one.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "企业科协39家。",  # standing or founded: not said
        "期间新成立企业科协39家。",  # during what?
        "累计新成立企业科协39家。",  # since when?
        "新成立的新材料领域企业技术创新联盟39家。",  # words that nothing explains
        "活动39项。",  # another unit
    ],
)
def test_whatever_leaves_room_is_ambiguous(text: str) -> None:
    one = bound(text)[0]
    assert one.binding.is_ambiguous
    assert one.doubts or one.binding.best is None


def test_alternatives_are_never_surer_than_the_first() -> None:
    candidates = bound("企业科协39家。")[0].binding.candidates
    assert len(candidates) > 1
    assert all(one.confidence <= candidates[0].confidence for one in candidates)


def test_units_keep_money_from_counts() -> None:
    assert best("争取资金376万元。")[0] == "projects.money"
    assert bound("全市共筹措30亿元。")[0].binding.best is None


def test_the_longer_words_of_a_standing_say_more() -> None:
    assert best("演示市是唯一获奖的城市。")[0] == "honours.firsts"
    assert best("演示市是唯一入选的城市。")[0] == "honours.alone"


def test_a_name_within_a_longer_one_says_less() -> None:
    assert best("全市活动总计200场次。")[0] == "activities.sessions"
    text = "打造科学之夜、院士专家巡讲品牌，开展科普报告，志愿者注册，活动总计200场次。"
    assert best(text)[0] == "volunteers.told"


def test_a_choice_is_known_again_in_next_years_words() -> None:
    signature = bound("2024年，走进乡村集市宣传120场。")[0].signature
    chosen = {signature: Choice("activities.sessions", {"kind": ("show",)})}
    again = bound("2024年，走进乡村集市宣传超350场。", chosen)[0]
    assert again.binding.confirmed
    candidate = again.binding.best
    assert candidate
    assert (candidate.metric, dict(candidate.filters)) == ("activities.sessions", {"kind": ("show",)})
    assert not bound("2024年，走进社区宣传350场。", chosen)[0].binding.confirmed


def test_no_number_is_in_a_signature() -> None:
    assert not any(char.isdigit() for char in bound("2024年走进乡村120场。")[0].signature)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("今年", "2024"),
        ("去年", "2023"),
        ("2022年", "2022"),
        ("上半年", "2024H1"),
        ("第三季度", "2024Q3"),
        ("两年来", "2023..2024"),
        ("近五年", "2020..2024"),
        ("“十四五”以来", "2021..2025"),
        ("3月份", "2024-03"),
        ("5月30日", "2024-05-30..2024-05-30"),
    ],
)
def test_periods_as_texts_say_them(said: str, code: str) -> None:
    assert str(when_of([said], "", YEAR).period) == code


def test_a_running_total_is_open() -> None:
    assert when_of([], "累计", YEAR).is_doubtful
    assert not when_of([], "累计", YEAR, is_level=True).is_doubtful
