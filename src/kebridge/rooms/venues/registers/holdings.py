"""Registers of what venues hold and offer."""

from django.db.models import Count, Q

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register
from kebridge.rooms.venues.facts import holdings as facts
from kebridge.rooms.venues.models import (
    Course,
    Exhibit,
    Facility,
    Hall,
    Partnership,
    Repair,
    RouteStop,
    StudyRoute,
    TeacherCount,
)
from kebridge.rooms.venues.registers.visiting import ROOM, ROOM_TITLE, VENUES
from kebridge.rooms.venues.rules import holdings as rules

_PROGRAMMES = Field("programmes", help="属于哪些品牌活动", group="归类")
_ITEMS = Field("items", scheme="plan", help="属于哪个工作框架（矩阵）或事项", group="归类")

HALLS = Register(
    code="halls", title="展厅", noun="展厅", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Hall,
    facts=facts.hall_facts, natural_key=("name",), day="opened", org_types=VENUES, check=rules.check_hall,
    help="常设展厅，一个展厅一条；短期的主题展览登记在“活动登记簿”。",
    sentence=lambda one: f"{one.name}，{one.opened:%Y年%-m月%-d日}开放",
    declared=(
        Field("name", help="展厅的名称", example="生命科学厅"),
        Field("theme", help="展示什么", example="生命与健康"),
        Field("area", help="展厅面积，平方米", unit="平方米", example="620"),
        Field("opened", help="对公众开放的日期", example="2016-06-01"),
        Field("closed", help="撤除、改造关闭的日期；在用的留空"),
    ),
    columns=("name", "theme", "area", "opened", "closed", "org"), search=("name", "theme"), totals=("area",), order=("org", "name"),
    known_as=("常设展厅", "儿童科学乐园", "影院", "展区"),
)  # fmt: skip

EXHIBITS = Register(
    code="exhibits", title="展品与维修", noun="展品", unit="件", room=ROOM, room_title=ROOM_TITLE, model=Exhibit,
    facts=facts.exhibit_facts, natural_key=("code",), day="on_show", org_types=VENUES, check=rules.check_exhibit,
    help="每件（套）展品一条，坏了在下面加一张维修单：报修那天起不算完好，恢复那天起重新算完好。"
    "展品完好率＝完好件数÷在展件数；一段时间的完好率按各月末平均。",
    sentence=lambda one: f"{one.code} {one.name}{one.count}件，{one.on_show:%Y年%-m月%-d日}展出",
    declared=(
        Field("code", help="馆内的展品编号", example="A-012"),
        Field("name", help="展品的名称", example="飞船对接"),
        Field("hall", help="在哪个展厅", example="航天厅"),
        Field("interactive", help="观众可以动手的选“是”"),
        Field("count", help="一般填1；同样的几件可以合在一条", unit="件", example="1"),
        Field("on_show", help="开始展出的日期，“更新展品几件”按它统计", example="2023-05-01"),
        Field("retired", help="撤展、报废的日期；在展的留空"),
    ),
    lines=Lines("repairs", Repair, (
        Field("reported", help="发现故障、报修的日期", example="2024-03-05"),
        Field("started", help="开始修的日期"),
        Field("restored", help="修好恢复展出的日期；还没有修好的留空"),
        Field("fault", help="故障原因", example="机械故障"),
        Field("items", help="这一条里坏了几件", unit="件", example="1"),
    ), "维修单", "exhibit", optional=True, later=True),
    columns=("code", "name", "hall", "count", "on_show", "retired", "open_orders", "org"),
    computed=(Computed("open_orders", "未修好的维修单", "张",
                       sql=Count("repairs", filter=Q(repairs__restored__isnull=True))),),
    filters=("interactive",), search=("code", "name", "hall"), totals=("count",), order=("org", "code"),
    words={"interactive": "互动展品", "static": "静态展品"},
    known_as=("展品展项更新", "展品维修", "维修单", "展品完好率", "4D影院", "科普互动展品"),
)  # fmt: skip

ROUTES = Register(
    code="study_routes", title="科普研学线路", noun="研学线路", unit="条", room=ROOM, room_title=ROOM_TITLE, model=StudyRoute,
    facts=facts.route_facts, natural_key=("name",), day="since", check=rules.check_route,
    help="对外推出的研学线路和它的研学点；停用的填最后一天。带学生去了几次登记在“活动登记簿”。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}推出研学线路“{one.name}”",
    declared=(
        Field("name", help="线路的名称", example="地质探秘线"),
        Field("length", help="走完要几天", unit="天", example="1"),
        Field("since", help="推出的日期", example="2024-03-05"),
        Field("until", help="停用前的最后一天；在用的留空"),
        _PROGRAMMES, _ITEMS,
    ),
    lines=Lines("stops", RouteStop, (
        Field("body", help="研学点的全称；“串联几处”由此去重", body_kind="body", example="演示湿地科普馆"),
        Field("content", help="在这里学什么", example="湿地观鸟"),
    ), "研学点", "route", optional=True),
    columns=("name", "length", "stop_count", "since", "until", "org"),
    computed=(Computed("stop_count", "研学点", "处", sql=Count("stops")),),
    filters=("programmes", "items"), search=("name", "stops__body__name"), totals=("stop_count",), order=("-since", "-pk"),
    known_as=("研学线路", "科普研学线路", "科技研学营", "研学旅行", "研学基地"),
)  # fmt: skip

PARTNERSHIPS = Register(
    code="school_partnerships", title="馆校合作", noun="馆校合作", unit="份", room=ROOM, room_title=ROOM_TITLE, model=Partnership,
    facts=facts.partnership_facts, natural_key=("body", "kind", "signed"), day="signed", check=rules.check_partnership,
    help="科技馆与学校签的合作，一所学校一条；续签另登一条。命名的示范校登记在命名的登记簿。",
    sentence=lambda one: f"{one.signed:%Y年%-m月%-d日}与{one.body.name}签订{one.get_kind_display()}",
    declared=(
        Field("body", help="学校的全称", body_kind="school", example="演示县第一小学"),
        Field("kind", help="合作的形式", example="馆校合作"),
        Field("signed", help="签约的日期", example="2024-03-05"),
        Field("until", help="合作的最后一天；长期的留空"),
    ),
    columns=("body", "kind", "signed", "until", "org"), filters=("kind",), search=("body__name",), order=("-signed", "-pk"),
    known_as=("馆校合作", "科技馆活动进校园", "结对学校"),
)  # fmt: skip

COURSES = Register(
    code="courses", title="科学课程", noun="课程", unit="门", room=ROOM, room_title=ROOM_TITLE, model=Course,
    facts=facts.course_facts, natural_key=("title",), day="developed", check=rules.check_course,
    help="自己开发的科学课程，一门一条，写明对应课标的哪部分；上了几次课登记在“活动登记簿”。",
    sentence=lambda one: f"{one.developed:%Y年%-m月%-d日}开发课程“{one.title}”",
    declared=(
        Field("title", help="课程的名称", example="杠杆的秘密"),
        Field("kind", help="哪一类课程", example="对接课标课程"),
        Field("subject", help="对应哪门学科，每次写法一致", example="小学科学"),
        Field("curriculum", help="对应课程标准的哪部分", example="物质的运动与相互作用"),
        Field("stage", help="适合哪个学段", example="小学"),
        Field("developed", help="开发完成的日期", example="2024-03-05"),
        Field("retired", help="不再使用的日期；在用的留空"),
        Field("partners", help="一起开发的教研机构、学校", body_kind="body", example="演示市教育教学研究中心"),
    ),
    columns=("title", "kind", "subject", "stage", "developed", "retired", "org"), filters=("kind", "stage"),
    search=("title", "subject", "curriculum"), order=("-developed", "-pk"),
    known_as=("科学课程", "馆本课程", "结合课标", "课程资源包", "人工智能课程", "编程课程"),
)  # fmt: skip

TEACHERS = Register(
    code="teacher_counts", title="科学教师人数", noun="科学教师人数", unit="条", room=ROOM, room_title=ROOM_TITLE,
    model=TeacherCount, facts=facts.teacher_facts, natural_key=("day", "body", "kind"), day="day",
    check=rules.check_teachers, default_basis="reported",
    help="县区或学校报的科学教师人数，只记人数。县区报了合计，就不要再逐校登记，否则会重复相加。",
    sentence=lambda one: f"截至{one.day:%Y年%-m月%-d日}{one.body.name if one.body_id else ''}{one.get_kind_display()}{one.count}人",
    declared=(
        Field("day", help="人数是哪一天的", example="2024-12-31"),
        Field("body", help="逐校登记的填学校全称；县区合计留空", body_kind="school"),
        Field("kind", help="分不开的选“合计（未分类）”", example="合计（未分类）"),
        Field("count", help="人数", unit="人", example="320"),
        Field("source", help="哪个单位的哪份报表", example="演示县教育局2024年教师统计表"),
    ),
    columns=("day", "org", "body", "kind", "count", "source"), filters=("kind",), search=("body__name", "source"),
    order=("-day", "-pk"), known_as=("科学教师队伍", "科技辅导员", "科学教师"),
)  # fmt: skip

FACILITIES = Register(
    code="facilities", title="基层科普设施", noun="设施", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Facility,
    facts=facts.facility_facts, natural_key=("name",), day="opened", check=rules.check_facility,
    help="科普广场、公园、社区科普馆、科普大屏等基层设施。科技馆在“场馆”登记；得了命名的另在命名的登记簿登记。",
    sentence=lambda one: f"{one.opened:%Y年%-m月%-d日}{one.name}建成开放（{one.get_kind_display()}）",
    declared=(
        Field("name", help="设施的名称", example="演示社区科普公园"),
        Field("kind", help="哪一类设施", example="科普公园"),
        Field("body", help="由谁建设或管理", body_kind="body", example="演示社区"),
        Field("count", help="一般填1；大屏等一批的填块数", unit="个", example="1"),
        Field("opened", help="建成开放（启用）的日期", example="2024-03-05"),
        Field("closed", help="停用的日期；在用的留空"),
        _PROGRAMMES, _ITEMS,
    ),
    columns=("name", "kind", "body", "count", "opened", "closed", "org"), filters=("kind", "programmes", "items"),
    search=("name", "body__name"), totals=("count",), order=("-opened", "-pk"),
    known_as=("科普广场", "科普公园", "社区科普馆", "科普大屏", "科普长廊", "科普画廊", "气象科普", "新时代文明实践中心", "体验中心",
              "基层科普设施"),
)  # fmt: skip

HOLDINGS = (HALLS, EXHIBITS, ROUTES, PARTNERSHIPS, COURSES, TEACHERS, FACILITIES)
