"""Heading marks of official papers (GB/T 9704): 一、 （一） 1. （1）."""

from kebridge.core.wording.numerals import chinese_numeral

LEVELS = (1, 2, 3, 4)
MOST_HEADINGS = 99  # no official paper goes further at one level; a larger number is a fault of the caller


def heading_number(level: int, n: int) -> str:
    """The mark of the n-th heading (from 1) at a level 1–4. ValueError outside these."""
    if level not in LEVELS:
        raise ValueError(f"标题只有一至四级，没有第 {level} 级")
    if not 1 <= n <= MOST_HEADINGS:
        raise ValueError(f"标题序号应在 1 至 {MOST_HEADINGS} 之间：{n}")
    if level == 1:
        return f"{chinese_numeral(n)}、"
    if level == 2:
        return f"（{chinese_numeral(n)}）"
    return f"{n}." if level == 3 else f"（{n}）"
