"""Vocabulary of organisations: levels for every room, what could be covered, posts, steps, congresses, checks, groups."""

from django.db import models


class Level(models.TextChoices):
    TOWNSHIP = "township", "乡镇级"
    COUNTY = "county", "县级"
    CITY = "city", "市级"
    PROVINCE = "province", "省级"
    NATION = "nation", "国家级"


class UnitKind(models.TextChoices):
    TOWNSHIP = "township", "乡镇（街道）"
    VILLAGE = "village", "村（社区）"
    UNIVERSITY = "university", "高校"
    SCHOOL = "school", "中小学"
    HOSPITAL = "hospital", "医院"
    FIRM = "firm", "企业"
    PARK = "park", "园区"
    INSTITUTE = "institute", "科研院所"
    COUNTY = "county", "县（市、区）"
    OTHER = "other", "其他单位"


class UnitSize(models.TextChoices):
    ABOVE = "above", "规模以上"
    BELOW = "below", "规模以下"


class HeadKind(models.TextChoices):
    HOSPITAL = "hospital_head", "医院院长"
    SCHOOL = "school_head", "中小学校长"
    AGROTECH = "agrotech_head", "农技站长"
    FIRM = "firm_head", "科技型企业家"
    OTHER = "other_head", "其他"


class SeatKind(models.TextChoices):
    DELEGATE = "delegate", "代表"
    MEMBER = "member", "委员"
    STANDING = "standing_member", "常委"
    CHAIR = "chair", "主席"
    VICE_CHAIR = "vice_chair", "副主席"
    SECRETARY = "secretary", "秘书长"
    COUNCIL = "council", "理事"
    STANDING_COUNCIL = "standing_council", "常务理事"
    PRESIDENT = "president", "理事长"
    VICE_PRESIDENT = "vice_president", "副理事长"
    SUPERVISOR = "supervisor", "监事"


class Working(models.TextChoices):
    PART_TIME = "part_time", "兼职"
    SECONDED = "seconded", "挂职"
    FULL_TIME = "full_time", "专职"


class Route(models.TextChoices):
    CIVIL = "civil", "民政登记"
    REPLY = "reply", "科协批复"
    MEMBER = "member_only", "已有组织入会"


class Step(models.TextChoices):
    APPLIED = "applied", "申请"
    REPLIED = "replied", "批复（同意）"
    MEETING = "meeting", "成立大会"
    REGISTERED = "registered", "登记（备案）"
    ADMITTED = "admitted", "准予入会"
    ENDED = "ended", "退会（注销、撤销）"
    REFUSED = "refused", "不予同意"


class CongressSort(models.TextChoices):
    ASSOCIATION = "association", "科协代表大会"
    SOCIETY = "society", "学会（协会）"
    PRIMARY = "primary", "基层科协"
    OTHER = "other", "其他组织"


class CheckResult(models.TextChoices):
    PASSED = "passed", "合格"
    BASIC = "basic", "基本合格"
    FAILED = "failed", "不合格"
    ABSENT = "absent", "未参检"


class RatingScale(models.TextChoices):
    STAR = "star", "科协星级评选"
    CIVIL = "civil", "民政等级评估"
    OTHER = "other_rating", "其他评价"


class GroupKind(models.TextChoices):
    LEADING = "leading", "领导小组"
    TASK_FORCE = "task_force", "工作专班"
    JOINT = "joint", "联席会议"
    COMMITTEE = "committee", "委员会（指挥部）"
    OTHER = "other_group", "其他"


class GroupRole(models.TextChoices):
    OFFICE = "office", "办公室设在本单位"
    LEAD = "lead", "牵头单位"
    MEMBER = "group_member", "成员单位"


class AllianceKind(models.TextChoices):
    CITIES = "cities", "城市群联盟"
    SOCIETIES = "societies", "学会联合体"
    INDUSTRY = "industry", "产业（科创）联盟"
    SCIENCE = "science", "科普联盟"
    OTHER = "other_alliance", "其他联盟"


class AllianceRole(models.TextChoices):
    FOUNDER = "founder", "发起"
    JOINED = "joined", "加入"
