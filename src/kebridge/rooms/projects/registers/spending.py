"""Registers of the money that the association itself gives, plans and spends.

What its clerk asks every month, and where the answer is:
1. Which projects of societies do we support, which are accepted?   资助项目: filters 用途, 项目计划, 进展, column 验收结果
2. What is the budget of this line after its adjustments?           预算: lines 预算版本; metric projects.money_budgeted
3. How much was spent on what, from which money?                    支出: filters 用途, 资金来源, total 金额
4. How much of the budget is executed?                              metric projects.execution_rate
5. What did this programme or task cost?                            支出: filters 品牌活动, 工作框架与事项, total 金额
"""

from kebridge.core.records.fields import NUMBER, YEAR, Field
from kebridge.core.records.register import Lines, Register, Similar
from kebridge.core.wording.styles import FEN, yuan
from kebridge.rooms.projects import facts, rules
from kebridge.rooms.projects.models import Budget, BudgetVersion, Spending, Support
from kebridge.rooms.projects.registers.common import ROOM, ROOM_TITLE

_SCHEMES = Field("schemes", scheme="scheme", help="属于哪个项目计划，先在“奖项赛事与计划”登记", group="归类")
_PROGRAMMES = Field("programmes", help="用在哪些品牌活动上", group="归类")


def _support_sentence(one: Support) -> str:
    money = f"，资助{yuan(one.amount)}" if one.amount else ""
    return (
        f"{one.day:%Y年%-m月%-d日}立项支持{one.holder.name}“{one.title}”{money}，{one.get_status_display()}"
    )


def _budget_sentence(one: Budget) -> str:
    lines = list(one.versions.all())
    now = f"，{lines[-1].get_version_display()}{yuan(lines[-1].amount)}" if lines else ""
    return f"{one.year}年{one.title}{now}"


SUPPORTS = Register(
    code="supports", title="资助项目", noun="资助项目", unit="项", room=ROOM, room_title=ROOM_TITLE, model=Support,
    facts=facts.support_facts, natural_key=("day", "title", "holder"), day="day", check=rules.check_support,
    similar=Similar("day", "title"), sentence=_support_sentence,
    known_as=("学会能力提升项目", "学会能力提升", "资助项目", "立项", "项目验收"),
    help="本级立项、资助学会和基层的项目，一个一条，验收改同一条。向别人争取来的登记在“争取资金与项目”。",
    declared=(
        Field("day", help="立项文件的日期，“实施几项”按它统计", example="2024-03-05"),
        Field("title", help="项目名称", example="演示学会学术交流能力提升"),
        Field("holder", help="承担项目的学会或单位全称", body_kind="body", example="演示市茶叶学会"),
        Field("purpose", help="钱用在哪方面，统计按它分类", example="学会能力提升"),
        Field("amount", help="资助多少，可写“2万”；不给钱的留空", unit="元", scale=FEN, example="20000"),
        Field("status", help="现在到哪一步", group="进展", example="实施中"),
        Field("ended", help="验收或终止的日期", group="进展"),
        Field("result", help="验收的结果", group="进展"),
        Field("document", help="立项文件的文号", group="其他"),
        _SCHEMES, _PROGRAMMES,
    ),
    columns=("day", "title", "holder", "purpose", "schemes", "amount", "status", "ended", "result", "org"),
    filters=("status", "purpose", "schemes", "programmes"), search=("title", "holder__name"), totals=("amount",),
    order=("-day", "-pk"),
)  # fmt: skip

BUDGETS = Register(
    code="budgets", title="预算", noun="预算", unit="项", room=ROOM, room_title=ROOM_TITLE, model=Budget,
    facts=facts.budget_facts, natural_key=("year", "title"), check=rules.check_budget, sentence=_budget_sentence,
    known_as=("部门预算", "科普经费", "预算调整", "预算执行"),
    help="年度预算的每个项目一条；年初批复一行，每次调整再加一行，填调整后的总额。执行率由它和“支出”算出。",
    declared=(
        Field("year", kind=YEAR, help="哪一年的预算", example="2024"),
        Field("title", help="预算项目的名称", example="科普专项经费"),
        Field("purpose", help="钱用在哪方面", example="科普活动"),
        Field("document", help="批复文件的文号"),
    ),
    lines=Lines("versions", BudgetVersion, (
        Field("version", help="年初批复还是后来调整", example="年初预算"),
        Field("day", help="批复的日期，要在预算年度内", example="2024-01-20"),
        Field("amount", kind=NUMBER, scale=FEN, help="这一版的总额，不是增减数", unit="元", example="500000"),
    ), "预算版本", "budget"),
    columns=("year", "title", "purpose", "document", "org"), filters=("purpose",), search=("title", "document"),
    order=("-year", "title"),
)  # fmt: skip

SPENDINGS = Register(
    code="spendings", title="支出", noun="支出", unit="笔", room=ROOM, room_title=ROOM_TITLE, model=Spending,
    facts=facts.spending_facts, natural_key=("day", "title", "purpose"), day="day", check=rules.check_spending,
    similar=Similar("day", "title"), known_as=("投入资金", "经费支出", "科普基础设施投入", "执行数"),
    help="花出去的钱，一笔一条；可以按月、按项目合计登记，不登记账号和个人。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}{one.title}支出{yuan(one.amount)}",
    declared=(
        Field("day", help="支出的日期；合计登记的填最后一天", example="2024-03-05"),
        Field("title", help="用来做什么，不写个人；同一天同一事由、用途的合成一笔，或者在事由里区分", example="科普大篷车展品更新"),
        Field("purpose", help="用途，统计按它分类", example="科普基础设施"),
        Field("source", help="钱从哪里来；预算执行率只算本级预算", example="本级预算"),
        Field("amount", help="金额，可写“2万”", unit="元", scale=FEN, example="20000"),
        Field("voucher", help="凭证或文件的编号", group="其他"),
        _SCHEMES, _PROGRAMMES,
        Field("items", scheme="plan", help="为哪个框架、事项或任务花的", group="归类"),
    ),
    columns=("day", "title", "purpose", "source", "amount", "org"),
    filters=("purpose", "source", "schemes", "programmes", "items"), search=("title", "voucher"), totals=("amount",),
    order=("-day", "-pk"),
)  # fmt: skip

REGISTERS = (SUPPORTS, BUDGETS, SPENDINGS)
