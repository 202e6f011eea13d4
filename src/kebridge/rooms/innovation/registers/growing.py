"""Investment brought in, firms grown, ventures, and effects that others estimate."""

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register, Similar
from kebridge.core.wording.styles import FEN, yuan
from kebridge.rooms.innovation import facts, rules
from kebridge.rooms.innovation.enums import Band
from kebridge.rooms.innovation.models import Attraction, Cultivation, Impact, Venture
from kebridge.rooms.innovation.registers.common import CHAINS, PLANS, PROGRAMMES, ROOM, ROOM_TITLE


def _attraction_sentence(one: Attraction) -> str:
    firm = f"（{one.firm.name}）" if one.firm_id and one.firm else ""
    return f"招商引资项目“{one.title}”{firm}，计划投入{yuan(one.planned)}，{one.get_stage_display()}"


def _cultivation_sentence(one: Cultivation) -> str:
    entered = f"，{one.entered_day:%Y年%-m月%-d日}入库" if one.entered_day else f"，{one.get_stage_display()}"
    return f"{one.day:%Y年%-m月%-d日}起培育{one.firm.name}成为{one.get_kind_display()}企业{entered}"


def _venture_sentence(one: Venture) -> str:
    return (
        f"{one.day:%Y年%-m月%-d日}{one.get_founder_display()}创业项目“{one.title}”，{one.get_stage_display()}"
    )


def _impact_sentence(one: Impact) -> str:
    return f"{one.title}{one.get_kind_display()}{yuan(one.amount)}（{one.source}估算）"


ATTRACTIONS = Register(
    code="attractions", title="招商引资项目", noun="招商项目", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Attraction,
    facts=facts.attraction_facts, natural_key=("title",), day="day", check=rules.check_attraction,
    similar=Similar("day", "title"), words=dict(Band.choices),
    known_as=("招商引资", "三个一批", "亿元以上项目", "招商线索"),
    help="每个项目一条，走到哪一步就补上哪一步的日期。计划投入是意向，不是到账资金；任务目标在“工作事项”登记。",
    sentence=_attraction_sentence,
    declared=(
        Field("day", help="得到线索的日期", example="2024-02-05"),
        Field("title", help="项目名称", example="演示防护材料项目"),
        Field("firm", help="投资企业全称", body_kind="firm", example="演示投资有限公司"),
        Field("place", help="落在哪个县区（园区）", example="演示县"),
        Field("planned", help="计划投入的总额，可写“1.3亿”；“亿元以上”由它分档", unit="元", scale=FEN, example="130000000"),
        CHAINS,
        PLANS,
        Field("stage", help="现在到哪一步", group="进展", example="拟签约"),
        Field("talks_day", help="开始洽谈的日期", group="进展", example="2024-03-10"),
        Field("to_sign_day", help="谈妥、等待签约（如拟上会研究）的日期", group="进展", example="2024-05-20"),
        Field("signed_day", help="正式签约的日期；没有签的留空", group="进展"),
        Field("started_day", help="开工的日期", group="进展"),
        Field("credited_day", help="主管部门认定、计入招商任务的日期", group="进展"),
        Field("dropped_day", help="谈不成而终止的日期", group="进展"),
        Field("document", help="认定计入的文件", group="进展"),
    ),
    columns=("day", "title", "firm", "place", "planned", "stage", "signed_day", "started_day", "credited_day", "org"),
    filters=("stage", "chains", "plans"), search=("title", "firm__name", "place"), totals=("planned",), order=("-day", "-pk"),
)  # fmt: skip

CULTIVATIONS = Register(
    code="cultivations", title="企业培育", noun="企业培育", unit="家", room=ROOM, room_title=ROOM_TITLE, model=Cultivation,
    facts=facts.cultivation_facts, natural_key=("firm", "kind", "day"), day="day", check=rules.check_cultivation,
    known_as=("四上企业", "培育四上企业", "升规入统", "规上企业入库", "万人助万企", "科技型中小企业培育"),
    help="帮助企业成为四上企业（规上工业、限上商贸、资质建筑业、规上服务业）等，每家每类一条；入库以统计部门的名单为准。",
    sentence=_cultivation_sentence,
    declared=(
        Field("day", help="列入培育的日期", example="2024-01-15"),
        Field("firm", help="企业全称", body_kind="firm", example="演示机械有限公司"),
        Field("kind", help="培育成哪一类企业", example="规模以上工业"),
        Field("place", help="企业在哪个县区", example="演示县"),
        PLANS,
        Field("stage", help="现在到哪一步", group="进展", example="入库"),
        Field("applied_day", help="申报入库的日期", group="进展", example="2024-03-10"),
        Field("entered_day", help="进入名录库的日期，“入库几家”按它统计", group="进展", example="2024-05-20"),
        Field("left_day", help="退库，或不再培育的日期", group="进展"),
        Field("document", help="入库的名单、文件", group="进展"),
    ),
    columns=("day", "firm", "kind", "place", "stage", "applied_day", "entered_day", "left_day", "org"),
    filters=("kind", "stage", "plans"), search=("firm__name", "place", "document"), order=("-day", "-pk"),
)  # fmt: skip

VENTURES = Register(
    code="ventures", title="创业项目", noun="创业项目", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Venture,
    facts=facts.venture_facts, natural_key=("title",), day="day", check=rules.check_venture, similar=Similar("day", "title"),
    known_as=("离岸创新创业", "回乡创业", "海归创业", "引导青年人才回乡创业", "双创项目"),
    help="由科协引来、服务的创业项目，每个一条；落地、孵化毕业各填日期。",
    sentence=_venture_sentence,
    declared=(
        Field("day", help="表达意向的日期", example="2024-02-05"),
        Field("title", help="项目名称", example="演示传感器项目"),
        Field("founder", help="创业的是什么人，不写姓名", example="海外归国人员"),
        Field("firm", help="落地后注册的企业", body_kind="firm"),
        Field("host", help="孵化器、离岸基地等载体", example="演示孵化器"),
        Field("field", help="技术领域，写一个", example="新材料"),
        CHAINS,
        PROGRAMMES,
        Field("stage", help="现在到哪一步", group="进展", example="落地"),
        Field("landed_day", help="注册落地的日期", group="进展", example="2024-06-01"),
        Field("grown_day", help="孵化毕业的日期", group="进展"),
        Field("ended_day", help="终止的日期", group="进展"),
    ),
    columns=("day", "title", "founder", "firm", "host", "field", "stage", "landed_day", "org"),
    filters=("stage", "founder", "chains", "programmes"), search=("title", "firm__name", "host__name", "field"),
    order=("-day", "-pk"),
)  # fmt: skip

IMPACTS = Register(
    code="impacts", title="效益估算", noun="效益估算", unit="条", room=ROOM, room_title=ROOM_TITLE, model=Impact,
    facts=facts.impact_facts, natural_key=("day", "title", "kind"), day="day", check=rules.check_impact,
    known_as=("消费带动", "行业交易额", "带动消费", "经济效益"), default_basis="declared",
    help="活动、展会带动的消费、交易等，由外单位估算，写明谁估的、怎样估的。只是估算，从不与协议、到账金额相加。",
    sentence=_impact_sentence,
    declared=(
        Field("day", help="估算公布的日期，按它统计", example="2024-11-05"),
        Field("title", help="哪个活动、展会带来的", example="演示矿物展"),
        Field("kind", help="是消费、交易还是产值；不同类别可能重叠", example="消费带动"),
        Field("amount", help="估算的金额，可写“50亿”", unit="元", scale=FEN, example="5000000000"),
        Field("source", help="哪个单位估算的，写全称", example="演示市文化和旅游局"),
        Field("method", help="怎样估算的，一句话", example="人均消费乘接待人次"),
        Field("programmes", help="属于哪些品牌活动", group="归类"),
        Field("since", help="估算包括哪天起；不清楚的留空", group="归类"),
        Field("until", help="估算包括到哪天", group="归类"),
    ),
    columns=("day", "title", "kind", "amount", "source", "method", "org"), filters=("kind", "programmes"),
    search=("title", "source"), totals=("amount",), order=("-day", "-pk"),
)  # fmt: skip
