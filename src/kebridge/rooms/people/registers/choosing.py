"""Whom we put forward, and whom our own selections chose."""

from typing import Any

from django.db.models import Sum

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register
from kebridge.rooms.people import facts, ops, references, rules
from kebridge.rooms.people.enums import Nominee, PersonKind, Stage
from kebridge.rooms.people.models import (
    Nomination,
    Selection,
    SelectionLine,
)
from kebridge.rooms.people.registers.common import EMPLOYER_HELP, ROOM, ROOM_TITLE


def _know_nominee(one: Nomination, **_: Any) -> None:
    ops.keep_scheme_key(one)
    ops.know(one, name=one.person_name, employer=one.employer, kind=PersonKind.WORKER)


def _nomination_sentence(one: Nomination) -> str:
    schemes = "、".join(tag.name for tag in one.schemes.all())
    edition = f"第{one.edition}届" if one.edition else ""
    whom = one.person_name if one.what == Nominee.PERSON else one.title
    grade = f"（{one.get_grade_display()}）" if one.grade else ""
    decided = f"，{one.get_stage_display()}{grade}" if one.stage != Stage.SUBMITTED else ""
    return f"{one.day:%-m月%-d日}推荐{whom}参评{edition}{schemes}{decided}"


def _selection_sentence(one: Selection) -> str:
    schemes = "、".join(tag.name for tag in one.schemes.all())
    edition = f"第{one.edition}届" if one.edition else ""
    results = "、".join(f"{line.get_what_display()}{line.get_grade_display()}{line.chosen}"
                        for line in one.results.all() if line.chosen)  # fmt: skip
    tail = f"，评出{results}" if results else ""
    return f"{one.day:%Y年%-m月%-d日}公布{edition}{schemes}{tail}"


NOMINATIONS = Register(
    code="nominations", title="推荐与举荐", noun="推荐", unit="条", room=ROOM, room_title=ROOM_TITLE,
    model=Nomination, facts=facts.nomination_facts, check=rules.check_nomination, after_save=_know_nominee,
    natural_key=("day", "scheme_key", "person_name", "employer", "title"), day="day", extra_prefetch=("person",),
    known_as=(
        "人才举荐", "最美科技工作者推荐", "中国青年科技奖", "青年女科学家奖", "创新达人", "青年拔尖人才", "青年科技晨光计划", "自然科学奖推荐",
        "先导技术榜", "优秀三长人才库", "典型案例申报", "创新案例", "文史图书推荐",
    ),
    help="向上级推荐的人选、项目、单位、文章，每人（项）每个奖项一条。推荐按推荐日期统计，结果按结果日期统计；有了结果改同一条。",
    sentence=_nomination_sentence,
    declared=(
        Field("day", help="报送的日期", example="2024-03-05"),
        Field("schemes", label="奖项（计划）", scheme="scheme", required=True,
              help="推荐到哪个奖项、人才计划，先在“奖项赛事与计划”登记", example="演示青年科技奖"),
        Field("edition", help="第几届，只写数字；没有届次的留空", example="18"),
        Field("what", help="推荐的是人、项目还是单位", example="个人"),
        Field("person_name", help="推荐个人的填姓名；文章可填作者", example="演示人"),
        Field("employer", help=EMPLOYER_HELP, example="演示大学"),
        Field("title", help="推荐项目、单位、文章、团队的填名称；推荐个人的留空"),
        Field("level", help="评选的层级：省里评的填省级", example="省级"),
        Field("stage", help="现在到哪一步；成为省候选人、入选、获奖、未入选", group="结果", example="已推荐"),
        Field("stage_day", help="上级公布结果的日期；“入选几人”按它统计", group="结果"),
        Field("grade", help="评了等次的填，如二等奖", group="结果"),
        Field("purpose", help="入选以后得到资助的，选用途，如出国研修", group="结果"),
        Field("granted", help="资助金额；不清楚的留空", unit="元", scale=100, group="结果"),
    ),
    columns=("day", "schemes", "edition", "what", "person_name", "title", "level", "stage", "stage_day", "grade", "org"),
    filters=("schemes", "stage", "what", "level", "grade", "purpose"), search=("person_name", "employer", "title"),
    order=("-day", "-pk"),
)  # fmt: skip

SELECTIONS = Register(
    code="selections", title="评选与论文评审", noun="评选", unit="届", room=ROOM, room_title=ROOM_TITLE, model=Selection,
    facts=facts.selection_facts, natural_key=("day", "scheme_key"), day="day", recurs=True, check=rules.check_selection,
    known_as=(
        "最美科技工作者评选", "优秀青年科技工作者评选", "创新争先评选", "科学素质工作先进集体评选", "自然科学优秀学术论文评审", "优秀论文评审",
        "选树先进",
    ),
    help="本单位举办（联合举办）的评选、论文评审，每届一条；评的是人、团队还是论文，每种每个等次一行，只记数。"
    "择优向上推荐的登记在“推荐与举荐”，本单位得的奖登记在“荣誉”。",
    sentence=_selection_sentence,
    declared=(
        Field("day", help="公布结果的日期，“评选几届、评出几人”按它统计", example="2024-05-30"),
        Field("schemes", label="奖项（计划）", scheme="scheme", required=True,
              help="哪个评选，先在“奖项赛事与计划”登记；“开展几项评选”由此去重", example="演示最美科技工作者"),
        Field("edition", help="第几届，只写数字；没有届次的留空", example="3"),
        Field("kind", help="评选的种类", example="科技工作者评选"),
        Field("level", help="哪一级的评选", example="市级"),
        Field("judges", help="评审专家几人；不清楚的留空", unit="人"),
        Field("document", help="公布结果的文件"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    lines=Lines("results", SelectionLine, (
        Field("what", help="评的是个人、团队还是论文", example="个人"),
        Field("grade", help="等次；不分等的选当选", example="当选（不分等）"),
        Field("entries", help="申报（征集）几个；同一种只在一行里填", example="40"),
        Field("chosen", help="评出几个", example="10"),
    ), "评选结果", "selection"),
    columns=("day", "schemes", "edition", "kind", "level", "entries", "chosen", "org"),
    computed=(Computed("entries", "申报", "个", sql=Sum("results__entries")),
              Computed("chosen", "评出", "个", sql=Sum("results__chosen"))),
    filters=("kind", "level", "schemes", "programmes"), search=("document",), totals=("entries", "chosen"),
    order=("-day", "-pk"),
)  # fmt: skip


references.add(references.Reference(Nomination, ("person_name", "employer"), ("scheme_key", "day", "title")))
