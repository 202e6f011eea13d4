"""02-品牌与奖项: brands, theme days, awards and contests, frames of work that records name."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names

FIVE = "科普五进"
SCIENCE_DAY, SCIENCE_WEEK, WORKERS_DAY = "全国科普日", "科技活动周", "全国科技工作者日"
SURVEY, INNOVATION_BRAND = "青少年科学调查体验活动", "青少年科技创新大赛"
RED, SHARE, DISCIPLINE, PATRIOT = "红色教育", "共享十堰发展体验", "党纪法规进学会", "弘扬爱国奋斗精神"
OVERSEAS, TRAINING, OLIVES = "海智专家荆楚行", "青少年科技培训", "油橄榄产业服务"
INNOVATION, DRONES, ROBOTS = "青少年科技创新大赛", "青少年无人机大赛", "中国机器人大会"
ALGORITHMS, GREEN = "世界机器人大会选拔赛", "与绿同行环保创意公益大赛"
CASES, HEADS, HEADS_POOL = (
    "全省基层科协三长工作十大创新案例",
    "湖北省优秀基层科协三长",
    "湖北省优秀三长人才库",
)
HEADS_PLAN, TEAM = "三长支撑行动计划", "湖北省优秀科技志愿服务队"
REDUCTION, REDUCTION_CASE, DAY_CASES = (
    "科创筑梦助力双减科普行动优秀单位",
    "双减科普典型做法推广",
    "全国科普日典型案例",
)
BEST, BEST_PROVINCE, BEST_NATION = "十堰市最美科技工作者", "湖北省最美科技工作者", "全国最美科技工作者"
CHENGUANG, PAPERS = "湖北省青年科技晨光计划", "十堰市自然科学优秀学术论文"
TALENTS = ("湖北省青年科技奖", "湖北省科技创新人才", "中国青年科技奖", "全国创新争先奖")
CHINA_PILOT, HUBEI_PILOT, TOPICS = "科创中国", "科创湖北", "湖北省科技创新源泉工程调研课题"
DUTIES, FOUR_SIDES, FIVE_PLACES = "四服务", "产学研服联动", "五进系列活动"
MEMBER_CAMPAIGNS = {
    "文明创建": date(2018, 1, 1), "双下沉": date(2019, 3, 1), "三认": date(2020, 6, 1), "下察解暖实践活动": date(2022, 6, 1),
    "精准扶贫": date(2015, 12, 1), "乡村振兴": date(2021, 3, 1), "共同缔造": date(2022, 8, 1), "五亮五共": date(2021, 7, 1),
}  # fmt: skip
HEADS_CAMPAIGNS = {"脱贫攻坚": date(2016, 1, 1), "乡村振兴": date(2021, 3, 1), "疫情防控": date(2020, 1, 22)}


def pages() -> list[Page]:
    return [Page("programmes", _programmes(), "注：一项活动可以写几个品牌。"), Page("schemes", _schemes(), "注：名称不带届次和年份。"),
            Page("plan_frames", _frames()), Page("plan_items", _items())]  # fmt: skip


def _programmes() -> list[Row]:
    campaigns = (
        (SCIENCE_DAY, date(2018, 9, 1)),
        (SCIENCE_WEEK, date(2018, 5, 19)),
        (WORKERS_DAY, date(2017, 5, 30)),
    )
    rows = [
        Row({"org": names.CITY, "name": name, "is_campaign": True, "since": since})
        for name, since in campaigns
    ]
    brands = ((SURVEY, date(2018, 9, 3), None), (INNOVATION_BRAND, date(2018, 7, 2), None),
              ("农技大讲堂", date(2016, 3, 1), date(2020, 12, 31)))  # fmt: skip
    rows += [Row({"org": names.CITY, "name": name, "is_brand": True, "since": since, "until": until})
             for name, since, until in brands]  # fmt: skip
    others = (FIVE, RED, SHARE, DISCIPLINE, PATRIOT, OVERSEAS, TRAINING, OLIVES)
    return [*rows, *(Row({"org": names.CITY, "name": name}) for name in others)]


def _schemes() -> list[Row]:
    return table(
        names.CITY, "name kind level",
        (INNOVATION, "contest", "city"), (DRONES, "contest", "nation"), (ROBOTS, "contest", "nation"),
        (ALGORITHMS, "contest", "nation"), (GREEN, "contest", "province"), (CASES, "award", "province"),
        (HEADS, "award", "province"), (HEADS_POOL, "talent", "province"), (HEADS_PLAN, "project", "province"),
        (TEAM, "award", "province"), (REDUCTION, "award", "nation"), (REDUCTION_CASE, "award", "nation"),
        (DAY_CASES, "award", "nation"), (BEST, "award", "city"), (BEST_PROVINCE, "award", "province"),
        (BEST_NATION, "award", "nation"), (CHENGUANG, "talent", "province"), (PAPERS, "award", "city"),
        (TALENTS[0], "award", "province"), (TALENTS[1], "award", "province"), (TALENTS[2], "award", "nation"),
        (TALENTS[3], "award", "nation"), (CHINA_PILOT, "designation", "nation"), (HUBEI_PILOT, "designation", "province"),
        (TOPICS, "project", "province"),
    )  # fmt: skip


def _frames() -> list[Row]:
    ends = {"精准扶贫": date(2020, 12, 31), "脱贫攻坚": date(2020, 12, 31), "疫情防控": date(2023, 1, 7)}
    campaigns = [(name, "campaign", since, ends.get(name), "city", "市委部署（演示）")
                 for name, since in {**MEMBER_CAMPAIGNS, **HEADS_CAMPAIGNS}.items()]  # fmt: skip
    return table(
        names.CITY, "name kind since until level document",
        (DUTIES, "duties", date(2016, 1, 1), None, "nation", "职责分类"),
        (FOUR_SIDES, "focus", date(2021, 9, 10), None, "city", "科创试点工作方案（演示）"),
        (FIVE_PLACES, "list", names.OPENED, None, "city", "五年工作安排（演示）"), *campaigns,
    )  # fmt: skip


def _items() -> list[Row]:
    duties = ("服务科技工作者", "服务创新驱动发展", "服务全民科学素质提高", "服务党委政府科学决策")
    groups = ((DUTIES, "duty", date(2016, 1, 1), duties),
              (FOUR_SIDES, "item", date(2021, 9, 10), ("产业一方", "高校一方", "研究院所一方", "服务机构一方")),
              (FIVE_PLACES, "item", names.OPENED, ("进农村", "进社区", "进企业", "进校园", "进机关")))  # fmt: skip
    rows = [(f"{frame}{n:02d}", (frame,), kind, f"{n:02d}", title, "办公室", since)
            for frame, kind, since, titles in groups for n, title in enumerate(titles, 1)]  # fmt: skip
    return table(names.CITY, "name frames kind code title owner since", *rows)
