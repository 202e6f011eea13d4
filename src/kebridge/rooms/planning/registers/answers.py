"""Registers of what the association answers for.

What its clerk asks every month, and where the answer is:
1. Which papers came in, which are still to be dealt with, by when?   来文: columns 办理时限, 办结日期; in the inbox
2. Which targets were assigned to us, how far are we?                 上级下达目标: lines 完成情况, column 达标日期
3. Which problems did we admit or were pointed out, which stand?      问题与整改: filter 来源, column 完成整改日期
4. What did we score, computed and given, why the difference?         考核: lines 考核项目
5. Which letters of praise did we receive this term?                  来文: filter 类别; metric planning.incoming
"""

from django.db.models import Sum

from kebridge.core.records import binding
from kebridge.core.records.fields import NUMBER, YEAR, Field
from kebridge.core.records.register import Computed, Lines, Register, Similar
from kebridge.core.wording.styles import FEN
from kebridge.rooms.planning.facts import answers as facts
from kebridge.rooms.planning.models import (
    Achievement,
    Assessment,
    IncomingDocument,
    Problem,
    Score,
    Target,
)
from kebridge.rooms.planning.registers.common import ROOM, ROOM_TITLE
from kebridge.rooms.planning.rules import answers as rules

_ITEMS = Field("items", scheme="plan", help="属于哪个框架、事项或任务", group="归类")
_SCHEMES = Field("schemes", scheme="scheme", help="属于哪个考核方案，先在“奖项赛事与计划”登记", group="归类")


def _problem_sentence(one: Problem) -> str:
    ended = f"，{one.addressed:%Y年%-m月%-d日}完成整改" if one.addressed else "，正在整改"
    return f"{one.title}（{one.get_source_display()}）{ended}"


def _target_sentence(one: Target) -> str:
    ended = f"，{one.met:%Y年%-m月%-d日}达标" if one.met else ""
    return f"{one.since:%Y年%-m月%-d日}至{one.until:%Y年%-m月%-d日}{one.assigner}下达“{one.title}”{ended}"


INCOMING = Register(
    code="incoming_documents", title="来文", noun="来文", unit="份", room=ROOM, room_title=ROOM_TITLE,
    model=IncomingDocument, facts=facts.incoming_facts, natural_key=("day", "title", "sender"), day="day",
    check=rules.check_incoming, similar=Similar("day", "title"),
    known_as=("来文", "收文", "上级通知", "表扬信", "致信", "写入政府工作报告", "批复", "督办单", "反邪教宣传月通知"),
    help="上级和其他单位来的通知、批复、表扬信等，一份一条；被写入上级文件、报告的选“写入上级文件”。只登记标题和文号，涉密文件一律不登记。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}收到{one.sender}{one.get_kind_display()}《{one.title}》",
    declared=(
        Field("day", help="收文的日期；写入上级文件的填文件日期", example="2024-03-05"),
        Field("kind", help="是通知、批复还是表扬信，统计按它分类", example="通知"),
        Field("title", help="标题，不加书名号", example="关于开展全市宣传月活动的通知"),
        Field("sender", help="来文单位，联合来文的都写上", example="演示省科协"),
        Field("level", help="来文单位的层级", example="省级"),
        Field("reference", help="文号；没有的留空"),
        Field("due", help="要求办结的日期；不用办理的留空", group="办理", example="2024-06-30"),
        Field("handled", help="实际办结的日期", group="办理"),
        Field("programmes", help="按它开展了哪个品牌活动", group="归类"),
        _ITEMS,
    ),
    columns=("day", "kind", "title", "sender", "level", "due", "handled", "org"),
    filters=("kind", "level", "programmes", "items"), search=("title", "sender", "reference"), order=("-day", "-pk"),
)  # fmt: skip

TARGETS = Register(
    code="targets", title="上级下达目标", noun="目标", unit="项", room=ROOM, room_title=ROOM_TITLE, model=Target,
    facts=facts.target_facts, natural_key=("title", "since"), day="since", check=rules.check_target,
    sentence=_target_sentence,
    known_as=("目标责任书", "年度目标任务", "招商引资目标", "培育四上企业目标", "十四五目标", "目标绩效"),
    help="上级下达的年度或五年目标，每项一条。完成情况按下达单位的算法登记；能从别的登记簿算出的，选好指标，不重复登记。",
    declared=(
        Field("kind", help="是哪方面的目标", example="招商引资"),
        Field("title", help="目标的名称", example="完成1亿元以上招商引资项目1个"),
        Field("assigner", help="由谁下达", example="演示市政府"),
        Field("since", help="从哪天起算", example="2024-01-01"),
        Field("until", help="到哪天为止", example="2024-12-31"),
        Field("metric", help="完成情况看哪个指标；按下面登记的完成情况算的留空", choices=binding.choices, group="目标值"),
        Field("limits", help="指标怎样限定，写成“类别=…”；不限定的留空", group="目标值"),
        Field("target", kind=NUMBER, scale=binding.MILLIONTHS, help="要完成多少", group="目标值", example="1"),
        Field("unit", help="目标值的单位", group="目标值", example="个"),
        Field("floor", help="规定多大的项目才算，填金额；没有门槛的留空", unit="元", scale=FEN, group="目标值", example="100000000"),
        Field("met", help="认定达标的日期；没有达标的留空", group="完成"),
        _SCHEMES, _ITEMS,
    ),
    lines=Lines("achievements", Achievement, (
        Field("day", help="算作完成的日期", example="2024-05-30"),
        Field("what", help="完成了什么", example="演示新材料项目"),
        Field("quantity", help="完成了多少，按目标的单位", example="1"),
    ), "完成情况", "target", optional=True, later=True),
    columns=("title", "kind", "assigner", "since", "until", "target", "unit", "met", "org"),
    filters=("kind", "schemes", "items"), search=("title", "assigner"), order=("-since", "title"),
)  # fmt: skip

PROBLEMS = Register(
    code="problems", title="问题与整改", noun="问题", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Problem,
    facts=facts.problem_facts, natural_key=("day", "title"), day="day", check=rules.check_problem,
    similar=Similar("day", "title"), sentence=_problem_sentence,
    known_as=("存在的问题", "不足", "短板", "整改台账", "问题清单", "巡察整改", "检查反馈"),
    help="总结里承认的问题，调研、督查、考核指出的问题，每个一条；整改完成改同一条。党风廉政方面的登记在“检查与提醒”。",
    declared=(
        Field("day", help="提出的日期；总结里写的填总结时期的最后一天", example="2024-06-25"),
        Field("source", help="怎么发现的", example="自查（总结）"),
        Field("title", help="问题是什么，一句话，不点人名", example="对基层的指导不够"),
        Field("area", help="哪个方面，短名称", example="基层组织"),
        Field("visit", help="调研检查指出的，写“领导调研与慰问”里那次的内容"),
        Field("owner", help="哪个科室整改，不写人名", example="科普部", group="整改"),
        Field("measures", help="采取什么措施", group="整改"),
        Field("due", help="什么时候以前改完", example="2024-12-31", group="整改"),
        Field("addressed", help="改完的日期", group="整改"),
        _ITEMS,
    ),
    columns=("day", "source", "title", "area", "owner", "due", "addressed", "org"), filters=("source", "items"),
    search=("title", "area", "visit", "owner"), order=("-day", "-pk"),
)  # fmt: skip

ASSESSMENTS = Register(
    code="assessments", title="考核", noun="考核", unit="次", room=ROOM, room_title=ROOM_TITLE, model=Assessment,
    facts=facts.assessment_facts, natural_key=("year", "title"), day="day", recurs=True, check=rules.check_assessment,
    sentence=lambda one: f"{one.year}年度{one.title}{one.get_result_display()}",
    known_as=("绩效考核", "目标绩效考评", "综合绩效考核", "平安建设考核", "财政绩效自评", "考核指标"),
    help="接受的考核、对下级的考核、纳入上级考核体系的指标、财政绩效自评，每年每项一条。计算得分与评定得分并列，不同的要说明。"
    "考核评出的荣誉登记在“荣誉”。",
    declared=(
        Field("day", help="结果公布的日期；纳入考核的填文件日期", example="2025-01-20"),
        Field("year", kind=YEAR, help="考核哪一年", example="2024"),
        Field("role", help="是我们接受考核、考核别人，还是我们的工作成了上级考核的指标", example="接受上级考核"),
        Field("title", help="考核的名称", example="市直单位目标绩效考核"),
        Field("assessor", help="由谁考核", example="演示市委市政府"),
        Field("result", help="等次；没有评等次的留空", example="优秀"),
        _SCHEMES,
    ),
    lines=Lines("scores", Score, (
        Field("title", help="考核项目（指标）的名称", example="公民科学素质"),
        Field("full", kind=NUMBER, scale=facts.HUNDREDTHS, help="这一项满分多少", unit="分", example="10"),
        Field("computed", kind=NUMBER, scale=facts.HUNDREDTHS, help="按规则算出的得分", unit="分", example="9.68"),
        Field("given", kind=NUMBER, scale=facts.HUNDREDTHS, help="评定的得分", unit="分", example="9.68"),
        Field("why", help="评定与计算不同的原因"),
    ), "考核项目", "assessment", optional=True),
    columns=("year", "title", "role", "result", "full", "computed", "given", "org"),
    computed=(
        Computed("full", "满分", "分", sql=Sum("scores__full"), scale=facts.HUNDREDTHS),
        Computed("computed", "计算得分", "分", sql=Sum("scores__computed"), scale=facts.HUNDREDTHS),
        Computed("given", "评定得分", "分", sql=Sum("scores__given"), scale=facts.HUNDREDTHS),
    ),
    filters=("role", "result", "schemes"), search=("title", "assessor"), order=("-year", "title"),
)  # fmt: skip

REGISTERS = (INCOMING, TARGETS, PROBLEMS, ASSESSMENTS)
