"""Vocabulary of museums, tours and caravans."""

from django.db import models


class VisitPart(models.TextChoices):
    HALL = "hall", "展厅"
    CENTRE = "centre", "青少年课外活动中心"
    CINEMA = "cinema", "影院"


class SiteKind(models.TextChoices):
    SCHOOL = "school", "学校"
    COMMUNITY = "community", "社区"
    VILLAGE = "village", "乡村"
    OTHER = "other", "其他"


class VehicleKind(models.TextChoices):
    I = "I", "Ⅰ型"  # noqa: E741 (the field's own name of the type)
    II = "II", "Ⅱ型"
    IV = "IV", "Ⅳ型"


class Milestone(models.TextChoices):
    """The steps of building a museum, in their order; each is a date on its card."""

    APPROVED = "approved", "立项"
    STARTED = "started", "开工（在建）"
    TOPPED = "topped", "主体完工"
    FITTING = "fitting", "布展"
    COMPLETED = "completed", "竣工"
    OPENED = "opened", "开放"
    CLOSED = "closed", "闭馆"


class Fault(models.TextChoices):
    MISUSE = "misuse", "人为损坏"
    MECHANICAL = "mechanical", "机械故障"
    ELECTRIC = "electric", "电气故障"
    SOFTWARE = "software", "计算机故障"
    WEAR = "wear", "自然老化"
    OTHER_FAULT = "other_fault", "其他"


class PartnershipKind(models.TextChoices):
    PARTNER = "partner", "馆校合作"
    PAIRED = "paired", "结对共建"
    VISITING = "visiting", "流动送馆进校"


class CourseKind(models.TextChoices):
    MUSEUM = "museum", "馆本课程"
    CURRICULUM = "curriculum", "对接课标课程"
    RESEARCH = "research", "研学课程"
    CLUB = "club", "社团（课后服务）课程"
    ONLINE = "online", "线上课程"


class Stage(models.TextChoices):
    PRESCHOOL = "preschool", "学前"
    PRIMARY = "primary", "小学"
    JUNIOR = "junior", "初中"
    SENIOR = "senior", "高中"
    ALL = "all", "各学段"


class TeacherKind(models.TextChoices):
    FULL_TIME = "full_time", "专职科学教师"
    PART_TIME = "part_time", "兼职科学教师"
    COACH = "coach", "科技辅导员"
    TOTAL = "total", "合计（未分类）"


class FacilityKind(models.TextChoices):
    SQUARE = "square", "科普广场"
    PARK = "park", "科普公园"
    COMMUNITY = "community", "社区科普馆（室、角）"
    VILLAGE = "village", "乡村科普场所"
    CAMPUS = "campus", "校园科普场所"
    THEME = "theme", "行业主题馆"
    CORRIDOR = "corridor", "科普长廊（画廊）"
    SCREEN = "screen", "科普大屏"
    EXPERIENCE = "experience", "体验中心（实践中心）"
    OTHER_PLACE = "other_place", "其他设施"
