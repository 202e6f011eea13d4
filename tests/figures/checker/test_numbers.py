"""Numbers as they stand in a text."""

from decimal import Decimal

import pytest

from kebridge.figures.checker.numbers import read_number
from kebridge.figures.checker.shares import read_share

# The first block is a selection of the Chinese number cases of Microsoft Recognizers-Text (MIT licence,
# Specs/Number/Chinese/NumberModel.json and PercentModel.json), those forms that occur in reports.
RECOGNIZERS = [
    ("一百五十二", "152"),
    ("壹佰伍拾", None),
    ("两千四百五", "2450"),
    ("四百五十", "450"),
    ("一千零一", "1001"),
    ("一百零一万一千", "1011000"),
    ("一千两百三十四万", "12340000"),
    ("5万4千6百", "54600"),
    ("5亿1万4千6百", "500014600"),
    ("4.78万亿", "4780000000000"),
    ("九百九十九", "999"),
    ("一万三", "13000"),
    ("九十二万四", "924000"),
    ("四亿五千六百四十二万零一十五", "456420015"),
    ("四万五千六百二十二", "45622"),
    ("四千零五万", "40050000"),
    ("十多万", "100000"),
    ("一千多万", "10000000"),
    ("1,050,000,000", "1050000000"),
    ("二百五", "250"),
]
OURS = [
    ("3.56万", "35600"),
    ("30余万", "300000"),
    ("3万5000", "35000"),
    ("5亿3400万", "534000000"),
    ("1.2亿", "120000000"),
    ("三点五万", "35000"),
    ("二百", "200"),
    ("十", "10"),
]


@pytest.mark.parametrize(("words", "value"), [(w, v) for w, v in RECOGNIZERS if v] + OURS)
def test_value_of_a_number(words: str, value: str) -> None:
    number = read_number(words, 0)
    assert number is not None
    assert number.value == Decimal(value)
    assert number.end == len(words)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("三四", 3, 4),
        ("十七八", 17, 18),
        ("七八十", 70, 80),
        ("两三百", 200, 300),
        ("三五", 3, 5),
        ("数百", 200, 999),
    ],
)
def test_words_that_give_bounds(words: str, low: int, high: int) -> None:
    number = read_number(words, 0)
    assert number is not None
    assert (number.low, number.high, number.end) == (low, high, len(words))


@pytest.mark.parametrize("words", ["五四", "零", "二四六"])
def test_what_is_no_number_is_not_guessed(words: str) -> None:
    number = read_number(words, 0)
    assert number is None or number.value == 0


def test_a_size_before_another_word_of_numerals_ends_there() -> None:
    found = read_number("百万一线职工", 0)
    assert found
    assert (found.end, found.value, found.is_bare) == (2, Decimal(1_000_000), True)


def test_step_is_the_place_of_the_last_printed_digit() -> None:
    steps = {"33.56万": 100, "33.50万": 100, "20": 10, "341495": 1, "30万": 100000}
    for words, step in steps.items():
        number = read_number(words, 0)
        assert number is not None
        assert number.step == step, words


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        # from PercentModel.json of Recognizers-Text
        ("百分之五十", "50", "%"),
        ("百分之2.4", "2.4", "%"),
        ("百分之一百二十点五", "120.5", "%"),
        ("百分之百", "100", "%"),
        ("三成", "30", "%"),
        ("三成半", "35", "%"),
        ("9.5成", "95", "%"),
        ("七成六", "76", "%"),
        # ours
        ("千分之三", "3", "‰"),
        ("四分之一", "0.25", ""),
        ("翻番", "2", "倍"),
        ("翻两番", "4", "倍"),
        ("翻了一番", "2", "倍"),
        ("一个半月", "1.5", "个月"),
        ("两年半", "2.5", "年"),
        ("半年", "0.5", "年"),
        ("两个半小时", "2.5", "小时"),
    ],
)
def test_parts_and_multiples(words: str, value: str, unit: str) -> None:
    share = read_share(words, 0)
    assert share is not None
    assert (share.value, share.unit, share.end) == (Decimal(value), unit, len(words))


@pytest.mark.parametrize("words", ["三成立", "完成", "半导体", "五百分之2", "一半天"])
def test_words_that_look_like_parts(words: str) -> None:
    share = read_share(words, 0)
    assert share is None or share.end < len(words)
