"""Registers of the advice room.

What its clerk asks every month, and where the answer is:
1. What did we write this year, of which kind, by whom?              调研与建议: filters 类别, 谁写的, 内容
2. Which papers drew an instruction, which are to be followed up?     调研与建议: columns 批示, 待落实; metrics advice.instructed…
3. Which suggestions were passed on, answered, adopted, and wait?     调研与建议: filters 类别, 结果; metrics passed_on, adopted, waiting
4. How many topics came in, and which were graded first class?        课题: filter 本单位做什么, columns 课题数, 评定
5. Where did we go to learn, and is there a report of it?             外出考察: column 到访城市; 调研与建议: filter 考察报告
"""

from django.db.models import Count, Q, Sum

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register, Similar
from kebridge.rooms.advice import facts, rules
from kebridge.rooms.advice.enums import FollowUp
from kebridge.rooms.advice.models import Destination, GradedTopics, Study, StudyTour, Submission, TopicCall

ROOM, ROOM_TITLE = "advice", "决策咨询"
_NO_TEXT = "只记日期、职务、编号和落实情况，绝不写批示的内容"


def _study_sentence(study: Study) -> str:
    told = [
        f"{line.instructed:%-m月%-d日}{line.get_level_display()}{line.get_post_display()}批示"
        for line in study.submissions.all()
        if line.instructed
    ]
    tail = f"，{'、'.join(told)}" if told else ""
    number = f"（《{study.series}》第{study.issue}期）" if study.issue else ""
    if study.outcome:
        tail += f"，{study.get_outcome_display()}"
    return f"{study.day:%Y年%-m月%-d日}完成{study.get_kind_display()}“{study.title}”{number}{tail}"


def _topic_sentence(call: TopicCall) -> str:
    graded = "、".join(
        f"{line.get_level_display()}{line.get_grade_display()}{line.topics}篇" for line in call.graded.all()
    )
    tail = f"，评定{graded}" if graded else ""
    return f"{call.day:%Y年%-m月%-d日}{call.get_role_display()}课题“{call.title}”{call.submitted}篇{tail}"


def _cities(tour: StudyTour) -> str:
    return "、".join(dict.fromkeys(line.city for line in tour.destinations.all()))


def _tour_sentence(tour: StudyTour) -> str:
    people = f"，{tour.people}人" if tour.people else ""
    return f"{tour.day:%-m月%-d日}赴{_cities(tour)}{tour.get_kind_display()}：{tour.title}{people}"


STUDIES = Register(
    code="studies", title="调研与建议", noun="报告（建议）", unit="篇", room=ROOM, room_title=ROOM_TITLE, model=Study,
    facts=facts.study_facts, natural_key=("day", "title"), day="day", check=rules.check_study,
    similar=Similar("day", "title"), check_record=rules.same_issue,
    known_as=(
        "科技工作者建议", "决策咨询建议", "提案", "议案", "科协工作专报", "科技工作者建言专报", "建言献策", "建言献策资料摘编",
        "直通平台", "调研报告", "考察报告", "领导批示", "学会专家深入调研", "智库专报",
    ),
    help=f"调研报告、考察报告、专报、建议、提案，一篇（一期）一条，报送一处一行；得了批示填在报送的那一行：{_NO_TEXT}。"
    "建议、提案有了答复、采纳改同一条。获奖登记在“荣誉”，课题登记在“课题”。",
    sentence=_study_sentence,
    declared=(
        Field("day", help="定稿（提出、印发）的日期，“完成几篇”按它统计", example="2024-03-05"),
        Field("title", help="能公开的题目；涉密的不在本系统登记", example="演示市科技工作者状况调研报告"),
        Field("kind", help="统计按它分类", example="调研报告"),
        Field("author", help="由谁写的", example="科协机关"),
        Field("source", help="建议从哪里来；分不清的留空"),
        Field("subject", help="写的是哪方面的内容；“党建课题”等由此区分", example="科技创新"),
        Field("items", help="一般填1；同一天成批提出、只有总数的填总数", unit="件", example="1"),
        Field("series", help="专报、简报、摘编的刊名，写法一致；“几种”由此去重", group="刊物"),
        Field("issue", help="当年第几期，只写数字；一年里不能重复", group="刊物"),
        Field("reviewed", help="建议、提案审核通过的日期", group="结果"),
        Field("outcome", help="建议、提案的结果；列入规划、写入文件、上级刊物采用算采纳", group="结果"),
        Field("outcome_day", help="答复、采纳的日期，“采纳几件”按它统计", group="结果"),
        Field("outcome_level", help="由哪一级答复、采纳", group="结果"),
        Field("adopted_into", help="规划、文件、刊物的名称，不写内容", group="结果"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    lines=Lines("submissions", Submission, (
        Field("day", help="报送的日期", example="2024-03-10"),
        Field("level", help="报送给哪一级的领导或单位", example="市级"),
        Field("instructed", help=f"领导批示的日期；没有批示的留空。{_NO_TEXT}", example="2024-03-18"),
        Field("post", help="批示领导的职务，不写姓名；党委、政府一把手是主要领导", example="党政主要领导"),
        Field("number", help="批示件的登记编号，没有的留空；不写内容", example="办字12号"),
        Field("follow_up", help="批示落实到哪一步；不写内容", example="正在落实"),
    ), "报送与批示", "study", optional=True, later=True),
    columns=("day", "title", "kind", "author", "series", "issue", "sent", "instructed", "open", "outcome", "outcome_day", "org"),
    computed=(
        Computed("sent", "报送", "次", sql=Count("submissions")),
        Computed("instructed", "批示", "次", sql=Count("submissions__instructed")),
        Computed("open", "待落实", "次", sql=Count(
            "submissions", filter=Q(submissions__instructed__isnull=False)
            & ~Q(submissions__follow_up__in=(FollowUp.DONE, FollowUp.NONE)),
        )),
    ),
    filters=("kind", "author", "subject", "source", "outcome", "programmes"),
    search=("title", "series", "adopted_into", "submissions__number"),
    totals=("sent", "instructed", "open"), order=("-day", "-pk"),
)  # fmt: skip

STUDY_TOURS = Register(
    code="study_tours", title="外出考察", noun="考察", unit="次", room=ROOM, room_title=ROOM_TITLE, model=StudyTour,
    facts=facts.tour_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_tour,
    known_as=("外出考察学习", "学习考察", "外出调研"),
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

TOPICS = Register(
    code="topic_calls", title="课题", noun="课题", unit="次", room=ROOM, room_title=ROOM_TITLE, model=TopicCall,
    facts=facts.topic_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_topics,
    similar=Similar("day", "title"),
    known_as=("调研课题", "党建课题研究", "决策咨询课题", "软科学课题", "一类课题", "课题征集"),
    help="征集、推荐上报、自己承担的课题，每次（每批）一条，评定的等次一行一种，只记篇数。写成的报告登记在“调研与建议”。",
    sentence=_topic_sentence,
    declared=(
        Field("day", help="征集截止、推荐、立项的日期，“几篇”按它统计", example="2024-03-05"),
        Field("title", help="这次课题的名称", example="演示年度调研课题"),
        Field("role", help="是自己征集、推荐上报还是自己承担", example="推荐上报"),
        Field("edition", help="第几届或哪个年度；没有的留空", example="2024"),
        Field("subject", help="内容；党建课题选党建", example="党建"),
        Field("author", help="主要由谁写的；分不清的留空", example="科技工作者"),
        Field("submitted", help="课题共几篇（项）", unit="篇", example="50"),
        Field("authors", help="作者共几人次；不清楚的留空", unit="人次"),
        Field("schemes", scheme="scheme", help="属于哪个课题计划，先在“奖项赛事与计划”登记", group="归类"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    lines=Lines("graded", GradedTopics, (
        Field("day", help="公布的日期，“评定几篇”按它统计", example="2024-11-05"),
        Field("level", help="由哪一级评定", example="省级"),
        Field("grade", help="一类、二类、三类等", example="一类"),
        Field("topics", help="这一等次几篇", unit="篇", example="2"),
    ), "评定结果", "call", optional=True, later=True),
    columns=("day", "title", "role", "subject", "submitted", "authors", "graded_topics", "org"),
    computed=(Computed("graded_topics", "评定", "篇", sql=Sum("graded__topics")),),
    filters=("role", "subject", "author", "schemes", "programmes"), search=("title",),
    totals=("submitted", "authors", "graded_topics"), order=("-day", "-pk"),
)  # fmt: skip

REGISTERS = (STUDIES, TOPICS, STUDY_TOURS)
