"""Vocabulary of volunteering."""

from django.db import models


class TeamKind(models.TextChoices):
    SCIENCE = "science", "科技志愿服务队"
    ONLINE = "online", "网络科普志愿服务队"
    PARTY = "party", "党员志愿服务队"
    YOUTH = "youth", "青年（学生）志愿服务队"
    SENIORS = "seniors", "老科技工作者志愿服务队"
    HEALTH = "health", "医疗健康志愿服务队"
    FARMING = "farming", "农技志愿服务队"
    EMERGENCY = "emergency", "应急科普志愿服务队"
    OTHER_TEAM = "other_team", "其他"


class ServiceKind(models.TextChoices):
    POPULARIZATION = "popularization", "科普服务"
    TECHNICAL = "technical", "科技服务"
    LIVELIHOOD = "livelihood", "民生服务"
    EMERGENCY = "emergency", "应急服务"
    PROFESSIONAL = "professional", "专业服务"
    CIVIC = "civic", "文明创建服务"
