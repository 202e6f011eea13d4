"""09-规划与党建: frames of work with their items, documents, designations; Party work as counts without names."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import honoured, names, programmes

DUTIES, INDUSTRIES, SYSTEM = "四服务", "重点产业清单", "现代科技馆体系"
FIVE, SIX, GROUP = "五聚五提", "六个弘扬", "全民科学素质工作领导小组"
EDUCATION = "党纪学习教育"
FIRST_TIER, SECOND_TIER = 7, 17
YEAR, NEXT_YEAR = (date(2024, 1, 1), date(2024, 12, 31)), (date(2025, 1, 1), date(2025, 12, 31))


def pages() -> list[Page]:
    return [Page("plan_frames", _frames()), Page("plan_items", _items()), Page("documents", _documents()),
            Page("designations", _designations()), Page("meetings", _meetings()), Page("campaigns", _campaigns()),
            Page("party_sessions", _sessions(), "注：只记次数，不记内容和姓名。"), Page("party_talks", _talks()),
            Page("party_bodies", _bodies()), Page("leading_groups", _groups()), Page("nil_returns", _nil())]  # fmt: skip


def _frames() -> list[Row]:
    return table(
        names.CITY, "name kind since until document",
        (DUTIES, "duties", date(2016, 1, 1), None, "职责分类"), (INDUSTRIES, "industries", date(2023, 1, 1), None, "产业目录"),
        (SYSTEM, "focus", date(2021, 1, 1), None, "体系建设安排"),
        (FIVE, "focus", *NEXT_YEAR, "2025年工作要点（演示）"), (SIX, "focus", *NEXT_YEAR, "2025年工作要点（演示）"),
    )  # fmt: skip


def _groups() -> list[Row]:
    return table(names.CITY, "name kind level role since units document",
                 (GROUP, "leading", "city", "office", date(2021, 6, 1), 32, "议事机构设置文件"))  # fmt: skip


def _items() -> list[Row]:
    duties = ("服务科技工作者", "服务创新驱动发展", "服务公民科学素质提高", "服务科学决策")
    system = ("实体科技馆", "流动科技馆", "科普大篷车", "农村中学科技馆", "区域化巡展")
    industries = [f"主导产业第{n}类" for n in range(1, FIRST_TIER + 1)] + [
        f"特色产业第{n}类" for n in range(1, SECOND_TIER + 1)
    ]
    frames = ((DUTIES, "duty", duties, (date(2016, 1, 1), None)), (SYSTEM, "item", system, (date(2021, 1, 1), None)),
              (INDUSTRIES, "industry", industries, (date(2023, 1, 1), None)),
              (FIVE, "item", [f"聚焦提升第{n}项" for n in range(1, 6)], NEXT_YEAR),
              (SIX, "item", [f"弘扬第{n}项" for n in range(1, 7)], NEXT_YEAR))  # fmt: skip
    rows = [
        (f"{frame}{n:02d}", (frame,), kind, f"{n:02d}", title, "办公室", since, until)
        for frame, kind, titles, (since, until) in frames
        for n, title in enumerate(titles, 1)
    ]
    return table(names.CITY, "name frames kind code title owner since until", *rows)


def _documents() -> list[Row]:
    return table(
        names.CITY, "day kind title reference level issuers valid_from valid_until programmes",
        (date(2024, 3, 4), "work_plan", "2024年工作要点", "宛科协演示〔2024〕3号", "city", names.CITY, YEAR[0], YEAR[1], ()),
        (date(2024, 5, 29), "letter", "致全市科技工作者的慰问信", "", "city", "市委、市政府", None, None, (programmes.WORKERS_DAY,)),
        (date(2024, 8, 26), "notice", "全国科普日活动安排", "宛科协演示〔2024〕21号", "city", names.CITY, None, None,
         (programmes.SCIENCE_DAY,)),
    )  # fmt: skip


def _designations() -> list[Row]:
    counties = list(names.COUNTIES.values())
    kinds = (("community", "科普示范社区", "社区", 2), ("farmtech", "示范农技协", "农技协", 2), ("yard", "科技小院", "科技小院", 2),
             ("rural_museum", "农村中学科技馆", "中学科技馆", 3))  # fmt: skip
    rows = [
        (date(2024, 6, 12), kind, title, f"{counties[(at + n) % len(counties)]}{names.word(at * 9 + n)}{tail}", "province", "named")
        for at, (kind, title, tail, count) in enumerate(kinds)
        for n in range(count)
    ]  # fmt: skip
    pilot = (
        date(2024, 3, 18),
        "pilot_city",
        "科创中原试点城市",
        "南阳市",
        "province",
        "named",
        (honoured.PILOT,),
    )
    return [*table(names.CITY, "day kind title holder level grade", *rows),
            *table(names.CITY, "day kind title holder level grade schemes", pilot)]  # fmt: skip


def _meetings() -> list[Row]:
    """Meetings that are no activity; the plenary session and the symposium stand among the activities."""
    return table(names.CITY, "day kind title level people",
                 (date(2024, 1, 18), "work", "全市科协工作会议", "city", 96),
                 (date(2024, 7, 23), "review", "半年工作讲评会", "city", 58))  # fmt: skip


def _campaigns() -> list[Row]:
    return table(names.CITY, "name since until has_task_force documents",
                 (EDUCATION, date(2024, 4, 11), date(2024, 7, 31), True, 2))  # fmt: skip


def _sessions() -> list[Row]:
    """Every second study of the centre group also serves the campaign: one session, two obligations."""
    found = []
    for month in range(1, 13):
        in_campaign = month in (4, 5, 6, 7)
        lines = [{"obligation": "campaign_study"}] if in_campaign else []
        values = {"day": date(2024, month, 18), "kind": "centre", "holder": "party_group", "ordinal": 1, "days": 1,
                  "present": 9, "programmes": (EDUCATION,) if in_campaign else ()}  # fmt: skip
        found.append(Row({"org": names.CITY, **values}, lines))
        theme = {"day": date(2024, month, 5), "kind": "theme_day", "holder": "office_branch", "ordinal": 1, "days": 1,
                 "form": ("red_site", "study", "service")[month % 3], "present": 26}  # fmt: skip
        found.append(Row({"org": names.CITY, **theme}))
    return found


def _talks() -> list[Row]:
    return table(
        names.CITY,
        "day kind people",
        *((date(2024, m, 1), "heart", 3 + m % 4) for m in range(1, 13) if m != 2),
    )


def _bodies() -> list[Row]:
    rows = [
        (f"南阳市{field}学会党支部", "branch", f"南阳市{field}学会", None, date(2023, 12, 31))
        for field in names.SOCIETIES[:12]
    ]
    return table(names.CITY, "name kind served founded known_from", *rows)


def _nil() -> list[Row]:
    return table(names.CITY, "register since until note",
                 ("party_talks", date(2024, 2, 1), date(2024, 2, 29), "查过了，没有发生"))  # fmt: skip
