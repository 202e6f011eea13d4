"""Places of the city, and invented names of schools, firms and bases. No person is named anywhere."""

from dataclasses import dataclass
from datetime import date
from itertools import product

CITY = "南阳市科协"
MUSEUM = "南阳市科技馆"
CENTRE = "南阳市青少年课外活动中心"
STOCK_HOLDER = "基层科协启用前存量"

COUNTIES = {
    "WC": "宛城区", "WL": "卧龙区", "DZ": "邓州市", "NZ": "南召县", "FC": "方城县", "XX": "西峡县", "ZP": "镇平县",
    "NX": "内乡县", "XC": "淅川县", "SQ": "社旗县", "TH": "唐河县", "XY": "新野县", "TB": "桐柏县",
}  # fmt: skip
SUMMARY_ONLY = "TB"  # sends totals only
_FIRST, _SECOND = "青云星晨启望沐澜岭泽", "禾川杉桥帆野屿岚溪麓"
_WORDS = ["".join(pair) for pair in product(_FIRST, _SECOND)]


def association(county: str) -> str:
    return f"{COUNTIES[county]}科协"


def word(number: int) -> str:
    """An invented two-character name; neighbours in number look unlike each other."""
    return _WORDS[number * 37 % len(_WORDS)]


def school(county: str, number: int) -> str:
    """An invented school; numbers below 100 are different primary schools, then middle schools."""
    return f"{COUNTIES[county]}{word(number)}{'小学' if number < len(_WORDS) else '中学'}"


def school_of(number: int, first: int) -> str:
    """A school of the n-th county in turn."""
    counties = list(COUNTIES)
    return school(counties[number % len(counties)], first + number // len(counties))


def firm(number: int) -> str:
    """An invented firm."""
    trades = ("食品", "智能装备", "光电", "生物", "新材料", "中药", "农业", "电气")
    return f"{word(number * 3 + 1)}{trades[number % len(trades)]}公司"


@dataclass(frozen=True)
class Venue:
    code: str
    name: str
    county: str  # "" is the city itself
    visits: int  # of 2024
    before: int  # of 2023
    opened: date | None = None
    area: int = 0
    hall: int = 0


VENUES = (
    Venue("NY-KJG", MUSEUM, "", 335_600, 302_150, date(2012, 5, 28), 18_600, 9_200),
    Venue("NY-DZ-KJG", "邓州市科技馆", "DZ", 142_380, 131_920, date(2018, 9, 15), 6_800, 3_400),
    Venue("NY-TH-KJG", "唐河县科技馆", "TH", 121_640, 117_300, date(2019, 6, 1), 5_600, 2_900),
    Venue("NY-XX-KJG", "西峡县科技馆", "XX", 98_220, 96_480, date(2017, 10, 1), 4_900, 2_600),
    Venue("NY-ZP-KJG", "镇平县科技馆", "ZP", 112_550, 101_760, date(2020, 5, 18), 5_200, 2_700),
    Venue("NY-FC-KJG", "方城县科技馆", "FC", 96_410, 90_050, date(2021, 7, 1), 4_600, 2_400),
    Venue("NY-XY-KJG", "新野县科技馆", "XY", 80_560, 0, date(2024, 5, 18), 5_000, 2_800),
)
BUILDING = (
    Venue("NY-SQ-KJG", "社旗县科技馆", "SQ", 0, 0, None, 5_400, 2_900),
    Venue("NY-XC-KJG", "淅川县科技馆", "XC", 0, 0, None, 6_100, 3_200),
)
YOUTH_CENTRE = Venue("NY-QSN", CENTRE, "", 184_260, 161_900)

SOCIETIES = (
    "农学", "林学", "畜牧兽医", "水利", "机械工程", "电机工程", "电子", "计算机", "化学化工", "土木建筑", "测绘",
    "地质", "气象", "地震", "环境科学", "物理", "数学", "生物", "地理", "护理", "医学", "中医药", "预防医学",
    "针灸", "口腔医学", "药材种植", "蚕业", "烟草", "园艺", "公路", "质量", "营养", "科普作家",
)  # fmt: skip
NEW_SOCIETIES = (
    ("生物工程", date(2024, 3, 22)), ("航空", date(2024, 5, 17)), ("药学", date(2024, 8, 9)),
    ("茶叶", date(2024, 10, 25)),
)  # fmt: skip
BASE_KINDS = (
    "农业园",
    "博物馆",
    "植物园",
    "气象站",
    "防震减灾馆",
    "健康馆",
    "生态园",
    "工业馆",
    "水利园",
    "消防馆",
)
