"""02-品牌活动: brands and campaigns; an activity names the ones it belongs to. With them the city's partners."""

from datetime import date

from kebridge.casework.making.ground import Page, Row

from . import names

SCIENCE_DAY = "全国科普日"
SPACE = "航天科普进校园"
SCIENCE_WEEK, FOOD_SAFETY, DISASTER_DAY, SECURITY_DAY = (
    "科技活动周",
    "食品安全宣传周",
    "防灾减灾日",
    "国家安全日",
)
FACE, HALL, GRASSROOTS = "科普面对面", "科普讲堂", "科普专家基层行"
QUIZ, VOLUNTEERS, SENIORS = "科普知识有奖竞答", "i科普志愿服务", "银龄跨越数字鸿沟"
SPIRIT = "科学家精神"
SCHOOL_MUSEUM = "馆校合作"
FILMS = "光影科学梦"
TRAINING = "大练兵大比武"
IMPROVEMENT = "科技馆提升年"
RENEWAL = "展品展项更新"
SCHOOL_FESTIVAL = "学校科技节无人机与机器人"
COOPERATION = "会市合作"
MEDICAL = "医学影像与人工智能会议"
HUNDRED = "百会链千企"
INDUSTRY_TALKS = "产业报告"
WORKERS_DAY = "全国科技工作者日"
PLENARY = "全委会"
ENTERPRISE_DAY = "企业服务日"

PARTNER_OFFICES = (
    "市委宣传部", "市教育局", "市科技局", "市工业和信息化局", "市公安局", "市民政局", "市人社局", "市自然资源局",
    "市生态环境局", "市住建局", "市交通局", "市水利局", "市农业农村局", "市文广旅局", "市卫健委", "市应急管理局",
    "市市场监管局", "市总工会", "团市委", "市妇联",
)  # fmt: skip
PROVINCIAL_SOCIETIES = ("机械工程", "电工技术", "食品科学", "农业工程", "化学", "自动化", "药学")

BRANDS = (FACE, HALL, GRASSROOTS, QUIZ, VOLUNTEERS, SENIORS)
CAMPAIGNS = {
    SECURITY_DAY: (date(2024, 4, 15), date(2024, 4, 15)),
    DISASTER_DAY: (date(2024, 5, 12), date(2024, 5, 18)),
    SCIENCE_WEEK: (date(2024, 5, 25), date(2024, 6, 1)),
    FOOD_SAFETY: (date(2024, 6, 17), date(2024, 6, 30)),
}
_OTHERS = (SPIRIT, COOPERATION, MEDICAL, HUNDRED, INDUSTRY_TALKS, WORKERS_DAY, PLENARY, ENTERPRISE_DAY, SPACE)
_MUSEUM = (SCHOOL_MUSEUM, FILMS, TRAINING, IMPROVEMENT, RENEWAL, SCHOOL_FESTIVAL)


def pages() -> list[Page]:
    rows = [
        Row({"org": names.CITY, "name": name, "is_campaign": True, "since": first, "until": last})
        for name, (first, last) in {SCIENCE_DAY: (date(2024, 9, 1), date(2024, 9, 30)), **CAMPAIGNS}.items()
    ]
    rows += [Row({"org": names.CITY, "name": name}) for name in (*BRANDS, *_OTHERS)]
    rows += [Row({"org": names.MUSEUM, "name": name}) for name in _MUSEUM]
    return [Page("programmes", rows, "注：一项活动可以写几个品牌，用顿号分开。"), Page("bodies", _partners())]


def _partners() -> list[Row]:
    """Bodies that several counties name: entered once for the whole city, so that all mean the same one."""
    known = (
        *(f"南阳{name}" for name in PARTNER_OFFICES),
        *(f"河南省{field}学会" for field in PROVINCIAL_SOCIETIES),
    )
    return [Row({"org": names.CITY, "name": name, "kind": "body"}) for name in known]
