"""Vocabulary of advice to decision-makers."""

from django.db import models


class StudyKind(models.TextChoices):
    RESEARCH = "research", "调研报告"
    TOUR_REPORT = "tour_report", "考察报告"
    BULLETIN = "bulletin", "专报（简报）"
    SUGGESTION = "suggestion", "建议"
    MOTION = "motion", "提案（议案）"
    SURVEY_REPORT = "survey_report", "调查报告"
    OTHER_STUDY = "other_study", "其他"


class Author(models.TextChoices):
    ASSOCIATION = "association", "科协机关"
    SOCIETY = "society", "学会"
    WORKER = "worker", "科技工作者"
    STATION = "station", "调查站点"
    JOINT = "joint", "联合（委托）"


class Post(models.TextChoices):
    PRINCIPAL = "principal", "党政主要领导"
    DEPUTY = "deputy", "党政分管领导"
    CONGRESS = "congress", "人大、政协领导"
    DEPARTMENT = "department", "部门负责人"
    SUPERIOR = "superior", "上级科协领导"


# The most senior first: of two instructions on one day the study counts by the first of these.
SENIORITY = tuple(Post.values)


class FollowUp(models.TextChoices):
    UNDER_WAY = "under_way", "正在落实"
    DONE = "done", "已落实"
    NONE = "none", "不需落实（已阅）"


class TourKind(models.TextChoices):
    STUDY = "study", "学习考察"
    RESEARCH_TOUR = "research_tour", "外出调研"
    EXCHANGE = "exchange", "对接洽谈"
    OTHER_TOUR = "other_tour", "其他"
