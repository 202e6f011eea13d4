"""Places of the city, the days of the term, and invented names of towns, schools and firms."""

from datetime import date, timedelta

from kebridge.casework.making.ground import SATURDAY, days
from kebridge.casework.making.invented import WORDS, word

CITY, MUSEUM = "十堰市科协", "十堰市科技馆"
STOCK_HOLDER = "基层科协启用前存量"
OPENED, CLOSED = date(2018, 6, 28), date(2023, 10, 25)  # the term: first day, last day
NEXT = date(2023, 10, 26)  # the congress that opens the next term
YEARS = range(2019, 2024)

COUNTIES = {
    "MJ": "茅箭区", "ZW": "张湾区", "YY": "郧阳区", "DJK": "丹江口市", "YX": "郧西县", "ZS": "竹山县", "ZX": "竹溪县",
    "FX": "房县", "WDS": "武当山特区", "KFQ": "十堰经开区",
}  # fmt: skip
TOWNS = {"MJ": 6, "ZW": 8, "YY": 19, "DJK": 17, "YX": 18, "ZS": 17, "ZX": 15, "FX": 20, "WDS": 2, "KFQ": 2}
UNIVERSITIES = (  # the last two founded their associations in the term
    ("湖北汽车工业学院", None), ("湖北医药学院", None), ("汉江师范学院", None), ("湖北工业职业技术学院", None),
    ("湖北汽车工业学院科技学院", date(2019, 11, 8)), ("湖北医药学院药护学院", date(2021, 5, 20)),
)  # fmt: skip
ENGINEERS, SENIORS = "十堰市工程师协会", "十堰市老科技工作者协会"
ENGINEERS_DAY, SENIORS_DAY = date(2020, 9, 18), date(2021, 4, 16)
SOCIETIES = ("农学", "林学", "水利", "汽车工程", "机械工程", "计算机", "化学化工", "土木建筑", "气象", "环境科学", "医学", "中医药",
             "护理", "预防医学", "数学", "物理", "地理", "茶叶", "畜牧兽医", "质量")  # fmt: skip
NEW_SOCIETIES = (
    ("无人机", date(2019, 4, 12)),
    ("食用菌", date(2020, 11, 6)),
    ("人工智能", date(2022, 3, 25)),
)
FIRMS, OLD_FIRMS = 24, 10
_TRADES = ("汽车零部件", "智能装备", "生物", "新材料", "茶业", "农业", "水电", "中药")


def association(county: str) -> str:
    return f"{COUNTIES[county]}科协"


def society(field: str) -> str:
    return f"十堰市{field}学会"


def town(county: str, number: int) -> str:
    return f"{COUNTIES[county]}{word(number)}{'乡' if number % 4 == 3 else '镇'}"


def firm(number: int) -> str:
    return f"{word(number)}{_TRADES[number % len(_TRADES)]}公司"


def school(number: int) -> str:
    """An invented school; different up to 100 in each county."""
    counties = list(COUNTIES.values())
    return f"{counties[(number + number // len(WORDS)) % len(counties)]}{word(number)}{'小学' if number % 3 else '中学'}"


def workday(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def over_term(count: int, first: date = date(2018, 7, 9), last: date = date(2023, 9, 22)) -> list[date]:
    """`count` working days, evenly over the term."""
    span = len(days(first, last)) - 3
    return [workday(first + timedelta(days=n * span // max(count - 1, 1))) for n in range(count)]
