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
    PLANNED = "planned", "立项"
    BUILDING = "building", "在建"
    TOPPED = "topped", "主体完工"
    FITTING = "fitting", "布展"
    OPEN = "open", "开放"
