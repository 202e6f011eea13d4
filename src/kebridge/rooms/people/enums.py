"""Vocabulary of people; grades serve honours and contests as well."""

from django.db import models


class Grade(models.TextChoices):
    SPECIAL = "special", "特等奖"
    FIRST = "first", "一等奖"
    SECOND = "second", "二等奖"
    THIRD = "third", "三等奖"
    GOLD = "gold", "金奖"
    SILVER = "silver", "银奖"
    BRONZE = "bronze", "铜奖"
    CHAMPION = "champion", "冠军"
    RUNNER_UP = "runner_up", "亚军"
    THIRD_PLACE = "third_place", "季军"
    FINALIST = "finalist", "入围"
    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "良好"
    QUALIFIED = "qualified", "合格"
    ADVANCED = "advanced", "先进"
    MODEL = "model", "典型（示范）"
    ORGANISER = "organiser", "优秀组织"
    DESIGNATED = "designated", "认定（入选）"
    OTHER = "other", "其他"


class PersonKind(models.TextChoices):
    ACADEMICIAN = "academician", "院士"
    EXPERT = "expert", "专家"
    ENTERPRISE_HEAD = "enterprise_head", "企业技术负责人"
    ASTRONAUT = "astronaut", "航天员"
    WORKER = "worker", "科技工作者"
    THREE_HEADS = "three_heads", "三长"
    VOLUNTEER_LEAD = "volunteer_lead", "志愿服务骨干"
    TEACHER = "teacher", "科技教师（辅导员）"
    OFFICIAL = "official", "干部"
    OTHER = "other", "其他"


class ThreeHeads(models.TextChoices):
    HOSPITAL = "hospital_head", "医院院长"
    SCHOOL = "school_head", "中小学校长"
    AGROTECH = "agrotech_head", "农技站长"


class Rank(models.TextChoices):
    SENIOR = "senior", "正高级"
    ASSOCIATE = "associate", "副高级"
    MIDDLE = "middle", "中级"
    JUNIOR = "junior", "初级"


class PostKind(models.TextChoices):
    CHIEF_EXPERT = "chief_expert", "首席科普专家"
    VICE_PRINCIPAL = "vice_principal", "科学副校长"
    VICE_CHAIR = "vice_chair", "三长兼职副主席"
    STANDING_MEMBER = "standing_member", "常委"
    MEMBER = "member", "委员"
    DELEGATE = "delegate", "代表"
    VILLAGE_SECRETARY = "village_secretary", "驻村第一书记"
    PARTY_INSTRUCTOR = "party_instructor", "党建指导员"
    SERVICE_EXPERT = "service_expert", "科技服务团专家"
    ADVISER = "adviser", "顾问（特聘专家）"
    BROKER = "broker", "技术经理人（经纪人）"
    LIAISON = "liaison", "联络员"
    OTHER_POST = "other_post", "其他职务"


class Nominee(models.TextChoices):
    PERSON = "person", "个人"
    PROJECT = "project", "项目（成果）"
    ORGANISATION = "organisation", "组织（单位）"
    ARTICLE = "article", "文章（论文）"
    TEAM = "team", "团队"
    CASE = "case", "案例（活动）"


class Stage(models.TextChoices):
    SUBMITTED = "submitted", "已推荐"
    CANDIDATE = "candidate", "候选人（候选项目）"
    SHORTLISTED_PROVINCE = "shortlisted_province", "入围省级"
    SHORTLISTED_NATION = "shortlisted_nation", "入围国家级"
    SELECTED = "selected", "入选"
    POOLED = "pooled", "进入人才库"
    AWARDED = "awarded", "获奖"
    REFUSED = "refused", "未入选"


class Occasion(models.TextChoices):
    CONFERENCE = "conference", "产业会议（论坛）"
    SERVICE = "service", "技术服务（把脉问诊）"
    MATCHING = "matching", "需求对接"
    LECTURE = "lecture", "科普报告（巡讲）"
    CEREMONY = "ceremony", "主场仪式"
    TOUR = "tour", "考察交流"
    JUDGING = "judging", "评审"
    OTHER_OCCASION = "other_occasion", "其他活动"


class TalkKind(models.TextChoices):
    INDUSTRY = "industry_talk", "产业报告"
    ACADEMIC = "academic_talk", "学术报告"
    SCIENCE = "science_talk", "科普报告"
    SPIRIT = "spirit_talk", "科学家精神报告"
    OTHER_TALK = "other_talk", "其他报告"


class Purpose(models.TextChoices):
    RESEARCH = "research", "调研指导"
    GREETING = "greeting", "走访慰问"
    SUPERVISION = "supervision", "督导检查"
    ATTENDANCE = "attendance", "出席活动"


class Direction(models.TextChoices):
    INWARD = "in", "来我市"
    OUTWARD = "out", "到基层"


class Sender(models.TextChoices):
    ASSOCIATION = "association", "科协"
    PARTY = "party_committee", "党委"
    CONGRESS = "congress", "人大"
    GOVERNMENT = "government", "政府"
    CPPCC = "cppcc", "政协"
    DEPARTMENT = "department", "部门"
    OTHER_BODY = "other_body", "其他单位"


class LeaderPost(models.TextChoices):
    SECRETARY = "secretary", "党组书记"
    CHAIR = "chair", "主席（主要负责人）"
    DEPUTY_CHAIR = "deputy_chair", "副主席（副职）"
    MEMBER_OF_GROUP = "group_member", "党组成员"
    HEAD_OF_DEPARTMENT = "department_head", "部长（处长、科长）"
    OTHER_LEADER = "other_leader", "其他领导"


class Origin(models.TextChoices):
    DOMESTIC = "domestic", "国内"
    OVERSEAS = "overseas", "海外（外籍）"


class GrantPurpose(models.TextChoices):
    STUDY_ABROAD = "study_abroad", "出国研修"
    EXCHANGE = "academic_exchange", "学术交流"
    RESEARCH = "research_grant", "科研项目"
    PUBLICATION = "publication", "出版（论文发表）"
    OTHER_GRANT = "other_grant", "其他资助"


class EngagementKind(models.TextChoices):
    ADVISING = "advising", "顾问指导"
    JOINT = "joint_research", "合作研发"
    PROJECT = "project_hire", "项目聘用"
    PART_TIME = "part_time", "兼职"
    SEASONAL = "seasonal", "假期（周末）专家"
    OTHER_ENGAGEMENT = "other_engagement", "其他方式"


class SelectionKind(models.TextChoices):
    WORKERS = "worker_selection", "科技工作者评选"
    PAPERS = "paper_review", "优秀论文评审"
    RESULTS = "result_selection", "成果（案例）评选"
    COLLECTIVES = "collective_selection", "先进集体（单位）评选"
    MIXED = "mixed_selection", "综合评选"


class SelectionGrade(models.TextChoices):
    CHOSEN = "chosen", "当选（不分等）"
    FIRST = "first_class", "一等"
    SECOND = "second_class", "二等"
    THIRD = "third_class", "三等"
    EXCELLENT = "excellent_class", "优秀"
    NOMINATED = "nominated", "提名"
