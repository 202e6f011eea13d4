"""Vocabulary of plans, documents, renewals."""

from django.db import models


class FrameKind(models.TextChoices):
    PLAN = "plan", "年度工作计划"
    FOCUS = "focus", "工作框架（聚焦、提升）"
    DUTIES = "duties", "职责分类"
    POLICY = "policy", "政策条款分解"
    INDUSTRIES = "industries", "产业清单"
    BRAND = "brand", "工作品牌"
    GROUP = "group", "牵头协调机构"
    OTHER = "other", "其他框架"


class ItemKind(models.TextChoices):
    ITEM = "item", "事项"
    DUTY = "duty", "职责"
    ARTICLE = "article", "条款"
    INDUSTRY = "industry", "产业"
    GOAL = "goal", "目标"


class DocumentKind(models.TextChoices):
    OPINION = "opinion", "实施意见"
    ACTION_PLAN = "action_plan", "行动计划"
    WORK_PLAN = "work_plan", "工作方案"
    WORK_LIST = "work_list", "工作台账（清单）"
    LETTER = "letter", "慰问信"
    RULE = "rule", "制度（办法）"
    NOTICE = "notice", "通知"
    APPEAL = "appeal", "倡议书"
    REPORT = "report", "报告（请示）"
    OTHER = "other", "其他文件"


class RenewalSort(models.TextChoices):
    ASSOCIATION = "association", "科协代表大会"
    SOCIETY = "society", "学会（协会）"
    PRIMARY = "primary", "基层科协"
    PARTY = "party", "党组织"
    OTHER = "other", "其他组织"


class Stage(models.TextChoices):
    PREPARING = "preparing", "启动筹备"
    HELD = "held", "召开大会"
    DONE = "done", "完成换届"
