"""Registers of tasks.

What its clerk asks every month, and where the answer is:
1. Which tasks are red or yellow, who answers for them?            page 任务推进: colour, 牵头科室, 完成时限
2. How far is a task with a target, from which records?            page 任务推进: progress, opens the figure
3. Which milestones are due this month?                            工作任务: 节点; metrics planning.milestones, milestones_done
4. Who asked for more time, what was answered?                     工作任务: 延期 on the record's page
5. How many tasks of this list were closed, how many in time?      metrics planning.tasks_closed by 等次, task_completion; filter 所属框架与事项
"""

from kebridge.core.ledger.models import Tag
from kebridge.core.records import binding
from kebridge.core.records.fields import NOTHING, NUMBER, TODAY, Field
from kebridge.core.records.register import Lines, Register
from kebridge.core.records.tagging import gives_tag, keeps_tag_named
from kebridge.rooms.planning.enums import Timeliness
from kebridge.rooms.planning.facts import tasks as facts
from kebridge.rooms.planning.models import Milestone, Task, TrackingRule
from kebridge.rooms.planning.registers.common import ROOM, ROOM_TITLE
from kebridge.rooms.planning.rules import tasks as rules


def _sentence(task: Task) -> str:
    ended = f"，{task.closed:%Y年%-m月%-d日}办结" if task.closed else f"，{task.due_now:%Y年%-m月%-d日}前完成"
    named = task.name if task.name == task.title else f"{task.name}：{task.title}"
    return f"{named}（{task.owner}）{ended}"


TASKS = Register(
    code="tasks", title="工作任务", noun="任务", unit="项", room=ROOM, room_title=ROOM_TITLE, model=Task,
    facts=facts.task_facts, natural_key=("name",), day="due", recurs=True, check=rules.check_task, check_record=rules.check_closing,
    is_reference=True, prepare=gives_tag(Tag.Scheme.PLAN), after_save=keeps_tag_named, extra_prefetch=("tag",),
    sentence=_sentence, words=dict(Timeliness.choices),
    known_as=("任务台账", "重点任务", "督办", "督办单", "任务清单", "目标任务", "代表大会目标任务", "专项行动任务"),
    help="年度要点、上级清单、会议决定分解出的任务，每项一条。业务记录在“工作框架与事项”里写上任务名称，就归到这项任务；"
    "有量化目标的选好指标，进度由台账自动算出。亮灯按“亮灯规则”，不用手填。",
    declared=(
        Field("name", help="不与别的任务重名的短名称；业务记录用它归类", example="演示任务01"),
        Field("title", help="要做什么、做到什么程度；不写涉密内容", example="举办科普报告20场"),
        Field("frames", scheme="plan", help="属于哪个计划、清单或事项，写登记过的名称，可写几个", example="演示框架"),
        Field("source", help="任务从哪里来", example="年度要点"),
        Field("document", help="写在哪份文件里", example="演示市科协2024年工作要点"),
        Field("owner", help="哪个科室牵头，不写人名", example="科普部"),
        Field("helpers", help="哪些科室配合"),
        Field("since", begins=TODAY, help="下达的日期；进度从这天起算", example="2024-01-01", group="时限"),
        Field("due", begins=NOTHING, help="最后一天；改期要先申请延期", example="2024-12-31", group="时限"),
        Field("metric", help="目标看哪个指标；没有量化目标的留空，进度按节点算", choices=binding.choices, group="量化目标",
              example="活动场次"),
        Field("limits", help="指标怎样限定，写成“类别=…；品牌活动=…”；不限定的留空", group="量化目标"),
        Field("own", help="只算本单位自己的选“是”，连下级一起算选“否”", group="量化目标", example="否"),
        Field("target", kind=NUMBER, scale=binding.MILLIONTHS, help="要达到多少，按指标的单位填", group="量化目标", example="20"),
        Field("closed", help="办结的日期；要先附上佐证材料。在任务页面点“办结”更方便", group="办结"),
        Field("proof", help="补登以前办结的任务时，写明证明材料名称和存放处", group="办结"),
    ),
    lines=Lines("milestones", Milestone, (
        Field("title", help="到时候要做到哪一步", example="召开启动会"),
        Field("due", help="这一步的最后一天", example="2024-03-31"),
        Field("done", help="实际做到的日期"),
    ), "节点", "task", optional=True),
    columns=("name", "title", "frames", "owner", "since", "due", "closed", "org"),
    filters=("source", "frames"), search=("name", "title", "owner", "document"), order=("due", "name"),
)  # fmt: skip

RULES = Register(
    code="tracking_rules", title="亮灯规则", noun="亮灯规则", unit="条", room=ROOM, room_title=ROOM_TITLE,
    model=TrackingRule, facts=lambda _one: (), natural_key=("since",), day="since", check=rules.check_rule,
    is_reference=True, known_as=("三色督办", "红黄绿灯", "督办规则"),
    help="任务什么时候亮黄灯、红灯，从哪天起、按哪份文件；改了规则另登一条，以前的不变。没有登记的按系统常用值：到期前15天转黄，落后10个百分点转黄、30个转红。",
    sentence=lambda one: f"{one.since:%Y年%-m月%-d日}起，到期前{one.soon_days}天转黄，落后{one.behind_red}个百分点转红",
    declared=(
        Field("since", help="从哪天起按这条规则", example="2024-01-01"),
        Field("soon_days", help="离时限还有几天转黄", unit="天", example="15"),
        Field("behind_yellow", help="进度比时间落后多少个百分点转黄", unit="个百分点", example="10"),
        Field("behind_red", help="进度比时间落后多少个百分点转红；过了时限一律红", unit="个百分点", example="30"),
        Field("document", help="规则出自哪份文件", example="演示市科协督办工作办法"),
    ),
    columns=("since", "soon_days", "behind_yellow", "behind_red", "document", "org"), order=("-since",),
)  # fmt: skip

REGISTERS = (TASKS, RULES)
