from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebridge.core.wording.agreement import Qualifier, agrees, step_of
from kebridge.core.wording.changes import Change, change_words
from kebridge.core.wording.headings import heading_number
from kebridge.core.wording.styles import Style, doubled_hedges, in_wan, write


@pytest.mark.parametrize(
    ("value", "unit", "style", "text", "used"),
    [
        (335600, "人次", "exact", "335600人次", "exact"),
        (Decimal("12.50"), "万元", "exact", "12.50万元", "exact"),
        (23, "人", "over", "20余人", "over"),
        (99, "人", "over", "90余人", "over"),
        (186, "人", "over", "180余人", "over"),
        (213, "场次", "over", "200余场次", "over"),
        (2345, "人", "over", "2300余人", "over"),
        (8345, "份", "over", "8000余份", "over"),
        (23456, "人次", "over", "2.3万余人次", "over"),
        (183000, "人次", "over", "18万余人次", "over"),
        (123456789, "次", "over", "1.2亿余次", "over"),
        (30, "人", "over", "30人", "exact"),
        (2300, "人", "over", "2300人", "exact"),
        (19, "人", "over", "19人", "exact"),
        (20, "人", "nearly", "20人", "exact"),
        (198, "人", "nearly", "近200人", "nearly"),
        (196, "人", "nearly", "近200人", "nearly"),
        (195, "人", "nearly", "195人", "exact"),
        (985000, "人次", "nearly", "近100万人次", "nearly"),
        (200, "人", "nearly", "200人", "exact"),
        (213, "场", "above", "超200场", "above"),
        (200, "场", "above", "200场", "exact"),
        (335600, "人次", "wan", "33.56万人次", "wan"),
        (335612, "人次", "wan", "33.56万人次", "wan"),
        (330000, "人次", "wan", "33万人次", "wan"),
        (235000000, "元", "wan", "2.35亿元", "wan"),
        (99999999, "人次", "wan", "1亿人次", "wan"),
        (99999944, "人次", "wan", "9999.99万人次", "wan"),
        (9999, "人次", "wan", "9999人次", "exact"),
        (183000, "人次", "wan_over", "18万余人次", "wan_over"),
        (12345, "人次", "wan_over", "1万余人次", "wan_over"),
        (180000, "人次", "wan_over", "180000人次", "exact"),
        (9000, "人次", "wan_over", "9000人次", "exact"),
        (985000, "人次", "wan_nearly", "近100万人次", "wan_nearly"),
        (298500, "人次", "wan_nearly", "近30万人次", "wan_nearly"),
        (183000, "人次", "wan_nearly", "183000人次", "exact"),
        (1980, "人次", "wan_nearly", "1980人次", "exact"),
        (335612, "人次", "about", "约34万人次", "about"),
        (198, "人", "about", "约200人", "about"),
        (200, "人", "about", "200人", "exact"),
        (23, "人", "about", "23人", "exact"),
        (9999, "人次", "auto", "9999人次", "exact"),
        (335612, "人次", "auto", "33.56万人次", "wan"),
        (-335600, "元", "auto", "-33.56万元", "wan"),
        (-300, "元", "over", "-300元", "exact"),
        (0, "人", "about", "0人", "exact"),
    ],
)
def test_styles(value: int | Decimal, unit: str, style: str, text: str, used: str) -> None:
    written = write(value, unit, style)
    assert (written.text, written.style) == (text, used)
    asked_plainly = style in ("exact", "auto") or used == style
    assert asked_plainly or written.note.endswith("，已写精确数")


def test_written_carries_the_printed_number_and_what_it_claims() -> None:
    over = write(183000, "人次", "over")
    assert (over.printed, over.qualifier, over.step) == (
        Decimal(180000),
        Qualifier.ABOUT_OVER,
        Decimal(10000),
    )
    rounded = write(335612, "人次", "wan")
    assert (rounded.printed, rounded.qualifier, rounded.step) == (
        Decimal(335600),
        Qualifier.ROUNDED,
        Decimal(100),
    )
    assert rounded.note == "精确数为335612人次，按四舍五入保留两位小数"
    assert write(335600, "人次", "wan").note == ""
    assert write(15, "人", "over").note == "不足 20 的数不写“余”“近”“约”，已写精确数"


values = st.one_of(st.integers(0, 3000), st.integers(0, 10**10), st.decimals(0, 10**9, places=2))


@given(values, st.sampled_from(list(Style)))
def test_every_style_agrees_with_its_own_value(value: int | Decimal, style: Style) -> None:
    written = write(value, "人次", style)
    assert agrees(written.printed, written.qualifier, value, written.step)
    assert doubled_hedges(written.text) == []
    assert "千" not in written.text


@given(st.decimals(max_value=Decimal("19.99"), min_value=0, places=2), st.sampled_from(list(Style)))
def test_no_hedge_below_twenty(value: Decimal, style: Style) -> None:
    assert write(value, "人", style).style == Style.EXACT


@pytest.mark.parametrize("unit", ["余人", "人左右", "人以上", "3人"])
def test_a_unit_holds_no_hedge(unit: str) -> None:
    with pytest.raises(ValueError, match="单位里不能带"):
        write(100, unit)


def test_doubled_hedges_are_found() -> None:
    text = "约200人左右，近200人左右，至少3场以上，超过2500多人，近20余场，约18万余人次；超20场，3000余人，约5%。"
    assert doubled_hedges(text) == [
        "约200人左右", "近200人左右", "至少3场以上", "超过2500多", "近20余", "约18万余",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "step"),
    [
        (20, 10),
        (180000, 10000),
        (200, 100),
        (10, 10),
        (335000, 1000),
        ("33.5", "0.1"),
        ("33.50", "0.1"),
        (7, 1),
        (0, 1),
    ],
)
def test_step(printed: int | str, step: int | str) -> None:
    assert step_of(Decimal(printed)) == Decimal(step)


@pytest.mark.parametrize(
    ("printed", "qualifier", "value", "step", "agreed"),
    [
        (20, "exact", 20, None, True),
        (20, "exact", 21, None, False),
        (20, "about_over", 20, None, False),
        (20, "about_over", 21, None, True),
        (20, "about_over", 29, None, True),
        (20, "about_over", 30, None, False),
        (180000, "about_over", 189999, None, True),
        (180000, "about_over", 190000, None, False),
        (200, "about_over", 299, None, True),
        (200, "about_over", 300, None, False),
        (10, "about_over", 19, None, True),
        (50, "about_over", 60, None, False),
        (335000, "about_over", 335999, None, True),
        (335000, "about_over", 336000, 1000, False),
        (330000, "about_over", 330999, 1000, True),
        (330000, "about_over", 331000, 1000, False),
        (100, "nearly", 98, None, True),
        (100, "nearly", 97, None, False),
        (100, "nearly", 100, None, False),
        (200, "at_least", 200, None, True),
        (200, "at_least", 299, None, True),
        (200, "at_least", 300, None, False),
        (200, "at_least", 199, None, False),
        (100, "approximately", 95, None, True),
        (100, "approximately", 105, None, True),
        (100, "approximately", 106, None, False),
        (100, "below", 90, None, True),
        (100, "below", 89, None, False),
        (100, "below", 100, None, False),
        (335600, "rounded", 335649, 100, True),
        (335600, "rounded", 335650, 100, False),
        (335600, "rounded", 335550, 100, True),
        (-5, "exact", -5, None, True),
        (-5, "nearly", -5, None, False),
        (0, "about_over", 0, None, False),
    ],
)
def test_agreement(printed: int, qualifier: str, value: int, step: int | None, agreed: bool) -> None:
    assert agrees(printed, qualifier, value, step) is agreed


def test_unknown_qualifier_and_step() -> None:
    with pytest.raises(ValueError):
        agrees(1, "perhaps", 1)
    with pytest.raises(ValueError, match="数位必须大于零"):
        agrees(1, "exact", 1, 0)


@pytest.mark.parametrize(
    ("now", "before", "rate", "change"),
    [
        (Decimal("23821"), 10000, False, Change("增长138.21%", Decimal("138.21"))),
        (90, 120, False, Change("下降25%", Decimal("-25"))),
        (7, 7, False, Change("持平", Decimal(0))),
        (100001, 100000, False, Change("基本持平", Decimal(0))),
        (12, 0, False, Change("增加12人", None, "上期为0，不计算百分比")),
        (Decimal("36.50"), Decimal("35.12"), True, Change("提高1.38个百分点", Decimal("1.38"))),
        (Decimal("35.125"), Decimal("36.25"), True, Change("降低1.13个百分点", Decimal("-1.13"))),
        (10, 10, True, Change("持平", Decimal(0))),
        (Decimal("10.001"), 10, True, Change("基本持平", Decimal(0))),
    ],
)
def test_changes(now: Decimal | int, before: Decimal | int, rate: bool, change: Change) -> None:
    assert change_words(now, before, rate=rate, unit="人") == change


def test_a_change_is_rounded_once() -> None:
    # 1.445 % → 1.4 at one place; rounding first to 1.45 would give 1.5
    assert change_words(Decimal("101.445"), 100, places=1).text == "增长1.4%"


def test_ten_thousands() -> None:
    assert [in_wan(Decimal(n)) for n in (9999, 10000, 335600, 120000000)] == [
        "9999",
        "1万",
        "33.56万",
        "1.2亿",
    ]


def test_headings() -> None:
    assert [heading_number(level, 12) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]
    for level, n in ((0, 1), (5, 1), (1, 0), (1, 100)):
        with pytest.raises(ValueError):
            heading_number(level, n)
