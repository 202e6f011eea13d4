"""Tours of experts, service corps, banks and directories of experts."""

from django.db.models import Max, Sum

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register, Similar
from kebridge.rooms.innovation import facts, rules
from kebridge.rooms.innovation.models import BankSize, Corps, Element, ExpertBank, ExpertTour
from kebridge.rooms.innovation.registers.common import CHAINS, PROGRAMMES, ROOM, ROOM_TITLE


def _tour_sentence(tour: ExpertTour) -> str:
    days = (tour.until - tour.day).days + 1
    return f"{tour.day:%Y年%-m月%-d日}起{tour.get_role_display()}{tour.get_level_display()}“{tour.title}”，为期{days}天"


def _corps_sentence(one: Corps) -> str:
    members = f"，专家{one.members}人" if one.members else ""
    return f"{one.day:%Y年%-m月%-d日}组建{one.get_level_display()}{one.title}，服务{one.field}{members}"


def _bank_sentence(bank: ExpertBank) -> str:
    sizes = list(bank.sizes.all())
    size = f"，{sizes[-1].day:%Y年%-m月%-d日}在库{sizes[-1].persons}人" if sizes else ""
    return f"{bank.day:%Y年%-m月%-d日}{bank.get_role_display()}{bank.get_kind_display()}“{bank.title}”{size}"


TOURS = Register(
    code="expert_tours", title="专家考察活动", noun="考察活动", unit="次", room=ROOM, room_title=ROOM_TITLE, model=ExpertTour,
    facts=facts.tour_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_tour, similar=Similar("day", "title"),
    known_as=("高层次人才国情考察", "国情考察", "五个一", "海智专家行", "院士专家行", "科创中国行", "学会专家行"),
    help="院士专家来几天的考察，一次一条，每个环节一行。来的专家登记在“来访专家”，需求、协议、聘书登记在各自的登记簿，"
    "都写上同一个品牌活动，就能合起来看。",
    sentence=_tour_sentence,
    declared=(
        Field("day", help="第一天", example="2024-05-06"),
        Field("until", help="最后一天；考察几天由首尾算出", example="2024-05-12"),
        Field("title", help="活动名称", example="演示高层次人才考察"),
        Field("level", help="由哪一级组织", example="国家级"),
        Field("role", help="本单位是主办、承办还是协办", example="承办"),
        Field("place", help="到了哪个县区；只在市里的留空"),
        PROGRAMMES,
        CHAINS,
    ),
    lines=Lines("elements", Element, (
        Field("kind", help="哪一种环节；“五个一”就有五种", example="技术诊断"),
        Field("day", help="哪一天", example="2024-05-08"),
        Field("times", help="这一天这种环节几次", unit="次", example="1"),
        Field("title", help="内容，一句话", example="到装备企业诊断"),
    ), "环节", "tour", optional=True),
    columns=("day", "until", "title", "level", "role", "times", "org"),
    computed=(Computed("times", "环节", "次", sql=Sum("elements__times")),),
    filters=("level", "role", "programmes", "chains"), search=("title", "place"), totals=("times",), order=("-day", "-pk"),
)  # fmt: skip

CORPS = Register(
    code="service_corps", title="科技服务团", noun="服务团", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Corps,
    facts=facts.corps_facts, natural_key=("title",), day="day", check=rules.check_corps,
    known_as=("产业科技服务团", "专家服务团", "老专家服务团", "学会联合体"),
    help="服务团组建一个登记一条；出去服务登记在“专家服务企业”，聘请专家登记在“聘任与任职”。还没有组建的写进“工作事项”。",
    sentence=_corps_sentence,
    declared=(
        Field("day", help="组建的日期", example="2024-03-05"),
        Field("title", help="服务团名称", example="演示产业科技服务团"),
        Field("level", help="由哪一级组建", example="市级"),
        Field("field", help="服务领域，写一个", example="医护用品"),
        Field("leader", help="牵头的学会（单位）", example="演示省纺织工程学会"),
        Field("members", help="专家几人；不清楚的留空", unit="人", example="10"),
        Field("place", help="服务哪个县区；全市的留空"),
        CHAINS,
        PROGRAMMES,
        Field("until", help="任期最后一天；没有期限的留空", group="任期"),
    ),
    columns=("day", "title", "level", "field", "leader", "members", "until", "org"),
    filters=("level", "chains", "programmes"), search=("title", "field", "leader__name"), totals=("members",),
    order=("-day", "-pk"),
)  # fmt: skip

BANKS = Register(
    code="expert_banks", title="专家库与名录", noun="专家库（名录）", unit="个", room=ROOM, room_title=ROOM_TITLE,
    model=ExpertBank, facts=facts.bank_facts, natural_key=("title",), day="day", check=rules.check_bank,
    known_as=("专家库", "高层次人才名录", "信息化专家库", "人才智库网络", "老专家资源", "技术经理人库"), default_basis="reported",
    help="专家库、人才名录每个一条，人数隔一段时间看一次，一次一行。库里的人是可以联系的人，来过的在“来访专家”，聘过的在“柔性引进”。"
    "需要逐人管理的登记在“人员”。",
    sentence=_bank_sentence,
    declared=(
        Field("day", help="建成（印发）的日期", example="2024-03-05"),
        Field("title", help="专家库、名录的名称", example="演示市信息化专家库"),
        Field("kind", help="是专家库、名录还是合作方的资源", example="专家库"),
        Field("field", help="领域；综合的留空", example="电子信息"),
        Field("role", help="自建、共建、参与编制还是对方提供", example="共建"),
        Field("partners", help="一起建的单位", group="合作", example="演示市电子信息行业联合会"),
        CHAINS,
        Field("until", help="停用的日期；在用的留空", group="其他"),
    ),
    lines=Lines("sizes", BankSize, (
        Field("day", help="哪天查看的", example="2024-12-31"),
        Field("persons", help="那天库里有几人", unit="人", example="2400"),
        Field("source", help="数从哪里来", example="合作方提供的名单"),
    ), "库内人数", "bank", optional=True, later=True),
    columns=("day", "title", "kind", "field", "role", "largest", "until", "org"),
    computed=(Computed("largest", "库内最多时", "人", sql=Max("sizes__persons")),),
    filters=("kind", "role", "chains"), search=("title", "field", "partners__name"), order=("-day", "-pk"),
)  # fmt: skip
