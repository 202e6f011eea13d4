"""The builder of the case: writes the workbooks that the city's offices would hold. Same seed, same cells.

Run by `kebridge load-case shiyan-2018-2023`; every module beside this one makes the rows of one line of work.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from kebridge.casework.making.book import write_book
from kebridge.casework.making.ground import Page

from . import (
    activities,
    grassroots,
    history,
    names,
    organisations,
    people,
    programmes,
    sites,
    telling,
    think_tank,
    youth,
)

TOLD = "2018—2023年"
BOOKS: dict[str, Callable[[], Sequence[Page]]] = {
    "01-组织": organisations.pages,
    "02-品牌与奖项": programmes.pages,
    "03-基层与三长": grassroots.pages,
    "04-科普活动": activities.pages,
    "05-期初与往年": history.pages,
    "06-阵地与投入": sites.pages,
    "07-青少年与赛事": youth.pages,
    "08-人才与荣誉": people.pages,
    "09-创新与智库": think_tank.pages,
    "10-宣传与党建": telling.pages,
    "11-补报与更正": lambda: [
        Page("contest_results", [youth.duplicate()], "注：与前次报送重复。"),
        Page("activities", activities.county_rows()[:2], "注：一项与前次报送重复，一项更正现场人次。"),
    ],
}


def build(target: Path) -> list[Path]:
    """Write every workbook into `target`; returns them in the order of import."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, pages in BOOKS.items():
        path = target / f"{name}.xlsx"
        write_book(path, f"{names.CITY} {name[3:]}", pages(), TOLD)
        written.append(path)
    return written
