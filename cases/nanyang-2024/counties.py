"""The counties' own activities through the year, the cancelled and the postponed among them."""

from datetime import date

from kebridge.casework.making.activity import activity, session, weekdays
from kebridge.casework.making.ground import Row, month_days, pick_days, stream

from . import names

TITLES = (
    ("农业技术培训", "training", "village", "farmers"), ("科普大集", "outreach", "square", "public"),
    ("健康义诊咨询", "outreach", "community", "seniors"), ("防震演练", "outreach", "school", "pupils"),
    ("科普图片展", "exhibition", "square", "public"), ("科学教师研修", "training", "school", "experts"),
    ("反诈知识讲座", "lecture", "community", "seniors"), ("果树管理现场指导", "visit", "village", "farmers"),
    ("青少年创新作品展", "exhibition", "school", "pupils"), ("科技志愿服务日", "volunteering", "community", "public"),
)  # fmt: skip
A_MONTH = 3
NIL = ("NZ", 2)  # a month in which a county held nothing and says so


def rows() -> list[Row]:
    rng = stream("counties")
    found = []
    for place, county in enumerate(names.COUNTIES):
        if county == names.SUMMARY_ONLY:
            continue
        org = names.association(county)
        for month in range(1, 13):
            if (county, month) == NIL:
                continue
            usable = weekdays(month_days(month)[0], month_days(month)[-1])
            for n, day in enumerate(pick_days(rng, usable, A_MONTH)):
                title, kind, where, audience = TITLES[(place * 3 + month * A_MONTH + n) % len(TITLES)]
                line = session(day, where, audience, rng.randint(40, 380))
                if where == "school":
                    line["body"] = names.school(county, 122 + month)
                found.append(activity(org, title, day, kind, [line], level="county"))
    return [*found, *_not_held()]


def duplicate() -> Row:
    """An activity that is also in the last workbook, sent in twice."""
    return next(row for row in rows() if row.values["org"] == names.association("DZ"))


def late() -> Row:
    day = date(2024, 12, 20)
    return activity(names.association("XC"), "冬季养殖技术培训", day, "training", [session(day, "village", "farmers", 96)],
                    level="county", note="年底补报")  # fmt: skip


def _not_held() -> list[Row]:
    rain, flood, moved = date(2024, 7, 16), date(2024, 7, 18), date(2024, 11, 12)
    return [
        activity(names.association("TH"), "暑期科普夜市", rain, "outreach", [session(rain, "square", "public", None)],
                 level="county", outcome="cancelled", note="暴雨取消"),
        activity(names.association("FC"), "乡村科技体验营", flood, "open_day", [session(flood, "village", "pupils", None)],
                 level="county", outcome="postponed", note="防汛延期"),
        activity(names.CITY, "院士专家面对面", moved, "interview", [session(moved, "other", "public", 300)],
                 outcome="postponed", note="延期；原定人数仍留在表里，不计数"),
    ]  # fmt: skip
