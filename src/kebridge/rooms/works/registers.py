"""Registers of the works room.

What its clerk asks every month, and where the answer is:
1. What did we do that stands in no other register, and what proves it?   其他工作事项: filter 类别, column 佐证
2. How many of them, in which unit?                                       其他工作事项: columns 数量, 单位; a figure is limited to a kind
3. Which trainings were held, on what, for whom, how many came?           培训: filters 形式, 对象, 等级; totals 天数, 参训人次
4. Which session of which term was the last meeting of the committee?     会议: filter 类别, columns 第几届, 第几次
5. What did we do for this programme or item of the plan?                 all three: filters 品牌活动, 工作框架与事项
6. Which estates and roads are assigned to us, what did we do there?      分包联系点: lines 帮扶措施; metric works.measure_kinds
"""

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Lines, Register, Similar
from kebridge.rooms.works import facts, rules
from kebridge.rooms.works.models import AssignedMeasure, Assignment, Meeting, OtherWork, Training

ROOM, ROOM_TITLE = "works", "其他工作"

_PROGRAMMES = Field(
    "programmes", help="属于哪些品牌活动，可写几个，用顿号分开", example="全国科普日", group="归类"
)
_ITEMS = Field("items", scheme="plan", help="落实哪个工作框架或事项", group="归类")


def _meeting_sentence(one: Meeting) -> str:
    numbered = f"（{one.term}届{one.session}次）" if one.term and one.session else ""
    people = f"，到会{one.people:,}人次" if one.people else ""
    return f"{one.day:%Y年%-m月%-d日}召开{one.title}{numbered}{people}"


def _training_sentence(one: Training) -> str:
    several = f"，{one.days}天" if one.days > 1 else ""
    people = f"，{one.people:,}人次参训" if one.people else ""
    return f"{one.day:%Y年%-m月%-d日}举办{one.title}{several}{people}"


WORKS = Register(
    code="other_works", title="其他工作事项", noun="工作事项", unit="项", room=ROOM, room_title=ROOM_TITLE,
    model=OtherWork, facts=facts.work_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_work,
    similar=Similar("day", "title"),
    help="别的登记簿都放不下的一次性工作。先看活动、培训、会议、荣誉等登记簿里有没有，有的不在这里登记。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}{one.title}，{one.quantity:,}{one.unit}",
    declared=(
        Field("day", help="做成的日期，统计按它归到月份和年份", example="2024-05-30"),
        Field("kind", help="最接近的一类，统计按它分类", example="公共屏幕宣传"),
        Field("label", help="需要再分时写短名称，每次写法一致；类别选“其他事项”的必须写", example="致敬科技工作者"),
        Field("title", help="做了什么，一句话，不写套话和个人姓名", example="点亮公共大屏致敬科技工作者"),
        Field("owner", help="哪个科室办的，不写人名", example="组织宣传部"),
        Field("taking", help="谁参加的；中心工作“党员干部参与几项”由此得出", example="党员干部"),
        Field("quantity", help="做了多少；点亮几块屏就填几，只有一件的填1", example="100"),
        Field("unit", help="数量的单位；同一类每次写同一个单位", example="块"),
        Field("evidence", help="什么材料能证明：照片、通知、协议的名称", example="现场照片和活动通知"),
        _PROGRAMMES, _ITEMS,
    ),
    columns=("day", "kind", "label", "title", "quantity", "unit", "owner", "evidence", "org"),
    filters=("kind", "taking", "programmes", "items"), search=("title", "label", "owner", "evidence"), order=("-day", "-pk"),
    known_as=("中心工作", "疫情防控", "脱贫攻坚", "文明创建", "双下沉", "三认", "五亮五共", "共同缔造", "三个一批", "万人助万企",
              "专家库", "走访慰问", "公共大屏", "点亮大屏", "大屏", "下基层察民情解民忧暖民心"),
)  # fmt: skip

TRAININGS = Register(
    code="trainings", title="培训", noun="培训", unit="期", room=ROOM, room_title=ROOM_TITLE, model=Training,
    facts=facts.training_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_training,
    similar=Similar("day", "title"),
    known_as=("培训班", "创新提能培训班", "党建培训", "联络员培训", "数字技能培训", "能力提升培训", "大练兵", "大比武", "岗位练兵", "金牌辅导员"),
    help="各类培训班、讲座、研修，办一期一条；面向公众的科普讲座登记在“活动登记簿”，不在这里重复登记。",
    sentence=_training_sentence,
    declared=(
        Field("day", help="开班的日期，“办了几期”按它统计", example="2024-03-05"),
        Field("days", help="一共几天，半天算一天", unit="天", example="2"),
        Field("title", help="培训班的名称", example="技术经理人培训班"),
        Field("kind", help="培训的形式", example="培训班"),
        Field("level", help="由哪一级举办", example="市级"),
        Field("grade", help="分初、中、高级的填", example="初级"),
        Field("topic", help="讲什么，短名称，每次写法一致；“培训主题几类”由此得出", example="创新方法"),
        Field("audience", help="主要对象", example="企业人员"),
        Field("people", help="各天到课人数中最多的一天；同一人参加两期算两人次", unit="人次", example="86"),
        _PROGRAMMES, _ITEMS,
    ),
    columns=("day", "title", "kind", "topic", "audience", "grade", "days", "people", "org"),
    filters=("kind", "level", "grade", "audience", "programmes", "items"), search=("title", "topic"),
    totals=("days", "people"), order=("-day", "-pk"), default_basis="counted",
)  # fmt: skip

MEETINGS = Register(
    code="meetings", title="会议", noun="会议", unit="次", room=ROOM, room_title=ROOM_TITLE, model=Meeting,
    facts=facts.meeting_facts, natural_key=("day", "kind", "title"), day="day", recurs=True, check=rules.check_meeting,
    similar=Similar("day", "title"),
    known_as=("代表大会", "全委会议", "常委会", "班子会", "科协业务讲评会", "科协讲堂", "座谈会", "推进会"),
    help="代表大会、全委会、座谈会、推进会等，开一次一条。党组会和党内学习登记在“组织生活与学习”。不录会议内容。",
    sentence=_meeting_sentence,
    declared=(
        Field("day", help="召开的日期；开几天的填第一天", example="2024-03-05"),
        Field("kind", help="是什么会，统计按它分类", example="座谈会"),
        Field("title", help="会议名称", example="科技工作者代表座谈会"),
        Field("term", help="全委会、常委会填第几届", unit="届", example="5"),
        Field("session", help="这一届的第几次", unit="次", example="4"),
        Field("level", help="由哪一级召开", example="市级"),
        Field("people", help="实到人数", unit="人次", example="60"),
        _PROGRAMMES, _ITEMS,
    ),
    columns=("day", "kind", "title", "term", "session", "level", "people", "org"),
    filters=("kind", "level", "programmes", "items"), search=("title",), totals=("people",), order=("-day", "-pk"),
    default_basis="counted",
)  # fmt: skip

ASSIGNMENTS = Register(
    code="assignments", title="分包联系点", noun="联系点", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Assignment,
    facts=facts.assignment_facts, natural_key=("name", "since"), day="since", check=rules.check_assignment,
    known_as=("三无小区", "分包小区", "分包路段", "包联", "驻村帮扶", "除雪", "周六全民志愿服务日", "创文创卫", "联系企业"),
    help="上级分给本单位的小区、路段、村、企业，每个一条；在那里做的事按日期加行。志愿者名单和时长登记在志愿服务里。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}起分包{one.get_kind_display()}{one.name}",
    declared=(
        Field("kind", help="是小区、路段还是村，统计按它分类", example="小区"),
        Field("name", help="联系点的名称", example="演示街道演示小区"),
        Field("assigner", help="由谁分配", example="演示市文明办"),
        Field("since", help="从哪天起分包", example="2024-01-01"),
        Field("until", help="到哪天为止；还在分包的留空"),
        Field("items", scheme="plan", help="属于哪项中心工作", group="归类"),
    ),
    lines=Lines("measures", AssignedMeasure, (
        Field("day", help="做的日期", example="2024-02-05"),
        Field("kind", help="做了哪类事；“改善几类”由此得出", example="环境卫生整治"),
        Field("what", help="具体内容，不写个人"),
        Field("people", help="去了多少人次", unit="人次", example="12"),
    ), "帮扶措施", "assignment", optional=True, later=True),
    columns=("kind", "name", "assigner", "since", "until", "items", "org"), filters=("kind", "items"),
    search=("name", "assigner"), order=("kind", "name"),
)  # fmt: skip

REGISTERS = (WORKS, TRAININGS, MEETINGS, ASSIGNMENTS)
