"""Vocabulary of innovation service."""

from django.db import models


class Occasion(models.TextChoices):
    MATCHING = "matching", "需求对接会"
    VISIT = "visit", "专家走访（把脉问诊）"
    CONFERENCE = "conference", "产业会议（论坛）"
    CALL = "call", "集中征集"
    PLATFORM = "platform", "网上平台"
    FOLLOW_UP = "follow_up", "后续合作"
    OTHER_OCCASION = "other_occasion", "其他"


class Stage(models.TextChoices):
    RAISED = "raised", "已提出"
    MATCHED = "matched", "对接中"
    SOLVED = "solved", "已解决"
    CLOSED = "closed", "未解决（终止）"


class ServiceKind(models.TextChoices):
    DIAGNOSIS = "diagnosis", "把脉问诊"
    GUIDANCE = "guidance", "技术指导"
    FIELD_STUDY = "field_study", "实地考察"
    TRAINING = "training", "技术培训"
    MEETING = "meeting", "对接洽谈"
    OTHER_SERVICE = "other_service", "其他服务"


class AgreementKind(models.TextChoices):
    STRATEGIC = "strategic", "战略合作协议"
    PROJECT = "project", "项目签约"
    CONTRACT = "contract", "技术合同"
    INTENT = "intent", "意向协议"
    MUSEUM_SCHOOL = "museum_school", "馆校合作协议"
    ALLIANCE = "alliance", "加入联盟（联合体）"
    OTHER_AGREEMENT = "other_agreement", "其他合作"


class AgreementGrade(models.TextChoices):
    DEMONSTRATION = "demonstration", "示范"
    PILOT = "pilot", "试点"
