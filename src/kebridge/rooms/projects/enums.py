"""Vocabulary of projects and funds."""

from django.db import models


class FundKind(models.TextChoices):
    PROJECT = "project", "项目"
    SUBSIDY = "subsidy", "补助（奖补）"
    INSTALMENT = "instalment", "续拨（分期到账）"


class Status(models.TextChoices):
    APPLIED = "applied", "已申报"
    GRANTED = "granted", "已批准"
    REFUSED = "refused", "未获批"
    ACCEPTED = "accepted", "已验收"


GRANTED = (Status.GRANTED, Status.ACCEPTED)


class Purpose(models.TextChoices):
    """What money is for."""

    INFRASTRUCTURE = "infrastructure", "科普基础设施"
    ACTIVITIES = "activities", "科普活动"
    SOCIETIES = "societies", "学会能力提升"
    ACADEMIC = "academic", "学术交流"
    ABROAD = "abroad", "出国研修"
    TALENT = "talent", "人才培养与奖励"
    FIRMS = "firms", "服务企业创新"
    GRASSROOTS = "grassroots", "基层组织建设"
    YOUTH = "youth", "青少年科技教育"
    DIGITAL = "digital", "信息化建设"
    RESEARCH = "research", "调研与决策咨询"
    OFFICE = "office", "日常公用"
    OTHER = "other_purpose", "其他用途"


class Acceptance(models.TextChoices):
    EXCELLENT = "excellent", "优秀"
    PASSED = "passed", "通过"
    REPAIRED = "repaired", "整改后通过"


class SupportStatus(models.TextChoices):
    RUNNING = "running", "实施中"
    ACCEPTED = "accepted", "已验收"
    FAILED = "failed", "验收未通过"
    STOPPED = "stopped", "已终止"


class Version(models.TextChoices):
    ORIGINAL = "original", "年初预算"
    ADJUSTED = "adjusted", "调整预算"


class MoneySource(models.TextChoices):
    BUDGET = "budget", "本级预算"
    SPECIAL = "special", "上级专项"
    OWN = "own", "自有资金"
    SPONSOR = "sponsor", "社会支持"
