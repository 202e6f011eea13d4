"""Vocabulary of honours."""

from django.db import models


class SchemeKind(models.TextChoices):
    AWARD = "award", "奖项（表彰）"
    CONTEST = "contest", "赛事"
    TALENT = "talent", "人才计划"
    PROJECT = "project", "项目计划"
    ASSESSMENT = "assessment", "考核评价"
    DESIGNATION = "designation", "试点示范（基地）"
    RANKING = "ranking", "排名榜单"


class HonourKind(models.TextChoices):
    COMMENDATION = "commendation", "表彰奖励"
    GRADED = "graded", "考核等次"
    RATED = "rated", "评级评优"
    CITED = "cited", "书面肯定（典型推广）"


class Recipient(models.TextChoices):
    CITY = "city", "城市（县区）"
    ASSOCIATION = "association", "科协"
    MUSEUM = "museum", "科技馆"
    SOCIETY = "society", "学会"
    PRIMARY = "primary", "基层科协"
    BASE = "base", "科普教育基地"
    COMMUNITY = "community", "社区"
    RURAL_MUSEUM = "rural_museum", "农村中学科技馆"
    AGROTECH = "agrotech", "农技协"
    SCHOOL = "school", "学校"
    FIRM = "firm", "企业"
    STATION = "station", "站点（工作站）"
    PERSON = "person", "个人"
    TEAM = "team", "团队"
    PROJECT = "project", "项目"
    REPORT = "report", "调研报告"
    ACTIVITY = "activity", "活动"
    OTHER = "other", "其他"


class FirstKind(models.TextChoices):
    FIRST = "first_time", "首次（首个）"
    FIRST_BATCH = "first_batch", "首批"
    ONLY = "only", "唯一"
    RECORD = "record", "最高（最多）"
