"""Vocabulary of contests."""

from django.db import models

from kebridge.rooms.people.enums import Grade

# What a list of winners says, and "first to third" where it does not say how many of each.
PLACED = "placed"
AWARD_GRADES = [*Grade.choices, (PLACED, "一二三等奖（未分等次）")]


class Role(models.TextChoices):
    ORGANISED = "organised", "主办"
    UNDERTOOK = "undertook", "承办"
    TOOK_PART = "took_part", "组织参加"


class Form(models.TextChoices):
    ONSITE = "onsite", "线下"
    ONLINE = "online", "线上"


class Category(models.TextChoices):
    PROJECT = "project", "作品（项目）"
    CONTESTANT = "contestant", "个人（选手）"
    TEAM = "team", "团队（代表队）"
    PAINTING = "painting", "科学幻想画"
    PRACTICE = "practice", "实践活动"
    COACH = "coach", "辅导员（教练员）"
    SCHOOL = "school", "学校"
    ORGANISATION = "organisation", "组织单位"
    ACTIVITY = "activity", "科普活动"
    OTHER = "other", "其他"
