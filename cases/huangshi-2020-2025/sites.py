"""06-阵地与场馆: what was named, museums under construction, routes, facilities, two caravans with their odometers."""

from datetime import date, timedelta

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, allocate, stream, table
from kebridge.casework.making.invented import word

from . import names, programmes

PLACES = {  # kind: (title, tail of the names, how many in the term): together 145 holders
    "base": ("科普教育基地", "科普教育基地", 92), "community": ("科普示范社区", "社区", 18), "study_base": ("科普研学基地", "研学基地", 10),
    "science_school": ("科学教育特色学校", "科技特色学校", 12), "rural_museum": ("农村中学科技馆", "乡村科技馆", 7),
    "spirit_base": ("科学家精神教育基地", "教育馆", 6),
}  # fmt: skip
TWICE = 7  # holders named by the city first and by the province later: one place each
STATIONS = {  # kind: (title, standing, ended)
    "academician_station": ("院士工作站", 4, 1), "expert_station": ("专家工作站", 77, 6), "doctoral_station": ("博士创新站", 6, 0),
    "overseas_station": ("省级海智工作站", 3, 0),
}  # fmt: skip
KILOMETRES, AUDIENCE, TRIPS = 20_000, 104_380, 132
CARAVANS = (("黄石1号车", "II", date(2018, 4, 2), 31_240), ("黄石2号车", "IV", date(2021, 6, 1), 120))


def pages() -> list[Page]:
    return [Page("designations", [*_cities(), *_named(), *_stations()], "注：命名、评优、提升分别登记。"),
            Page("museums", _museums()), Page("study_routes", _routes()), Page("facilities", _facilities()),
            Page("caravans", _caravans()), Page("trips", _trips(), "注：里程由里程表读数相减。")]  # fmt: skip


def _cities() -> list[Row]:
    fields = "kind title holder level grade batch batch_size schemes started day completed document"
    city = table(
        names.CITY, fields,
        ("demo_city", "全国创新驱动示范市", "黄石市", "nation", "named", "", None, (programmes.DEMO,), date(2022, 4, 18),
         date(2023, 6, 20), None, "示范市公布文件（演示）"),
        ("pilot_city", "国家全域科普试点城市", "黄石市", "nation", "named", "首批", 3, (programmes.PILOT,), date(2023, 9, 4),
         date(2024, 5, 29), None, "试点单位公布文件（演示）"),
    )  # fmt: skip
    county = table(
        names.association("DY"), fields,
        ("reform_pilot", "3+1改革试点", "大冶市", "province", "named", "", None, (programmes.REFORM,), date(2021, 3, 8),
         date(2021, 4, 20), date(2022, 1, 14), "试点验收通报（演示）"),
    )  # fmt: skip
    return [*city, *county]


def _one(kind: str, title: str, holder: str, level: str, day: date, **more: object) -> Row:
    return Row({"org": names.CITY, "kind": kind, "title": title, "holder": holder, "level": level, "grade": "named",
                "day": day, **more})  # fmt: skip


def _named() -> list[Row]:
    rng = stream("named")
    found, number = [], 0
    for kind, (title, tail, count) in PLACES.items():
        for day in names.in_term(rng, count):
            place = names.county_of(number)
            level = (
                "city"
                if number < TWICE
                else ("nation", "province", "city", "city", "province", "city")[number % 6]
            )
            found.append(_one(kind, f"{'市' if level == 'city' else '省' if level == 'province' else '全国'}级{title}",
                              f"{place}{word(number)}{tail}", level, day, place=place))  # fmt: skip
            number += 1
    found += [
        _one(
            "base",
            "省级科普教育基地",
            one.values["holder"],
            "province",
            date(2025, 6, 18),
            place=one.values["place"],
        )
        for one in found[:TWICE]
    ]
    # Not among them: one named before the term, a county's own, one that was only found excellent.
    found += [
        _one("base", "市级科普教育基地", "黄石港区老矿山科普教育基地", "city", date(2020, 6, 12), place="黄石港区"),
        _one("base", "县级科普教育基地", "阳新县湿地科普教育基地", "county", date(2022, 5, 20), place="阳新县"),
        _one("base", "省级优秀科普教育基地", "黄石港区老矿山科普教育基地", "province", date(2023, 12, 5), place="黄石港区",
             grade="excellent"),
    ]  # fmt: skip
    return found


def _stations() -> list[Row]:
    rng = stream("stations")
    found = []
    for at, (kind, (title, standing, ended)) in enumerate(STATIONS.items()):
        level = "province" if kind != "expert_station" else "city"
        for number in range(standing + ended):
            day = date(2019, 1, 10) + timedelta(days=rng.randint(0, 2_440))
            gone = {}
            if number >= standing:
                day = date(2019, 3, 5) + timedelta(days=30 * (number - standing))
                gone = (
                    {"until": day + timedelta(days=1_095)}
                    if number % 3
                    else {"withdrawn": day + timedelta(days=900)}
                )
                gone |= {"note": "期满不再续建" if number % 3 else "企业停产撤站"}
            pool = {"pool": rng.randint(3, 9)} if kind == "academician_station" else {}
            found.append(
                _one(
                    kind,
                    title,
                    names.firm(at * 100 + number),
                    level,
                    day,
                    place=names.county_of(number),
                    **gone,
                    **pool,
                )
            )
    found.append(
        _one("overseas_station", "市级海智工作站", names.firm(390), "city", date(2023, 7, 11), place="下陆区")
    )
    return found


def _museums() -> list[Row]:
    return [
        Row({"org": names.MUSEUM, "name": names.MUSEUM, "opened": date(2014, 9, 20), "building_area": 18_000, "hall_area": 9_000}),
        Row({"org": "大冶市科技馆", "name": "大冶市科技馆新馆", "approved": date(2022, 3, 10), "started": date(2023, 2, 16),
             "topped": date(2025, 9, 25), "building_area": 12_600, "hall_area": 7_400}),
        Row({"org": "阳新县科技馆", "name": "阳新县科技馆新馆", "approved": date(2021, 12, 6), "started": date(2022, 10, 11),
             "topped": date(2024, 8, 30), "fitting": date(2025, 7, 22), "building_area": 9_800, "hall_area": 5_600}),
    ]  # fmt: skip


def _routes() -> list[Row]:
    themes = (
        "矿冶文明",
        "特钢智造",
        "地质奇观",
        "湿地生态",
        "气象防灾",
        "光电新知",
        "现代农业",
        "工业遗产",
        "非遗工艺",
    )
    rows = []
    for number, theme in enumerate(themes):
        stops = [
            {
                "body": f"{names.county_of(number + n)}{word(number * 3 + n)}科普教育基地",
                "content": f"{theme}参观实践",
            }
            for n in range(3)
        ]
        values = {"org": names.CITY, "name": f"{theme}研学线路", "length": 1 + number % 2,
                  "since": date(2022, 4, 1) + timedelta(days=90 * number)}  # fmt: skip
        if number == 8:
            values["until"] = date(2025, 3, 31)
        rows.append(Row(values, stops))
    return rows


def _facilities() -> list[Row]:
    """Entered by the counties; the two that are named everywhere, and others of other kinds."""
    rows = [
        Row(
            {
                "org": names.association("KT"),
                "name": "沿湖生态园气象科普广场",
                "kind": "square",
                "opened": date(2023, 3, 23),
            }
        ),
        Row(
            {
                "org": names.association("XS"),
                "name": "石料山社区科普公园",
                "kind": "park",
                "opened": date(2024, 9, 14),
            }
        ),
    ]
    kinds = ("community", "corridor", "village", "theme", "community", "campus", "corridor")
    tails = {
        "community": "社区科普馆",
        "corridor": "科普长廊",
        "village": "乡村科普站",
        "theme": "行业主题馆",
        "campus": "校园科普角",
    }
    for number in range(21):
        county, kind = list(names.COUNTIES)[number % 6], kinds[number % 7]
        rows.append(Row({"org": names.association(county), "name": f"{names.COUNTIES[county]}{word(40 + number)}{tails[kind]}",
                         "kind": kind, "opened": date(2021, 3, 10) + timedelta(days=80 * number)}))  # fmt: skip
    rows.append(
        Row(
            {
                "org": names.association("HG"),
                "name": "老城区科普广场",
                "kind": "square",
                "opened": date(2019, 10, 1),
            }
        )
    )
    return rows


def _caravans() -> list[Row]:
    return [
        Row({"org": names.CITY, "code": code, "kind": kind, "in_service": since})
        for code, kind, since, _ in CARAVANS
    ]


def _trips() -> list[Row]:
    """Both cars in turn; three days out before the congress do not belong to the term."""
    rng = stream("caravans")
    days = names.in_term(rng, TRIPS)
    kilometres = allocate(KILOMETRES, [rng.uniform(0.5, 1.5) for _ in days], least=30)
    audience = spread(rng, AUDIENCE, TRIPS * 2, 90)
    odometer = {code: reading for code, _, _, reading in CARAVANS}
    rows = []
    before = [(date(2020, 10, 14 + n), 96, "届前出车") for n in range(3)]
    for number, (day, distance, note) in enumerate(
        [*before, *((d, k, "") for d, k in zip(days, kilometres, strict=True))]
    ):
        code = CARAVANS[0][0] if day < date(2021, 6, 2) or number % 2 else CARAVANS[1][0]
        start, odometer[code] = odometer[code], odometer[code] + distance
        sites = (
            ("school", names.school(number % 90)),
            ("village" if number % 2 else "community", f"{names.county_of(number)}{word(number)}村"),
        )
        stops = [{"body": body, "site": site, "activities": 1 + n, "audience": 210 if note else audience.pop()}
                 for n, (site, body) in enumerate(sites)]  # fmt: skip
        rows.append(Row({"org": names.CITY, "vehicle": code, "day": day, "odometer_start": start, "odometer_end": odometer[code],
                         "note": note}, stops))  # fmt: skip
    return rows
