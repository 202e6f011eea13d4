"""Vocabulary of appeals, letters and visits."""

from django.db import models


class AppealKind(models.TextChoices):
    EXCHANGE = "exchange_appeal", "学术交流"
    FUNDING = "funding_appeal", "项目经费"
    PLATFORM = "platform_appeal", "平台设备"
    CAREER = "career_appeal", "职称与发展"
    RIGHTS = "rights_appeal", "权益保护"
    WELFARE = "welfare_appeal", "生活与关怀"
    POLICY = "policy_appeal", "政策咨询"
    OTHER_APPEAL = "other_appeal", "其他诉求"


class LetterKind(models.TextChoices):
    SUGGESTION = "suggestion_letter", "意见建议"
    ENQUIRY = "enquiry_letter", "咨询"
    REQUEST = "request_letter", "求助"
    COMPLAINT = "complaint_letter", "投诉"
    OTHER_LETTER = "other_letter", "其他"


class Channel(models.TextChoices):
    LETTER = "letter", "来信"
    VISIT = "visit", "来访"
    PHONE = "phone", "电话"
    NET = "net", "网络"
    HOME = "home_window", "科技工作者之家窗口"
    TRANSFER = "transferred", "上级转办"


class Stage(models.TextChoices):
    RAISED = "received", "已收到"
    ASSIGNED = "assigned", "已交办"
    ANSWERED = "answered", "已答复"
    CLOSED = "closed", "已办结"


class Satisfaction(models.TextChoices):
    SATISFIED = "satisfied", "满意"
    BASICALLY = "basically", "基本满意"
    UNSATISFIED = "unsatisfied", "不满意"


class Counted(models.TextChoices):
    WORKING = "working_days", "工作日"
    CALENDAR = "calendar_days", "自然日"


class What(models.TextChoices):
    APPEAL = "appeal_term", "诉求"
    LETTER = "letter_term", "来信来访"
