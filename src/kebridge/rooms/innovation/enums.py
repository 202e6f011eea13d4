"""Vocabulary of innovation service."""

from django.db import models


class Occasion(models.TextChoices):
    MATCHING = "matching", "需求对接会"
    VISIT = "visit", "专家走访（把脉问诊）"
    CONFERENCE = "conference", "产业会议（论坛）"
    CALL = "call", "集中征集"
    PLATFORM = "platform", "网上平台"
    EXPERT_TOUR = "expert_tour", "专家考察活动"
    FOLLOW_UP = "follow_up", "后续合作"
    OTHER_OCCASION = "other_occasion", "其他"


class Stage(models.TextChoices):
    RAISED = "raised", "已提出"
    MATCHED = "matched", "对接中"
    STARTED = "started", "已立项（合作）"
    UNCONFIRMED = "unconfirmed", "已解决待企业确认"
    SOLVED = "solved", "已解决"
    CLOSED = "closed", "未解决（终止）"


class Weight(models.TextChoices):
    ORDINARY = "ordinary", "一般需求"
    KEY = "key_problem", "关键技术难题"
    BOTTLENECK = "bottleneck", "卡脖子难题"


class Confirmer(models.TextChoices):
    LEGAL = "firm_head", "企业负责人"
    TECHNICAL = "technical_head", "企业技术负责人"
    SEALED = "sealed_paper", "企业盖章证明"
    ONLINE = "online_reply", "企业网上回执"


class EndReason(models.TextChoices):
    WITHDRAWN = "withdrawn", "企业撤回"
    NO_EXPERT = "no_expert", "没有合适专家"
    NO_FUNDS = "no_funds", "资金未落实"
    VAGUE = "vague", "需求不明确"
    EXPIRED = "expired", "过期未续"
    OTHER_REASON = "other_reason", "其他原因"


class ContactKind(models.TextChoices):
    MEETING = "meeting_contact", "对接会（洽谈）"
    ON_SITE = "on_site", "到企业诊断"
    ONLINE = "online_contact", "线上对接"
    PLAN = "plan_given", "提交研发方案"
    FOLLOW_30 = "follow_30", "30天回访"
    FOLLOW_90 = "follow_90", "90天回访"
    FOLLOW_180 = "follow_180", "180天回访"


FOLLOW_UPS = (ContactKind.FOLLOW_30, ContactKind.FOLLOW_90, ContactKind.FOLLOW_180)


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
    COOPERATION = "cooperation", "产学研合作协议"
    MUSEUM_SCHOOL = "museum_school", "馆校合作协议"
    ALLIANCE = "alliance", "加入联盟（联合体）"
    OTHER_AGREEMENT = "other_agreement", "其他合作"


class AgreementGrade(models.TextChoices):
    DEMONSTRATION = "demonstration", "示范"
    PILOT = "pilot", "试点"


class ContractType(models.TextChoices):
    DEVELOPMENT = "development", "技术开发"
    TRANSFER = "transfer", "技术转让"
    LICENCE = "licence", "技术许可"
    CONSULTING = "consulting", "技术咨询"
    SERVICE = "technical_service", "技术服务"


class Party(models.TextChoices):
    SOCIETY = "society_party", "学会"
    UNIVERSITY = "university_party", "高校院所"
    ENTERPRISE = "enterprise_party", "企业"
    COUNTY = "county_party", "县区（园区）"
    OTHER_PARTY = "other_party", "其他单位"


class Money(models.TextChoices):
    RECEIVED = "received", "到账"
    SPENT = "spent", "支出"


class AttractionStage(models.TextChoices):
    LEAD = "lead", "线索"
    TALKS = "talks", "洽谈"
    TO_SIGN = "to_sign", "拟签约"
    SIGNED = "signed_project", "签约"
    STARTED = "works_started", "开工"
    CREDITED = "credited", "计入任务"
    DROPPED = "dropped", "终止"


class Band(models.TextChoices):
    """Size of a planned investment; the lower bound belongs to the band."""

    UNDER_50M = "under_50m", "5000万元以下"
    FROM_50M = "from_50m", "5000万元至1亿元"
    FROM_100M = "from_100m", "1亿元至5亿元"
    FROM_500M = "from_500m", "5亿元至10亿元"
    FROM_1B = "from_1b", "10亿元以上"


class VentureStage(models.TextChoices):
    PLANNED = "venture_planned", "意向"
    LANDED = "landed", "落地"
    GROWN = "grown", "孵化毕业"
    ENDED = "venture_ended", "终止"


class Founder(models.TextChoices):
    RETURNEE = "returnee", "海外归国人员"
    HOMECOMING = "homecoming", "回乡青年"
    RESEARCHER = "researcher", "科研人员"
    GRADUATE = "graduate", "高校毕业生"
    ENTERPRISE = "enterprise_founder", "企业"
    OTHER_FOUNDER = "other_founder", "其他"


class CultivationKind(models.TextChoices):
    INDUSTRY = "industry", "规模以上工业"
    CONSTRUCTION = "construction", "有资质的建筑业（房地产）"
    TRADE = "trade", "限额以上批发零售住宿餐饮"
    SERVICE = "service_trade", "规模以上服务业"
    HIGH_TECH = "high_tech", "高新技术企业"
    SMALL_TECH = "small_tech", "科技型中小企业"


class CultivationStage(models.TextChoices):
    CULTIVATED = "cultivated", "培育"
    APPLIED = "entry_applied", "申报"
    ENTERED = "entered", "入库"
    LEFT = "left_library", "退库（终止）"


class ImpactKind(models.TextChoices):
    CONSUMPTION = "consumption", "消费带动"
    TRADE = "trade_volume", "行业交易"
    OUTPUT = "output", "新增产值"
    SAVING = "saving", "节约成本"
    OTHER_IMPACT = "other_impact", "其他效益"


class TourRole(models.TextChoices):
    HOST = "host", "主办"
    UNDERTAKE = "undertake", "承办"
    ASSIST = "assist", "协办"


class TourElement(models.TextChoices):
    SITE_VISIT = "site_visit", "实地考察"
    DIAGNOSIS = "tour_diagnosis", "技术诊断"
    MATCHING = "tour_matching", "需求对接"
    SYMPOSIUM = "symposium", "座谈交流"
    TALK = "tour_talk", "专题报告"
    SIGNING = "signing", "签约"
    APPOINTING = "appointing", "颁发聘书"
    REPORT = "tour_report", "考察报告"
    OTHER_ELEMENT = "other_element", "其他"


class BankKind(models.TextChoices):
    EXPERT_BANK = "expert_bank", "专家库"
    DIRECTORY = "directory", "人才名录"
    THINK_TANK = "think_tank", "智库网络"
    PARTNER_POOL = "partner_pool", "合作方专家资源"
    BROKER_BANK = "broker_bank", "技术经理人库"


class BankRole(models.TextChoices):
    OWN = "own_bank", "自建"
    JOINT = "joint_bank", "共建"
    TAKE_PART = "take_part", "参与编制"
    GIVEN = "given", "对方提供"
