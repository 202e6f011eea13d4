"""Registers of the contests room.

What its clerk asks every month, and where the answer is:
1. Which edition do we hold this year, which did our teams go to?    赛事: filters 赛事, 角色, column 届次
2. How many works, pupils, teams took part, how many days was it?     赛事: totals 参赛作品, 参赛人数, 代表队; column 结束日期
3. What was won at the province, at the nation, by grade?             赛事成绩: filters 赛事, 层级, total 奖项个数
4. Who is through to the next round?                                  赛事成绩: column 入围
5. Is it announced, where, and was it entered already?                赛事成绩: columns 日期, 文件; one record an edition and level
"""

from django.db.models import Count, Q, Sum

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register
from kebridge.rooms.contests import facts, rules
from kebridge.rooms.contests.models import Delegation, Edition, Result, ResultLine
from kebridge.rooms.people.enums import Grade
from kebridge.rooms.people.ops import keep_scheme_key

ROOM, ROOM_TITLE = "contests", "赛事"
_SCHEMES = Field("schemes", scheme="scheme", required=True, help="赛事的名称，先在“奖项赛事与计划”登记；届次另填",
                 example="演示市青少年科技创新大赛")  # fmt: skip


def _named(one: Edition | Result) -> str:
    edition = f"第{one.edition}届" if one.edition else ""
    return f"{edition}{'、'.join(tag.name for tag in one.schemes.all())}"


def _edition_sentence(one: Edition) -> str:
    took = [f"{one.entries}件（队）"] if one.entries else []
    took += [f"{one.pupils:,}人"] if one.pupils else []
    tail = f"，参赛{'、'.join(took)}" if took else ""
    return f"{one.day:%-m月%-d日}{one.get_role_display()}{_named(one)}{tail}"


def _result_sentence(one: Result) -> str:
    won = "、".join(f"{line.event}{line.get_grade_display()}{line.count}个" for line in one.awards.all())
    return f"{one.day:%-m月%-d日}在{_named(one)}（{one.get_level_display()}）获{won}"


EDITIONS = Register(
    code="contest_editions", title="赛事", noun="赛事", unit="项", room=ROOM, room_title=ROOM_TITLE, model=Edition,
    facts=facts.edition_facts, natural_key=("day", "scheme_key", "level"), day="day", recurs=True, check=rules.check_edition,
    after_save=keep_scheme_key,
    help="主办、承办的赛事和组织参加的上级赛事，每届每个层级一条。学生只记人数，不记姓名。",
    sentence=_edition_sentence,
    declared=(
        Field("day", help="决赛（集中比赛）的第一天；网络竞赛填截止日期", example="2024-03-05"),
        Field("until", help="比了几天的填最后一天；一天的留空"),
        _SCHEMES,
        Field("edition", help="第几届，只写数字；没有届次的留空", example="30"),
        Field("level", help="比赛的层级：市赛、省赛、国赛分开登记", example="市级"),
        Field("role", help="本单位主办、承办，还是组织参加", example="主办"),
        Field("form", help="网络竞赛选线上", example="线下"),
        Field("entries", help="参赛的作品或队伍数；我方组织参加的只填我方的", unit="件", example="420"),
        Field("pupils", help="参赛人数；我方组织参加的只填我方的", unit="人", example="1300"),
        Field("schools", help="参赛的学校数", unit="所", example="45"),
        Field("tracks", help="设了哪几个组别（赛项），用顿号分开", example="创意制作、编程、科学探究"),
        Field("is_planned", help="计划要办、还没有办的选“是”；只进入“预计”数"),
    ),
    lines=Lines("delegations", Delegation, (
        Field("body", help="代表队所在的市县或学校，写全称；“几支代表队”由此去重", body_kind="body", example="演示县代表队"),
        Field("track", help="参加哪个组别（赛项）"),
        Field("origin", help="代表队是哪一级派出的", example="市级"),
        Field("contestants", help="选手人数，不写姓名；各队都填了的，上面的“参赛人数”可以不填", unit="人"),
    ), "代表队", "edition", optional=True),
    computed=(Computed("teams", "代表队", "支", sql=Count("delegations")),),
    known_as=("青少年科技创新大赛", "青少年机器人竞赛", "无人机大赛", "信息素养提升实践活动", "科技运动会", "科学素质大赛",
              "网络竞赛", "网络知识竞赛", "科普讲解大赛", "机器人大会选拔赛", "环保创意公益大赛", "编程赛", "有奖竞答"),
    columns=("day", "schemes", "edition", "level", "role", "form", "entries", "pupils", "teams", "org"),
    filters=("schemes", "role", "level", "form", "is_planned"), search=("schemes__name", "tracks"),
    totals=("entries", "pupils", "teams"),
    order=("-day", "-pk"), default_basis="reported",
)  # fmt: skip

RESULTS = Register(
    code="contest_results", title="赛事成绩", noun="成绩", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Result,
    facts=facts.result_facts, natural_key=("day", "scheme_key", "level"), day="day", check=rules.check_result,
    after_save=keep_scheme_key,
    help="我方选手、作品、团队在上级赛事里得的奖，每届每个层级一条，按等次填个数；入围决赛的等次填“入围”。"
    "单位得的优秀组织奖可填在这里，或登记在“荣誉”，只登记一处。",
    sentence=_result_sentence,
    declared=(
        Field("day", help="公布成绩的日期，“获奖几个”按它统计", example="2024-06-05"),
        _SCHEMES,
        Field("edition", help="第几届，只写数字", example="37"),
        Field("level", help="在哪一级得的：入围省赛区决赛填省级，入围全国总决赛填国家级", example="省级"),
        Field("document", help="公布成绩的文件、网址", group="其他"),
    ),
    lines=Lines("awards", ResultLine, (
        Field("category", help="奖给作品、选手、团队还是单位", example="作品（项目）"),
        Field("grade", help="一等奖、冠军、入围等；几个等次合在一起、没有分开的选“一二三等奖（未分等次）”", example="一等奖"),
        Field("event", help="组别、比赛项目；不写姓名"),
        Field("winner", help="奖给学校、单位、活动的写名称；奖给学生的不写姓名", example="演示县第一小学"),
        Field("count", help="这一等次几个", unit="个", example="14"),
    ), "奖项", "result"),
    columns=("day", "schemes", "edition", "level", "won", "finalists", "document", "org"),
    computed=(
        Computed("won", "奖项", "个", sql=Sum("awards__count", filter=~Q(awards__grade=Grade.FINALIST))),
        Computed("finalists", "入围", "个", sql=Sum("awards__count", filter=Q(awards__grade=Grade.FINALIST))),
    ),
    filters=("schemes", "level"), search=("schemes__name", "awards__event", "awards__winner"),
    known_as=("赛事获奖", "优秀学校", "优秀组织奖", "晋级决赛", "全国决赛"), totals=("won", "finalists"),
    order=("-day", "-pk"),
)  # fmt: skip

REGISTERS = (EDITIONS, RESULTS)
