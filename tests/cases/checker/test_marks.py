"""The marked sentences are right in themselves: every number marked, every seeded error truly one."""

import datetime
import itertools
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from tests.cases.checker.marks import HALVES, HERE, read_half, sentence

NUMBER = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿两]|翻番")
DATED = re.compile(r"(\d{4})年(\d+)月(\d+)日[（(](?:周|星期)(.)[)）]")


@pytest.mark.parametrize("half", HALVES)
def test_no_number_is_left_unmarked(half: str) -> None:
    for one in read_half(half):
        marked = {place for span in one.spans for place in range(span.start, span.end)}
        left = [m.group() for m in NUMBER.finditer(one.text) if m.start() not in marked]
        assert not left, (one.place, left, one.text)
        assert all(one.text[span.start : span.end] == span.text for span in one.spans)


@pytest.mark.parametrize("half", HALVES)
def test_what_a_seeded_error_should_be_follows_from_its_sentence(half: str) -> None:
    for one in read_half(half):
        for relation in one.errors + one.holding:
            if relation.expected is not None:
                exact = eval(
                    re.sub(r"(\d+(?:\.\d+)?)", r"Fraction('\1')", relation.formula), {"Fraction": Fraction}
                )
                value = Decimal(exact.numerator) / Decimal(exact.denominator)
                assert value.quantize(relation.expected, ROUND_HALF_UP) == relation.expected, one.place


@pytest.mark.parametrize("half", HALVES)
def test_weekdays_are_wrong_only_where_they_are_meant_to_be(half: str) -> None:
    for one in read_half(half):
        for year, month, day, told in DATED.findall(one.text):
            weekday = datetime.date(int(year), int(month), int(day)).weekday()
            assert ("一二三四五六日"[weekday] == told) is not bool(one.errors), one.place


def test_sentences_are_many_and_each_half_has_errors_and_what_looks_like_them() -> None:
    halves = [read_half(half) for half in HALVES]
    texts = [one.text for half in halves for one in half]
    assert len(texts) == len(set(texts)) >= 360
    for half in halves:
        kinds = {kind for one in half for error in one.errors for kind in error.types}
        assert kinds >= {
            "sum",
            "difference",
            "growth",
            "ratio",
            "share",
            "duplicate",
            "unit",
            "hedge",
            "date",
        }
        assert sum(bool(one.errors) for one in half) > len(half) / 4


def test_a_mark_gives_text_and_offsets() -> None:
    one = sentence("开展[[18⏎万余场|180000|场|余]]，{{第3届|ordinal}}[[5项]]")
    assert one.text == "开展18\n万余场，第3届5项"
    many, edition, items = one.spans
    assert (many.start, many.end, many.values, many.qualifiers) == (2, 8, (180000,), ("about_over",))
    assert (edition.role, edition.reason, edition.text) == ("not_claim", "ordinal", "第3届")
    assert (items.values, items.units, items.kind) == ((5,), ("项",), "count")


def test_a_mark_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match=r"dev\.txt:7.*一百场"):
        sentence("举办[[一百场]]", "dev.txt:7")


def test_marks_of_reports_are_in_order_and_hold_no_text() -> None:
    rows = {
        path.stem: path.read_text(encoding="utf-8").splitlines()[1:]
        for path in (HERE / "reports").glob("S*.csv")
    }
    assert set(rows) == {"S0", "S1", "S2", "S3", "S4"}
    for name, lines in rows.items():
        cells = [line.split(",") for line in lines]
        places = [(int(start), int(end)) for start, end, *_ in cells]
        assert all(start < end for start, end in places), name
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(places)), name
        assert {row[5] for row in cells} <= {"claim", "not_claim", "either"}
        assert all(len(row) == 8 and len(row[3]) < 12 for row in cells)
