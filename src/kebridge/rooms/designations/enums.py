"""Vocabulary of designations: kinds of site, pilot and station, how they were named, how a yearly review ends."""

from django.db import models


class DesignationKind(models.TextChoices):
    COMMUNITY = "community", "科普示范社区"
    BENEFIT_COMMUNITY = "benefit_community", "科普惠民社区"
    BASE = "base", "科普教育基地"
    INDUSTRY_BASE = "industry_base", "特色产业科普基地"
    SPIRIT_BASE = "spirit_base", "科学家精神教育基地"
    STUDY_BASE = "study_base", "科普研学（实践）基地"
    RURAL_MUSEUM = "rural_museum", "农村中学科技馆"
    E_STATION = "e_station", "科普e站"
    FEATURE_SCHOOL = "feature_school", "科技活动特色校"
    SCIENCE_SCHOOL = "science_school", "科普教育学校"
    PARTNER_SCHOOL = "partner_school", "馆校合作示范校"
    FARMTECH = "farmtech", "示范农技协"
    YARD = "yard", "科技小院"
    STATION = "station", "学会服务站"
    ACADEMICIAN_STATION = "academician_station", "院士工作站"
    EXPERT_STATION = "expert_station", "专家工作站"
    JOINT_STATION = "joint_station", "院士专家工作站"
    DOCTORAL_STATION = "doctoral_station", "博士创新站"
    OVERSEAS_STATION = "overseas_station", "海智工作站（基地）"
    CORPS_STATION = "corps_station", "专家服务团工作站"
    DIGITAL_BASE = "digital_base", "数字素养与网络文明实践基地"
    PILOT_CITY = "pilot_city", "试点城市（县区）"
    DEMO_CITY = "demo_city", "示范市（县区）"
    REFORM_PILOT = "reform_pilot", "改革试点"
    OTHER = "other", "其他阵地"


class DesignationGrade(models.TextChoices):
    NAMED = "named", "命名（认定）"
    EXCELLENT = "excellent", "评为优秀"
    UPGRADED = "upgraded", "入选提升项目"


class ReviewResult(models.TextChoices):
    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "优良"
    PASSED = "passed", "合格"
    TO_RECTIFY = "to_rectify", "限期整改"
    FAILED = "failed", "不合格"
    ABSENT = "absent", "未参加"


PASSING = (ReviewResult.EXCELLENT, ReviewResult.GOOD, ReviewResult.PASSED)
