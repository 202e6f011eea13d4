"""07-宣传与联系点: media, the assigned estate and road, meetings, and the city's campaigns that were joined."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, table

from . import governing, names
from . import programmes as tags

CENTRE = "颍阳市融媒体中心"


def pages() -> list[Page]:
    return [Page("coverage", _coverage()), Page("media_accounts", _accounts()), Page("media_columns", _columns()), Page("media_items", _items()),
            Page("assignments", _assignments()), Page("meetings", _meetings()), Page("other_works", _works())]  # fmt: skip


def _coverage() -> list[Row]:
    return table(
        names.CITY, "day outlet level medium title form programmes",
        (date(2024, 5, 4), "中央广播电视总台新闻频道", "nation", "broadcast", "露营热带动户外用品订单增长", "news", ()),
        (date(2024, 5, 5), "新闻客户端", "nation", "new_media", "露营热带动户外用品订单增长", "news", ()),
        (date(2024, 3, 6), "颍阳广播电视台", "county", "broadcast", "学雷锋科技志愿服务启动", "news", (tags.ISCIENCE,)),
        (date(2024, 4, 26), CENTRE, "county", "new_media", "首届校园科技节开幕", "news", (tags.FESTIVAL,)),
    )  # fmt: skip


def _accounts() -> list[Row]:
    return table(
        names.CITY, "name platform kind founded",
        ("科普颍阳", "wechat", "popular", date(2024, 2, 18)), ("颍阳科协", "website", "official", date(2019, 5, 6)),
    )  # fmt: skip


def _columns() -> list[Row]:
    return table(
        names.CITY, "title platform frequency partners opened",
        ("每日科普", "wechat", "daily", (), date(2024, 2, 20)), ("每日科普知识", "app", "daily", (CENTRE,), date(2024, 3, 18)),
        ("科普之窗", "website", "monthly", (), date(2021, 1, 4)),
    )  # fmt: skip


def _items() -> list[Row]:
    fields = "day title kind platform topic audience copies"
    platforms = ("wechat", "screen", "centre", "app")
    topics = ("健康生活", "农业技术", "防灾减灾", "反邪教")
    rows = [(date(2024, 2, 26) + timedelta(days=6 * n), f"每日科普第{n + 1}期", "article" if n % 2 else "poster", platforms[n % 4], topics[n // 4 % 4], "public", 1)
            for n in range(20)]  # fmt: skip
    return table(names.CITY, fields, *rows)


def _assignments() -> list[Row]:
    """An estate and a road of now; the estate of last year was given back."""
    fields = "kind name assigner since until items"
    office = "市创建指挥部"
    estate, road, old = table(
        names.CITY, fields,
        ("estate", names.ESTATE, office, date(2024, 1, 8), None, (governing.CIVIL,)),
        ("road", names.ROAD, office, date(2023, 1, 9), None, (governing.CIVIL,)),
        ("estate", names.OLD_ESTATE, office, date(2022, 3, 1), date(2023, 12, 31), ()),
    )  # fmt: skip
    estate.lines = [
        {"day": date(2024, *at), "kind": kind, "what": what, "people": people}
        for at, kind, what, people in (((3, 12), "cleaning", "清理卫生死角和楼道杂物", 18), ((3, 26), "wires", "飞线治理", 6),
                                       ((4, 10), "fire", "购置灭火器", 4), ((4, 16), "bins", "添置分类垃圾桶", 5),
                                       ((4, 24), "boards", "印制宣传栏", 3), ((5, 21), "boards", "更换宣传版面", 3))
    ]  # fmt: skip
    road.lines = [
        {"day": date(2024, *at), "kind": "snow", "what": "路段除雪", "people": people}
        for at, people in (((2, 1), 14), ((2, 22), 16))
    ]
    old.lines = [{"day": date(2023, 6, 8), "kind": "cleaning", "what": "卫生清理", "people": 9}]
    return [estate, road, old]


def _meetings() -> list[Row]:
    civil = (governing.CIVIL,)
    return table(
        names.CITY, "day kind title level people items",
        (date(2024, 1, 10), "leadership", "班子会研究小区创建", "county", 5, civil), (date(2024, 4, 2), "leadership", "班子会研究双创推进", "county", 5, civil),
        (date(2024, 5, 6), "leadership", "班子会研究校园科技节", "county", 5, ()), (date(2024, 3, 1), "work", "全市科协工作会议", "county", 62, ()),
    )  # fmt: skip


def _works() -> list[Row]:
    """Four campaigns of the city with something done; one of them twice."""
    fields = "day kind title taking quantity unit evidence items"
    rows = (
        (date(2024, 2, 27), "参加重点项目观摩", governing.BATCHES), (date(2024, 3, 21), "走访包联企业", governing.HELP),
        (date(2024, 5, 15), "再次走访包联企业", governing.HELP), (date(2024, 4, 17), "营商环境问卷和座谈", governing.BUSINESS),
        (date(2024, 4, 12), "外出招商洽谈", governing.ATTRACT),
    )  # fmt: skip
    return table(
        names.CITY,
        fields,
        *(
            (day, "campaign", title, "members", 1, "次", "活动通知和照片", (frame,))
            for day, title, frame in rows
        ),
    )
