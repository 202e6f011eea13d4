"""03-计划任务与文件: frames of work of the city and from above, the next half-year, papers, targets, problems."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names
from . import programmes as tags

YEAR = (date(2024, 1, 1), date(2024, 12, 31))
SECOND = (date(2024, 7, 1), date(2024, 12, 31))
STANDING = (date(2023, 3, 1), None)
ABOVE, OWN, NEXT = "省科协2024年工作安排", "2024年工作要点", "2024年下半年工作计划"
DIRECTIONS, WINGS = "三大主攻方向", "两翼齐飞"
SPECIAL, LISTS, KEY = "七个专项行动", "五个清单", "十二项重点工作"
BATCHES, HELP, BUSINESS, ATTRACT, CIVIL = "三个一批", "万人助万企", "优化营商环境", "招商引资", "创文创卫"
DUTIES, MUST_TALK, MAJOR, STAGES = "三级四岗", "廉政谈话必谈", "三重一大", "以案促改环节"
WIDEN, CORPS = "扩大基层组织覆盖面", "组建医护服产业科技服务团"
SURVEY = date(2024, 8, 1)  # as the organisers announced it


def pages() -> list[Page]:
    return [Page("plan_frames", _frames()), Page("plan_items", _items(), "注：一项一条，逐项登记。"), Page("documents", _documents()),
            Page("incoming_documents", _incoming()), Page("targets", _targets()), Page("problems", _problems()),
            Page("term_renewals", _renewals()), Page("survey_rounds", _rounds()),
            Page("leading_groups", _groups())]  # fmt: skip


def _frames() -> list[Row]:
    city, own = "市委市政府年度部署（演示）", "市科协年度计划（演示）"
    return table(
        names.CITY, "name kind level since until document",
        (ABOVE, "plan", "province", *YEAR, "省科协年度工作安排（演示）"), (OWN, "plan", "county", *YEAR, own),
        ("省科协2023年工作安排", "plan", "province", date(2023, 1, 1), date(2023, 12, 31), "省科协年度工作安排（演示）"),
        (DIRECTIONS, "focus", "county", *YEAR, own), (WINGS, "focus", "county", *YEAR, own), (SPECIAL, "list", "county", *YEAR, city),
        (LISTS, "list", "county", *YEAR, city), (KEY, "list", "county", *YEAR, city),
        *((name, "campaign", "county", *YEAR, city) for name in (BATCHES, HELP, BUSINESS, ATTRACT, CIVIL)),
        (DUTIES, "rule", "county", *STANDING, "市直机关党建责任清单（演示）"), (MUST_TALK, "rule", "county", *STANDING, "廉政谈话制度（演示）"),
        (MAJOR, "rule", "county", *STANDING, "集体决策制度（演示）"), (STAGES, "rule", "county", *STANDING, "以案促改工作方案（演示）"),
        (NEXT, "next", "county", *SECOND, "下半年工作计划（演示）"),
    )  # fmt: skip


def _items() -> list[Row]:
    """Each with a name of its own; an item of last year has ended."""
    many = "一二三四五六七八九十"
    numbered = (*many, "十一", "十二")
    frames = (
        (DIRECTIONS, "item", ("强化科技支撑", "助力经济发展", "惠及群众生活"), YEAR), (WINGS, "item", ("科学普及", "科技创新"), YEAR),
        (SPECIAL, "item", [f"专项行动之{n}" for n in many[:7]], YEAR), (LISTS, "item", [f"工作清单之{n}" for n in many[:5]], YEAR),
        (KEY, "item", [f"重点工作之{n}" for n in numbered], YEAR), (BATCHES, "item", ("签约一批", "开工一批", "投产一批"), YEAR),
        (DUTIES, "tier", ("党组", "机关支部", "科室"), STANDING), (DUTIES, "post", ("书记岗", "委员岗", "组长岗", "党员岗"), STANDING),
        (MUST_TALK, "case", ("重要节点", "重点岗位", "重点人员", "任职入职", "违规受处分后"), STANDING),
        (MAJOR, "case", ("重大事项决策", "重要干部任免", "重要项目安排", "大额资金使用"), STANDING),
        (STAGES, "stage", ("警示教育", "查摆剖析", "整改问题", "建章立制"), STANDING),
        (NEXT, "item", ("全民科学素质行动", "科普日和品牌活动", "基层组织建设", "青少年科技教育", "科技力量对接", "召开科协大会"), SECOND),
    )  # fmt: skip
    rows = [(f"{frame}·{title}", (frame,), kind, f"{n:02d}", title, since, until)
            for frame, kind, titles, (since, until) in frames for n, title in enumerate(titles, 1)]  # fmt: skip
    rows += [(WIDEN, (NEXT,), "goal", "03-1", "镇、街道科协组织再扩面", *SECOND),
             (CORPS, (NEXT,), "activity", "05-1", "组建医护服产业科技服务团", *SECOND),
             (f"{KEY}·上年结转", (KEY,), "item", "00", "上年结转事项", date(2023, 1, 1), date(2023, 12, 31))]  # fmt: skip
    return table(names.CITY, "name frames kind code title since until", *rows)


def _documents() -> list[Row]:
    clean, ideology = "党风廉政", "意识形态"
    return table(
        names.CITY, "day kind action topic title reference level",
        (date(2024, 1, 30), "study_plan", "new", "政治理论学习", "2024年政治理论学习计划", "颍科协演示〔2024〕4号", "county"),
        (date(2024, 2, 5), "study_plan", "new", "业务培训", "2024年干部培训计划", "颍科协演示〔2024〕5号", "county"),
        (date(2024, 3, 4), "rule", "new", ideology, "意识形态风险提醒人制度", "颍科协演示〔2024〕8号", "county"),
        (date(2024, 3, 4), "rule", "new", ideology, "意识形态风险研判制度", "颍科协演示〔2024〕9号", "county"),
        (date(2024, 2, 20), "work_plan", "new", clean, "党风廉政建设工作计划", "颍科协演示〔2024〕6号", "county"),
        (date(2024, 2, 20), "duty_list", "new", clean, "党风廉政建设权责清单", "颍科协演示〔2024〕7号", "county"),
        (date(2024, 4, 9), "rule", "new", clean, "机关内部管理制度", "颍科协演示〔2024〕12号", "county"),
        (date(2022, 5, 9), "rule", "revised", clean, "公务接待管理办法", "颍科协演示〔2022〕11号", "county"),
        (date(2024, 6, 27), "notice", "new", "科普日", "全国科普日活动预通知", "颍科协演示〔2024〕20号", "county"),
    )  # fmt: skip


def _incoming() -> list[Row]:
    return table(
        names.CITY, "day kind title sender level due handled programmes",
        (date(2024, 5, 24), "notice", "防范邪教宣传月活动通知", f"{names.ABOVE}反邪教协会", "city", date(2024, 6, 30), None, (tags.ANTICULT_MONTH,)),
        (date(2024, 2, 22), "notice", "学雷锋科技志愿服务通知", f"{names.ABOVE}科协", "city", date(2024, 3, 31), date(2024, 3, 29), (tags.ISCIENCE,)),
    )  # fmt: skip


def _targets() -> list[Row]:
    """Two of this year. Investment is not met: the project is still being talked about."""
    fields = "kind title assigner since until target unit floor met"
    rows = table(
        names.CITY, fields,
        ("investment", "引进亿元以上项目", "市委市政府", *YEAR, 1, "个", 100_000_000, None),
        ("cultivation", "培育四上企业入库", "市委市政府", *YEAR, 1, "个", None, date(2024, 5, 20)),
        ("investment", "上年引进亿元以上项目", "市委市政府", date(2023, 1, 1), date(2023, 12, 31), 1, "个", 100_000_000, None),
    )  # fmt: skip
    rows[1].lines = [{"day": date(2024, 5, 20), "what": "一家加油站入库", "quantity": 1}]
    return rows


def _problems() -> list[Row]:
    day = date(2024, 6, 20)
    return table(
        names.CITY, "day source title area owner",
        (day, "self", "对基层科协的调研指导偏少", "基层组织", "办公室"), (day, "self", "科普宣传形式单一、创新不足", "科学普及", "科普部"),
        (date(2024, 4, 26), "inspection", "个别台账更新不及时", "机关管理", "办公室"),
    )  # fmt: skip


def _renewals() -> list[Row]:
    return table(
        names.CITY, "sort term due prepared held done",
        ("party", 5, date(2024, 3, 31), date(2024, 2, 21), date(2024, 3, 15), date(2024, 3, 22)),
        ("association", 4, date(2024, 11, 27), date(2024, 6, 5), None, None),
    )  # fmt: skip


def _rounds() -> list[Row]:
    return table(
        names.CITY, "day title kind number level role",
        (SURVEY, "中国公民科学素质抽样调查", "literacy", 14, "nation", "cooperate"),
        (date(2023, 8, 1), "中国公民科学素质抽样调查", "literacy", 13, "nation", "cooperate"),
    )  # fmt: skip


def _groups() -> list[Row]:
    """One of the half-year for the rectification; another of this year is joined only, one stands since before."""
    return table(
        names.CITY, "name kind level role since units programmes document",
        ("以案促改专项工作领导小组", "leading", "county", "lead", date(2024, 1, 22), 4, (tags.RECTIFY,), "颍科协演示〔2024〕3号"),
        ("创文创卫工作指挥部", "committee", "county", "group_member", date(2024, 2, 26), 48, (), "颍办演示〔2024〕6号"),
        ("全民科学素质工作领导小组", "leading", "county", "office", date(2021, 10, 12), 26, (), "颍政办演示〔2021〕19号"),
    )  # fmt: skip
