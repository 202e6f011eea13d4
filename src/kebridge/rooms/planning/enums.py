"""Vocabulary of plans, documents, renewals."""

from django.db import models


class FrameKind(models.TextChoices):
    PLAN = "plan", "年度工作计划"
    FOCUS = "focus", "工作框架（聚焦、提升）"
    DUTIES = "duties", "职责分类"
    POLICY = "policy", "政策条款分解"
    INDUSTRIES = "industries", "产业清单"
    BRAND = "brand", "工作品牌"
    LIST = "list", "任务清单（专项行动）"
    CAMPAIGN = "campaign", "中心工作（上级部署）"
    NEXT = "next", "下步计划"
    RULE = "rule", "制度规定的情形（环节）"
    OTHER = "other", "其他框架"


class ItemKind(models.TextChoices):
    ITEM = "item", "事项"
    DUTY = "duty", "职责"
    ARTICLE = "article", "条款"
    INDUSTRY = "industry", "产业"
    GOAL = "goal", "目标"
    TIER = "tier", "层级"
    POST = "post", "岗位"
    CASE = "case", "情形"
    STAGE = "stage", "环节"
    ACTIVITY = "activity", "活动（赛事）"


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
    OUTLINE = "outline", "规划（纲要）"
    STUDY_PLAN = "study_plan", "学习（培训）计划"
    DUTY_LIST = "duty_list", "责任（权责）清单"
    DIRECTORY = "directory", "名录（汇编）"
    DIGEST = "digest", "资料摘编"
    OTHER = "other", "其他文件"


class DocumentAction(models.TextChoices):
    NEW = "new", "制定"
    REVISED = "revised", "修订"


class IncomingKind(models.TextChoices):
    NOTICE = "notice", "通知"
    TASK = "task", "交办（督办）"
    REPLY = "reply", "批复"
    PRAISE = "praise", "表扬信（致信）"
    CITED = "cited", "写入上级文件"
    LETTER = "letter", "函"
    RULE = "rule", "上级制度（意见）"
    OTHER = "other", "其他来文"


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


class Source(models.TextChoices):
    """Where a task comes from."""

    YEAR = "year", "年度要点"
    CONGRESS = "congress", "代表大会确定"
    SUPERIOR = "superior", "上级科协部署"
    PARTY = "party", "市委市政府重点工作"
    REPORT = "report", "政府工作报告分解"
    GROUP = "group", "党组会（主席办公会）决定"
    INSTRUCTION = "instruction", "领导批示"
    LIVELIHOOD = "livelihood", "民生实事"
    PROPOSAL = "proposal", "建议提案办理"
    INSPECTION = "inspection", "巡察（督查）整改"
    OTHER = "other", "其他来源"


class Timeliness(models.TextChoices):
    ON_TIME = "on_time", "按期"
    LATE = "late", "逾期"


class Decision(models.TextChoices):
    ASKED = "asked", "等待答复"
    GRANTED = "granted", "同意延期"
    REFUSED = "refused", "不同意延期"


class FoundBy(models.TextChoices):
    SELF = "self", "自查（总结）"
    VISIT = "visit", "调研检查反馈"
    INSPECTION = "inspection", "巡察（督查）反馈"
    ASSESSMENT = "assessment", "考核反馈"
    AUDIT = "audit", "审计反馈"
    PUBLIC = "public", "群众（基层）意见"
    OTHER = "other", "其他渠道"


class TargetKind(models.TextChoices):
    INVESTMENT = "investment", "招商引资"
    CULTIVATION = "cultivation", "培育四上企业"
    LITERACY = "literacy", "公民科学素质"
    BUSINESS = "business", "业务工作"
    MONEY = "money", "争取资金"
    OTHER = "other", "其他目标"


class AssessmentRole(models.TextChoices):
    ASSESSED = "assessed", "接受上级考核"
    ASSESSING = "assessing", "考核下级"
    INDICATOR = "indicator", "纳入上级考核的指标"
    FINANCE = "finance", "财政绩效自评"


class Result(models.TextChoices):
    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "良好"
    QUALIFIED = "qualified", "合格"
    POOR = "poor", "不合格"
