"""The kinds of organisation that a city association counts or works with."""

from django.db import models


class OrgType(models.TextChoices):
    CITY = "city", "市科协"
    DISTRICT = "district", "县（市、区）科协"
    TOWNSHIP = "township", "乡镇（街道）科协"
    VILLAGE = "village", "村（社区）科协"
    ENTERPRISE = "enterprise", "企业科协"
    UNIVERSITY = "university", "高校科协"
    HOSPITAL = "hospital", "医院科协"
    PARK = "park", "园区科协"
    SCHOOL = "school", "学校科协"
    SOCIETY = "society", "学会（协会、研究会）"
    BRANCH = "branch", "学会分支机构"
    SENIORS = "seniors", "老科协"
    ENGINEERS = "engineers", "工程师协会"
    ANTICULT = "anticult", "反邪教协会"
    FARMTECH = "farmtech", "农技协"
    YARD = "yard", "科技小院"
    STATION = "station", "学会服务站"
    MUSEUM = "museum", "科技馆"
    YOUTH_CENTRE = "youth_centre", "青少年活动中心"
    BASE = "base", "科普教育基地"
    VOLUNTEERS = "volunteers", "科技志愿服务队"
    PARTY = "party", "党组织"
    ALLIANCE = "alliance", "联盟"
    SECTION = "section", "内设科室"
    PROVINCE = "province", "省科协"
    NATION = "nation", "中国科协"
    GROUP = "group", "汇总单位"


class EventKind(models.TextChoices):
    FOUND = "found", "成立"
    ENTER = "enter", "登记"
    RENAME = "rename", "更名"
    RETYPE = "retype", "变更类型"
    MOVE = "move", "调整隶属"
    MERGE = "merge", "并入"
    SPLIT = "split", "分设"
    CLOSE = "close", "终止"
