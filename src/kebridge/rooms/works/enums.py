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
    CAMPAIGN = "campaign", "参与中心工作"
    BANK = "bank", "专家库（数据库）建设"
    RECRUITED = "recruited", "吸纳（推荐）人员"
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
    LIAISON = "liaison", "联络员"
    MEMBERS = "members", "党员干部"
    THREE_HEADS = "three_heads", "三长"


class MeetingKind(models.TextChoices):
    CONGRESS = "congress", "代表大会"
    PLENARY = "plenary", "全委会"
    STANDING = "standing", "常委会"
    CHAIRS = "chairs", "主席办公会"
    SYMPOSIUM = "symposium", "座谈会"
    WORK = "work", "工作会议（推进会）"
    REVIEW = "review", "讲评会"
    BRIEFING = "briefing", "部署会"
    LEADERSHIP = "leadership", "班子会"
    FORUM = "forum", "讲堂（内部论坛）"
    OTHER = "other", "其他会议"


class Taking(models.TextChoices):
    """Who took part in a work."""

    MEMBERS = "members", "党员干部"
    STAFF = "staff", "本单位职工"
    VOLUNTEERS = "volunteers", "科技志愿者"
    THREE_HEADS = "three_heads", "三长"
    WORKERS = "workers", "科技工作者"
    SOCIETIES = "societies", "学会"


class AssignmentKind(models.TextChoices):
    ESTATE = "estate", "小区"
    ROAD = "road", "路段"
    VILLAGE = "village", "村"
    COMMUNITY = "community", "社区"
    FIRM = "firm", "企业"
    SCHOOL = "school", "学校"
    OTHER = "other", "其他联系点"


class MeasureKind(models.TextChoices):
    CLEANING = "cleaning", "环境卫生整治"
    SNOW = "snow", "除雪"
    WIRES = "wires", "飞线治理"
    FIRE = "fire", "消防器材"
    BINS = "bins", "添置垃圾桶"
    BOARDS = "boards", "宣传栏（版面）"
    GREEN = "green", "绿化美化"
    REPAIR = "repair", "设施维修"
    DUTY = "duty", "值班值守（文明劝导）"
    HOUSEHOLDS = "households", "入户走访"
    LECTURE = "lecture", "宣讲服务"
    MONEY = "money", "资金物资支持"
    OTHER = "other_measure", "其他措施"
