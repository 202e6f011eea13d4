"""Vocabulary of surveys."""

from django.db import models


class SurveyKind(models.TextChoices):
    LITERACY = "literacy", "公民科学素质抽样调查"
    WORKERS = "workers", "科技工作者状况调查"
    SATISFACTION = "satisfaction", "满意度调查"
    TALENT_NEED = "talent_need", "人才（技术）需求调查"
    OTHER_SURVEY = "other_survey", "其他专题调查"


class RoundRole(models.TextChoices):
    COOPERATE = "cooperate", "配合"
    ORGANISE = "organise", "组织"
    QUOTE = "quote", "引用结果"


class StationResult(models.TextChoices):
    EXCELLENT = "excellent_station", "优秀"
    GOOD = "good_station", "良好"
    QUALIFIED = "qualified_station", "合格"
    FAILED = "failed_station", "不合格"


class Method(models.TextChoices):
    SAMPLE = "sample_survey", "概率抽样调查"
    QUOTA = "quota_survey", "配额抽样调查"
    ONLINE = "online_survey", "网上自愿填答"
    CENSUS = "census", "全面调查"
    ESTIMATE = "modelled", "模型推算"
    UNKNOWN = "unknown_method", "未公布"
