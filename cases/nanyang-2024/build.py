"""The builder of the case: writes the workbooks that the city's offices would hold. Same seed, same cells.

Run by `kebridge load-case nanyang-2024`; every module beside this one makes the rows of one line of work.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from kebridge.casework.making.book import write_book
from kebridge.casework.making.ground import Page

from . import (
    brands,
    counties,
    governing,
    history,
    honoured,
    museum_work,
    organisations,
    people,
    programmes,
    science_day,
    services,
    touring,
    venues,
    working,
)

BOOKS: dict[str, Callable[[], Sequence[Page]]] = {
    "01-组织": organisations.pages,
    "02-品牌活动": programmes.pages,
    "03-场馆参观": venues.pages,
    "04-巡展与大篷车": touring.pages,
    "05-科普活动": lambda: [_activities(), services.materials()],
    "06-期初与往年": history.pages,
    "07-人才荣誉赛事": lambda: [*honoured.pages(), *people.pages()],
    "08-创新与宣传": working.pages,
    "09-规划与党建": governing.pages,
    "10-补报与更正": lambda: [
        Page("visits", [venues.correct_hall_visit()], "注：更正10月3日展厅散客数。"),
        Page("activities", [counties.duplicate(), counties.late()], "注：邓州的一项与前次报送重复。"),
        Page("honours", [honoured.commended()], "注：两家联合授予，先后报送过两次。"),
    ],
}


def build(target: Path) -> list[Path]:
    """Write every workbook into `target`; returns them in the order of import."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, pages in BOOKS.items():
        path = target / f"{name}.xlsx"
        write_book(path, f"南阳市科协 {name[3:]}", pages())
        written.append(path)
    return written


def _activities() -> Page:
    sources = (science_day, brands, museum_work, services, counties)
    rows = [row for source in sources for row in source.rows()]
    rows.sort(key=lambda row: (row.values["day"], row.values["org"], row.values["title"]))
    return Page("activities", rows, "注：联合举办的活动由主办单位填报，其他单位不再填。")
