"""The builder of the case: writes the workbooks that the city's offices would hold. Same seed, same cells.

Run by `kebridge load-case hebi-2024`; every module beside this one makes the rows of one line of work.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from kebridge.casework.making.book import write_book
from kebridge.casework.making.ground import Page

from . import (
    activities,
    governing,
    history,
    honoured,
    museum,
    organisations,
    people,
    programmes,
    telling,
    working,
)

BOOKS: dict[str, Callable[[], Sequence[Page]]] = {
    "01-组织": organisations.pages,
    "02-品牌与奖项": programmes.pages,
    "03-科技馆": museum.pages,
    "04-科普活动": activities.pages,
    "05-期初与往年": history.pages,
    "06-人才荣誉赛事": lambda: [*honoured.pages(), *people.pages()],
    "07-创新与资金": working.pages,
    "08-宣传与其他": telling.pages,
    "09-规划与党建": governing.pages,
    "10-补报与更正": lambda: [
        Page("visits", [museum.correct_visit()], "注：更正5月2日展厅散客数。"),
        Page("activities", [activities.duplicate()], "注：与前次报送重复。"),
        Page("honours", [honoured.advanced(2024)], "注：两家联合授予，先后报送过两次。"),
        Page("funds", [working.correct_fund(), working.duplicate()], "注：一项更正金额，一项重复。"),
    ],
}


def build(target: Path) -> list[Path]:
    """Write every workbook into `target`; returns them in the order of import."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, pages in BOOKS.items():
        path = target / f"{name}.xlsx"
        write_book(path, f"鹤壁市科协 {name[3:]}", pages())
        written.append(path)
    return written
