"""A drawing as a PNG, by typst (which is here for the PDF anyway)."""

from __future__ import annotations

import re
from functools import lru_cache

import typst

PPI = 220
_SIZE = re.compile(r'<svg[^>]*\swidth="(\d+(?:\.\d+)?)"\sheight="(\d+(?:\.\d+)?)"')


def size_of(svg: str) -> tuple[float, float]:
    """Width and height that the drawing's root states. ValueError: it states none."""
    found = _SIZE.match(svg)
    if not found:
        raise ValueError("图没有写明宽和高")
    return float(found[1]), float(found[2])


@lru_cache(maxsize=32)
def to_png(svg: str, wide_mm: int) -> bytes:
    """The drawing on white, `wide_mm` wide. The same drawing gives the same bytes on machines with the same fonts."""
    source = f"#set page(width: auto, height: auto, margin: 0pt, fill: white)\n#{image(svg, wide_mm)}\n"
    return bytes(typst.compile(source.encode(), format="png", ppi=PPI))


def image(svg: str, wide_mm: int, alt: str = "") -> str:
    """The drawing as a typst expression."""
    words = f", alt: {string(alt)}" if alt else ""
    return f'image(bytes({string(svg)}), format: "svg", width: {wide_mm}mm{words})'


def string(words: str) -> str:
    """A typst string: nothing in it is markup."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
