"""The page of GB/T 9704-2012 for plain material (no red head), in the units of OOXML.

1 twip = 1/20 pt = 1/1440 inch; font sizes are half points; `…_CHARS` are hundredths of a character.
"""

from __future__ import annotations

from typing import Final


def twips(mm: float) -> int:
    """Millimetres as twips, rounded."""
    return round(mm / 25.4 * 1440)


# 5.1: A4. 5.2.1: head 37 mm, binding side 28 mm, type area 156 × 225 mm, so bottom 35 mm and right 26 mm.
PAGE_WIDTH: Final = twips(210)
PAGE_HEIGHT: Final = twips(297)
MARGIN_TOP: Final = twips(37)
MARGIN_LEFT: Final = twips(28)
MARGIN_BOTTOM: Final = twips(35)
MARGIN_RIGHT: Final = twips(26)
TYPE_WIDTH: Final = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT

# 5.2.3: 22 lines of 28 characters. 225 mm / 22 = 28.99 pt = 579.9 twips. Grid and exact lines are 579 twips
# (28.95 pt): 22 × 580 overflows the type area of 12,756 twips by 4, and LibreOffice then sets 21 lines.
GRID_PITCH: Final = 579
LINE: Final = 579
LINES: Final = 22
CHARACTERS: Final = 28
# 28 characters of 16 pt are 448 pt, the type area is 442.2 pt: each is set 0.25 pt (5 twips) tighter.
CHARACTER_SPACING: Final = -5
CHARACTER: Final = 315

# 5.2.2, 7.3.1, 7.5: 3号 = 16 pt, 2号 = 22 pt, 4号 = 14 pt; tables and marks of our own: 小四 = 12 pt.
SIZE_3: Final = 32
SIZE_2: Final = 44
SIZE_4: Final = 28
SIZE_SMALL_4: Final = 24
TITLE_CHARACTERS: Final = 20

FANGSONG: Final = "仿宋_GB2312"
KAITI: Final = "楷体_GB2312"
HEITI: Final = "黑体"
SONGTI: Final = "宋体"
TITLE_SONG: Final = "方正小标宋简体"
LATIN: Final = "Times New Roman"

INDENT_CHARS: Final = 200
INDENT: Final = 2 * CHARACTER

# 7.5: the dashes of “— 1 —” stand 7 mm below the type area; the footer line is exact, its text is centred in it.
FOOTER_LINE: Final = 400
FOOTER_DISTANCE: Final = twips(25)
FOOTER_BLANK: Final = SIZE_4 * 10
HEADER_DISTANCE: Final = twips(22)

# Charts: a little narrower than the type area.
PICTURE_MM: Final = 150

TABLE_LINE: Final = 360
# Tables of many columns: 5号 = 10.5 pt.
MANY_COLUMNS: Final = 6
SIZE_5: Final = 21
DENSE_LINE: Final = 300
TABLE_ROW: Final = 480
