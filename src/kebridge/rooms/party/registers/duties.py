"""Registers of the duties of Party life: the closed circle, counts only, no names of persons.

What its clerk asks every month, and where the answer is:
1. What does Party life require of us, how often, by which paper?   组织生活要求: column 依据文件, lines 频次要求
2. Which requirement is done, due or overdue?                       page 党务要求完成情况
3. Were the dues paid in time and in full?                          党费收缴: totals; metric party.dues_on_time_rate
4. Which letters were signed, which sites and posts do we keep?     责任书, 党建阵地与台账, 党务岗位
5. What did checks find, is it put right, was there any breach?     检查与提醒: totals; 违纪情况 and its 零报告
"""

from kebridge.core.records.fields import MONTH, Field
from kebridge.core.records.register import Lines, Register
from kebridge.core.wording.styles import FEN
from kebridge.rooms.party.facts import duties as facts
from kebridge.rooms.party.models import (
    Breach,
    PartyCheck,
    PartyDues,
    PartyFacility,
    PartyObligation,
    PartyPost,
    Requirement,
    ResponsibilityLetter,
)
from kebridge.rooms.party.registers.common import CLOSED
from kebridge.rooms.party.rules import duties as rules

OBLIGATIONS = Register(
    code="party_obligations", title="组织生活要求", noun="组织生活要求", unit="项", model=PartyObligation,
    facts=facts.obligation_facts, natural_key=("system", "holder", "since"), day="since", check=rules.check_obligation,
    **CLOSED, is_reference=True, known_as=("三级四岗责任清单", "一岗双责", "党建责任清单", "学习制度"),
    help="党内制度和它要求的次数，每项制度一条，注明依据文件；次数改了就把原来的填截止日期，另登一条。系统据此算出完成、待办、逾期。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}起，{one.get_holder_display()}执行{one.get_system_display()}",
    declared=(
        Field("system", help="是哪项制度，统计按它分类", example="三会一课制度"),
        Field("holder", help="由哪个党组织执行", example="机关支部"),
        Field("since", help="从哪天起执行这个次数", example="2024-01-01"),
        Field("until", help="执行到哪天；现行的留空"),
        Field("document", help="次数出自哪份文件，各地规定不同", example="演示市直机关党支部工作规定"),
    ),
    lines=Lines("requirements", Requirement, (
        Field("what", help="要求做什么，一项一行；没有规定次数的制度不用填", example="支部党员大会要求"),
        Field("times", help="每个周期至少几次（谈话按人次）", unit="次", example="1"),
        Field("per", help="按月、季度、半年还是年", example="每季度"),
    ), "频次要求", "obligation", optional=True),
    columns=("system", "holder", "since", "until", "document", "org"), filters=("system", "holder"),
    search=("document",), order=("system", "-since"),
)  # fmt: skip

DUES = Register(
    code="party_dues", title="党费收缴", noun="党费收缴", unit="个", model=PartyDues, facts=facts.dues_facts,
    natural_key=("day",), day="day", recurs=True, check=rules.check_dues, **CLOSED, known_as=("党费台账", "党费收缴台账"),
    help="每月党费收缴的人数和金额，每月一条；不记党员姓名。",
    sentence=lambda one: f"{one.day:%Y年%-m月}应缴党费{one.members}人，按时足额缴纳{one.on_time}人",
    declared=(
        Field("day", begins=MONTH, help="哪个月的，填当月1日", example="2024-03-01"),
        Field("members", help="当月应缴党费的党员数", unit="人", example="9"),
        Field("on_time", help="按时足额缴纳的党员数", unit="人", example="9"),
        Field("owed", help="当月应缴的金额", unit="元", scale=FEN, example="620"),
        Field("paid", help="当月实缴的金额", unit="元", scale=FEN, example="620"),
    ),
    columns=("day", "members", "on_time", "owed", "paid", "org"), totals=("members", "on_time", "owed", "paid"),
    order=("-day", "-pk"),
)  # fmt: skip

LETTERS = Register(
    code="party_letters", title="责任书", noun="责任书", unit="份", model=ResponsibilityLetter, facts=facts.letter_facts,
    natural_key=("day", "title"), day="day", recurs=True, check=rules.check_letter, **CLOSED, known_as=("目标责任书", "权责清单"),
    help="签订的责任书、承诺书，一批一条，填份数；不记签订人姓名。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}签订{one.title}{one.copies}份",
    declared=(
        Field("day", help="签订的日期", example="2024-02-20"),
        Field("kind", help="是哪类责任书", example="党风廉政建设目标责任书"),
        Field("title", help="名称，写明哪一级与哪一级签", example="党组与各科室党风廉政建设目标责任书"),
        Field("copies", help="一共签了几份", unit="份", example="6"),
    ),
    columns=("day", "kind", "title", "copies", "org"), filters=("kind",), search=("title",), totals=("copies",),
    order=("-day", "-pk"),
)  # fmt: skip

FACILITIES = Register(
    code="party_facilities", title="党建阵地与台账", noun="阵地", unit="个", model=PartyFacility,
    facts=facts.facility_facts, natural_key=("title", "since"), day="since", check=rules.check_span, **CLOSED,
    known_as=("党员活动室", "党员信息库", "党费台账"),
    help="党员活动室、党员信息库、党费台账等，每个一条。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}起设有{one.title}（{one.get_kind_display()}）",
    declared=(
        Field("kind", help="是哪类阵地或台账", example="党员活动室"),
        Field("title", help="名称", example="演示机关支部党员活动室"),
        Field("since", help="启用的日期", example="2022-07-01"),
        Field("until", help="停用前的最后一天；在用的留空"),
    ),
    columns=("title", "kind", "since", "until", "org"), filters=("kind",), search=("title",), order=("kind", "title"),
)  # fmt: skip

POSTS = Register(
    code="party_posts", title="党务岗位", noun="岗位", unit="个", model=PartyPost, facts=facts.post_facts,
    natural_key=("title", "since"), day="since", check=rules.check_span, **CLOSED,
    known_as=("意识形态风险提醒人", "第一责任人", "直接责任人", "纪检委员"),
    help="明确的提醒人、责任人、委员等，每个岗位一条，只记人数，不记姓名。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}起明确{one.title}{one.people}名",
    declared=(
        Field("kind", help="是什么岗位", example="意识形态风险提醒人"),
        Field("title", help="岗位的全称，不写姓名", example="意识形态风险提醒人"),
        Field("people", help="明确了几名", unit="名", example="1"),
        Field("since", help="从哪天起", example="2024-01-10"),
        Field("until", help="到哪天为止；在任的留空"),
    ),
    columns=("title", "kind", "people", "since", "until", "org"), filters=("kind",), search=("title",),
    totals=("people",), order=("kind", "title"),
)  # fmt: skip

CHECKS = Register(
    code="party_checks", title="检查与提醒", noun="检查", unit="次", model=PartyCheck, facts=facts.check_facts,
    natural_key=("day", "kind", "title"), day="day", recurs=True, check=rules.check_check, **CLOSED,
    known_as=("节前检查", "专项检查", "通报整改", "意识形态风险研判", "风险提醒", "查摆剖析"),
    help="节前专项检查、督查、意识形态风险研判和提醒，每次一条；只记问题个数和整改个数，不写对象和内容。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}{one.get_kind_display()}“{one.title}”，发现问题{one.found}个，整改{one.rectified}个",
    declared=(
        Field("day", help="检查、研判、提醒的日期", example="2024-02-05"),
        Field("kind", help="是检查、研判还是提醒", example="专项检查"),
        Field("occasion", help="节日前后的检查选是哪个节日；“围绕几个节日”由此得出", example="春节"),
        Field("title", help="检查什么，不写姓名和具体问题", example="公车使用和值班情况"),
        Field("found", help="发现几个问题；没有填0", unit="个", example="1"),
        Field("rectified", help="其中完成整改的几个", unit="个", example="1"),
    ),
    columns=("day", "kind", "occasion", "title", "found", "rectified", "org"), filters=("kind", "occasion"),
    search=("title",), totals=("found", "rectified"), order=("-day", "-pk"),
)  # fmt: skip

BREACHES = Register(
    code="party_breaches", title="违纪情况", noun="违纪情况", unit="条", model=Breach, facts=facts.breach_facts,
    natural_key=("day", "kind"), day="day", check=rules.check_breach, **CLOSED, known_as=("违纪违法", "派驻纪检组"),
    help="本单位人员违纪违法的起数，按月登记，不记姓名和案情。没有发生的作零报告：“没有发生一起”由零报告证明，不由空白证明。",
    sentence=lambda one: f"{one.day:%Y年%-m月}{one.get_kind_display()}方面{one.cases}起",
    declared=(
        Field("day", begins=MONTH, help="哪个月的，填当月1日", example="2024-03-01"),
        Field("kind", help="违反哪类纪律", example="工作纪律"),
        Field("cases", help="发生几起", unit="起", example="1"),
    ),
    columns=("day", "kind", "cases", "org"), filters=("kind",), totals=("cases",), order=("-day", "-pk"),
)  # fmt: skip

REGISTERS = (OBLIGATIONS, DUES, LETTERS, FACILITIES, POSTS, CHECKS, BREACHES)
