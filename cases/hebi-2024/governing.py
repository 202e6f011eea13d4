"""09-规划与党建: frames of work, documents, renewals, sites; Party work in the closed circle, counts without names."""

from datetime import date, timedelta

from kebridge.casework.making.activity import weekdays
from kebridge.casework.making.ground import Page, Row, pick_days, stream, table

from . import names
from . import programmes as tags

FOCUS, PLAN, DUTIES, ARTICLES = "十个聚焦", "1442工作计划", "四服务", "科普十条"
BRAND, AS_ONE, NEXT = "红映科海", "创新驱动一体建设", "2025年工作计划"
EDUCATION = "党纪学习教育"
YEAR = (date(2024, 1, 1), date(2024, 12, 31))
STYLE, VOLUNTEERING, VILLAGE, CENTRE = 37, 112, 15, 9
ENLARGED = ((4, 24), (5, 15), (6, 12), (7, 10))
FIRST_TOPICS = 11  # of their own; the twelfth is the opening of a study of the centre group
TWO_IN_ONE = 9  # the month of that study


def pages() -> list[Page]:
    return [Page("plan_frames", _frames()), Page("plan_items", _items()), Page("documents", _documents()),
            Page("term_renewals", _renewals()), Page("designations", _designations()), Page("campaigns", _campaigns()),
            Page("party_sessions", _sessions(), "注：开一次登记一条，服务几项要求写在议题里；只记次数。"), Page("party_talks", _talks()),
            Page("party_bodies", _bodies()), Page("nil_returns", _nil())]  # fmt: skip


def _frames() -> list[Row]:
    return table(
        names.CITY, "name kind since until document",
        (PLAN, "plan", *YEAR, "2024年工作要点（演示）"), (FOCUS, "focus", *YEAR, "2024年工作要点（演示）"),
        (DUTIES, "duties", date(2016, 1, 1), None, "职责分类"), (ARTICLES, "policy", date(2023, 6, 1), None, "政策文件"),
        (BRAND, "brand", date(2023, 3, 1), None, "党建品牌方案"),
        (AS_ONE, "other", date(2023, 1, 1), date(2025, 12, 31), "创新驱动示范市建设行动计划"),
        (NEXT, "plan", date(2025, 1, 1), date(2025, 12, 31), "2025年工作要点（演示）"),
    )  # fmt: skip


def _items() -> list[Row]:
    duties = ("服务科技工作者", "服务创新驱动发展", "服务公民科学素质提高", "服务科学决策")
    focus = (
        "聚焦自身建设",
        "聚焦团结引领",
        "聚焦创新驱动",
        "聚焦科普主力",
        *(f"聚焦第{n}项" for n in range(5, 11)),
    )
    year, standing = YEAR, (date(2016, 1, 1), None)
    frames = ((FOCUS, "item", focus, year), (DUTIES, "duty", duties, standing),
              (ARTICLES, "article", [f"第{n}条" for n in range(1, 11)], (date(2023, 6, 1), None)),
              (AS_ONE, "item", (tags.DEMO_CITY, tags.PILOT_CITY), (date(2023, 1, 1), date(2025, 12, 31))),
              (NEXT, "item", ("换届大会", "科技馆展品更新", "科普基地扩面", "学会服务站建设"), (date(2025, 1, 1), date(2025, 12, 31))))  # fmt: skip
    rows = [
        (f"{frame}{n:02d}", (frame,), kind, f"{n:02d}", title, "办公室", since, until)
        for frame, kind, titles, (since, until) in frames
        for n, title in enumerate(titles, 1)
    ]
    return table(names.CITY, "name frames kind code title owner since until", *rows)


def _documents() -> list[Row]:
    return table(
        names.CITY, "day kind title reference level issuers valid_from valid_until programmes",
        (date(2024, 8, 8), "opinion", "关于促进公民科学素质持续均衡提升的实施意见", "鹤政办演示〔2024〕18号", "city", "市政府办公室", None, None, ()),
        (date(2023, 4, 17), "action_plan", "全国创新驱动示范市建设行动计划", "鹤办演示〔2023〕9号", "city", "市委办公室、市政府办公室",
         date(2023, 1, 1), date(2025, 12, 31), ()),
        (date(2021, 3, 2), "action_plan", "科普惠民行动计划", "", "city", names.CITY, None, date(2023, 12, 31), ()),
        (date(2024, 5, 29), "letter", "致全市科技工作者的慰问信", "", "city", names.CITY, None, None, (tags.WORKERS_DAY,)),
        (date(2024, 8, 20), "notice", "全国科普日活动安排", "鹤科协演示〔2024〕25号", "city", names.CITY, None, None, (tags.SCIENCE_DAY,)),
    )  # fmt: skip


def _renewals() -> list[Row]:
    fields = "sort term due prepared held done"
    day = date(2024, 5, 24)
    return [
        *table(names.CITY, fields, ("association", 6, date(2025, 3, 31), date(2024, 9, 3), None, None)),
        *table(names.ANTICULT, fields, ("society", 4, date(2024, 4, 30), date(2024, 1, 15), day, day + timedelta(days=12))),
        *table(names.society(0), fields, ("society", 7, date(2023, 9, 30), date(2023, 6, 1), date(2023, 9, 22), date(2023, 10, 9))),
    ]  # fmt: skip


def _designations() -> list[Row]:
    """Nine of five kinds at the province or above; one of the city, and four that were named before and now do better.

    The city itself holds two of the nation that stand from earlier years.
    """
    community, school = "科普示范社区", "科技活动特色校"
    rows = [(date(2024, 6, 12), kind, title, holder, level, "named") for kind, title, holder, level in (
        ("community", community, f"{names.COUNTIES['QB']}青禾社区", "nation"), ("community", community, f"{names.COUNTIES['SC']}云川社区", "province"),
        ("rural_museum", "农村中学科技馆", f"{names.school('JX', 104)}", "province"), ("rural_museum", "农村中学科技馆", f"{names.school('QX', 105)}", "province"),
        ("farmtech", "示范农技协", "浚县望杉农技协", "province"), ("feature_school", school, names.school("QB", 5), "province"),
        ("feature_school", school, names.school("HS", 6), "province"), ("base", "省科普教育基地", names.base(3), "province"),
        ("base", "省科普教育基地", names.base(4), "province"), ("base", "市科普教育基地", names.base(5), "city"),
    )]  # fmt: skip
    rows += [(date(2024, 11, 28), "base", "省优秀科普教育基地", holder, "province", "excellent")
             for holder in (names.MUSEUM, names.base(1), names.base(2))]  # fmt: skip
    rows.append((date(2024, 10, 14), "base", "省科普教育基地提升项目", names.base(0), "province", "upgraded"))
    city = [
        (date(2021, 6, 8), "pilot_city", "科创中国试点城市", "鹤壁市", "nation", "named", (tags.PILOT_CITY,), date(2025, 12, 31)),
        (date(2022, 11, 10), "demo_city", "全国创新驱动示范市", "鹤壁市", "nation", "named", (tags.DEMO_CITY,), date(2025, 12, 31)),
    ]  # fmt: skip
    return [*table(names.CITY, "day kind title holder level grade", *rows),
            *table(names.CITY, "day kind title holder level grade schemes until", *city)]  # fmt: skip


def _campaigns() -> list[Row]:
    return table(
        names.CITY,
        "name since until has_task_force documents",
        (EDUCATION, date(2024, 4, 11), date(2024, 7, 31), True, 2),
    )


def _session(
    day: date, kind: str, holder: str = "party_group", serves: tuple[str, ...] = (), **more: object
) -> Row:
    values = {"day": day, "kind": kind, "holder": holder, "ordinal": 1, "days": 1, "present": 9}
    return Row({"org": names.CITY, **values, **more}, [{"obligation": one} for one in serves])


def _sessions() -> list[Row]:
    rng = stream("hebi party")
    year = weekdays(date(2024, 1, 8), date(2024, 12, 20))
    education = {"programmes": (EDUCATION,)}
    found = [
        _session(date(2024, 4, 12), "group_enlarged", **education), _session(date(2024, 11, 8), "group_enlarged"),
        _session(date(2024, 5, 20), "reading", days=2, **education), _session(date(2024, 5, 28), "warning", **education),
        _session(date(2024, 6, 26), "warning", **education), _session(date(2024, 7, 2), "integrity", **education),
    ]  # fmt: skip
    found += [
        _session(date(2024, *at), "centre_enlarged", serves=("campaign_study",), present=22, **education)
        for at in ENLARGED
    ]
    studied = [month for month in range(1, 13) if month not in {at[0] for at in ENLARGED}]
    found += [_session(date(2024, month, 18), "centre", serves=("topic",) if month == TWO_IN_ONE else ())
              for month in (*studied, 12)[:8]]  # fmt: skip
    found.append(_session(date(2024, 12, 25), "centre"))
    found += [_session(date(2024, month, 10), "first_topic") for month in range(1, 13) if month != TWO_IN_ONE]
    branch = "office_branch"
    found += [
        _session(day, "style", branch, programmes=(tags.STYLE,), present=24)
        for day in pick_days(rng, year, STYLE)
    ]
    found += [
        _session(day, "volunteer", branch, form="service", present=5)
        for day in pick_days(rng, year, VOLUNTEERING)
    ]
    found += [
        _session(
            date(2024, month, 5), "theme_day", branch, form=("red_site", "sports")[month % 2], present=25
        )
        for month in range(1, 13)
    ]
    forms = ("visit", "industry", "science", "benefit")
    found += [_session(day, "village", branch, form=forms[n % 4], programmes=(tags.VILLAGE,), present=6)
              for n, day in enumerate(pick_days(rng, year, VILLAGE))]  # fmt: skip
    return found


def _talks() -> list[Row]:
    return table(
        names.CITY,
        "day kind people",
        *((date(2024, m, 1), "heart", 2 + m % 3) for m in range(1, 13) if m not in (2, 8)),
    )


def _bodies() -> list[Row]:
    fields = "name kind served founded known_from"
    rows = [("鹤壁市科技社团党委", "societies_committee", None, date(2024, 6, 6), None)]
    rows += [
        (f"{names.society(n)}党委", "society_committee", names.society(n), date(2024, 9, 10), None)
        for n in (4, 9, 10)
    ]
    rows += [
        (f"{names.society(n)}党支部", "branch", names.society(n), None, date(2023, 12, 31))
        for n in (0, 1, 3, 5, 8, 10, 12)
    ]
    return table(names.CITY, fields, *rows)


def _nil() -> list[Row]:
    months = ((date(2024, 2, 1), date(2024, 2, 29)), (date(2024, 8, 1), date(2024, 8, 31)))
    return table(
        names.CITY,
        "register since until note",
        *(("party_talks", *span, "查过了，没有发生") for span in months),
    )
