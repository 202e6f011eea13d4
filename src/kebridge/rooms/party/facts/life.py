"""What Party work counts, all of it in the closed circle. A session is one, whatever number of obligations it serves."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature, Visibility
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.rooms.party.enums import Obligation, SessionKind

SESSIONS = "party.sessions"
ITEMS = "party.items"
DAYS = "party.days"
PRESENT = "party.present"
CASES = "party.cases"
PAPERS = "party.papers"
TALKS = "party.talks"
BODIES = "party.bodies"
FOUNDED = "party.bodies_founded"
ENDED = "party.bodies_ended"
CAMPAIGNS = "party.campaigns"
RUNNING = "party.campaigns_running"
TASK_FORCES = "party.task_forces"
CAMPAIGN_DOCUMENTS = "party.campaign_documents"
_CLOSED = {"visibility": Visibility.CLOSED}

measures.register(
    Measure(SESSIONS, 631, "组织生活与学习次数", "次", "party_sessions", family="党务活动", **_CLOSED,
            help="日期在时期内的会议、学习、活动，开一次算一次；按类别、党组织（渠道）、形式（等次）、学习教育限定"),
    Measure(ITEMS, 632, "议题次数", "次", "party_sessions", family="议题", **_CLOSED,
            help="一次会议服务几项要求，每项各算一次，同一项在一次会议里只算一次；按议题类别限定，各类之间有重叠，不相加"),
    Measure(DAYS, 633, "学习天数", "天", "party_sessions", family="党务天数", **_CLOSED, help="各次的天数之和；按类别、学习教育限定"),
    Measure(PRESENT, 634, "到会人次", "人次", "party_sessions", family="党务人次", **_CLOSED, help="各次到会人数之和"),
    Measure(CASES, 635, "学习的警示案例数", "个", "party_sessions", family="警示案例", **_CLOSED,
            help="警示教育中学习的案例个数，各次相加"),
    Measure(PAPERS, 636, "心得体会篇数", "篇", "party_sessions", family="心得体会", **_CLOSED,
            help="学习后上交的心得体会、剖析材料篇数；只记篇数，不记姓名和内容"),
    Measure(TALKS, 641, "谈心谈话人次", "人次", "party_talks", family="谈话", **_CLOSED, help="各月谈话的人次，不记姓名和内容；按类别限定"),
    Measure(BODIES, 651, "党组织数", "个", "party_bodies", Nature.STOCK, subject_kind="organisation", family="党组织",
            **_CLOSED, help="时期末存续的党组织；覆盖的学会按学会去重"),
    Measure(FOUNDED, 652, "新成立党组织数", "个", "party_bodies", subject_kind="organisation", family="党组织", **_CLOSED,
            help="成立日期在时期内的党组织；成立日期不明的不算新成立"),
    Measure(ENDED, 653, "撤销党组织数", "个", "party_bodies", subject_kind="organisation", family="党组织", **_CLOSED,
            help="撤销日期在时期内的党组织"),
    Measure(CAMPAIGNS, 661, "启动的学习教育", "个", "campaigns", family="学习教育", **_CLOSED,
            help="启动日期在时期内的学习教育"),
    Measure(RUNNING, 662, "正在进行的学习教育", "个", "campaigns", Nature.STOCK, family="在进行学习教育", **_CLOSED,
            help="时期末已启动、没有结束的学习教育"),
    Measure(TASK_FORCES, 663, "学习教育工作专班", "个", "campaigns", family="专班", **_CLOSED,
            help="为学习教育成立的工作专班，按启动日期"),
    Measure(CAMPAIGN_DOCUMENTS, 664, "学习教育方案台账", "份", "campaigns", family="学习教育文件", **_CLOSED,
            help="为学习教育制定的工作方案、工作台账，按启动日期"),
)  # fmt: skip

IMPLIED = {
    SessionKind.FIRST_TOPIC: (Obligation.FIRST_TOPIC,),
    SessionKind.CENTRE: (Obligation.CENTRE,),
    SessionKind.CENTRE_ENLARGED: (Obligation.CENTRE,),
    SessionKind.LECTURE: (Obligation.LECTURE,),
    SessionKind.INTEGRITY_LECTURE: (Obligation.LECTURE,),
    SessionKind.SPECIAL_LECTURE: (Obligation.LECTURE,),
    SessionKind.THEME_DAY: (Obligation.THEME_DAY,),
    SessionKind.JOINT_THEME_DAY: (Obligation.THEME_DAY,),
    SessionKind.LIFE: (Obligation.LIFE,),
    SessionKind.DEMOCRATIC: (Obligation.LIFE, Obligation.DEMOCRATIC),
    SessionKind.MEMBERS: (Obligation.MEMBERS,),
    SessionKind.COMMITTEE: (Obligation.COMMITTEE,),
    SessionKind.CELL: (Obligation.CELL,),
    SessionKind.APPRAISAL: (Obligation.APPRAISAL,),
    SessionKind.WARNING: (Obligation.WARNING,),
    SessionKind.WARNING_VISIT: (Obligation.WARNING,),
    SessionKind.TRAINING: (Obligation.TRAINING,),
    SessionKind.TEST: (Obligation.TEST,),
}


def obligations_of(session: Any) -> list[str]:
    """What the session serves: its agenda, and what its kind is held for; each once."""
    found = {item.obligation for item in session.agenda.all()}
    return sorted(found | {one.value for one in IMPLIED.get(session.kind, ())})


def session_facts(session: Any) -> Iterable[FactRow]:
    common = {
        "org": session.org_id, "day": session.day, "grade": session.form, "channel": session.holder,
        "audience": session.lecturer, "basis": session.basis, "tags": tag_ids(session, "programmes"),
    }  # fmt: skip
    yield FactRow(SESSIONS, kind=session.kind, **common)
    yield FactRow(DAYS, kind=session.kind, quantity=session.days, **common)
    if session.present:
        yield FactRow(PRESENT, kind=session.kind, quantity=session.present, **common)
    if session.cases:
        yield FactRow(CASES, kind=session.kind, quantity=session.cases, **common)
    if session.papers:
        yield FactRow(PAPERS, kind=session.kind, quantity=session.papers, **common)
    for obligation in obligations_of(session):
        yield FactRow(ITEMS, kind=obligation, **common)


def talk_facts(talk: Any) -> Iterable[FactRow]:
    yield FactRow(TALKS, talk.org_id, talk.day, talk.people, kind=talk.kind, grade=talk.trigger,
                  channel=talk.tier, basis=talk.basis)  # fmt: skip


def body_facts(body: Any) -> Iterable[FactRow]:
    """A body of unknown founding stands from the day it was known, and is not new."""
    subject = body.served.subject_id if body.served_id else None
    common = {"org": body.org_id, "kind": body.kind, "subject": subject, "basis": body.basis}
    yield from standing(BODIES, body.founded or body.known_from, gone=body.ended, **common)
    if body.founded:
        yield FactRow(FOUNDED, day=body.founded, **common)
    if body.ended:
        yield FactRow(ENDED, day=body.ended, **common)


def campaign_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "basis": one.basis, "tags": (one.tag_id,)}
    begun = {"day": one.since, **common}
    yield FactRow(CAMPAIGNS, **begun)
    yield from standing(RUNNING, one.since, one.until, **common)
    if one.has_task_force:
        yield FactRow(TASK_FORCES, **begun)
    if one.documents:
        yield FactRow(CAMPAIGN_DOCUMENTS, quantity=one.documents, **begun)
