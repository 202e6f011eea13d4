"""04-科普活动: five events from above the city, campaigns, brands, the counties; with what was cancelled or moved."""

from datetime import date, timedelta

from kebridge.casework.making.activity import activity, series, session, weekdays
from kebridge.casework.making.ground import Page, Row, month_days, pick_days, stream

from . import museum, names
from . import programmes as tags

DAY_SESSIONS = 126  # talks and information of 全国科普日; one of them is also one of the academicians' tour
TOUR, EXPERTS, VOLUNTEERS, ANTICULT = 9, 14, 20, 13  # 55 in all: one session serves two of the four
IN_THE_MONTH = 8
SERVICES, ETHICS = 8, 5
SHARED_DAY = date(2024, 9, 12)
TITLES = (("农技培训", "training", "village", "farmers"), ("科普集市", "outreach", "square", "public"),
          ("健康咨询", "outreach", "community", "seniors"), ("科学教师研修", "training", "school", "experts"))  # fmt: skip


def pages() -> list[Page]:
    sources = (
        museum.activities(),
        museum.in_schools(),
        _events(),
        _science_day(),
        _brands(),
        _others(),
        _counties(),
        _not_held(),
    )
    rows = [row for source in sources for row in source]
    rows.sort(key=lambda row: (row.values["day"], row.values["org"], row.values["title"]))
    return [Page("activities", rows, "注：联合举办的活动由主办单位填报，其他单位不再填。"),
            Page("materials", [Row({"org": names.CITY, "day": date(2024, 9, 10), "kind": "leaflet", "title": "科普日宣传折页",
                                    "quantity": 18_000, "programmes": (tags.SCIENCE_DAY,)})])]  # fmt: skip


def _events() -> list[Row]:
    """Five by the city; a sixth of the province was held by a county for itself."""
    rows = (
        ("2024商业航天产业会议", date(2024, 9, 26), "forum", "nation", tags.SPACE, 420),
        ("科创中国河南行活动", date(2024, 6, 20), "matching", "nation", tags.TOUR, 180),
        ("科创中原试点城市建设交流会", date(2024, 7, 11), "meeting", "province", tags.PILOTS, 150),
        ("全省企业创新方法交流活动", date(2024, 8, 15), "forum", "province", "", 110),
        ("全省科技志愿服务交流活动", date(2024, 11, 6), "forum", "province", "", 130),
    )
    found = [
        activity(names.CITY, title, day, kind, [session(day, "other", "experts", people)], level=level,
                 programmes=(tag,) if tag else (), co_hosts=(names.MUSEUM, names.association("QB")), partners=("鹤壁市科技局",))
        for title, day, kind, level, tag, people in rows
    ]  # fmt: skip
    day = date(2024, 10, 17)
    found.append(
        activity(
            names.association("QX"),
            "全省农技推广观摩",
            day,
            "visit",
            [session(day, "village", "farmers", 90)],
            level="province",
        )
    )
    return found


def _science_day() -> list[Row]:
    rng = stream("hebi science day")
    opening = date(2024, 9, 14)
    found = [activity(names.CITY, "全国科普日主场活动", opening, "ceremony", [session(opening, "square", "public", 1_800, online=26_000)],
                      programmes=(tags.SCIENCE_DAY,), form="mixed", co_hosts=(names.MUSEUM,),
                      partners=("鹤壁市委宣传部", "鹤壁市教育局"))]  # fmt: skip
    september = weekdays(date(2024, 9, 2), date(2024, 9, 30))
    alone = DAY_SESSIONS - 1
    hosts = (
        names.CITY,
        *(names.association(code) for code in names.COUNTIES),
        *(names.base(n) for n in range(6)),
    )
    left = alone
    for n, host in enumerate(hosts):
        count = left if n == len(hosts) - 1 else alone // len(hosts)
        left -= count
        chosen = pick_days(rng, september, count)
        lines = [
            session(day, ("school", "community", "village")[i % 3], "public", rng.randint(40, 260))
            for i, day in enumerate(chosen)
        ]
        kind = "lecture" if n % 2 == 0 else "outreach"
        found.append(activity(host, "科普报告和宣讲", chosen[0], kind, lines, programmes=(tags.SCIENCE_DAY,),
                              level="city" if host == names.CITY else "county"))  # fmt: skip
    return found


def _brands() -> list[Row]:
    rng = stream("hebi brands")
    year, june = weekdays(date(2024, 3, 1), date(2024, 11, 29)), weekdays(date(2024, 6, 3), date(2024, 6, 28))
    shared = {"org": names.CITY, "audience": "public"}
    found = [
        *series(rng, title="院士专家巡讲", kind="lecture", programmes=(tags.ACADEMICIANS,), among=year, people=2_400,
                count=TOUR - 1, places=("school", "firm"), **shared),
        *series(rng, title="首席专家点对点服务", kind="visit", programmes=(tags.CHIEF_EXPERTS,), among=year, people=900,
                count=EXPERTS - 1, places=("village", "school"), **shared),
        *series(rng, title="科技志愿服务", kind="volunteering", programmes=(tags.VOLUNTEERS,), among=year, people=2_600,
                count=VOLUNTEERS - 1, places=("community", "square"), **shared),
        *series(rng, title="防范邪教宣传", kind="outreach", programmes=(tags.ANTICULT,), among=year, people=1_000,
                count=ANTICULT - IN_THE_MONTH, places=("village", "community"), **shared),
        *series(rng, title="防范邪教集中宣传", kind="outreach", programmes=(tags.ANTICULT, tags.ANTICULT_MONTH), among=june,
                people=1_700, count=IN_THE_MONTH, places=("square", "school"), **shared),
    ]  # fmt: skip
    both = date(2024, 10, 23)
    found.append(activity(names.CITY, "首席专家志愿服务进社区", both, "volunteering", [session(both, "community", "public", 140)],
                          programmes=(tags.CHIEF_EXPERTS, tags.VOLUNTEERS)))  # fmt: skip
    line = session(SHARED_DAY, "school", "pupils", 420, body=names.school("QB", 3))
    found.append(activity(names.CITY, "院士专家巡讲进校园", SHARED_DAY, "lecture", [line],
                          programmes=(tags.ACADEMICIANS, tags.SCIENCE_DAY)))  # fmt: skip
    return found


def _others() -> list[Row]:
    rng = stream("hebi others")
    year = weekdays(date(2024, 3, 1), date(2024, 11, 29))
    found = [
        *series(rng, org=names.CITY, title="科技工作者公共服务", kind="outreach", programmes=(tags.PUBLIC_SERVICE,), among=year,
                people=640, count=SERVICES, places=("firm", "other"), audience="experts"),
        *series(rng, org=names.CITY, title="科学道德宣讲报告会", kind="lecture", programmes=(tags.ETHICS,), among=year, people=1_500,
                count=ETHICS, places=("school",), audience="experts"),
        *series(rng, org=names.SENIORS, title="银龄科普讲堂", kind="lecture", programmes=(tags.SENIORS,), among=year, people=720,
                count=12, places=("community", "village"), audience="seniors"),
    ]  # fmt: skip
    camp, screens = date(2024, 7, 16), date(2024, 5, 30)
    found.append(activity(names.CITY, "青少年高校科学营", camp, "class",
                          [session(camp + timedelta(days=n), "school", "pupils", 30) for n in range(5)], programmes=(tags.CAMP,)))  # fmt: skip
    found.append(activity(names.CITY, "科技工作者日主题宣传", screens, "outreach", [session(screens, "square", "public", 600)],
                          programmes=(tags.WORKERS_DAY,)))  # fmt: skip
    return found


def _counties() -> list[Row]:
    rng = stream("hebi counties")
    found = []
    for place, county in enumerate(names.COUNTIES):
        for month in range(1, 13):
            if (county, month) == names.NIL:
                continue
            usable = weekdays(month_days(month)[0], month_days(month)[-1])
            for n, day in enumerate(pick_days(rng, usable, 2)):
                title, kind, where, audience = TITLES[(place + month * 2 + n) % len(TITLES)]
                line = session(day, where, audience, rng.randint(40, 300))
                if where == "school":
                    line["body"] = names.school(county, 110 + month)
                found.append(activity(names.association(county), title, day, kind, [line], level="county"))
    return found


def duplicate() -> Row:
    """An activity that is also in the last workbook, sent in twice."""
    return next(row for row in _counties() if row.values["org"] == names.association("JX"))


def _not_held() -> list[Row]:
    rain, moved = date(2024, 9, 19), date(2024, 9, 20)
    return [
        activity(names.association("HS"), "科普日夜市宣讲", rain, "lecture", [session(rain, "square", "public", None)],
                 programmes=(tags.SCIENCE_DAY,), level="county", outcome="cancelled", note="降雨取消"),
        activity(names.CITY, "巡讲报告会", moved, "lecture", [session(moved, "school", "public", 200)],
                 programmes=(tags.ACADEMICIANS, tags.SCIENCE_DAY), outcome="postponed", note="延期；原定人数仍在表里，不计数"),
    ]  # fmt: skip
