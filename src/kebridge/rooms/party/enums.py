"""Vocabulary of Party work: kinds of session, obligations, talks, bodies. Codes of one register never clash."""

from django.db import models


class SessionKind(models.TextChoices):
    GROUP = "group", "党组会"
    GROUP_ENLARGED = "group_enlarged", "党组（扩大）会"
    FIRST_TOPIC = "first_topic", "第一议题学习"
    CENTRE = "centre", "中心组学习"
    CENTRE_ENLARGED = "centre_enlarged", "中心组（扩大）学习"
    READING = "reading", "读书班"
    WARNING = "warning", "警示教育"
    INTEGRITY = "integrity", "集体廉政谈话"
    THEME_DAY = "theme_day", "主题党日"
    LECTURE = "lecture", "党课"
    MEMBERS = "members", "支部党员大会"
    COMMITTEE = "committee", "支委会"
    CELL = "cell", "党小组会"
    LIFE = "life", "组织生活会"
    DEMOCRATIC = "democratic", "民主生活会"
    SEMINAR = "seminar", "专题研讨"
    STYLE = "style", "作风活动"
    VOLUNTEER = "volunteer", "党员志愿服务"
    VILLAGE = "village", "驻村帮扶"
    OTHER = "other", "其他党务活动"


class Holder(models.TextChoices):
    GROUP = "party_group", "党组"
    SOCIETIES = "societies_committee", "科技社团党委"
    BRANCH = "office_branch", "机关支部"
    SOCIETY = "society_body", "学会党组织"
    OTHER = "other_body", "其他党组织"


class Form(models.TextChoices):
    STUDY = "study", "集中学习"
    RED_SITE = "red_site", "红色教育"
    SPORTS = "sports", "文体活动"
    SERVICE = "service", "志愿服务"
    VISIT = "visit", "走访慰问"
    INDUSTRY = "industry", "产业帮扶"
    SCIENCE = "science", "科技下乡"
    BENEFIT = "benefit", "惠民服务"
    FILM = "film", "观看影片"
    PLEDGE = "pledge", "重温誓词"
    OTHER = "other_form", "其他形式"


class Obligation(models.TextChoices):
    """What an item on the agenda answers to; one session answers to several."""

    FIRST_TOPIC = "topic", "第一议题"
    CENTRE = "centre_study", "中心组集体学习"
    CAMPAIGN = "campaign_study", "学习教育专题"
    IDEOLOGY = "ideology", "意识形态"
    STRICT = "strict", "全面从严治党"
    INTEGRITY = "clean", "党风廉政"
    MAJOR = "major", "三重一大"
    PERSONNEL = "personnel", "干部人事"
    SECURITY = "security", "安全保密"
    SOCIETIES = "society_party", "学会党建"
    LECTURE = "lecture_given", "党课"
    THEME_DAY = "theme_day_held", "主题党日"
    LIFE = "life_held", "组织生活"
    OTHER = "other_item", "其他议题"


class TalkKind(models.TextChoices):
    HEART = "heart", "谈心谈话"
    INTEGRITY = "integrity", "廉政谈话"
    REMINDER = "reminder", "提醒谈话"
    OFFICE = "office", "任前谈话"


class BodyKind(models.TextChoices):
    SOCIETIES = "societies_committee", "科技社团党委"
    SOCIETY_COMMITTEE = "society_committee", "学会党委"
    BRANCH = "branch", "党支部"
    JOINT_BRANCH = "joint_branch", "联合党支部"
    WORK_GROUP = "work_group", "党建工作小组"
    INSTRUCTOR = "instructor", "党建指导员派驻"
