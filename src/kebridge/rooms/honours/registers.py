"""Registers of the honours room.

What its clerk asks every month, and where the answer is:
1. What did we win this year, from whom, at what level?          荣誉: days, filter 授予层级, column 授予单位, total 数量
2. Is this honour the third year running?                        荣誉: filter 奖项; metric honours.run says the years
3. What did societies, bases and schools win?                    荣誉: filter 获得者类别
4. Which honours did we get for one scheme, year after year?      荣誉: filter 奖项; column 评选年度
5. Where do we stand in the outside tables, and what says so?    排名与等次: filters 范围, 排名榜单, column 出处; 首次与唯一: 依据
"""

from typing import Any

from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records.fields import YEAR, Field
from kebridge.core.records.register import Register
from kebridge.core.records.tagging import gives_tag, keeps_tag_named
from kebridge.rooms.honours import facts, rules
from kebridge.rooms.honours.enums import Recipient
from kebridge.rooms.honours.models import First, Honour, Ranking, Scheme
from kebridge.rooms.people import ops as people
from kebridge.rooms.people import references
from kebridge.rooms.people.enums import PersonKind

ROOM, ROOM_TITLE = "honours", "荣誉与排名"


def _know_recipient(honour: Honour, **_: Any) -> None:
    name = honour.recipient_name if honour.recipient == Recipient.PERSON else ""
    people.know(honour, name=name, employer=honour.employer, kind=PersonKind.WORKER)


def _recipient(honour: Honour) -> str:
    if honour.recipient_org_id:
        return latest_tree().name(honour.recipient_org_id)
    return honour.recipient_body.name if honour.recipient_body_id else honour.recipient_name


def _honour_sentence(honour: Honour) -> str:
    several = f"{honour.copies}项" if honour.copies > 1 else ""
    grade = f"（{honour.get_grade_display()}）" if honour.grade else ""
    return (
        f"{honour.day:%Y年%-m月%-d日}{_recipient(honour)}获{honour.grantors}“{honour.title}”{grade}{several}"
    )


def _ranking_sentence(one: Ranking) -> str:
    among = f"（共{one.population}个）" if one.population else ""
    place = f"第{one.place}位" if one.place else one.tier
    return f"截至{one.day:%Y年%-m月%-d日}{one.subject_matter}居{one.get_level_display()[:-1]}内{place}{among}，{one.source}"


SCHEMES = Register(
    code="schemes", title="奖项赛事与计划", noun="奖项赛事", unit="个", room=ROOM, room_title=ROOM_TITLE,
    model=Scheme, facts=lambda _: (), natural_key=("name",), is_reference=True, prepare=gives_tag(Tag.Scheme.SCHEME),
    after_save=keeps_tag_named,
    help="奖项、赛事、人才计划、考核、榜单的名称。各登记簿写同样的名称就归到一起；届次、年度不写在名称里。",
    sentence=lambda one: f"{one.name}（{one.get_level_display()}{one.get_kind_display()}）",
    declared=(
        Field("name", help="通用的名称，不带届次和年份", example="演示省青少年科技创新大赛"),
        Field("kind", help="是奖项、赛事还是计划", example="赛事"),
        Field("level", help="由哪一级设立", example="省级"),
        Field("sponsor", help="设立或主办的单位", example="演示省科协"),
    ),
    columns=("name", "kind", "level", "sponsor", "org"), filters=("kind", "level"), search=("name", "sponsor"),
    order=("name",), known_as=("奖项", "赛事", "人才计划", "评选", "榜单"),
)  # fmt: skip

HONOURS = Register(
    code="honours", title="荣誉", noun="荣誉", unit="项", room=ROOM, room_title=ROOM_TITLE, model=Honour,
    facts=facts.honour_facts, natural_key=("day", "title", "recipient_name"), day="day", check=rules.check_honour,
    after_save=_know_recipient, extra_prefetch=("person", "recipient_org"),
    help="表彰、考核等次、优秀组织单位等，每个获得者一条；几家联合授予的只登记一条。试点、示范、基地的命名登记在“阵地与试点命名”，选手、作品得的奖登记在“赛事成绩”。",
    sentence=_honour_sentence,
    declared=(
        Field("day", help="文件或证书的日期，“获得荣誉几项”按它统计", example="2024-03-05"),
        Field("title", help="文件上的名称，不带年份", example="全省科协工作先进单位"),
        Field("schemes", scheme="scheme", help="属于哪个评选；连续几年获得的每年写同一个，“连续三年”由此得出",
              example="全省科协工作先进单位"),
        Field("kind", help="表彰、考核等次还是评级评优", example="表彰奖励"),
        Field("year", kind=YEAR, label="评选年度", help="评的是哪一年的工作；与授予的年份相同时可不填", example="2024"),
        Field("level", help="由哪一级授予", example="省级"),
        Field("grantors", help="授予的单位，联合授予的都写上，用顿号分开", example="演示省科协、演示省人社厅"),
        Field("grade", help="评了等次的填", example="先进"),
        Field("recipient", help="获得者是哪一类，统计按它分类；是谁在下面三栏里填一栏，个人填姓名", group="获得者", example="科协"),
        Field("recipient_org", help="本系统里的科协、科技馆、学会", group="获得者", example="演示市科协"),
        Field("recipient_body", help="学校、企业、社区、基地等的全称", group="获得者", body_kind="body"),
        Field("recipient_name", help="个人填姓名；项目、报告、团队填名称", group="获得者"),
        Field("employer", help="授予个人的填工作单位", group="获得者"),
        Field("copies", help="一般填1；同类的一批只有总数时填总数", group="其他", example="1"),
        Field("document", help="文件文号、证书编号；报告里的荣誉要能找到出处", group="其他"),
    ),
    columns=("day", "title", "recipient", "recipient_org", "recipient_body", "recipient_name", "level", "grantors",
             "grade", "copies", "org"),
    filters=("kind", "recipient", "level", "grade", "schemes"), totals=("copies",),
    search=("title", "grantors", "recipient_name", "recipient_body__name"), order=("-day", "-pk"),
    known_as=("优秀组织单位", "先进集体", "先进单位", "优秀组织奖", "十佳科技馆", "优秀志愿服务队", "典型案例", "红色档案", "争先创优",
              "表扬信", "考核优秀", "最美科技工作者"),
)  # fmt: skip

RANKS = Register(
    code="ranks", title="排名与等次", noun="排名", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Ranking,
    facts=facts.ranking_facts, natural_key=("day", "subject_matter", "level"), day="day", check=rules.check_ranking,
    help="上级榜单、平台排名里的位次或方阵，照榜单登记并写明出处；没有出处的不登记。",
    sentence=_ranking_sentence,
    declared=(
        Field("day", help="榜单的截止日期", example="2024-12-31"),
        Field("subject_matter", help="按什么排的名，每次写法一致", example="科普信息员数量"),
        Field("schemes", scheme="scheme", help="属于哪个榜单"),
        Field("level", help="在全省排填省级，在全国排填国家级", example="省级"),
        Field("population", help="一共几个单位参加排名", unit="个", example="18"),
        Field("place", help="第几位；只分方阵的留空", unit="位", example="1"),
        Field("tier", help="不排位次、只分档的填", example="第一方阵"),
        Field("source", help="榜单名称、发布单位和日期", example="平台2024年12月全省排名表"),
    ),
    columns=("day", "subject_matter", "level", "place", "population", "tier", "source", "org"),
    filters=("level", "schemes"), search=("subject_matter", "source", "tier"), order=("-day", "-pk"),
    default_basis="external", known_as=("第一方阵", "全省排名", "位次", "榜单"),
)  # fmt: skip

FIRSTS = Register(
    code="firsts", title="首次与唯一", noun="首次事项", unit="项", room=ROOM, room_title=ROOM_TITLE, model=First,
    facts=facts.first_facts, natural_key=("day", "statement"), day="day", check=rules.check_first,
    help="“全省首个”“全国唯一”“首批”一类的说法，要有依据才登记，报告里才能写。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}{one.statement}（{one.get_level_display()}范围{one.get_kind_display()}）",
    declared=(
        Field("day", help="做成的日期", example="2024-05-30"),
        Field("statement", help="完整的一句话，不夸大", example="演示市在全省首个建成科技工作者之家"),
        Field("kind", help="首次、首批、唯一还是最高", example="首次（首个）"),
        Field("level", help="在全省范围填省级", example="省级"),
        Field("among", help="首批、唯一的，全国或全省同样的一共几家（“全国仅3家”填3）", unit="家"),
        Field("evidence", label="出处", help="谁在什么文件、报道里这样说；写明名称和日期", example="演示省科协2024年第6期简报"),
    ),
    columns=("day", "statement", "kind", "level", "among", "evidence", "org"), filters=("kind", "level"),
    search=("statement", "evidence"), order=("-day", "-pk"), default_basis="external",
    known_as=("全省首个", "全国唯一", "首批", "率先", "历史新高", "首次举办"),
)  # fmt: skip

REGISTERS = (SCHEMES, HONOURS, RANKS, FIRSTS)

references.add(references.Reference(Honour, ("recipient_name", "employer"), ("day", "title")))
