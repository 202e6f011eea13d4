"""Charts: drawn from zero, values written, words escaped, gaps left open."""

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

from kebridge.figures.documents.charting import WIDTH, Mark, draw, in_words
from kebridge.figures.documents.model import Document, Picture
from kebridge.figures.documents.raster import size_of, to_png

SVG = "{http://www.w3.org/2000/svg}"


def marks(*values: int | None) -> list[Mark]:
    return [
        Mark(f"{number}月", None if value is None else Decimal(value))
        for number, value in enumerate(values, start=1)
    ]


def words(svg: str) -> list[str]:
    return [one.text or "" for one in ET.fromstring(svg).iter(f"{SVG}text")]


def test_columns_stand_on_zero_and_are_as_high_as_their_values() -> None:
    root = ET.fromstring(draw(marks(50, 100), kind="bar", unit="场"))
    one, two = root.iter(f"{SVG}rect")
    assert float(two.attrib["height"]) == pytest.approx(2 * float(one.attrib["height"]), abs=0.2)
    assert {"0", "50", "100", "单位：场"} <= set(words(ET.tostring(root).decode()))


def test_a_line_breaks_where_nothing_is_known() -> None:
    root = ET.fromstring(draw(marks(1, 2, None, 4, 5), kind="line"))
    assert len(list(root.iter(f"{SVG}polyline"))) == 2
    assert len(list(root.iter(f"{SVG}circle"))) == 4


def test_everything_stays_inside_the_picture() -> None:
    svg = draw(marks(120, 999_999_999_999, 0), kind="line", unit="人次")
    wide, high = size_of(svg)
    for one in ET.fromstring(svg).iter(f"{SVG}circle"):
        assert 0 <= float(one.attrib["cx"]) <= wide == WIDTH
        assert 0 <= float(one.attrib["cy"]) <= high


@pytest.mark.parametrize("values", [(), (None,), (0, 0), (-5, 3), (-5, -3)])
def test_little_or_nothing_can_be_drawn(values: tuple[int | None, ...]) -> None:
    for kind in ("bar", "line"):
        ET.fromstring(draw(marks(*values), kind=kind))
    ET.fromstring(draw(marks(*values), kind="bar", across=True))


def test_names_are_words_and_never_markup() -> None:
    odd = '</text><script>alert("x")</script>'
    svg = draw([Mark(odd[:12], Decimal(1))], kind="bar", unit=odd, across=True)
    assert "<script" not in svg


def test_the_drawing_becomes_the_same_png_each_time() -> None:
    svg = draw(marks(1, 2), kind="bar")
    first = to_png(svg, 150)
    to_png.cache_clear()
    assert first[:8] == b"\x89PNG\r\n\x1a\n"
    assert to_png(svg, 150) == first


def test_words_for_who_cannot_see_it() -> None:
    assert in_words(marks(36, None), "人次") == "1月36人次，2月未报"


def test_only_drawings_are_pictures() -> None:
    with pytest.raises(ValueError, match="图应是SVG"):
        Document("标题", blocks=(Picture("<script>", "图", ""),))
