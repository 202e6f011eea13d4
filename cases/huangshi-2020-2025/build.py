"""The builder of the case: writes the workbooks that the city's offices would hold. Same seed, same cells.

Every module beside this one makes the rows of one line of work, over the five years of a term.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from kebridge.casework.making.book import write_book
from kebridge.casework.making.ground import Page

from . import (
    activities,
    deals,
    governing,
    grassroots,
    honoured,
    organisations,
    people,
    programmes,
    returns,
    services,
    sites,
    thinking,
)

TERM = "2020年12月至2025年12月"
BOOKS: dict[str, Callable[[], Sequence[Page]]] = {
    "01-组织": organisations.pages,
    "02-品牌与框架": programmes.pages,
    "03-基层与学会": grassroots.pages,
    "04-活动登记": activities.as_first_told,
    "05-期初与往年": returns.pages,
    "06-阵地与场馆": sites.pages,
    "07-需求与服务": services.pages,
    "08-协议与评估": deals.pages,
    "09-人才与荣誉": lambda: [*people.pages(), *honoured.pages()],
    "10-智库与项目": thinking.pages,
    "11-规划与党建": governing.pages,
    "12-补报与更正": lambda: [
        Page(
            "activities",
            [activities.duplicate(), activities.corrected()],
            "注：一轮宣讲与前次重复；更正末届大会的游客数。",
        ),
        Page("honours", [honoured.collective()], "注：三家联合授予，先前只写了一家。"),
    ],
}


def build(target: Path) -> list[Path]:
    """Write every workbook into `target`; returns them in the order of import."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, pages in BOOKS.items():
        path = target / f"{name}.xlsx"
        write_book(path, f"黄石市科协 {name[3:]}", pages(), TERM)
        written.append(path)
    return written
