"""Places of the city, days of the term, and invented names. No person is named anywhere."""

from collections.abc import Sequence
from datetime import date
from random import Random

from kebridge.casework.making.ground import days, pick_days
from kebridge.casework.making.invented import word

CITY = "黄石市科协"
MUSEUM = "黄石市科技馆"
CONGRESS, TODAY = date(2020, 12, 18), date(2025, 12, 17)
YEARS = (2021, 2022, 2023, 2024, 2025)
SATURDAY = 5

COUNTIES = {
    "DY": "大冶市", "YX": "阳新县", "HG": "黄石港区", "XS": "西塞山区", "XL": "下陆区", "KT": "开发区·铁山区",
}  # fmt: skip
TOWNS = (
    "兴国镇", "富池镇", "黄颡口镇", "韦源口镇", "太子镇", "大王镇", "陶港镇", "白沙镇", "浮屠镇", "三溪镇", "王英镇",
    "龙港镇", "洋港镇", "排市镇", "木港镇", "枫林镇",
)  # fmt: skip
SOCIETIES = (
    "农学", "林学", "畜牧兽医", "水利", "机械工程", "电机工程", "计算机", "化学化工", "土木建筑", "测绘", "地质",
    "气象", "金属", "环境科学", "物理", "数学", "生物", "地理", "护理", "医学", "中医药", "预防医学", "口腔医学",
    "药学", "珠宝玉石", "公路", "质量", "营养", "科普作家",
)  # fmt: skip
NEW_SOCIETIES = (
    ("人工智能", date(2021, 11, 5)), ("新材料", date(2022, 8, 19)), ("康复医学", date(2023, 9, 8)),
    ("模具", date(2024, 6, 14)),
)  # fmt: skip
CHAINS = ("特钢精深加工", "高端装备制造", "光电子信息", "生命健康", "绿色新材料", "纺织服装")
_TRADES = ("特钢", "装备", "光电", "生物", "新材料", "模具", "电气", "智能")


def association(county: str) -> str:
    return f"{COUNTIES[county]}科协"


def society(number: int) -> str:
    fields = (*SOCIETIES, *(field for field, _ in NEW_SOCIETIES))
    return f"黄石市{fields[number % len(fields)]}学会"


def county_of(number: int) -> str:
    return list(COUNTIES.values())[number % len(COUNTIES)]


def firm(number: int) -> str:
    """An invented firm; different up to 800."""
    return f"{word(number)}{_TRADES[number // 100 % len(_TRADES)]}公司"


def school(number: int) -> str:
    """An invented school; different up to 600."""
    kind = ("小学", "实验小学", "中学", "第二小学", "第二中学", "九年制学校")[number // 100 % 6]
    return f"{county_of(number)}{word(number)}{kind}"


def workdays(first: date, last: date) -> list[date]:
    return [day for day in days(first, last) if day.weekday() < SATURDAY]


def year_days(year: int) -> list[date]:
    """The working days of a year of the term that has passed: February to November."""
    return workdays(date(year, 2, 22), date(year, 11, 28))


def in_term(rng: Random, count: int) -> list[date]:
    """`count` working days of the term, in order."""
    return pick_days(rng, workdays(date(2021, 1, 11), date(2025, 12, 5)), count)


def turn(values: Sequence[str], number: int) -> str:
    return values[number % len(values)]
