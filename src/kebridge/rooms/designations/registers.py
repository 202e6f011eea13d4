"""Registers of the designations room.

What its clerk asks every month, and where the answer is:
1. Which sites were named this year, at which level?              阵地与试点命名: days, filters 类别, 命名层级, 命名方式
2. How many stand today, and how many bodies hold them?           metrics designations.in_force, designations.holders_in_force
3. Which run out, which were withdrawn?                           阵地与试点命名: columns 有效期截止日期, 撤销日期; 待办 three months ahead
4. What is being prepared for the next batch?                     阵地与试点命名: column 启动创建日期; metric designations.in_progress
5. Who handed in this year's report, who must put things right?   阵地年度评估: filters 评估年度, 结果, column 整改期限; 待办
"""

from kebridge.core.records.fields import YEAR, Field
from kebridge.core.records.register import Register
from kebridge.rooms.designations import facts, rules
from kebridge.rooms.designations.enums import DesignationGrade
from kebridge.rooms.designations.models import Designation, DesignationReview

ROOM, ROOM_TITLE = "designations", "阵地与命名"
_SITES = (
    "科普教育基地", "科普示范社区", "科普惠民社区", "特色产业科普基地", "农村中学科技馆", "科普e站", "科技活动特色校", "科普教育学校",
    "馆校合作示范校", "示范农技协", "科技小院", "学会服务站", "校外综合实践中心", "科学家精神教育基地", "数字素养基地",
)  # fmt: skip
_PILOTS = (
    "院士工作站", "专家工作站", "院士专家工作站", "博士创新站", "海智工作站", "海智基地", "老专家服务团工作站", "科创中国试点城市",
    "创新驱动示范市", "全域科普试点", "科普信息化示范县", "3+1改革试点", "试点县",
)  # fmt: skip


def _sentence(one: Designation) -> str:
    what = f"{one.get_level_display()}“{one.title}”"
    if not one.day:
        ended = f"，{one.withdrawn:%Y年%-m月%-d日}停止" if one.withdrawn else ""
        return f"{one.started:%Y年%-m月%-d日}{one.holder.name}启动创建{what}{ended}"
    told = f"{one.day:%Y年%-m月%-d日}{one.holder.name}"
    if one.grade != DesignationGrade.NAMED:
        return f"{told}{what}{one.get_grade_display()}"
    ended = f"，{one.withdrawn:%Y年%-m月%-d日}撤销" if one.withdrawn else ""
    return f"{told}{one.get_grade_display()}为{what}{ended}"


def _review_sentence(one: DesignationReview) -> str:
    told = f"，结果{one.get_result_display()}" if one.result else "，报告已交，还没有结果"
    if one.rectified:
        told += f"，{one.rectified:%Y年%-m月%-d日}整改完成"
    elif one.rectify_until:
        told += f"，{one.rectify_until:%Y年%-m月%-d日}前整改"
    return f"{one.holder.name}“{one.title}”{one.year}年度评估{told}"


DESIGNATIONS = Register(
    code="designations", title="阵地与试点命名", noun="命名", unit="个", room=ROOM, room_title=ROOM_TITLE,
    model=Designation, facts=facts.designation_facts, natural_key=("title", "holder", "grade", "batch"), day="day",
    check=rules.check_designation, known_as=(*_SITES, *_PILOTS),
    help="基地、社区、学校、工作站等阵地和试点、示范城市，每个单位每个称号一条：正在创建的填启动日期，命名以后补上命名日期。"
    "登记在这里的不再登记到“荣誉”。",
    sentence=_sentence,
    declared=(
        Field("kind", help="是哪一类阵地，“五类阵地”由此得出", example="科普教育基地"),
        Field("title", help="文件上的名称，不带年份", example="演示省科普教育基地"),
        Field("holder", help="阵地或单位的全称；试点城市填市（县区）名。一个单位有几个称号的登记几条，按单位去重另有一个数",
              body_kind="body", example="演示湿地科普馆"),
        Field("level", help="由哪一级命名；“省级以上”是省级和国家级", example="省级"),
        Field("grade", help="新命名选“命名”；已命名的评优、入选提升项目另登记一条，不增加个数", example="命名（认定）"),
        Field("day", help="命名文件的日期，“新增几个”按它统计；还在创建的留空", example="2024-06-01", group="日期"),
        Field("started", help="启动创建、报送申报材料的日期；没有命名以前算创建中", example="2024-01-10", group="日期"),
        Field("completed", help="试点通过验收、宣布完成的日期；没有验收的留空", group="日期"),
        Field("until", help="命名的最后一天；长期有效的留空", example="2029-05-31", group="日期"),
        Field("withdrawn", help="被撤销、摘牌的日期；创建中停止的也填这里", group="日期"),
        Field("tier", help="文件分类别、星级的照写，如A类、五星；不分的留空", example="A类", group="归类"),
        Field("batch", help="第几批；同一单位同一称号再次命名的写不同批次", example="2024年度", group="归类"),
        Field("batch_size", help="文件上同批一共命名几个；“全国仅几家”由此得出", unit="个", example="36", group="归类"),
        Field("place", help="在哪个县区，写法一致", example="演示县", group="归类"),
        Field("schemes", scheme="scheme", help="属于哪个试点、示范计划，先在“奖项赛事与计划”登记", group="归类"),
        Field("document", help="文件文号或证书编号", group="其他"),
        Field("pool", help="专家服务团工作站填合作方提供的可联系专家数；其他留空", unit="人", group="其他"),
    ),
    columns=("day", "kind", "title", "holder", "level", "grade", "tier", "batch", "place", "started", "until", "withdrawn", "org"),
    filters=("kind", "level", "grade", "schemes", "place", "batch"), search=("title", "holder__name", "batch", "document", "place"),
    order=("-day", "-pk"),
)  # fmt: skip

REVIEWS = Register(
    code="designation_reviews", title="阵地年度评估", noun="评估", unit="条", room=ROOM, room_title=ROOM_TITLE,
    model=DesignationReview, facts=facts.review_facts, natural_key=("holder", "title", "year"), day="day",
    check=rules.check_review, known_as=("基地年度评估", "基地考核", "年度自评", "命名复核", "阵地复评", "限期整改"),
    help="每个阵地每年一条：交来年度报告先登记，有了结果再补。要整改的写期限，整改完补日期；撤销的到“阵地与试点命名”填撤销日期。",
    sentence=_review_sentence,
    declared=(
        Field("holder", help="阵地全称，与命名登记一致", body_kind="body", example="演示湿地科普馆"),
        Field("title", help="评的是哪个称号，与命名登记一致", example="演示省科普教育基地"),
        Field("year", kind=YEAR, help="评的是哪一年的工作", example="2024"),
        Field("kind", help="是哪一类阵地", example="科普教育基地"),
        Field("level", help="由哪一级命名", example="省级"),
        Field("schemes", scheme="scheme", help="属于哪个试点、示范计划", group="归类"),
        Field("handed_in", help="收到年度报告（自评表）的日期；没有交的留空", example="2025-01-15", group="结果"),
        Field("day", help="结果公布的日期，“评估几个”按它统计", example="2025-03-20", group="结果"),
        Field("result", help="优秀、优良、合格、限期整改、不合格；没有参加的选“未参加”", example="合格", group="结果"),
        Field("rectify_until", help="要求整改的最后一天；到期前会提醒", group="整改"),
        Field("rectified", help="整改通过验收的日期", group="整改"),
        Field("document", help="通报的文号", group="整改"),
    ),
    columns=("year", "holder", "title", "kind", "level", "handed_in", "day", "result", "rectify_until", "rectified", "org"),
    filters=("year", "kind", "level", "result", "schemes"), search=("title", "holder__name", "document"),
    order=("-year", "-day", "-pk"),
)  # fmt: skip

REGISTERS = (DESIGNATIONS, REVIEWS)
