import contextlib
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebridge.core.wording.numerals import chinese_digits, chinese_numeral, parse_chinese_numeral
from kebridge.core.wording.values import (
    parse_choice,
    parse_count,
    parse_day,
    parse_decimal,
    parse_flag,
    split_names,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1234", 1234),
        ("1,234", 1234),
        ("1，234，567", 1234567),
        ("１２３４", 1234),
        (" 12 34 ", 1234),
        ("12\u00a0", 12),
        ("\u200b86", 86),
        ("1.2万", 12000),
        ("3.4亿", 340000000),
        ("1.2w", 12000),
        ("3千", 3000),
        ("5亿3400万", 534000000),
        ("3万5000", 35000),
        ("3万5千", 35000),
        ("百万", None),
        ("2百万", 2000000),
        ("186人次", 186),
        ("1.2万人次", 12000),
        ("三百二十", 320),
        ("三百二十人", 320),
        ("两千零五", 2005),
        ("十二", 12),
        ("二十万", 200000),
        ("一万二千", 12000),
        ("壹佰贰拾", 120),
        ("零", 0),
        ("0", 0),
        (12.0, 12),
        (12.000000000000002, 12),
        (12, 12),
        (Decimal("12.0"), 12),
        ("12.0", 12),
    ],
)
def test_counts(typed: object, expected: int | None) -> None:
    if expected is None:
        with pytest.raises(ValueError):
            parse_count(typed)
    else:
        assert parse_count(typed) == expected


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("-5", "人数不能是负数：-5，请填 0 或正整数，例如 120"),
        ("12.5", "人数应为整数：12.5，请填整数，例如 120"),
        (12.5, "人数应为整数：12.5，请填整数，例如 120"),
        ("1.23456万", "人数应为整数：12345.6，请填整数，例如 120"),
        ("30余", "“30余”不是准确的数，请填准确的数，例如 32"),
        ("约30", "“约30”不是准确的数，请填准确的数，例如 32"),
        ("近百人", "“近百人”不是准确的数，请填准确的数，例如 32"),
        ("200多人", "“200多人”不是准确的数，请填准确的数，例如 32"),
        ("100+", "“100+”不是准确的数，请填准确的数，例如 32"),
        ("数十人", "“数十人”不是准确的数，请填准确的数，例如 32"),
        ("30-40", "“30-40”是一个范围，请填一个准确的数，例如 32"),
        ("30至40人", "“30至40人”是一个范围，请填一个准确的数，例如 32"),
        ("12,34", "“12,34”里逗号的位置不对，请不写逗号或按三位一节，例如 1,234"),
        ("三四十", "“三四十”看不明白，请用阿拉伯数字，例如 320"),
        ("三百二", "“三百二”看不明白，请用阿拉伯数字，例如 320"),
        ("3万5", "“3万5”看不明白，请用阿拉伯数字写全，例如 35000 或 3.5万"),
        ("1.5万3千", "“1.5万3千”看不明白，请用阿拉伯数字写全，例如 35000 或 3.5万"),
        ("甲", "“甲”不是数字，请只填数字，例如 120"),
        ("12甲", "“12甲”不是数字，请只填数字，例如 120"),
        ("1e5", "“1e5”不是数字，请只填数字，例如 120"),
        ("--5", "“--5”不是数字，请只填数字，例如 120"),
        ("12%", "“12%”带百分号，请只填数字，例如 12.5"),
        ("9" * 30, "数字太大，请核对后重填，例如 120"),
        ("", "没有填数，请填一个数字，例如 120"),
        (None, "没有填数，请填一个数字，例如 120"),
        (True, "没有填数，请填一个数字，例如 120"),
        (float("nan"), "单元格里不是一个数（可能是公式出错），请直接填数字，例如 120"),
        (date(2024, 3, 5), "“2024-03-05”不是数字（像是日期或时间），请填数字，例如 120"),
    ],
)
def test_refused_counts(typed: object, message: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_count(typed, name="人数")
    assert str(refused.value) == message


def test_unit_of_the_column() -> None:
    assert parse_count("186 人次", "人次") == 186
    assert parse_decimal("12.5万元", "万元") == Decimal("12.5")
    assert parse_decimal("12.5万元", "元") == Decimal(125000)
    with pytest.raises(ValueError, match="单位不对，这一栏的单位是“人”"):
        parse_count("186人次", "人")
    with pytest.raises(ValueError, match="单位不对，这一栏的单位是“人次”"):
        parse_count("186人", "人次")
    with pytest.raises(ValueError, match="与本栏的单位“万元”重复"):
        parse_decimal("12.5万", "万元")


def test_decimals_are_exact_and_lose_excel_noise() -> None:
    assert parse_decimal("-3.10") == Decimal("-3.10")
    assert parse_decimal(0.1 + 0.2) == Decimal("0.3")
    assert parse_decimal("12345678901234.567") == Decimal("12345678901234.567")
    assert parse_decimal("-1.2万") == Decimal(-12000)


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_go_both_ways(n: int) -> None:
    assert parse_chinese_numeral(chinese_numeral(n)) == n


@given(st.text("零一二三四五六七八九十百千万亿两〇", min_size=1, max_size=10))
def test_ill_formed_numerals_are_refused_not_crashed_on(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_chinese_numeral(text) >= 0


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_in_chinese(text: str) -> None:
    for read in (parse_count, parse_decimal, parse_day, parse_flag):
        message = "请"
        try:
            read(text)
        except ValueError as refused:
            message = str(refused)
        assert "请" in message


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "零"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1002, "一千零二"),
        (10010, "一万零一十"),
        (100000, "十万"),
        (20500000, "二千零五十万"),
    ],
)
def test_chinese_numeral(n: int, text: str) -> None:
    assert chinese_numeral(n) == text


def test_year_digits() -> None:
    assert chinese_digits("二〇二四") == 2024
    assert chinese_digits("二千") is None


DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    "typed",
    [
        DAY, datetime.fromisoformat("2024-03-05T14:30"), 45356, 45356.0, 45356.6, "45356", 20240305, 20240305.0, "20240305",
        "2024/3/5", "2024-3-5", "2024-03-05", "2024.3.5", "2024年3月5日", "２０２４年３月５日", "2024 年 3 月 5 日",
        "2024年3月5号", "2024-03-05 14:30", "2024-03-05T00:00:00", "2024年3月5日（星期二）", "2024年3月5日上午",
        "二〇二四年三月五日", " 2024/3/5 ",
    ],
)  # fmt: skip
def test_days(typed: object) -> None:
    assert parse_day(typed) == DAY


def test_day_without_year() -> None:
    assert parse_day("3月5日", 2024) == DAY
    assert parse_day("12月31日", 2023) == date(2023, 12, 31)
    with pytest.raises(ValueError, match="“3月5日”没有写年份，请写成 2024-3-5 或 2024年3月5日"):
        parse_day("3月5日")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("2024-2-30", "没有“2024-2-30”这一天，请核对月和日"),
        ("2023年2月29日", "没有“2023年2月29日”这一天，请核对月和日"),
        ("20241332", "没有“20241332”这一天，请核对月和日"),
        ("2024年3月", "“2024年3月”没有写到日"),
        ("2024-03", "“2024-03”没有写到日"),
        ("2024年3月5日至7日", "“2024年3月5日至7日”不止一天，一格只写一天"),
        ("3月5日-7日", "“3月5日-7日”不止一天，一格只写一天"),
        ("24.3.5", "“24.3.5”的年份请写四位"),
        ("1024-3-5", "“1024-3-5”的年份不合常理，请核对"),
        ("春节前", "“春节前”不是日期"),
        (12, "“12”不是日期"),
        (999999, "“999999”不是日期"),
        (3.5, "“3.5”不是日期"),
        ("", "没有填日期"),
        (None, "没有填日期"),
        (float("nan"), "单元格里不是日期"),
    ],
)
def test_refused_days(typed: object, message: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_day(typed)
    assert str(refused.value) == f"{message}，请写成 2024-3-5 或 2024年3月5日"


KINDS = (("lecture", "科普讲座"), ("exhibition", "科普展览"), ("contest", "竞赛"))


def test_choices() -> None:
    assert parse_choice("科普讲座", KINDS) == "lecture"
    assert parse_choice(" 科普 讲座 ", KINDS) == "lecture"
    assert parse_choice("Contest", KINDS) == "contest"
    assert parse_choice("讲座", KINDS, {"讲座": "lecture"}) == "lecture"
    with pytest.raises(ValueError) as refused:
        parse_choice("科普讲坐", KINDS)
    assert str(refused.value) == "没有“科普讲坐”这一项，只能填：科普讲座、科普展览、竞赛；是不是“科普讲座”？"
    with pytest.raises(ValueError, match="没有选，只能填：科普讲座、科普展览、竞赛"):
        parse_choice(None, KINDS)
    many = tuple((str(n), f"第{n}类") for n in range(20))
    with pytest.raises(ValueError, match="最接近的有：第1类"):
        parse_choice("第1种类", many)


def test_flags() -> None:
    assert [parse_flag(v) for v in ("是", "√", "Y", 1.0, True)] == [True] * 5
    assert [parse_flag(v) for v in ("否", "×", "无", 0, False)] == [False] * 5
    with pytest.raises(ValueError, match="“也许”看不明白，请填“是”或“否”"):
        parse_flag("也许")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市医学会、市护理学会", ["市医学会", "市护理学会"]),
        ("甲,乙，丙;丁；戊\n己", ["甲", "乙", "丙", "丁", "戊", "己"]),
        ("市医学会（内科、外科）、市农学会", ["市医学会（内科、外科）", "市农学会"]),
        ("甲、、 甲 、", ["甲"]),
        ("未闭合（甲、乙\n丙", ["未闭合（甲、乙", "丙"]),
        ("", []),
        (None, []),
    ],
)
def test_names(text: str | None, names: list[str]) -> None:
    assert split_names(text) == names
