"""06-阵地与投入: bases, communities and schools, workstations, pilots; what was spent."""

from datetime import date, timedelta
from typing import Any

from kebridge.casework.making.ground import Page, Row, table
from kebridge.casework.making.invented import word

from . import names, programmes

BASES, INDUSTRY, COMMUNITIES, SCHOOLS = 36, 15, 13, 17
STATIONS = (
    ("academician_station", "院士工作站", 21),
    ("expert_station", "专家工作站", 38),
    ("joint_station", "院士专家工作站", 25),
)
BASE_KINDS = (
    "科技馆",
    "博物馆",
    "茶园",
    "气象台",
    "水利枢纽展示馆",
    "植物园",
    "汽车工业馆",
    "健康馆",
    "地质公园",
)
CROPS = ("香菇", "核桃", "茶叶", "油橄榄", "黄酒", "中药材")
SPENT = ((2018, 10, 18, 320_000), (2019, 6, 14, 410_000), (2019, 11, 22, 360_000), (2020, 9, 25, 280_000),
         (2021, 4, 16, 520_000), (2021, 12, 10, 460_000), (2022, 6, 17, 640_000), (2022, 11, 25, 550_000), (2022, 12, 16, 680_000),
         (2023, 3, 24, 480_000), (2023, 8, 18, 480_000))  # fmt: skip


def pages() -> list[Page]:
    rows = [*_bases(), *_industry(), *_communities(), *_schools(), *_stations(), *_platforms(), *_pilots()]
    return [
        Page("designations", rows, "注：评优和入选提升项目另填命名方式。"),
        Page("spendings", _spendings()),
    ]


def _named(day: date, kind: str, title: str, holder: str, level: str, **more: Any) -> Row:
    values = {"day": day, "kind": kind, "title": title, "holder": holder, "level": level, "grade": "named"}
    return Row({"org": names.CITY, **values, **more})


def _place(number: int) -> str:
    counties = list(names.COUNTIES.values())
    return counties[number % len(counties)]


def _bases() -> list[Row]:
    """One base may be named at three levels: one base. Some have run out, one was withdrawn, one came too late."""
    found = []
    for n, day in enumerate(names.over_term(BASES + 4, date(2017, 5, 10), date(2023, 5, 24))):
        holder = f"{_place(n)}{word(n + 20)}{BASE_KINDS[n % len(BASE_KINDS)]}"
        ended = {
            37: {"until": date(2022, 12, 31)},
            38: {"until": date(2023, 6, 30)},
            39: {"withdrawn": date(2023, 9, 1)},
        }
        more = ended.get(n, {})
        first = date(2018, 12, 20) if more else date(2023, 11, 30) if n == BASES else day
        found.append(_named(first, "base", "十堰市科普教育基地", holder, "city", place=_place(n), **more))
        if n % 4 == 1 and n < BASES:
            found.append(
                _named(
                    day + timedelta(days=90),
                    "base",
                    "湖北省科普教育基地",
                    holder,
                    "province",
                    place=_place(n),
                )
            )
        if n in (5, 17):
            found.append(
                _named(date(2022, 3, 30), "base", "全国科普教育基地", holder, "nation", place=_place(n))
            )
        if n in (9, 21):
            best = {
                **_named(date(2022, 10, 20), "base", "优秀科普教育基地", holder, "province").values,
                "grade": "excellent",
            }
            found.append(Row(best))
    return found


def _several(kind: str, title: str, level: str, holders: list[str], span: tuple[date, date]) -> list[Row]:
    days = names.over_term(len(holders), *span)
    return [_named(day, kind, title, holder, level) for day, holder in zip(days, holders, strict=True)]


def _industry() -> list[Row]:
    holders = [f"{_place(n)}{word(n + 40)}{CROPS[n % len(CROPS)]}基地" for n in range(INDUSTRY)]
    title = "湖北省特色产业科普基地"
    return [*_several("industry_base", title, "province", holders, (date(2018, 8, 15), date(2023, 4, 12))),
            _named(date(2016, 8, 9), "industry_base", title, f"竹溪县{word(70)}茶叶基地", "province", until=date(2021, 8, 8)),
            _named(date(2021, 8, 20), "industry_base", "十堰市特色产业科普基地", f"房县{word(71)}黄酒基地", "city")]  # fmt: skip


def _communities() -> list[Row]:
    holders = [f"{_place(n)}{word(n + 50)}社区" for n in range(COMMUNITIES)]
    return [*_several("benefit_community", "科普惠民社区", "city", holders, (date(2018, 9, 20), date(2023, 3, 15))),
            _named(date(2019, 9, 20), "benefit_community", "科普惠民社区", f"张湾区{word(72)}社区", "city",
                   withdrawn=date(2022, 5, 10))]  # fmt: skip


def _schools() -> list[Row]:
    holders = [names.school(n + 60) for n in range(SCHOOLS)]
    return [*_several("science_school", "科普教育学校", "city", holders, (date(2018, 10, 12), date(2023, 5, 19))),
            _named(date(2017, 9, 10), "science_school", "科普教育学校", names.school(90), "city", until=date(2022, 9, 9))]  # fmt: skip


def _stations() -> list[Row]:
    """Those set up in the term, whatever became of them; the ones before and after it are not among them."""
    found = []
    for at, (kind, title, count) in enumerate(STATIONS):
        for n, day in enumerate(names.over_term(count)):
            number = at * 40 + n
            more = {"withdrawn": date(2023, 6, 30)} if n == 3 else {}
            level = "province" if number % 3 == 0 else "city"
            found.append(
                _named(
                    day,
                    kind,
                    title,
                    f"{_place(number)}{names.firm(number + 3)}",
                    level,
                    place=_place(number),
                    **more,
                )
            )
    outside = (
        date(2015, 3, 20),
        date(2016, 6, 8),
        date(2017, 4, 6),
        date(2017, 9, 12),
        date(2018, 5, 30),
        date(2023, 11, 8),
        date(2023, 12, 20),
    )
    return [*found, *(_named(day, "expert_station", "专家工作站", f"郧西县{names.firm(150 + n)}", "city")
                      for n, day in enumerate(outside))]  # fmt: skip


def _platforms() -> list[Row]:
    return [
        _named(date(2020, 12, 18), "overseas_station", "湖北省海智基地十堰工作站", names.CITY, "province"),
        _named(date(2020, 11, 20), "corps_station", "武汉大学老专家服务团工作站", names.CITY, "city"),
    ]


def _pilots() -> list[Row]:
    """Started is not named: the city is at work on two pilots, the county has its name."""
    hubei = (programmes.HUBEI_PILOT,)
    begun = table(
        names.CITY, "kind title holder level grade schemes started",
        ("pilot_city", "科创中国试点", "十堰市", "nation", "named", (programmes.CHINA_PILOT,), date(2021, 9, 10)),
        ("pilot_city", "科创湖北试点", "十堰市", "province", "named", hubei, date(2022, 4, 20)),
        ("demo_city", "科创湖北示范县", "房县", "province", "named", hubei, date(2023, 7, 6)),
    )  # fmt: skip
    county = _named(date(2022, 9, 15), "pilot_city", "科创湖北试点县", "郧阳区", "province", schemes=hubei,
                    document="试点县公布文件（演示）")  # fmt: skip
    return [*begun, county]


def _spendings() -> list[Row]:
    fields = "day title purpose source amount voucher"
    found = []
    for n, (year, month, day, amount) in enumerate(SPENT):
        title = ("科技馆展品更新", "科普画廊和e站建设", "流动科普设施购置")[n % 3]
        found += table(names.MUSEUM if n % 2 else names.CITY, fields,
                       (date(year, month, day), f"{title}（{year}年）", "infrastructure", ("special", "budget")[n % 2], amount,
                        "支出凭证（演示）"))  # fmt: skip
    others = [
        (date(year, 9, 20), f"科普五进活动（{year}年）", "activities", "budget", 120_000, "支出凭证（演示）")
        for year in names.YEARS
    ]
    before = (date(2018, 4, 20), "上届科普设施尾款", "infrastructure", "budget", 240_000, "支出凭证（演示）")
    return [*found, *table(names.CITY, fields, before, *others)]
