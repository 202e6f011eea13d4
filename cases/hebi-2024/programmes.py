"""02-品牌与奖项: campaigns and brands, and the schemes that honours, contests, talents and funds name."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names

SCIENCE_DAY, WORKERS_DAY, ANTICULT_MONTH = "全国科普日", "全国科技工作者日", "防范邪教宣传月"
ACADEMICIANS, CHIEF_EXPERTS, VOLUNTEERS, ANTICULT = (
    "院士专家巡讲",
    "首席科普专家点对点",
    "i科普志愿服务",
    "防范邪教宣传",
)
FOUR = (ACADEMICIANS, CHIEF_EXPERTS, VOLUNTEERS, ANTICULT)
SENIORS, CAMP = "银龄科普行动", "青少年高校科学营"
PUBLIC_SERVICE, ETHICS = "科技工作者公共服务", "科学道德和学风建设"
SPACE, PILOTS, TOUR = "商业航天产业会议", "科创中原试点城市交流会", "科创中国河南行"
TEAM, HIGHER = "科创中原科技服务团", "上级学会技术服务"
THEMED, ROUTINE, SCHOOLS = "科技馆主题活动", "科技馆常规活动", "馆校合作"
STYLE, VILLAGE, HOME = "三比一创", "驻村帮扶", "科技工作者之家"

COOPERATION, NETWORK, OPENING = "会市合作", "科创中国基层组织协作网络建设", "科技馆免费开放补助"
DAY_HONOUR, ADVANCED = "全国科普日活动优秀组织单位", "全省科协工作先进单位"
INNOVATION_HONOUR, ROBOTS_HONOUR = (
    "河南省青少年科技创新大赛优秀组织单位",
    "河南省青少年机器人竞赛优秀组织单位",
)
PEACE, REPORTS = "全市平安建设考核", "全省科协优秀调研报告"
PILOT_CITY, DEMO_CITY = "科创中国试点城市", "全国创新驱动示范市"
HUNDRED, METHODS = "百会链千企典型", "中国创新方法大赛"
CITY_INNOVATION, CITY_ROBOTS = "鹤壁市青少年科技创新大赛", "鹤壁市青少年机器人竞赛"
GRASSROOTS = ("科普示范社区", "农村中学科技馆", "示范农技协", "科普教育基地提升")

_CAMPAIGNS = {
    SCIENCE_DAY: (date(2024, 9, 1), date(2024, 9, 30)), WORKERS_DAY: (date(2024, 5, 20), date(2024, 6, 5)),
    ANTICULT_MONTH: (date(2024, 6, 1), date(2024, 6, 30)),
}  # fmt: skip
_BRANDS = (
    *FOUR,
    SENIORS,
    CAMP,
    PUBLIC_SERVICE,
    ETHICS,
    SPACE,
    PILOTS,
    TOUR,
    TEAM,
    HIGHER,
    STYLE,
    VILLAGE,
    HOME,
)


def pages() -> list[Page]:
    rows = [Row({"org": names.CITY, "name": name, "is_campaign": True, "since": first, "until": last})
            for name, (first, last) in _CAMPAIGNS.items()]  # fmt: skip
    rows += [Row({"org": names.CITY, "name": name}) for name in _BRANDS]
    rows += [Row({"org": names.MUSEUM, "name": name}) for name in (THEMED, ROUTINE, SCHOOLS)]
    return [Page("programmes", rows, "注：一项活动可以写几个品牌，用顿号分开。"),
            Page("schemes", _schemes(), "注：名称不带届次和年份。"), Page("bodies", _bodies())]  # fmt: skip


def _schemes() -> list[Row]:
    return table(
        names.CITY, "name kind level",
        (COOPERATION, "project", "province"), (NETWORK, "project", "nation"), (OPENING, "project", "province"),
        *((name, "project", "province") for name in GRASSROOTS), (DAY_HONOUR, "award", "nation"),
        (ADVANCED, "award", "province"), (INNOVATION_HONOUR, "award", "province"), (ROBOTS_HONOUR, "award", "province"),
        (PEACE, "assessment", "city"), (REPORTS, "award", "province"), (PILOT_CITY, "designation", "nation"),
        (DEMO_CITY, "designation", "nation"), (HUNDRED, "project", "province"), (METHODS, "contest", "nation"),
        (CITY_INNOVATION, "contest", "city"), (CITY_ROBOTS, "contest", "city"),
    )  # fmt: skip


def _bodies() -> list[Row]:
    """Bodies that several counties name: entered once for the whole city."""
    known = ("市委宣传部", "市教育局", "市科技局", "市农业农村局", "市卫健委", "市应急管理局", "市妇联")
    return [Row({"org": names.CITY, "name": f"鹤壁{name}", "kind": "body"}) for name in known]
