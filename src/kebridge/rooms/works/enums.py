"""Vocabulary of other works, trainings and meetings."""

from django.db import models


class WorkKind(models.TextChoices):
    SCREENS = "screens", "公共屏幕宣传"
    EXHIBITS = "exhibits", "展品展项更新"
    SHOW = "show", "主题展览（产品展示）"
    BOOTHS = "booths", "展位"
    COURSES = "courses", "课程开发"
    CARE = "care", "走访慰问"
    POSTED = "posted", "驻村（挂职）选派"
    BROKERED = "brokered", "牵线合作"
    JOINED = "joined", "加入联盟（联合体）"
    COLUMN = "column", "专栏（栏目）开设"
    SERVICES = "services", "服务事项"
    TASK_FORCE = "task_force", "工作专班"
    SURVEY = "survey", "调查完成"
    OPENED = "opened", "揭牌启用"
    OTHER = "other", "其他事项"


class TrainingKind(models.TextChoices):
    COURSE = "course", "培训班"
    LECTURE = "lecture", "专题讲座"
    SEMINAR = "seminar", "研修（观摩）"
    DRILL = "drill", "练兵比武"
    ONLINE = "online", "网络培训"


class Difficulty(models.TextChoices):
    BASIC = "basic", "初级"
    MIDDLE = "middle", "中级"
    ADVANCED = "advanced", "高级"


class Trainees(models.TextChoices):
    STAFF = "staff", "本单位职工"
    FIRMS = "firms", "企业人员"
    WORKERS = "workers", "科技工作者"
    TEACHERS = "teachers", "科技教师"
    FARMERS = "farmers", "农民"
    OFFICIALS = "officials", "干部和公务员"
    SOCIETIES = "societies", "学会和基层组织人员"
    VOLUNTEERS = "volunteers", "科技志愿者"
    PUBLIC = "public", "公众"


class MeetingKind(models.TextChoices):
    CONGRESS = "congress", "代表大会"
    PLENARY = "plenary", "全委会"
    STANDING = "standing", "常委会"
    CHAIRS = "chairs", "主席办公会"
    SYMPOSIUM = "symposium", "座谈会"
    WORK = "work", "工作会议（推进会）"
    REVIEW = "review", "讲评会"
    BRIEFING = "briefing", "部署会"
    OTHER = "other", "其他会议"
