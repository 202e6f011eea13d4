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
    CEREMONY = "ceremony", "主场仪式"
    OTHER = "other", "其他"


class ActivityForm(models.TextChoices):
    ONSITE = "onsite", "线下"
    ONLINE = "online", "线上"
    MIXED = "mixed", "线上线下结合"


class Level(models.TextChoices):
    TOWNSHIP = "township", "乡镇级"
    COUNTY = "county", "县级"
    CITY = "city", "市级"
    PROVINCE = "province", "省级"
    NATION = "nation", "国家级"


class Audience(models.TextChoices):
    PUBLIC = "public", "公众"
    PUPILS = "pupils", "中小学生"
    FARMERS = "farmers", "农民"
    SENIORS = "seniors", "老年人"
    OFFICIALS = "officials", "领导干部和公务员"
    WORKERS = "workers", "产业工人"
    EXPERTS = "experts", "科技工作者"
    STAFF = "staff", "本单位职工"


class SitePlace(models.TextChoices):
    MUSEUM = "museum", "场馆"
    SCHOOL = "school", "学校"
    COMMUNITY = "community", "社区"
    VILLAGE = "village", "乡村"
    FIRM = "firm", "企业"
    SQUARE = "square", "广场公园"
    OTHER = "other", "其他"


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
