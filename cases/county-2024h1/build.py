"""The builder of the case: writes the workbooks that the city's office would hold. Same seed, same cells.

Run by `kebridge load-case county-2024h1`; every module beside this one makes the rows of one line of work.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from kebridge.casework.making.book import write_book
from kebridge.casework.making.ground import Page

from . import (
    activities,
    firms,
    governing,
    history,
    honoured,
    materials,
    organisations,
    party,
    programmes,
    telling,
)

BOOKS: dict[str, Callable[[], Sequence[Page]]] = {
    "01-组织": organisations.pages,
    "02-品牌与奖项": programmes.pages,
    "03-计划任务与文件": governing.pages,
    "04-科普活动": activities.pages,
    "05-赛事荣誉人才": honoured.pages,
    "06-企业与招商": firms.pages,
    "07-宣传与联系点": telling.pages,
    "08-党的建设": party.pages,
    "09-期初与往年": history.pages,
    "10-补报与更正": lambda: [
        Page("activities", [activities.duplicate()], "注：与前次报送重复。"),
        Page("materials", [materials.correct()], "注：更正一批纪念品的数量。"),
        Page("contest_results", [honoured.correct_result()], "注：更正省赛三等奖人数。"),
    ],
}


def build(target: Path) -> list[Path]:
    """Write every workbook into `target`; returns them in the order of import."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, pages in BOOKS.items():
        path = target / f"{name}.xlsx"
        write_book(path, f"颍阳市科协 {name[3:]}", pages(), "2024年上半年", "市名、乡镇名都是虚构的")
        written.append(path)
    return written
