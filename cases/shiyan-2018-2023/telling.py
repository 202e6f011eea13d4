"""10-宣传与党建: accounts, videos and their views, volunteer teams; rules; Party work as counts without names."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, stream, table
from kebridge.casework.making.invented import word

from . import names

ACCOUNT = "十堰科协"
VIDEO = ("video", "douyin")
VIDEOS, VIEWS = 153, 6_338_420
CROPS = ("食用菌", "核桃", "茶叶", "油橄榄")
STEPS = ("育苗", "整地", "施肥", "修剪", "病虫防治", "采收", "烘干", "贮藏")
SEEN_FIRST, SEEN, SEEN_AFTER = date(2022, 12, 31), date(2023, 9, 30), date(2023, 12, 31)
FIRST_AIM, HISTORY, TWO_STUDIES, THOUGHT = (
    "不忘初心牢记使命主题教育",
    "党史学习教育",
    "两学一做学习教育",
    "主题教育",
)


def pages() -> list[Page]:
    return [Page("media_accounts", _accounts()), Page("media_items", [*_videos(), *_others()], "注：浏览量是平台累计数，哪天看到填哪天。"),
            Page("media_snapshots", _snapshots()), Page("volunteer_teams", _teams()), Page("documents", _documents()),
            Page("trainings", _trainings()), Page("campaigns", _campaigns()), Page("party_sessions", _sessions(), "注：只记次数。"),
            Page("party_bodies", _bodies())]  # fmt: skip


def _accounts() -> list[Row]:
    return table(names.CITY, "name platform kind founded", (ACCOUNT, "douyin", "official", date(2019, 8, 16)),
                 (ACCOUNT, "wechat", "official", date(2016, 3, 10)))  # fmt: skip


def _item(
    day: date,
    title: str,
    made: tuple[str, str],
    topic: str,
    audience: str,
    *,
    seen: Sequence[tuple[date, int]] = (),
) -> Row:
    kind, platform = made
    values = {"day": day, "title": title, "kind": kind, "platform": platform, "account": ACCOUNT, "topic": topic,
              "audience": audience, "copies": 1}  # fmt: skip
    return Row({"org": names.CITY, **values}, [{"day": when, "value": value} for when, value in seen])


def _videos() -> list[Row]:
    """Each video as the platform showed it: only the last look counts, a look after the term is the next term's."""
    views = spread(stream("views"), VIEWS, VIDEOS, 900)
    found = []
    for n, (day, count) in enumerate(
        zip(names.over_term(VIDEOS, date(2019, 9, 2), date(2023, 9, 8)), views, strict=True)
    ):
        crop = CROPS[n % len(CROPS)]
        looks = [(SEEN_FIRST, count * 7 // 10)] if day < SEEN_FIRST else []
        looks += [(SEEN, count), *([(SEEN_AFTER, count + 800)] if n % 5 == 0 else [])]
        found.append(
            _item(
                day,
                f"{crop}{STEPS[n // 4 % len(STEPS)]}技术（第{n + 1}集）",
                VIDEO,
                crop,
                "farmers",
                seen=looks,
            )
        )
    return found


def _others() -> list[Row]:
    days = names.over_term(14, date(2019, 10, 8), date(2023, 8, 30))
    found = [_item(day, f"生活中的科学（{word(n)}）", VIDEO, "生活科学", "public", seen=[(SEEN, 3_000 + 700 * n)])
             for n, day in enumerate(days)]  # fmt: skip
    found += [_item(day + timedelta(days=3), f"科普图文（{word(n)}）", ("article", "wechat"), "健康", "public")
              for n, day in enumerate(days)]  # fmt: skip
    late = _item(
        date(2023, 11, 14), "茶园越冬管理（届满后）", VIDEO, "茶叶", "farmers", seen=[(SEEN_AFTER, 5_200)]
    )
    return [*found, late]


def _snapshots() -> list[Row]:
    source = "账号后台首页截图（演示）"
    rows = [
        (day, "douyin", ACCOUNT, "followers", value, source)
        for day, value in (
            (date(2020, 12, 31), 9_840),
            (date(2021, 12, 31), 21_360),
            (SEEN_FIRST, 33_900),
            (SEEN, 41_270),
        )
    ]
    return table(names.CITY, "day platform account observed value source", *rows)


def _teams() -> list[Row]:
    rows = [("十堰市网络科普志愿服务总队", "online", "city", date(2019, 10, 22), None)]
    rows += [(f"{county}科技志愿服务队", "science", "county", date(2020, 3 + n % 6, 12), None)
             for n, county in enumerate(names.COUNTIES.values())]  # fmt: skip
    rows.append(("银龄科普志愿服务队", "seniors", "city", date(2017, 5, 9), date(2022, 5, 9)))
    return table(names.CITY, "name kind level founded ended", *rows)


def _documents() -> list[Row]:
    rule = {"level": "city", "issuers": names.CITY}

    def one(day: date, kind: str, title: str, topic: str, number: int, **more: Any) -> Row:
        return Row({"org": names.CITY, "day": day, "kind": kind, "title": title, "topic": topic,
                    "reference": f"十科协演示〔{day.year}〕{number}号", "action": "new", "valid_from": day, **rule, **more})  # fmt: skip

    return [
        one(date(2019, 3, 20), "rule", "学会联系和服务工作制度", "学会管理", 9),
        one(date(2020, 4, 16), "rule", "市级学会管理考核办法", "学会管理考核", 14),
        one(
            date(2021, 12, 30),
            "action_plan",
            "全民科学素质行动实施方案",
            "科学素质",
            40,
            issuers="十堰市人民政府",
        ),
        one(date(2021, 9, 10), "work_plan", "科创试点工作方案", "科创试点", 28),
        one(date(2017, 3, 8), "rule", "学会年度报告制度", "学会管理", 6),
    ]


def _trainings() -> list[Row]:
    rows = [(date(2023, 5, 26), 1, "科技工作者党建工作培训", "党建", "workers", 86)]
    rows += [
        (date(year, 6, 18), 2, f"学会党务工作培训（{year}年）", "党建", "societies", 60)
        for year in range(2019, 2023)
    ]
    rows += [
        (date(year, 11, 12), 2, f"基层三长培训（{year}年）", "基层科协", "three_heads", 120)
        for year in (2019, 2021, 2022)
    ]
    return table(
        names.CITY,
        "day days title topic audience people kind level",
        *((*row, "course", "city") for row in rows),
    )


def _campaigns() -> list[Row]:
    return table(
        names.CITY, "name since until has_task_force documents",
        (TWO_STUDIES, date(2018, 7, 18), None, False, 1), (FIRST_AIM, date(2019, 9, 10), date(2019, 12, 31), True, 2),
        (HISTORY, date(2021, 3, 8), date(2021, 12, 31), True, 3), (THOUGHT, date(2023, 9, 12), date(2024, 1, 31), True, 2),
        ("三严三实专题教育", date(2015, 5, 20), date(2015, 12, 31), False, 1),
    )  # fmt: skip


def _sessions() -> list[Row]:
    found = []
    for n, day in enumerate(names.over_term(60, date(2018, 7, 5), date(2023, 10, 9))):
        values = {"day": day, "kind": "theme_day", "holder": "office_branch", "ordinal": 1, "days": 1,
                  "form": ("study", "red_site", "service")[n % 3], "present": 22 + n % 6}  # fmt: skip
        found.append(Row({"org": names.CITY, **values}))
    for day in (date(2018, 6, 22), date(2021, 6, 25)):  # the first came before the term
        values = {"day": day, "kind": "joint_theme_day", "holder": "societies_committee", "ordinal": 1, "days": 1,
                  "form": "red_site", "present": 64}  # fmt: skip
        found.append(Row({"org": names.CITY, **values}))
    return found


def _bodies() -> list[Row]:
    rows = [
        (f"{names.society(field)}党支部", "branch", names.society(field), date(2018, 1, 1))
        for field in names.SOCIETIES[:9]
    ]
    return table(names.CITY, "name kind served known_from", *rows)
