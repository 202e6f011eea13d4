"""Vocabulary of advice to decision-makers."""

from django.db import models


class StudyKind(models.TextChoices):
    RESEARCH = "research", "调研报告"
    TOUR_REPORT = "tour_report", "考察报告"
    BULLETIN = "bulletin", "专报（简报）"
    SUGGESTION = "suggestion", "建议"
    MOTION = "motion", "提案（议案）"
    SURVEY_REPORT = "survey_report", "调查报告"
    COMPILATION = "compilation", "摘编（汇编）"
    OTHER_STUDY = "other_study", "其他"


class Author(models.TextChoices):
    ASSOCIATION = "association", "科协机关"
    SOCIETY = "society", "学会"
    WORKER = "worker", "科技工作者"
    STATION = "station", "调查站点"
    JOINT = "joint", "联合（委托）"


class Post(models.TextChoices):
    PRINCIPAL = "principal", "党政主要领导"
    DEPUTY = "deputy", "党政分管领导"
    CONGRESS = "congress", "人大、政协领导"
    DEPARTMENT = "department", "部门负责人"
    SUPERIOR = "superior", "上级科协领导"


# The most senior first: of two instructions on one day the study counts by the first of these.
SENIORITY = tuple(Post.values)


class FollowUp(models.TextChoices):
    UNDER_WAY = "under_way", "正在落实"
    DONE = "done", "已落实"
    NONE = "none", "不需落实（已阅）"


class TourKind(models.TextChoices):
    STUDY = "study", "学习考察"
    RESEARCH_TOUR = "research_tour", "外出调研"
    EXCHANGE = "exchange", "对接洽谈"
    OTHER_TOUR = "other_tour", "其他"


class Source(models.TextChoices):
    CALLED = "called", "公开征集"
    TOPIC = "from_topic", "课题（调研）成果"
    FORUM = "forum", "论坛（座谈会）"
    SURVEY = "from_survey", "调查站点（问卷）"
    INVITED = "invited", "约稿"
    OWN = "own_idea", "自行撰写"


class Outcome(models.TextChoices):
    ANSWERED = "answered", "已答复"
    IN_PLAN = "in_plan", "列入规划（计划）"
    IN_PAPER = "in_paper", "写入文件（政策）"
    PRINTED = "printed", "上级刊物采用"
    FILED = "filed", "立案（交办）"
    DECLINED = "declined", "未采纳"


# Outcomes by which a suggestion was taken up.
ADOPTED = (Outcome.IN_PLAN, Outcome.IN_PAPER, Outcome.PRINTED)


class Subject(models.TextChoices):
    INNOVATION = "innovation", "科技创新"
    LITERACY = "literacy", "科学素质与科普"
    TALENT = "talent", "人才与科技工作者"
    REFORM = "reform", "科协改革与学会"
    PARTY = "party_building", "党建"
    LIVELIHOOD = "livelihood", "民生与社会"
    INDUSTRY = "industry_subject", "产业发展"
    OTHER_SUBJECT = "other_subject", "其他"


class TopicRole(models.TextChoices):
    CALL = "call_topics", "本单位征集"
    FORWARD = "forward_topics", "推荐上报"
    UNDERTAKE = "undertake_topics", "本单位承担"


class TopicGrade(models.TextChoices):
    FIRST = "class_one", "一类"
    SECOND = "class_two", "二类"
    THIRD = "class_three", "三类"
    EXCELLENT = "excellent_topic", "优秀"
    APPROVED = "approved_topic", "立项"
    COMPLETED = "completed_topic", "结题（通过验收）"
