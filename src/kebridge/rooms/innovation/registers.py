"""Registers of the innovation room.

What its clerk asks every month, and where the answer is:
1. Which needs came in, which wait for a match, which are solved?     企业技术需求: filter 进展, columns 提出, 对接, 解决日期
2. Has the firm confirmed, and where was it solved?                    企业技术需求: filters 企业已确认, 在哪里解决的
3. How often did experts go out, to how many firms and counties?       专家服务企业: columns 企业, 专家; metrics firms, counties
4. Which societies came, from which level?                             专家服务企业: search by name; metric innovation.societies
5. What was signed, with whom, for how much, and is it only intent?    合作协议与签约: filter 类别, totals 份数, 意向投资, 合同金额
"""

from decimal import Decimal

from django.db.models import Count, Sum

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register, Similar
from kebridge.core.wording.styles import in_wan
from kebridge.rooms.innovation import facts, rules
from kebridge.rooms.innovation.enums import Stage
from kebridge.rooms.innovation.models import Agreement, Need, ServiceVisit, VisitedFirm

ROOM, ROOM_TITLE = "innovation", "创新服务"
_PROGRAMMES = Field("programmes", help="属于哪些品牌活动，用顿号分开", group="归类", example="百会链千企")


def _yuan(fen: int) -> str:
    return f"{in_wan(Decimal(fen) / facts.FEN)}元"


def _need_sentence(need: Need) -> str:
    stage = need.get_stage_display()
    if need.stage == Stage.SOLVED and need.solved_day:
        stage = f"{need.solved_day:%Y年%-m月%-d日}在{need.get_solved_at_display()}解决，企业已确认"
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
    parties = "、".join(sorted(body.name for body in one.parties.all()))
    several = f"{one.copies}项" if one.copies > 1 else ""
    money = [f"意向投资{_yuan(one.investment)}"] if one.investment else []
    money += [f"合同金额{_yuan(one.contract_sum)}"] if one.contract_sum else []
    tail = "".join(f"，{text}" for text in money)
    return f"{one.day:%-m月%-d日}{one.get_kind_display()}“{one.title}”{several}，签约方{parties}{tail}"


NEEDS = Register(
    code="needs", title="企业技术需求", noun="技术需求", unit="项", room=ROOM, room_title=ROOM_TITLE, model=Need,
    facts=facts.need_facts, natural_key=("firm", "title"), day="day", check=rules.check_need,
    help="企业提出的技术难题，一个难题一条；有了进展改同一条。只有企业确认了才算解决。涉及企业秘密的只写能公开的名称。",
    sentence=_need_sentence,
    declared=(
        Field("day", help="企业提出的日期，“征集几项”按它统计", example="2024-03-05"),
        Field("firm", help="企业全称；“几家企业”由此去重", body_kind="firm", example="演示机械有限公司"),
        Field("title", help="能公开的名称，不写技术秘密", example="铸件表面裂纹控制"),
        Field("field", help="技术领域，写一个，大家写法一致", example="新材料"),
        Field("source", help="从哪里得知的这项需求", example="集中征集"),
        _PROGRAMMES,
        Field("stage", help="现在到哪一步", group="进展", example="已解决"),
        Field("matched_day", help="第一次与专家对接的日期；当场解决的可留空", group="进展"),
        Field("solved_day", help="企业确认解决的日期，“解决几项”按它统计", group="进展", example="2024-05-20"),
        Field("solved_at", help="现场解决的选对接会或走访，会后解决的选后续合作", group="进展", example="需求对接会"),
        Field("is_confirmed", help="企业确认问题已解决，选“是”", group="进展", example="是"),
    ),
    columns=("day", "firm", "title", "field", "stage", "matched_day", "solved_day", "solved_at", "is_confirmed", "org"),
    filters=("stage", "source", "solved_at", "is_confirmed", "programmes"), search=("title", "firm__name", "field"),
    order=("-day", "-pk"),
)  # fmt: skip

SERVICE_VISITS = Register(
    code="service_visits", title="专家服务企业", noun="专家服务", unit="次", room=ROOM, room_title=ROOM_TITLE,
    model=ServiceVisit, facts=facts.visit_facts, natural_key=("day", "title"), day="day", check=rules.check_visit,
    similar=Similar("day", "title"),
    help="专家、学会到企业服务，出去一次一条，到的每家企业一行：一次到三家算一次服务、三家次企业。专家本人另在“来访专家”登记。",
    sentence=_visit_sentence,
    declared=(
        Field("day", help="服务的日期；几天的填第一天", example="2024-03-05"),
        Field("title", help="这次服务的名称", example="机械装备专家到演示县服务"),
        Field("kind", help="主要的服务方式", example="把脉问诊"),
        Field("level", help="专家（服务团）由哪一级派出", example="国家级"),
        Field("experts", help="来了几名专家；同一人来两次算两人次", unit="人", example="10"),
        _PROGRAMMES,
        Field("national_societies", help="来的国家级学会全称，用顿号分开", group="学会"),
        Field("provincial_societies", help="来的省级学会全称；“几个省级学会”由此去重", group="学会",
              example="演示省机械工程学会"),
        Field("city_societies", help="参加的市级学会，从本系统组织里选", group="学会"),
    ),
    lines=Lines("firms", VisitedFirm, (
        Field("firm", help="到访企业全称；“几家企业”由此去重", body_kind="firm", example="演示机械有限公司"),
        Field("county", help="企业在哪个县区，写法一致；“几个县区”由此得出", example="演示县"),
        Field("field", help="服务的技术领域，写一个", example="新材料"),
        Field("problems", help="当场诊断的问题数，没有的填0；解决的另在技术需求登记", unit="个", example="2"),
    ), "到访企业", "visit"),
    columns=("day", "title", "kind", "level", "experts", "firm_count", "problems", "provincial_societies", "org"),
    computed=(
        Computed("firm_count", "企业", "家次", sql=Count("firms")),
        Computed("problems", "诊断问题", "个", sql=Sum("firms__problems")),
    ),
    filters=("kind", "level", "programmes"), search=("title", "firms__firm__name", "firms__county", "provincial_societies__name"),
    totals=("experts", "firm_count", "problems"), order=("-day", "-pk"),
)  # fmt: skip

AGREEMENTS = Register(
    code="agreements", title="合作协议与签约", noun="协议", unit="份", room=ROOM, room_title=ROOM_TITLE, model=Agreement,
    facts=facts.agreement_facts, natural_key=("day", "title"), day="day", check=rules.check_agreement,
    similar=Similar("day", "title"),
    help="科协签订、促成、见证的合作协议和签约项目，每份一条。意向投资、合同金额、到账金额是三个数，从不相加。",
    sentence=_agreement_sentence,
    declared=(
        Field("day", help="签订的日期", example="2024-03-05"),
        Field("title", help="协议或签约项目的名称", example="铸造工艺联合研发"),
        Field("kind", help="统计按它分类；只是意向的选意向协议", example="战略合作协议"),
        Field("level", help="外来合作方（联盟）的层级；不分的留空", example="省级"),
        Field("grade", help="定为示范、试点的填，如馆校合作示范校"),
        Field("parties", required=True, help="科协系统以外的签约各方，用顿号分开；“几所学校”由此去重",
              body_kind="body", example="演示大学、演示机械有限公司"),
        Field("copies", help="一般填1；同类的一批只有总数时填总数", unit="份", example="1"),
        Field("programmes", help="在哪个品牌活动上签的", group="归类", example="演示产业会议"),
        Field("schemes", scheme="scheme", help="属于哪个项目计划，先在“奖项赛事与计划”登记", group="归类"),
        Field("investment", help="签约时宣布的总投资，是意向，可写“7亿”", unit="元", scale=facts.FEN, group="金额",
              example="7000000"),
        Field("contract_sum", help="合同写明的金额；没有合同的留空", unit="元", scale=facts.FEN, group="金额"),
    ),
    columns=("day", "title", "kind", "grade", "parties", "copies", "investment", "contract_sum", "org"),
    filters=("kind", "grade", "level", "programmes", "schemes"), search=("title", "parties__name"),
    totals=("copies", "investment", "contract_sum"), order=("-day", "-pk"),
)  # fmt: skip

REGISTERS = (NEEDS, SERVICE_VISITS, AGREEMENTS)
