"""Campaigns, sessions, talks and bodies."""

from kebridge.core.ledger.models import Tag
from kebridge.core.records.fields import MONTH, Field
from kebridge.core.records.register import Lines, Register
from kebridge.core.records.tagging import gives_tag, keeps_tag_named
from kebridge.rooms.party.facts import life as facts
from kebridge.rooms.party.models import AgendaItem, Campaign, PartyBody, PartySession, PartyTalk
from kebridge.rooms.party.registers.common import CLOSED
from kebridge.rooms.party.rules import life as rules


def _session_sentence(one: PartySession) -> str:
    several = f"，{one.days}天" if one.days > 1 else ""
    people = f"，{one.present}人到会" if one.present else ""
    holder, kind = one.get_holder_display(), one.get_kind_display()
    held = kind if kind.startswith(holder) else f"{holder}{kind}"
    return f"{one.day:%Y年%-m月%-d日}{held}{several}{people}"


CAMPAIGNS = Register(
    code="campaigns", title="学习教育", noun="学习教育", unit="个", model=Campaign, facts=facts.campaign_facts,
    natural_key=("name",), is_reference=True, day="since", check=rules.check_campaign, prepare=gives_tag(Tag.Scheme.PROGRAMME),
    after_save=keeps_tag_named, **CLOSED,
    known_as=("主题教育", "党史学习教育", "两学一做", "党纪学习教育", "八项规定精神学习教育"),
    help="集中性学习教育，每个一条。名称会成为标签，填公开使用的名称；组织生活里写同样的名称就归到一起。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}启动{one.name}",
    declared=(
        Field("name", help="公开使用的名称，不带年份", example="党纪学习教育"),
        Field("since", help="部署启动的日期，“开展几个”按它统计", example="2024-04-10"),
        Field("until", help="总结结束的日期；还在进行的留空", example="2024-07-31"),
        Field("has_task_force", help="成立了工作专班的选“是”", example="是"),
        Field("documents", help="为它制定的工作方案、工作台账一共几份；在“印发文件”里登记过的也填，两处不相加",
              unit="份", example="2"),
    ),
    columns=("name", "since", "until", "has_task_force", "documents", "org"), filters=("has_task_force",),
    search=("name",), order=("-since", "name"),
)  # fmt: skip

SESSIONS = Register(
    code="party_sessions", title="组织生活与学习", noun="党务活动", unit="次", model=PartySession,
    facts=facts.session_facts, natural_key=("day", "kind", "holder", "ordinal"), day="day", recurs=True, check=rules.check_session,
    sentence=_session_sentence, **CLOSED,
    help="党组会、中心组学习、主题党日等，开一次一条；一次服务几项要求，就在议题里写几行。只记次数，不记内容和姓名。",
    declared=(
        Field("day", help="召开的日期；开几天的填第一天", example="2024-04-12"),
        Field("kind", help="是什么会、什么学习；合并召开的选主要的一种，其余写在议题里", example="中心组学习"),
        Field("holder", help="哪个党组织开的", example="党组"),
        Field("ordinal", help="同一天同一党组织同类的第几次，一般填1", unit="次", example="1"),
        Field("days", help="开了几天，半天算一天；读书班填总天数", unit="天", example="1"),
        Field("form", help="主题党日、志愿服务、帮扶活动用了什么形式；“几种形式”由此得出", example="红色教育"),
        Field("present", help="实到人数，不记姓名", unit="人", example="9"),
        Field("lecturer", help="党课、辅导由谁讲；只记身份，不写姓名", group="党课与警示教育", example="支部书记"),
        Field("cases", help="警示教育学习了几个案例", unit="个", group="党课与警示教育", example="1"),
        Field("papers", help="学习后上交的心得体会、剖析材料几篇；只记篇数", unit="篇", group="党课与警示教育", example="9"),
        Field("programmes", help="属于哪个学习教育或品牌，可写几个，用顿号分开", example="党纪学习教育", group="归类"),
    ),
    lines=Lines("agenda", AgendaItem, (
        Field("obligation", help="这次还服务哪项要求，一项一行；类别已经说明的（如中心组学习、党课、三会）自动算，不用再写",
              example="第一议题"),
    ), "议题", "session", optional=True),
    columns=("day", "kind", "holder", "form", "days", "present", "programmes", "org"),
    filters=("kind", "holder", "form", "lecturer", "programmes"), totals=("days", "present"), order=("-day", "-pk"),
    known_as=("三会一课", "第一议题", "纪律处分条例学习", "集体学习", "党组理论学习中心组", "读书班", "主题党日", "党课", "警示教育", "民主生活会",
              "以案促改", "三重一大", "三比一创", "党员志愿服务", "双重组织生活", "党组会"),
)  # fmt: skip

TALKS = Register(
    code="party_talks", title="谈心谈话", noun="谈话", unit="条", model=PartyTalk, facts=facts.talk_facts,
    natural_key=("day", "kind", "trigger", "tier"), day="day", recurs=True, check=rules.check_talk, **CLOSED,
    known_as=("廉政谈话", "必谈", "提醒谈话"),
    help="谈心谈话、廉政谈话按月报人次，每月每类（每种情形）一条。不记对象、事由和内容；没有的月份作零报告。",
    sentence=lambda one: f"{one.day:%Y年%-m月}{one.get_kind_display()}{one.people}人次",
    declared=(
        Field("day", begins=MONTH, help="哪个月的，填当月1日", example="2024-03-01"),
        Field("kind", help="谈话的类别；集体廉政谈话登记在“组织生活与学习”", example="谈心谈话"),
        Field("trigger", help="因为什么而谈；“必谈”的几种情形由此统计", example="重点岗位"),
        Field("tier", help="谁同谁谈，只记层级", example="分管领导与科室负责人"),
        Field("people", help="当月谈了多少人次，同一人谈两次算两人次", unit="人次", example="6"),
    ),
    columns=("day", "kind", "trigger", "tier", "people", "org"), filters=("kind", "trigger", "tier"), totals=("people",), order=("-day", "-pk"),
)  # fmt: skip

BODIES = Register(
    code="party_bodies", title="党组织", noun="党组织", unit="个", model=PartyBody, facts=facts.body_facts,
    natural_key=("name",), day="founded", check=rules.check_body, extra_prefetch=("served",), **CLOSED,
    known_as=("科技社团党委", "学会党建双覆盖", "两个全覆盖", "党建指导员", "党建强会"),
    help="科技社团党委、学会党委、支部等，每个一条；“双覆盖”由“覆盖的学会”去重得出。不登记党员姓名。",
    sentence=lambda one: f"{one.name}（{one.get_kind_display()}）",
    declared=(
        Field("name", help="全称", example="演示市茶叶学会党委"),
        Field("kind", help="是党委、支部还是指导员派驻，统计按它分类", example="学会党委"),
        Field("served", help="覆盖哪个学会；联合支部覆盖几个的每个登记一条，不覆盖学会的留空", example="演示市茶叶学会"),
        Field("founded", help="批复成立的日期，“新成立”按它统计；日期不明的留空", example="2024-06-01"),
        Field("known_from", help="成立日期不明时，从哪天起已知它存续", example="2023-12-31"),
        Field("ended", help="撤销的日期；存续的留空"),
    ),
    columns=("name", "kind", "served", "founded", "ended", "org"), filters=("kind",), search=("name",),
    order=("kind", "name"),
)  # fmt: skip
