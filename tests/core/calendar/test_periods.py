from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebridge.core.calendar.periods import Period

CASES = [
    ("2024", "2024", "2024年", "year", "2024-01-01", "2024-12-31", "2023"),
    ("2024年", "2024", "2024年", "year", "2024-01-01", "2024-12-31", "2023"),
    ("2024H1", "2024H1", "2024年上半年", "half", "2024-01-01", "2024-06-30", "2023H1"),
    ("2024上半年", "2024H1", "2024年上半年", "half", "2024-01-01", "2024-06-30", "2023H1"),
    ("2024年下半年", "2024H2", "2024年下半年", "half", "2024-07-01", "2024-12-31", "2023H2"),
    ("2024Q3", "2024Q3", "2024年第三季度", "quarter", "2024-07-01", "2024-09-30", "2023Q3"),
    ("2024年第三季度", "2024Q3", "2024年第三季度", "quarter", "2024-07-01", "2024-09-30", "2023Q3"),
    ("2024-03", "2024-03", "2024年3月", "month", "2024-03-01", "2024-03-31", "2023-03"),
    ("2024-02", "2024-02", "2024年2月", "month", "2024-02-01", "2024-02-29", "2023-02"),
    ("2025-02", "2025-02", "2025年2月", "month", "2025-02-01", "2025-02-28", "2024-02"),
    ("2024-03-01..2024-09-30", "2024-03-01..2024-09-30", "2024年3月1日至9月30日", "range", "2024-03-01",
     "2024-09-30", "2023-03-01..2023-09-30"),
    ("2024年3月1日至9月30日", "2024-03-01..2024-09-30", "2024年3月1日至9月30日", "range", "2024-03-01",
     "2024-09-30", "2023-03-01..2023-09-30"),
    ("2023-10..2024-03", "2023-10-01..2024-03-31", "2023年10月1日至2024年3月31日", "range", "2023-10-01",
     "2024-03-31", "2022-10-01..2023-03-31"),
    ("2024-03-05", "2024-03-05..2024-03-05", "2024年3月5日", "range", "2024-03-05", "2024-03-05",
     "2023-03-05..2023-03-05"),
    ("2024..2025", "2024..2025", "2024年至2025年", "years", "2024-01-01", "2025-12-31", "2022..2023"),
    ("截至2024-12-20", "截至2024-12-20", "截至2024年12月20日", "to_date", "2024-01-01", "2024-12-20", "截至2023-12-20"),
    ("截至2024-02-29", "截至2024-02-29", "截至2024年2月29日", "to_date", "2024-01-01", "2024-02-29", "截至2023-02-28"),
    ("2024+预计", "2024+预计", "2024年（含预计）", "year", "2024-01-01", "2024-12-31", "2023"),
    ("截至2024-12-20+预计", "截至2024-12-20+预计", "截至2024年12月20日（含预计）", "to_date", "2024-01-01",
     "2024-12-20", "截至2023-12-20"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_periods(case: tuple[str, ...]) -> None:
    text, code, label, kind, start, end, before = case
    period = Period.parse(text)
    assert (str(period), period.label, period.kind) == (code, label, kind)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert period.planned is ("预计" in text)
    assert Period.parse(code) == period
    assert Period.parse(label) == period
    assert period.previous() == Period.parse(before)


def test_terms() -> None:
    term = Period.parse("2020-05-12..2025-12-17")
    assert (term.kind, term.label) == ("term", "2020年5月12日至2025年12月17日")
    named = Period.parse("第九届：2020-05-12..2025-12-17")
    assert (named.kind, named.label, str(named)) == ("term", "第九届", "第九届:2020-05-12..2025-12-17")
    assert Period.parse(str(named)) == named
    with pytest.raises(ValueError, match="届期没有可推算的上一届"):
        term.previous()
    assert [str(part) for part in term.years()] == [
        "2020-05-12..2020-12-31", "2021", "2022", "2023", "2024", "截至2025-12-17",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024Q5",
        "2024H3",
        "2024-13",
        "20241",
        "2024-2-30..2024-3-1",
        "2024一",
        "2025..2024",
        "去年",
        "截至2024",
    ],
)
def test_wrong_text_names_the_accepted_forms(text: str) -> None:
    with pytest.raises(ValueError, match=r"时段.*可以写：2024、2024H1（2024上半年）、2024Q3、2024-03"):
        Period.parse(text)


def test_months_are_cut_to_the_period() -> None:
    assert [str(month) for month in Period.parse("截至2024-03-20").months()] == [
        "2024-01", "2024-02", "2024-03-01..2024-03-20",
    ]  # fmt: skip
    assert len(Period.parse("2023..2024").months()) == 24
    assert all(month.planned for month in Period.parse("2024+预计").months())


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_any_span_goes_both_ways_and_its_parts_add_up(one: date, other: date) -> None:
    start, end = sorted((one, other))
    period = Period.parse(f"{start}..{end}")
    assert Period.parse(str(period)) == period
    for parts in (period.months(), period.years()):
        assert sum((part.end - part.start).days + 1 for part in parts) == (end - start).days + 1
        assert all(Period.parse(str(part)) == part for part in parts)


def test_the_end_is_not_before_the_start() -> None:
    with pytest.raises(ValueError, match="早于开始日期"):
        Period.of(date(2024, 2, 1), date(2024, 1, 1), "range")
