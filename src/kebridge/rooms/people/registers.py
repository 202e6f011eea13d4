"""Registers of the people room.

What its clerk asks every month, and where the answer is:
1. Which experts do we have in a field, and who may be entered twice?  人员: filter 类别, search 专业领域; queries.likely_duplicates
2. Whose terms end soon, who is in post today?                        聘任与任职: column 任期截止日期, filter 职务
3. How far did those get whom we put forward, which are undecided?    推荐与举荐: filters 奖项, 进展 (已推荐)
4. Who came, who is engaged by which firm, how many talks were given? 来访专家, 柔性引进: filters 身份, 引进方式, total 作报告场数
5. How many came in to our selections and reviews, how many won?      评选与论文评审: filter 类别, columns 申报, 评出
"""

from typing import Any

from django.db.models import Sum

from kebridge.core.ledger.measures import Visibility
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register
from kebridge.rooms.people import facts, ops, queries, references, rules
from kebridge.rooms.people.enums import Nominee, PersonKind, Stage
from kebridge.rooms.people.models import (
    Appointment,
    Engagement,
    Guest,
    Inspection,
    Leaders,
    Nomination,
    Person,
    Selection,
    SelectionLine,
)

ROOM, ROOM_TITLE = "people", "人才与人员"
_EMPLOYER_HELP = "单位全称；同名同单位的视为同一个人，不同的人在单位后写明部门"


def _know_appointee(one: Appointment, **_: Any) -> None:
    ops.know(one, name=one.person_name, employer=one.employer, kind=PersonKind.EXPERT)


def _know_nominee(one: Nomination, **_: Any) -> None:
    ops.keep_scheme_key(one)
    ops.know(one, name=one.person_name, employer=one.employer, kind=PersonKind.WORKER)


def _know_guest(guest: Guest, **_: Any) -> None:
    employer = guest.employer.name if guest.employer_id else ""
    ops.know(guest, name=guest.person_name, employer=employer, kind=guest.kind)


def _person_sentence(person: Person) -> str:
    return f"{person.name}（{'，'.join(filter(None, (person.employer, person.get_kind_display())))}）"


def _appointment_sentence(one: Appointment) -> str:
    batch = f"第{one.batch}批（届）" if one.batch else ""
    bodies = "、".join(sorted(body.name for body in one.bodies.all()))
    until = f"，任期至{one.until:%Y年%-m月%-d日}" if one.until else ""
    return f"{one.since:%Y年%-m月%-d日}聘任{one.person_name}为{bodies}{one.get_level_display()}{batch}{one.get_kind_display()}{until}"


def _nomination_sentence(one: Nomination) -> str:
    schemes = "、".join(tag.name for tag in one.schemes.all())
    edition = f"第{one.edition}届" if one.edition else ""
    whom = one.person_name if one.what == Nominee.PERSON else one.title
    grade = f"（{one.get_grade_display()}）" if one.grade else ""
    decided = f"，{one.get_stage_display()}{grade}" if one.stage != Stage.SUBMITTED else ""
    return f"{one.day:%-m月%-d日}推荐{whom}参评{edition}{schemes}{decided}"


def _guest_sentence(guest: Guest) -> str:
    talks = f"，作{guest.get_talk_kind_display()}{guest.talks}场" if guest.talks else ""
    return (
        f"{guest.day:%-m月%-d日}{guest.get_kind_display()}{guest.person_name}来访，参加{guest.event}{talks}"
    )


def _know_engaged(one: Engagement, **_: Any) -> None:
    ops.know(one, name=one.person_name, employer=one.employer, kind=one.kind)


def _engagement_sentence(one: Engagement) -> str:
    until = f"至{one.until:%Y年%-m月%-d日}" if one.until else "起"
    task = f"，{one.task}" if one.task else ""
    return f"{one.since:%Y年%-m月%-d日}{until}{one.firm.name}柔性引进{one.person_name}（{one.get_mode_display()}）{task}"


def _selection_sentence(one: Selection) -> str:
    schemes = "、".join(tag.name for tag in one.schemes.all())
    edition = f"第{one.edition}届" if one.edition else ""
    results = "、".join(f"{line.get_what_display()}{line.get_grade_display()}{line.chosen}"
                        for line in one.results.all() if line.chosen)  # fmt: skip
    tail = f"，评出{results}" if results else ""
    return f"{one.day:%Y年%-m月%-d日}公布{edition}{schemes}{tail}"


def _inspection_sentence(one: Inspection) -> str:
    leaders = "、".join(
        f"{line.get_sender_display()}{line.get_post_display()}{line.persons}人" for line in one.leaders.all()
    )
    where = f"到{one.place}" if one.place else ""
    return f"{one.day:%-m月%-d日}{one.get_level_display()}{leaders}{where}{one.get_purpose_display()}：{one.title}"


PERSONS = Register(
    code="persons", title="人员", noun="人员", unit="人", room=ROOM, room_title=ROOM_TITLE, model=Person,
    facts=facts.person_facts, natural_key=("name", "employer"), day="listed", visibility=Visibility.INTERNAL,
    prepare=ops.identify, after_save=ops.remember, check=rules.check_person, check_record=queries.closed_card_faults,
    known_as=("专家库", "人才库", "三长", "科技人才信息", "老科技工作者", "科学教师队伍"),
    help="院士、专家、三长等。聘任、推荐、来访里写上姓名和单位就会自动登记；不登记身份证号。"
    "登记重了可以合并，本人要求删除的可以清除，计数不变。",
    sentence=_person_sentence,
    declared=(
        Field("name", help="姓名；不写称谓", example="演示人"),
        Field("employer", help=_EMPLOYER_HELP, example="演示大学"),
        Field("kind", help="最主要的身份；三长指医院院长、中小学校长、农技站长", example="专家"),
        Field("three_heads", help="类别是三长时选哪一长"),
        Field("title", help="职务或职称的名称", example="教授"),
        Field("rank", help="职称等级", example="正高级"),
        Field("fields", help="研究或从事的专业，用顿号分开", example="作物育种、农学"),
        Field("listed", help="进入专家库、人才库的日期；只因业务记录提到的留空", group="入库", example="2024-03-05"),
        Field("left", help="退出专家库的日期；在库的留空", group="入库"),
        Field("phone", help="联系电话，加密保存，列表里遮盖", group="联系方式"),
    ),
    columns=("name", "employer", "kind", "title", "rank", "fields", "listed", "left", "org"),
    filters=("kind", "three_heads", "rank"), search=("name", "employer", "fields"), order=("name",),
)  # fmt: skip

APPOINTMENTS = Register(
    code="appointments", title="聘任与任职", noun="聘任", unit="条", room=ROOM, room_title=ROOM_TITLE,
    model=Appointment, facts=facts.appointment_facts, natural_key=("since", "person_name", "employer", "kind"),
    day="since", check=rules.check_appointment, after_save=_know_appointee, extra_prefetch=("person",),
    known_as=(
        "首席科普专家", "科学副校长", "三长兼职", "党建指导员", "驻村第一书记", "技术经理人", "科技经纪人", "联络员", "全国代表推荐",
        "代表大会代表", "聘书", "常委、委员",
    ),
    help="首席科普专家、科学副校长、委员、驻村第一书记等。每人每个职务一条；续聘另登一条，原来的一条填任期截止日期。",
    sentence=_appointment_sentence,
    declared=(
        Field("person_name", help="受聘人的姓名", example="演示人"),
        Field("employer", help=_EMPLOYER_HELP, example="演示大学"),
        Field("kind", help="聘任的职务，统计按它分类", example="首席科普专家"),
        Field("level", help="由哪一级聘任", example="市级"),
        Field("batch", help="第几批聘任的专家、第几届的委员；没有的留空", example="1"),
        Field("bodies", help="任职的学校、村、企业；几所学校用顿号分开，仍算聘任一次", body_kind="school", example="演示县第一小学"),
        Field("since", help="聘任（任职）的日期，“聘任人数”按它统计", example="2024-03-05"),
        Field("until", help="任期的最后一天，当天仍算在任；没有期限的留空", example="2027-03-04"),
        Field("document", help="聘任文件或聘书的文号"),
        Field("programmes", help="在哪个品牌活动上颁发的聘书", group="归类"),
    ),
    columns=("since", "person_name", "employer", "kind", "level", "batch", "bodies", "until", "org"),
    filters=("kind", "level", "programmes"), search=("person_name", "employer", "bodies__name"), order=("-since", "-pk"),
)  # fmt: skip

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
        Field("employer", help=_EMPLOYER_HELP, example="演示大学"),
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

GUESTS = Register(
    code="guests", title="来访专家", noun="来访", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Guest,
    facts=facts.guest_facts, natural_key=("day", "person_name", "event"), day="day", check=rules.check_guest,
    after_save=_know_guest, extra_prefetch=("person",),
    known_as=("院士专家邀请", "院士来访", "邀请专家", "论坛嘉宾", "海智专家", "外籍院士", "巡讲专家", "航天员", "航天英雄"),
    help="请来的院士、专家、企业技术负责人，每人每次活动一条。“邀请多少人”按人去重，“来访人次”不去重。",
    sentence=_guest_sentence,
    declared=(
        Field("day", help="来访的第一天", example="2024-03-05"),
        Field("person_name", help="来访人的姓名", example="演示人"),
        Field("employer", help="来访人的单位全称；“来了多少家企业”由此去重", body_kind="firm", example="演示研究院"),
        Field("kind", help="以什么身份来", example="专家"),
        Field("level", help="所在单位或派出的学会是哪一级", example="国家级"),
        Field("origin", help="海外（外籍）的选海外，“海外专家几人”由此得出；不分的留空"),
        Field("field", help="专业领域，写一个", example="新材料"),
        Field("event", help="来参加什么", example="演示产业发展会议"),
        Field("occasion", help="来做什么", example="产业会议（论坛）"),
        Field("talks", help="这次作了几场报告，没有的填0", unit="场", example="1", group="报告与走访"),
        Field("talk_kind", help="报告的类型", example="产业报告", group="报告与走访"),
        Field("visited", help="走访的企业、学校，用顿号分开", body_kind="firm", group="报告与走访"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    columns=("day", "person_name", "employer", "kind", "event", "occasion", "talks", "talk_kind", "org"),
    filters=("kind", "occasion", "level", "origin", "talk_kind", "programmes"), search=("person_name", "event", "employer__name", "field"),
    totals=("talks",), order=("-day", "-pk"),
)  # fmt: skip

VISITORS = Register(
    code="visitors", title="领导调研与慰问", noun="调研慰问", unit="次", room=ROOM, room_title=ROOM_TITLE, model=Inspection,
    facts=facts.inspection_facts, natural_key=("day", "title"), day="day", check=rules.check_inspection,
    known_as=("上级调研指导", "走访慰问", "看望慰问", "拜访慰问", "领导调研", "基层调研"),
    help="上级领导来调研、市领导走访慰问、本级领导到县区调研。只记班子、职务和人数，不写姓名。",
    sentence=_inspection_sentence,
    declared=(
        Field("day", help="到访的日期；几天的填第一天", example="2024-03-05"),
        Field("title", help="调研、慰问的内容，不写姓名", example="调研科普工作"),
        Field("purpose", help="调研指导、走访慰问等", example="调研指导"),
        Field("direction", help="上级来填“来我市”，本级下去填“到基层”", example="来我市"),
        Field("level", help="领导所在单位的层级", example="省级"),
        Field("place", help="到了哪个县区；只到市里的留空", example="演示县"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
    ),
    lines=Lines("leaders", Leaders, (
        Field("sender", help="领导在哪个班子", example="科协"),
        Field("post", help="职务", example="副主席（副职）"),
        Field("persons", help="这个职务来了几人", unit="人", example="1"),
        Field("returning", help="其中今年以前已来过、这次再来的人数；由此去重", unit="人", example="0"),
    ), "领导", "inspection"),
    columns=("day", "title", "purpose", "direction", "level", "place", "persons", "org"),
    computed=(Computed("persons", "领导人次", "人次", sql=Sum("leaders__persons")),),
    filters=("purpose", "direction", "level", "programmes"), search=("title", "place"), totals=("persons",),
    order=("-day", "-pk"),
)  # fmt: skip

ENGAGEMENTS = Register(
    code="engagements", title="柔性引进", noun="柔性引进", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Engagement,
    facts=facts.engagement_facts, natural_key=("since", "person_name", "employer", "firm"), day="since",
    check=rules.check_engagement, after_save=_know_engaged, extra_prefetch=("person",),
    known_as=("柔性引进专家", "引进创新人才", "周末工程师", "特聘专家", "专家入企"),
    help="不调动工作、为本地企业服务的专家和创新人才，每人每个单位一条。“引进多少位”按人去重；只来一次的登记在“来访专家”。",
    sentence=_engagement_sentence,
    declared=(
        Field("person_name", help="专家的姓名", example="演示人"),
        Field("employer", help=_EMPLOYER_HELP, example="演示大学"),
        Field("kind", help="是院士、专家还是其他人才", example="专家"),
        Field("mode", help="怎样引进", example="合作研发"),
        Field("level", help="所在单位是哪一级"),
        Field("origin", help="海外（外籍）的选海外；不分的留空"),
        Field("firm", help="引进的企业（单位）全称；“几家单位”由此去重", body_kind="firm", example="演示机械有限公司"),
        Field("field", help="专业领域，写一个", example="新材料"),
        Field("task", help="承担什么任务，一句话，不写技术秘密"),
        Field("since", help="开始的日期，“引进多少位”按它统计", example="2024-03-05"),
        Field("until", help="最后一天，当天仍算；没有期限的留空", example="2027-03-04"),
        Field("programmes", help="属于哪些品牌活动、引才计划", group="归类"),
        Field("chains", scheme="plan", help="属于哪条产业链，先在“工作事项”登记", group="归类"),
    ),
    columns=("since", "person_name", "employer", "kind", "mode", "firm", "field", "until", "org"),
    filters=("kind", "mode", "level", "origin", "programmes", "chains"),
    search=("person_name", "employer", "firm__name", "field"), order=("-since", "-pk"),
)  # fmt: skip

SELECTIONS = Register(
    code="selections", title="评选与论文评审", noun="评选", unit="届", room=ROOM, room_title=ROOM_TITLE, model=Selection,
    facts=facts.selection_facts, natural_key=("day", "scheme_key"), day="day", check=rules.check_selection,
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

REGISTERS = (PERSONS, APPOINTMENTS, ENGAGEMENTS, NOMINATIONS, SELECTIONS, GUESTS, VISITORS)

references.add(references.Reference(Engagement, ("person_name", "employer", "task"), ("firm", "since")))
references.add(references.Reference(Appointment, ("person_name", "employer"), ("kind", "since")))
references.add(references.Reference(Nomination, ("person_name", "employer"), ("scheme_key", "day", "title")))
references.add(references.Reference(Guest, ("person_name",), ("day", "event")))
