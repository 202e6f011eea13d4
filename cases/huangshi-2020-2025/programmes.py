"""02-品牌与框架: brands, schemes, frames of work with their items, campaigns of learning: what others refer to."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names

TELLING, INTEGRITY, SPIRIT = "创新理论宣讲", "科研诚信与学风建设", "科学家精神"
COURSE, SYMPOSIUM, WORKERS_DAY = "科技工作者创新提能培训班", "优秀科技工作者代表座谈会", "全国科技工作者日"
HUB, TOUR, SUMMIT = "科创中国湖北中心站", "高层次人才国情考察", "绿色低碳新材料产业发展高峰论坛"
LECTURES, GEOLOGY, CARNIVAL = "东楚科普大讲堂", "地矿科普大会", "科普嘉年华"
THOUSAND, SCIENCE_MONTH, VOICES = "千场科普活动", "全国科普月", "科技工作者建言"
INTO_CITY, PROVINCE_TRIP, EXPERTS_TRIP = "学会入黄计划", "科创湖北黄石行", "学会专家荆楚行"
PARTY_ACADEMIC, PARTY_SERVICE = "党建+学术引领", "党建+学会服务"
REVIEW, FORUM = "科协业务讲评会", "科协讲堂"

DEMO, PILOT, REFORM = "全国创新驱动示范市", "全国全域科普试点", "3+1改革试点"
COLLECTIVE, DAY_ORGANISER, TEN_BEST = "全国科普工作先进集体", "全国科普日优秀组织单位", "湖北省十佳科技馆"
LEADING, BEST_WORKER = "科创中国先导技术榜", "荆楚最美科技工作者"
YOUNG, STRIVING, BEST, LITERACY = (
    "黄石市优秀青年科技工作者", "黄石市创新争先奖", "黄石市最美科技工作者", "全民科学素质工作先进集体",
)  # fmt: skip
ABILITY, STAR, PARTY_PRIZE = "学会能力提升", "五星级学会", "全市党建调研成果评选"
STATIONS, REGISTERED, SERVICES = "院士专家工作站建设", "科技志愿者注册人数", "科技志愿服务活动场次"

TASKS = "第八次代表大会目标任务"
FRAMES = {
    "四服务": ("服务科技工作者", "服务创新驱动发展", "服务公民科学素质提高", "服务科学决策"),
    "三科一家": ("科创赋能", "科普惠民", "科智献策", "科技工作者之家"),
    "五链一圈": ("组织链", "资源链", "内容链", "服务链", "保障链", "城市科普圈"),
    "九大行动": ("青少年科学启蒙", "产业工人素质提升", "乡村科普振兴", "银龄智慧助老", "领导干部科学履职", "科普场馆提质",
             "科普队伍壮大", "科普传播创新", "科普产业培育"),
    "六型机关": ("政治型", "学习型", "服务型", "创新型", "实干型", "廉洁型"),
}  # fmt: skip
ENDED = (
    ("疫情防控工作", date(2020, 1, 25), date(2023, 1, 8)), ("脱贫攻坚驻村帮扶", date(2015, 10, 20), date(2021, 2, 25)),
    ("文明城市创建", date(2021, 3, 1), date(2024, 12, 31)),
)  # fmt: skip
NEXT = ("思想引领工程", "创新赋能工程", "全域科普工程", "智库聚智工程", "强基固本工程")


def pages() -> list[Page]:
    return [Page("programmes", _programmes(), "注：一项活动可以写几个品牌，用顿号分开。"), Page("schemes", _schemes()),
            Page("plan_frames", _frames()), Page("plan_items", _items(), "注：各项名称为演示自拟。"),
            Page("campaigns", _campaigns())]  # fmt: skip


def _programmes() -> list[Row]:
    plain = (TELLING, INTEGRITY, SPIRIT, COURSE, SYMPOSIUM, HUB, TOUR, SUMMIT, VOICES, PROVINCE_TRIP, EXPERTS_TRIP,
             PARTY_ACADEMIC, PARTY_SERVICE, REVIEW, FORUM, THOUSAND, CARNIVAL)  # fmt: skip
    rows = [Row({"org": names.CITY, "name": name}) for name in plain]
    brands = {LECTURES: date(2021, 5, 8), GEOLOGY: date(2019, 5, 18)}
    rows += [
        Row({"org": names.CITY, "name": name, "is_brand": True, "since": since})
        for name, since in brands.items()
    ]
    rows.append(Row({"org": names.CITY, "name": INTO_CITY, "since": date(2021, 3, 15)}))
    rows.append(Row({"org": names.CITY, "name": WORKERS_DAY, "is_campaign": True}))
    rows.append(Row({"org": names.CITY, "name": SCIENCE_MONTH, "is_campaign": True, "since": date(2025, 9, 1), "until": date(2025, 9, 30)}))  # fmt: skip
    return rows


def _schemes() -> list[Row]:
    return table(
        names.CITY, "name kind level",
        (DEMO, "designation", "nation"), (PILOT, "designation", "nation"), (REFORM, "designation", "province"),
        (COLLECTIVE, "award", "nation"), (DAY_ORGANISER, "award", "nation"), (TEN_BEST, "award", "province"),
        (LEADING, "ranking", "nation"), (BEST_WORKER, "award", "province"), (YOUNG, "award", "city"),
        (STRIVING, "award", "city"), (BEST, "award", "city"), (LITERACY, "award", "city"), (ABILITY, "project", "city"),
        (STAR, "assessment", "city"), (PARTY_PRIZE, "award", "city"), ("大冶市十佳科技工作者", "award", "county"),
    )  # fmt: skip


def _frames() -> list[Row]:
    known = {"四服务": ("duties", date(2016, 5, 30)), "三科一家": ("focus", date(2022, 2, 18)),
             "五链一圈": ("focus", date(2024, 7, 12)), "九大行动": ("list", date(2024, 7, 12)),
             "六型机关": ("focus", date(2021, 4, 6))}  # fmt: skip
    rows = [(name, kind, since, None, "city", "工作安排（演示）") for name, (kind, since) in known.items()]
    rows += [(name, "campaign", since, until, "nation", "上级部署（演示）") for name, since, until in ENDED]
    rows += [
        ("防汛救灾值守", "campaign", date(2025, 6, 1), date(2026, 3, 31), "city", "上级部署（演示）"),
        ("重点产业链目录", "industries", date(2021, 6, 1), None, "city", "产业链目录（演示）"),
        ("党建强会行动", "list", date(2021, 7, 1), None, "city", "行动方案（演示）"),
        ("学会清理规范", "list", date(2021, 7, 1), date(2022, 12, 31), "city", "行动方案（演示）"),
        (TASKS, "plan", names.CONGRESS, date(2025, 12, 31), "city", "第八次代表大会工作报告（演示）"),
        ("2025年工作要点", "plan", date(2025, 2, 18), date(2025, 12, 31), "city", "年度要点（演示）"),
        ("五大工程", "next", date(2026, 1, 1), date(2030, 12, 31), "city", "下一届工作安排（演示）"),
    ]
    return table(names.CITY, "name kind since until level document", *rows)


def _items() -> list[Row]:
    since = {"四服务": date(2016, 5, 30), "三科一家": date(2022, 2, 18), "六型机关": date(2021, 4, 6)}
    rows = [
        (f"{frame}{n:02d}", (frame,), "duty" if frame == "四服务" else "item", f"{n:02d}", title, "办公室",
         since.get(frame, date(2024, 7, 12)))
        for frame, titles in FRAMES.items()
        for n, title in enumerate(titles, 1)
    ]  # fmt: skip
    rows += [
        (f"五大工程{n:02d}", ("五大工程",), "item", f"{n:02d}", title, "办公室", date(2026, 1, 1))
        for n, title in enumerate(NEXT, 1)
    ]
    rows += [
        (name, ("重点产业链目录",), "industry", f"{n:02d}", f"{name}产业链", "学会学术部", date(2021, 6, 1))
        for n, name in enumerate(names.CHAINS, 1)
    ]
    return table(names.CITY, "name frames kind code title owner since", *rows)


def _campaigns() -> list[Row]:
    return table(
        names.CITY, "name since until has_task_force documents",
        ("“不忘初心、牢记使命”主题教育", date(2019, 9, 10), date(2020, 1, 10), True, 2),
        ("党史学习教育", date(2021, 3, 12), date(2021, 12, 31), True, 3),
        ("学习贯彻习近平新时代中国特色社会主义思想主题教育", date(2023, 9, 12), date(2024, 1, 31), True, 3),
        ("党纪学习教育", date(2024, 4, 12), date(2024, 7, 31), True, 2),
        ("深入贯彻中央八项规定精神学习教育", date(2025, 3, 20), date(2025, 7, 31), True, 2),
    )  # fmt: skip
