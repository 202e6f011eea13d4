"""02-品牌与奖项: days and months that the whole country keeps, lines of work, and schemes that honours and contests name."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names

LEIFENG, NO_TOBACCO, BOOKS, SECURITY = "学雷锋纪念日", "世界无烟日", "世界读书日", "全民国家安全教育日"
LAW, SAFETY, SCIENCE_WEEK, ANTICULT_MONTH = "民法典宣传月", "安全生产月", "科技活动周", "防范邪教宣传月"
SCIENCE_DAY, VILLAGES, FITNESS = "全国科普日", "三下乡", "全民健身活动月"
ISCIENCE, SPRING, SUMMER, SATURDAYS = (
    "学雷锋i科普",
    "春季农技服务乡村行",
    "四送一助力三夏",
    "周六全民志愿服务日",
)
SCIENCE_OUT, TEACHING_OUT, FESTIVAL, RELIEF = "送科技下乡", "送教育进村", "校园科技节", "科普助力双减"
SENIORS, MINORS, MINORS_ANTICULT, ANTICULT = (
    "银龄科普",
    "未成年人思想道德建设",
    "未成年人反邪教宣传",
    "防范邪教宣传",
)
LECTURES, RECTIFY, DIGITAL = "科学家科普巡讲进校园", "以案促改", "数字素养与技能"

ROBOTS, CITY_ROBOTS = "河南省青少年机器人竞赛", "淮颍市青少年机器人竞赛"
LITERACY, INFORMATION = "河南省全民科学素质网络竞赛", "河南省学生信息素养提升实践活动"
RED_FILE, ADVANCED = "争先创优红色档案", "全市宣传工作先进单位"
DIGITAL_CASE, NETIZENS, DEMO_COUNTY = (
    "河南省提升全民数字素养与技能典型案例",
    "网民网络文明素养实践教育基地四个一批",
    "科普信息化示范县（市）",
)
YOUTH = ("青少年科学素质大赛", "青少年科技创新大赛", "青少年机器人竞赛")

_DAYS = {
    LEIFENG: (date(2024, 3, 1), date(2024, 3, 31)), NO_TOBACCO: (date(2024, 5, 31), date(2024, 5, 31)), BOOKS: (date(2024, 4, 23), date(2024, 4, 23)),
    SECURITY: (date(2024, 4, 15), date(2024, 4, 15)), LAW: (date(2024, 5, 1), date(2024, 5, 31)), SAFETY: (date(2024, 6, 1), date(2024, 6, 30)),
    SCIENCE_WEEK: (date(2024, 5, 25), date(2024, 6, 1)), ANTICULT_MONTH: (date(2024, 6, 1), date(2024, 6, 30)),
    SCIENCE_DAY: (date(2024, 9, 15), date(2024, 9, 25)), VILLAGES: (date(2024, 7, 1), date(2024, 12, 31)), FITNESS: (date(2024, 8, 1), date(2024, 8, 31)),
}  # fmt: skip
_LINES = (ISCIENCE, SPRING, SUMMER, SATURDAYS, SCIENCE_OUT, TEACHING_OUT, FESTIVAL, RELIEF, SENIORS, MINORS, MINORS_ANTICULT,
          ANTICULT, LECTURES, RECTIFY)  # fmt: skip
_SCHEMES = (
    (ROBOTS, "contest", "province"), (CITY_ROBOTS, "contest", "city"), (LITERACY, "contest", "province"), (INFORMATION, "contest", "province"),
    *((name, "contest", "county") for name in YOUTH), (RED_FILE, "assessment", "county"), (ADVANCED, "award", "county"),
    (DIGITAL_CASE, "project", "province"), (NETIZENS, "designation", "province"), (DEMO_COUNTY, "designation", "province"),
)  # fmt: skip


def pages() -> list[Page]:
    days = [(name, True, first, last) for name, (first, last) in _DAYS.items()]
    lines = [(name, False, None, None) for name in _LINES]
    known = (
        "市教体局",
        "市文化局",
        "市委老干部局",
        "市融媒体中心",
        "市司法局",
        "市应急管理局",
        "市卫健委",
        "市农业农村局",
    )
    return [Page("programmes", table(names.CITY, "name is_campaign since until", *days, *lines)),
            Page("schemes", table(names.CITY, "name kind level", *_SCHEMES), "注：名称不带届次和年份。"),
            Page("bodies", [*_schools(), *table(names.CITY, "name kind", *((f"颍阳{name}", "body") for name in known))])]  # fmt: skip


def _schools() -> list[Row]:
    return table(names.CITY, "name kind", *((name, "school") for name in (*names.SCHOOLS, names.BEST_SCHOOL)))
