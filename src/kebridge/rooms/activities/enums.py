"""Vocabulary of activities."""

from django.db import models


class ActivityKind(models.TextChoices):
    LECTURE = "lecture", "报告会/讲座"
    EXHIBITION = "exhibition", "展览展示"
    SCREENING = "screening", "电影放映"
    CLASS = "class", "科教活动"
    OUTREACH = "outreach", "宣传咨询"
    VISIT = "visit", "专家基层行"
    INTERVIEW = "interview", "访谈"
    QUIZ = "quiz", "知识竞答"
    CONTEST = "contest", "赛事"
    TRAINING = "training", "培训"
    MEETING = "meeting", "会议座谈"
    FORUM = "forum", "学术交流"
    MATCHING = "matching", "需求对接"
    VOLUNTEERING = "volunteering", "志愿服务"
    OPEN_DAY = "open_day", "开放日"
    EXCURSION = "excursion", "参观研学"
    PRACTICE = "practice", "实践体验"
    FESTIVAL = "festival", "科技节（嘉年华、大会）"
    CAMP = "camp", "科学营"
    SURVEY = "survey", "调查体验"
    HOME_SCHOOL = "home_school", "家校联动（小手拉大手）"
    CEREMONY = "ceremony", "主场仪式"
    OTHER = "other", "其他"


class ActivityForm(models.TextChoices):
    ONSITE = "onsite", "线下"
    ONLINE = "online", "线上"
    MIXED = "mixed", "线上线下结合"


class Audience(models.TextChoices):
    PUBLIC = "public", "公众"
    PUPILS = "pupils", "中小学生"
    FARMERS = "farmers", "农民"
    SENIORS = "seniors", "老年人"
    OFFICIALS = "officials", "领导干部和公务员"
    WORKERS = "workers", "产业工人"
    EXPERTS = "experts", "科技工作者"
    STAFF = "staff", "本单位职工"
    TEACHERS = "teachers", "教师"
    WOMEN = "women", "妇女"
    RESIDENTS = "residents", "社区居民"
    PARTY_MEMBERS = "party_members", "党员"


class SitePlace(models.TextChoices):
    MUSEUM = "museum", "场馆"
    SCHOOL = "school", "学校"
    COMMUNITY = "community", "社区"
    VILLAGE = "village", "乡村"
    FIRM = "firm", "企业"
    OFFICE = "office", "机关"
    SQUARE = "square", "广场公园"
    ROAD = "road", "路段街面"
    OTHER = "other", "其他"


class Role(models.TextChoices):
    """What the owner did in it. Guided: somebody else held it, so it is none of the owner's activities."""

    HOST = "host", "主办（承办）"
    JOINT = "joint", "联合举办（协办）"
    GUIDE = "guide", "指导"


class Repeats(models.TextChoices):
    WEEKLY = "weekly", "每周"
    FORTNIGHTLY = "fortnightly", "每两周"
    MONTHLY = "monthly", "每月"


class Outcome(models.TextChoices):
    HELD = "held", "已举办"
    CANCELLED = "cancelled", "取消"
    POSTPONED = "postponed", "延期"


class MaterialKind(models.TextChoices):
    PANEL = "panel", "展板"
    LEAFLET = "leaflet", "宣传资料"
    BOOK = "book", "图书"
    VIDEO = "video", "视频"
    KIT = "kit", "科普器材"
    HANDBOOK = "handbook", "手册（读本）"
    GIFT = "gift", "科普纪念品（周边）"
    BAG = "bag", "宣传袋"
    APRON = "apron", "宣传围裙"
    BANNER = "banner", "条幅（标语）"
    POSTER = "poster", "海报（宣传栏）"
    OTHER_ITEM = "other_item", "其他物料"


class MaterialUse(models.TextChoices):
    HANDED_OUT = "handed_out", "发放"
    SHOWN = "shown", "展出（悬挂）"
    MADE = "made", "制作"
