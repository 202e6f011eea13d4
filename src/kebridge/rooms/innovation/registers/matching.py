"""Needs of firms, trips of experts to firms, and what was signed."""

from django.db.models import Count, Max, Q, Sum

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register, Similar
from kebridge.core.wording.styles import FEN, yuan
from kebridge.rooms.innovation import facts, rules
from kebridge.rooms.innovation.enums import Money, Occasion, Party, Stage
from kebridge.rooms.innovation.models import Agreement, Contact, Need, Payment, ServiceVisit, VisitedFirm
from kebridge.rooms.innovation.registers.common import CHAINS, PROGRAMMES, ROOM, ROOM_TITLE

_PARTIES = ("societies", "universities", "enterprises", "counties", "parties")


def _need_sentence(need: Need) -> str:
    stage = need.get_stage_display()
    if need.stage == Stage.SOLVED and need.solved_day:
        where = "" if need.solved_at == Occasion.OTHER_OCCASION else f"经{need.get_solved_at_display()}"
        stage = f"{need.confirmed_day or need.solved_day:%Y年%-m月%-d日}{where}解决，企业已确认"
    return f"{need.day:%Y年%-m月%-d日}{need.firm.name}提出技术需求“{need.title}”，{stage}"


def _visit_sentence(visit: ServiceVisit) -> str:
    firms = list(visit.firms.all())
    came = [f"{visit.experts}名专家"] if visit.experts else []
    societies = (visit.national_societies, visit.provincial_societies, visit.city_societies)
    count = sum(len(one.all()) for one in societies)
    came += [f"{count}家学会"] if count else []
    where = firms[0].firm.name if len(firms) == 1 else f"{len(firms)}家企业"
    return f"{visit.day:%-m月%-d日}{visit.title}：{'、'.join(came)}到{where}{visit.get_kind_display()}"


def _agreement_sentence(one: Agreement) -> str:
    parties = "、".join(sorted(body.name for name in _PARTIES for body in getattr(one, name).all()))
    several = f"{one.copies}项" if one.copies > 1 else ""
    money = [f"意向投资{yuan(one.investment)}"] if one.investment else []
    money += [f"合同金额{yuan(one.contract_sum)}"] if one.contract_sum else []
    tail = "".join(f"，{text}" for text in money)
    return f"{one.day:%-m月%-d日}{one.get_kind_display()}“{one.title}”{several}，签约方{parties}{tail}"


NEEDS = Register(
    code="needs", title="企业技术需求", noun="技术需求", unit="项", room=ROOM, room_title=ROOM_TITLE, model=Need,
    facts=facts.need_facts, natural_key=("firm", "title"), day="day", check=rules.check_need,
    known_as=("技术难题", "科技需求对接", "关键技术需求", "需求库", "问题库", "揭榜挂帅", "科技力量对接工程", "县区技术对接", "产学研对接", "产学研服对接", "三库"),
    help="企业提出的技术难题，一个难题一条；走到哪一步就改进展、补日期，每次对接、回访一行。只有企业确认了才算解决。"
    "涉及企业秘密的只写能公开的名称。",
    sentence=_need_sentence,
    declared=(
        Field("day", help="企业提出的日期，“征集几项”按它统计", example="2024-03-05"),
        Field("firm", help="企业全称；“几家企业”由此去重", body_kind="firm", example="演示机械有限公司"),
        Field("title", help="能公开的名称，不写技术秘密", example="铸件表面裂纹控制"),
        Field("field", help="技术领域，写一个，大家写法一致", example="新材料"),
        Field("weight", help="是一般需求还是关键技术难题；不分的留空", example="关键技术难题"),
        Field("offered", help="企业开出的悬赏（榜单）金额，是意向；没有的留空", unit="元", scale=FEN),
        Field("source", help="从哪里得知的这项需求", example="集中征集"),
        PROGRAMMES,
        CHAINS,
        Field("stage", help="现在到哪一步；选“已解决”的，下面填解决日期、在哪里解决的，并在“企业已确认”选“是”", group="进展", example="已解决"),
        Field("matched_day", help="第一次与专家对接的日期；当场解决的可留空", group="进展"),
        Field("started_day", help="立项或签合作协议的日期；没有的留空", group="进展"),
        Field("solved_day", help="专家拿出办法、问题解决的日期；企业确认日期没有另填的，按它统计", group="进展",
              example="2024-05-20"),
        Field("solved_at", help="现场解决的选对接会或走访，会后解决的选后续合作", group="进展", example="需求对接会"),
        Field("is_confirmed", help="企业确认问题已解决，选“是”", group="进展", example="是"),
        Field("confirmed_day", help="企业确认的日期，“解决几项”按它统计；与解决日期相同的留空", group="进展"),
        Field("confirmer", help="企业里由谁确认，或凭什么确认；不写姓名", group="进展", example="企业技术负责人"),
        Field("ended_day", help="没有解决而终止的日期，从这天起不算未办结", group="进展"),
        Field("end_reason", help="为什么终止", group="进展"),
    ),
    lines=Lines("contacts", Contact, (
        Field("day", help="对接、诊断、回访的日期", example="2024-04-10"),
        Field("kind", help="怎样对接的；30天、90天、180天回访选回访", example="到企业诊断"),
        Field("partner", help="来对接的学会、高校、企业；“几家对接方”由此去重", example="演示省机械工程学会"),
        Field("result", help="结果一句话，不写技术秘密", example="两周内提交方案"),
        Field("due", help="约定的下一步期限；没有的留空"),
    ), "对接与回访", "need", optional=True),
    columns=("day", "firm", "title", "field", "stage", "matched_day", "started_day", "solved_day", "solved_at", "is_confirmed",
             "ended_day", "contacted", "next_due", "org"),
    computed=(Computed("contacted", "对接与回访", "次", sql=Count("contacts")),
              Computed("next_due", "下一步期限", sql=Max("contacts__due"))),
    filters=("stage", "weight", "source", "solved_at", "is_confirmed", "confirmer", "programmes", "chains"), search=("title", "firm__name", "field"),
    order=("-day", "-pk"),
)  # fmt: skip

SERVICE_VISITS = Register(
    code="service_visits", title="专家服务企业", noun="专家服务", unit="次", room=ROOM, room_title=ROOM_TITLE,
    model=ServiceVisit, facts=facts.visit_facts, natural_key=("day", "title"), day="day", recurs=True, check=rules.check_visit,
    similar=Similar("day", "title"),
    known_as=("把脉问诊", "技术指导", "百会链千企", "科技服务团服务", "学会技术服务", "学会入企", "企业服务日", "海外专家指导"),
    help="专家、学会到企业服务，出去一次一条，到的每家企业一行：一次到三家算一次服务、三家次企业。专家本人另在“来访专家”登记。",
    sentence=_visit_sentence,
    declared=(
        Field("day", help="服务的日期；几天的填第一天", example="2024-03-05"),
        Field("title", help="这次服务的名称", example="机械装备专家到演示县服务"),
        Field("kind", help="主要的服务方式", example="把脉问诊"),
        Field("level", help="专家（服务团）由哪一级派出", example="国家级"),
        Field("experts", help="来了几名专家；同一人来两次算两人次；填0的，下面要写来了哪些学会", unit="人", example="10"),
        PROGRAMMES,
        CHAINS,
        Field("national_societies", help="来的国家级学会全称，用顿号分开", group="学会"),
        Field("provincial_societies", help="来的省级学会全称；“几个省级学会”由此去重", group="学会",
              example="演示省机械工程学会"),
        Field("city_societies", help="参加的市级学会，从本系统组织里选", group="学会"),
    ),
    lines=Lines("firms", VisitedFirm, (
        Field("firm", help="到访企业全称；“几家企业”由此去重", body_kind="firm", example="演示机械有限公司"),
        Field("county", help="企业在哪个县区，写法一致；“几个县区”由此得出", example="演示县"),
        Field("field", help="服务的技术领域，写一个", example="新材料"),
        Field("sessions", help="一般填1；同一家连续指导几次的填次数，“技术指导几次”由此相加", unit="次", example="1"),
        Field("problems", help="当场诊断的问题数，没有的填0；解决的另在技术需求登记", unit="个", example="2"),
    ), "到访企业", "visit"),
    columns=("day", "title", "kind", "level", "experts", "firm_count", "sessions", "problems", "provincial_societies", "org"),
    computed=(
        Computed("firm_count", "企业", "家次", sql=Count("firms")),
        Computed("sessions", "服务次数", "次", sql=Sum("firms__sessions")),
        Computed("problems", "诊断问题", "个", sql=Sum("firms__problems")),
    ),
    filters=("kind", "level", "programmes", "chains"), search=("title", "firms__firm__name", "firms__county", "provincial_societies__name"),
    totals=("experts", "firm_count", "sessions", "problems"), order=("-day", "-pk"),
)  # fmt: skip

AGREEMENTS = Register(
    code="agreements", title="合作协议与签约", noun="协议", unit="份", room=ROOM, room_title=ROOM_TITLE, model=Agreement,
    facts=facts.agreement_facts, natural_key=("day", "title"), day="day", check=rules.check_agreement,
    similar=Similar("day", "title"),
    known_as=("战略合作协议", "现场签约项目", "产学研合作协议", "技术合同登记", "馆校合作协议", "海归创业联合体", "联盟协议"),
    help="科协签订、促成、见证的合作协议和签约项目，每份一条；每笔到账、支出一行。意向投资、合同金额、到账、支出是四个数，从不相加。",
    sentence=_agreement_sentence,
    declared=(
        Field("day", help="签订的日期", example="2024-03-05"),
        Field("title", help="协议或签约项目的名称", example="铸造工艺联合研发"),
        Field("kind", help="统计按它分类；只是意向的选意向协议", example="战略合作协议"),
        Field("level", help="外来合作方（联盟）的层级；不分的留空", example="省级"),
        Field("grade", help="定为示范、试点的填，如馆校合作示范校"),
        Field("societies", help="签约的学会，用顿号分开；“几家学会”由此去重", group="签约方", example="演示省制冷学会"),
        Field("universities", help="签约的高校、科研院所", group="签约方", example="演示大学"),
        Field("enterprises", help="签约的企业", body_kind="firm", group="签约方", example="演示机械有限公司"),
        Field("counties", help="签约的县区、园区", body_kind="county", group="签约方"),
        Field("parties", help="科协系统以外的其他签约方（学校、医院等）；分不清类别的也写这里", group="签约方",
              body_kind="body", example="演示县第一小学"),
        Field("copies", help="一般填1；同类的一批只有总数时填总数", unit="份", example="1"),
        Field("programmes", help="在哪个品牌活动上签的", group="归类", example="演示产业会议"),
        Field("schemes", scheme="scheme", help="属于哪个项目计划，先在“奖项赛事与计划”登记", group="归类"),
        CHAINS,
        Field("investment", help="签约时宣布的总投资，是意向，可写“7亿”", unit="元", scale=FEN, group="金额",
              example="7000000"),
        Field("contract_sum", help="合同写明的金额（成交额）；没有合同的留空", unit="元", scale=FEN, group="金额"),
        Field("contract_type", help="技术合同的类型", group="合同登记", example="技术开发"),
        Field("registered_day", help="技术合同认定登记的日期，“登记几份”按它统计", group="合同登记"),
        Field("registration", help="认定登记编号", group="合同登记"),
        Field("technical_sum", help="登记机构核定的技术交易额，是成交额里的一部分，从不相加", unit="元", scale=FEN,
              group="合同登记"),
    ),
    lines=Lines("payments", Payment, (
        Field("day", help="到账、支出的日期", example="2024-10-10"),
        Field("kind", help="是到账还是支出", example="到账"),
        Field("amount", help="这一笔的金额", unit="元", scale=FEN, example="200000"),
        Field("purpose", help="作什么用，不写涉密内容", example="首期研发经费"),
    ), "到账与支出", "agreement", optional=True, later=True),
    columns=("day", "title", "kind", "grade", "societies", "universities", "enterprises", "parties", "copies", "investment",
             "contract_sum", "received", "spent", "org"),
    computed=(
        Computed("received", "到账", "元", scale=FEN,
                 sql=Sum("payments__amount", filter=Q(payments__kind=Money.RECEIVED))),
        Computed("spent", "支出", "元", scale=FEN,
                 sql=Sum("payments__amount", filter=Q(payments__kind=Money.SPENT))),
    ),
    filters=("kind", "grade", "level", "contract_type", "programmes", "schemes", "chains"),
    search=("title", "parties__name", "societies__name", "universities__name", "enterprises__name"),
    words=dict(Party.choices), totals=("copies", "investment", "contract_sum", "received", "spent"), order=("-day", "-pk"),
)  # fmt: skip
