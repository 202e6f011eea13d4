"""Registers of the advice room.

What its clerk asks every month, and where the answer is:
1. What did we write this year, of which kind, by whom?              调研与建议: filters 类别, 谁写的
2. To which level was it handed in, how often?                        调研与建议: column 报送; metric advice.submissions by level
3. Which papers drew an instruction, from which post?                 调研与建议: column 批示; metrics advice.instructed…
4. Which instructions are still to be followed up?                    调研与建议: column 待落实
5. Where did we go to learn, and is there a report of it?             外出考察: column 到访城市; 调研与建议: filter 考察报告
"""

from django.db.models import Count, Q

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register, Similar
from kebridge.rooms.advice import facts, rules
from kebridge.rooms.advice.enums import FollowUp
from kebridge.rooms.advice.models import Destination, Study, StudyTour, Submission

ROOM, ROOM_TITLE = "advice", "决策咨询"
_NO_TEXT = "只记日期、职务、编号和落实情况，绝不写批示的内容"


def _study_sentence(study: Study) -> str:
    told = [
        f"{line.instructed:%-m月%-d日}{line.get_level_display()}{line.get_post_display()}批示"
        for line in study.submissions.all()
        if line.instructed
    ]
    tail = f"，{'、'.join(told)}" if told else ""
    return f"{study.day:%Y年%-m月%-d日}完成{study.get_kind_display()}“{study.title}”{tail}"


def _cities(tour: StudyTour) -> str:
    return "、".join(dict.fromkeys(line.city for line in tour.destinations.all()))


def _tour_sentence(tour: StudyTour) -> str:
    people = f"，{tour.people}人" if tour.people else ""
    return f"{tour.day:%-m月%-d日}赴{_cities(tour)}{tour.get_kind_display()}：{tour.title}{people}"


STUDIES = Register(
    code="studies", title="调研与建议", noun="报告（建议）", unit="篇", room=ROOM, room_title=ROOM_TITLE, model=Study,
    facts=facts.study_facts, natural_key=("day", "title"), day="day", check=rules.check_study,
    similar=Similar("day", "title"),
    help=f"调研报告、考察报告、专报、建议、提案，一篇一条，报送一处一行；得了批示填在报送的那一行：{_NO_TEXT}。获奖登记在“荣誉”。",
    sentence=_study_sentence,
    declared=(
        Field("day", help="定稿的日期，“完成几篇”按它统计", example="2024-03-05"),
        Field("title", help="能公开的题目；涉密的不在本系统登记", example="演示市科技工作者状况调研报告"),
        Field("kind", help="统计按它分类", example="调研报告"),
        Field("author", help="由谁写的", example="科协机关"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    lines=Lines("submissions", Submission, (
        Field("day", help="报送的日期", example="2024-03-10"),
        Field("level", help="报送给哪一级的领导或单位", example="市级"),
        Field("instructed", help=f"领导批示的日期；没有批示的留空。{_NO_TEXT}", example="2024-03-18"),
        Field("post", help="批示领导的职务，不写姓名；党委、政府一把手是主要领导", example="党政主要领导"),
        Field("number", help="批示件的登记编号，没有的留空；不写内容", example="办字12号"),
        Field("follow_up", help="批示落实到哪一步；不写内容", example="正在落实"),
    ), "报送与批示", "study"),
    columns=("day", "title", "kind", "author", "sent", "instructed", "open", "org"),
    computed=(
        Computed("sent", "报送", "次", sql=Count("submissions")),
        Computed("instructed", "批示", "次", sql=Count("submissions__instructed")),
        Computed("open", "待落实", "次", sql=Count(
            "submissions", filter=Q(submissions__instructed__isnull=False)
            & ~Q(submissions__follow_up__in=(FollowUp.DONE, FollowUp.NONE)),
        )),
    ),
    filters=("kind", "author", "programmes"), search=("title", "submissions__number"),
    totals=("sent", "instructed", "open"), order=("-day", "-pk"),
)  # fmt: skip

STUDY_TOURS = Register(
    code="study_tours", title="外出考察", noun="考察", unit="次", room=ROOM, room_title=ROOM_TITLE, model=StudyTour,
    facts=facts.tour_facts, natural_key=("day", "title"), day="day", check=rules.check_tour,
    help="到外地学习考察，出去一次一条，到的每个城市（单位）一行。写成的考察报告登记在“调研与建议”。",
    sentence=_tour_sentence,
    declared=(
        Field("day", help="出发的日期", example="2024-03-05"),
        Field("title", help="考察什么", example="学习科技馆建设经验"),
        Field("kind", help="学习考察、外出调研还是对接洽谈", example="学习考察"),
        Field("people", help="一共去了几人；不清楚的留空", unit="人", example="6"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    lines=Lines("destinations", Destination, (
        Field("city", help="城市，写法一致；“去了几地”由此去重", example="演示省演示市"),
        Field("host", help="到访单位全称；没有的留空", body_kind="body", example="演示省科技馆"),
    ), "到访地", "tour"),
    columns=("day", "title", "kind", "cities", "people", "org"),
    computed=(Computed("cities", "到访城市", value=_cities),),
    filters=("kind", "programmes"), search=("title", "destinations__city", "destinations__host__name"),
    totals=("people",), order=("-day", "-pk"),
)  # fmt: skip

REGISTERS = (STUDIES, STUDY_TOURS)
