"""Vocabulary of Party work: kinds of session, obligations, talks, bodies. Codes of one register never clash."""

from django.db import models


class SessionKind(models.TextChoices):
    GROUP = "group", "党组会"
    GROUP_ENLARGED = "group_enlarged", "党组（扩大）会"
    FIRST_TOPIC = "first_topic", "第一议题学习"
    CENTRE = "centre", "中心组学习"
    CENTRE_ENLARGED = "centre_enlarged", "中心组（扩大）学习"
    READING = "reading", "读书班"
    WARNING = "warning", "警示教育"
    INTEGRITY = "integrity", "集体廉政谈话"
    THEME_DAY = "theme_day", "主题党日"
    LECTURE = "lecture", "党课"
    MEMBERS = "members", "支部党员大会"
    COMMITTEE = "committee", "支委会"
    CELL = "cell", "党小组会"
    LIFE = "life", "组织生活会"
    DEMOCRATIC = "democratic", "民主生活会"
    SEMINAR = "seminar", "专题研讨"
    STYLE = "style", "作风活动"
    VOLUNTEER = "volunteer", "党员志愿服务"
    VILLAGE = "village", "驻村帮扶"
    MEMBERS_STUDY = "members_study", "党员学习会"
    STAFF_STUDY = "staff_study", "机关干部职工集体学习"
    TRAINING = "training", "党纪法规培训"
    TEST = "test", "党纪法规测试"
    WARNING_VISIT = "warning_visit", "参观警示教育基地"
    INTEGRITY_LECTURE = "integrity_lecture", "廉政党课"
    SPECIAL_LECTURE = "special_lecture", "专题党课"
    JOINT_THEME_DAY = "joint_theme_day", "联合主题党日"
    APPRAISAL = "appraisal", "民主评议党员"
    OTHER = "other", "其他党务活动"


class Lecturer(models.TextChoices):
    SECRETARY = "group_secretary", "党组书记"
    DEPUTY = "group_member", "班子其他成员"
    BRANCH_SECRETARY = "branch_secretary", "支部书记"
    DISCIPLINE = "discipline_head", "派驻纪检组负责人"
    GUEST = "guest_lecturer", "外请专家"
    OTHER = "other_lecturer", "其他"


class Holder(models.TextChoices):
    GROUP = "party_group", "党组"
    SOCIETIES = "societies_committee", "科技社团党委"
    BRANCH = "office_branch", "机关支部"
    SOCIETY = "society_body", "学会党组织"
    OTHER = "other_body", "其他党组织"


class Form(models.TextChoices):
    STUDY = "study", "集中学习"
    RED_SITE = "red_site", "红色教育"
    SPORTS = "sports", "文体活动"
    SERVICE = "service", "志愿服务"
    VISIT = "visit", "走访慰问"
    INDUSTRY = "industry", "产业帮扶"
    SCIENCE = "science", "科技下乡"
    BENEFIT = "benefit", "惠民服务"
    FILM = "film", "观看影片"
    PLEDGE = "pledge", "重温誓词"
    OTHER = "other_form", "其他形式"


class Obligation(models.TextChoices):
    """What an item on the agenda answers to; one session answers to several."""

    FIRST_TOPIC = "topic", "第一议题"
    CENTRE = "centre_study", "中心组集体学习"
    CAMPAIGN = "campaign_study", "学习教育专题"
    IDEOLOGY = "ideology", "意识形态"
    STRICT = "strict", "全面从严治党"
    INTEGRITY = "clean", "党风廉政"
    MAJOR = "major", "三重一大"
    PERSONNEL = "personnel", "干部人事"
    SECURITY = "security", "安全保密"
    SOCIETIES = "society_party", "学会党建"
    LECTURE = "lecture_given", "党课"
    THEME_DAY = "theme_day_held", "主题党日"
    LIFE = "life_held", "组织生活"
    DEMOCRATIC = "democratic_held", "民主生活会要求"
    MEMBERS = "members_held", "支部党员大会要求"
    COMMITTEE = "committee_held", "支委会要求"
    CELL = "cell_held", "党小组会要求"
    APPRAISAL = "appraisal_held", "民主评议党员要求"
    WARNING = "warning_held", "警示教育要求"
    TRAINING = "training_held", "党纪法规培训要求"
    TEST = "test_held", "党纪法规测试要求"
    DUAL_LIFE = "dual_life", "双重组织生活"
    OTHER = "other_item", "其他议题"


class TalkKind(models.TextChoices):
    HEART = "heart", "谈心谈话"
    INTEGRITY = "integrity", "廉政谈话"
    REMINDER = "reminder", "提醒谈话"
    OFFICE = "office", "任前谈话"


class Trigger(models.TextChoices):
    """When a talk must be held."""

    TIME = "key_time", "重点时段（节点）"
    POST = "key_post", "重点岗位"
    PERSON = "key_person", "重点人员"
    APPOINTED = "appointed", "任职（入职）"
    BREACH = "after_breach", "违纪（受处分）后"
    OTHER = "other_trigger", "其他情形"


class Tier(models.TextChoices):
    TOP = "secretary_deputies", "书记与班子成员"
    MIDDLE = "deputies_sections", "分管领导与科室负责人"
    LOW = "sections_staff", "科室负责人与职工"
    BRANCH = "branch_members", "支部书记与党员"
    OTHER = "other_tier", "其他层级"


class BodyKind(models.TextChoices):
    SOCIETIES = "societies_committee", "科技社团党委"
    SOCIETY_COMMITTEE = "society_committee", "学会党委"
    BRANCH = "branch", "党支部"
    JOINT_BRANCH = "joint_branch", "联合党支部"
    WORK_GROUP = "work_group", "党建工作小组"
    INSTRUCTOR = "instructor", "党建指导员派驻"


class System(models.TextChoices):
    """A system of Party life; its requirements have numbers of their own."""

    FIRST_TOPIC = "topic_system", "第一议题制度"
    CENTRE = "centre_system", "理论学习中心组制度"
    THREE_ONE = "three_one_system", "三会一课制度"
    HEART = "heart_system", "谈心谈话制度"
    APPRAISAL = "appraisal_system", "民主评议党员制度"
    LIFE = "life_system", "组织生活会制度"
    DUAL_LIFE = "dual_life_system", "双重组织生活制度"
    THEME_DAY = "theme_day_system", "主题党日制度"
    DEMOCRATIC = "democratic_system", "民主生活会制度"
    IDEOLOGY = "ideology_system", "意识形态工作责任制"
    STRICT = "strict_system", "全面从严治党主体责任"
    INTEGRITY = "integrity_system", "党风廉政建设责任制"
    DISCIPLINE = "discipline_system", "党纪法规学习制度"
    MAJOR = "major_system", "三重一大集体决策制度"
    DUES = "dues_system", "党费收缴制度"
    OTHER = "other_system", "其他制度"


HEART_TALK, INTEGRITY_TALK, DUES_PAID = "heart_talk", "integrity_talk", "dues_paid"
# What a requirement may ask for: what sessions serve, and what is counted elsewhere.
REQUIRED = [
    *Obligation.choices,
    (HEART_TALK, "谈心谈话人次"),
    (INTEGRITY_TALK, "廉政谈话人次"),
    (DUES_PAID, "收缴党费的月数"),
]


class Per(models.TextChoices):
    MONTH = "month", "每月"
    QUARTER = "quarter", "每季度"
    HALF = "half", "每半年"
    YEAR = "year", "每年"


class LetterKind(models.TextChoices):
    INTEGRITY = "integrity", "党风廉政建设目标责任书"
    IDEOLOGY = "ideology", "意识形态工作责任书"
    PARTY = "party", "党建工作责任书"
    PLEDGE = "pledge", "承诺书"
    OTHER = "other", "其他责任书"


class FacilityKind(models.TextChoices):
    ROOM = "activity_room", "党员活动室"
    DATABASE = "database", "党员信息库"
    DUES_LEDGER = "dues_ledger", "党费台账"
    WALL = "wall", "宣传栏（文化墙）"
    CORNER = "corner", "廉政文化角"
    SITE = "site", "意识形态阵地"
    OTHER = "other", "其他阵地"


class PostKind(models.TextChoices):
    REMINDER = "reminder", "意识形态风险提醒人"
    DISCIPLINE = "discipline_member", "纪检委员"
    SUPERVISOR = "supervisor", "廉政监督员"
    FIRST = "first_responsible", "第一责任人"
    DIRECT = "direct_responsible", "直接责任人"
    SECRETARY = "branch_secretary", "支部书记"
    COMMITTEE = "committee_member", "支部委员"
    OTHER = "other", "其他岗位"


class CheckKind(models.TextChoices):
    SPECIAL = "special", "专项检查"
    SUPERVISION = "supervision", "督查"
    RISK_REVIEW = "risk_review", "意识形态风险研判"
    RISK_REMINDER = "risk_reminder", "意识形态风险提醒"
    SELF = "self", "自查自纠（查摆剖析）"
    OTHER = "other", "其他检查"


class Holiday(models.TextChoices):
    NEW_YEAR = "new_year", "元旦"
    SPRING = "spring_festival", "春节"
    TOMB = "qingming", "清明节"
    LABOUR = "labour_day", "劳动节"
    DRAGON = "dragon_boat", "端午节"
    MOON = "mid_autumn", "中秋节"
    NATIONAL = "national_day", "国庆节"


class BreachKind(models.TextChoices):
    POLITICAL = "political", "政治纪律"
    ORGANISATION = "organisation", "组织纪律"
    INTEGRITY = "integrity", "廉洁纪律"
    MASSES = "masses", "群众纪律"
    WORK = "work", "工作纪律"
    LIFE = "life", "生活纪律"
    OTHER = "other", "其他违纪违法"
