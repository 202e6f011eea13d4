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
