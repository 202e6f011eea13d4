"""Places of the city, and invented names of schools, firms and bases. No person is named anywhere."""

from kebridge.casework.making.invented import WORDS, word

CITY = "鹤壁市科协"
MUSEUM = "鹤壁市科技馆"
ANTICULT, SENIORS = "鹤壁市反邪教协会", "鹤壁市老科协"
STOCK_HOLDER = "基层科协启用前存量"
COUNTIES = {"JX": "浚县", "QX": "淇县", "QB": "淇滨区", "SC": "山城区", "HS": "鹤山区"}
MISSING_BEFORE = ("HS", 7)  # the county that sent nothing for a month of 2023
NIL = ("SC", 2)  # a county that held nothing in a month and says so
SOCIETIES = (
    "农学", "林学", "畜牧兽医", "水利", "机械工程", "化学化工", "电子", "计算机", "护理", "医学", "中医药", "气象",
    "预防医学", "测绘", "镁材料", "环境科学",
)  # fmt: skip
BASES = (("QX", "湿地科普馆"), ("QB", "综合实践中心"), ("QB", "人防体验中心"), ("JX", "农业科普园"), ("SC", "煤炭工业馆"),
         ("HS", "防震减灾馆"))  # fmt: skip


def association(county: str) -> str:
    return f"{COUNTIES[county]}科协"


def society(number: int) -> str:
    return f"鹤壁市{SOCIETIES[number]}学会"


def base(number: int) -> str:
    county, kind = BASES[number]
    return f"{COUNTIES[county]}{word(number * 7 + 3)}{kind}"


def school(county: str, number: int) -> str:
    """An invented school; numbers below 100 are different primary schools, then middle schools."""
    return f"{COUNTIES[county]}{word(number + 13)}{'小学' if number < len(WORDS) else '中学'}"


def firm(number: int) -> str:
    """An invented firm."""
    trades = ("镁业", "航天装备", "电子", "化工", "新材料", "食品", "软件", "汽配")
    return f"{word(number * 3 + 2)}{trades[number % len(trades)]}公司"
