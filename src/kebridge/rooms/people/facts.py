"""What people count. Persons are counted once by their subjects, their comings and posts as often as they were."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.rooms.people.enums import Stage

POOL = "people.pool"
APPOINTED = "people.appointed"
IN_POST = "people.in_post"
POST_BODIES = "people.post_bodies"
NOMINATIONS = "people.nominations"
OUTCOMES = "people.outcomes"
EDITION = "people.edition"
GRANTS = "people.grants"
GRANTED = "people.granted"
ENGAGED = "people.engaged"
ENGAGEMENTS = "people.engagements"
ENGAGING_FIRMS = "people.engaging_firms"
SELECTIONS = "people.selections"
ENTRIES = "people.selection_entries"
CHOSEN = "people.chosen"
SELECTION_EDITION = "people.selection_edition"
GUEST_VISITS = "people.guest_visits"
GUESTS = "people.guests"
TALKS = "people.talks"
SPEAKERS = "people.speakers"
GUEST_EMPLOYERS = "people.guest_employers"
GUEST_SITES = "people.guest_sites"
INSPECTIONS = "people.inspections"
INSPECTORS = "people.inspectors"
INSPECTOR_PERSONS = "people.inspector_persons"

measures.register(
    Measure(POOL, 401, "在库人员", "人", "persons", Nature.STOCK, subject_kind="person", family="在库人员",
            help="填了入库日期、还没有退出的人员；只因业务记录提到而登记的不算"),
    Measure(APPOINTED, 411, "聘任人次", "人", "appointments", subject_kind="person", family="聘任",
            help="聘任日期在时期内的职务数；一人任两职算两人次，续聘另算一次"),
    Measure(IN_POST, 412, "在任职务数", "个", "appointments", Nature.STOCK, subject_kind="person", family="在任",
            help="时期末在任的职务数，任期截止当天仍算在任"),
    Measure(POST_BODIES, 413, "有人任职的单位", "家", "appointments", Nature.STOCK, subject_kind="body", family="单位",
            help="某一天有人任职的单位，去重"),
    Measure(NOMINATIONS, 421, "推荐举荐数", "项", "nominations", subject_kind="person", family="推荐",
            help="推荐日期在时期内的件数，每人（项）每个奖项一件；类别是现在的进展"),
    Measure(OUTCOMES, 422, "推荐结果数", "项", "nominations", subject_kind="person", family="推荐结果",
            help="结果日期在时期内的候选、入围、入选、获奖等件数，按类别限定"),
    Measure(EDITION, 423, "推荐奖项届次", "届", "nominations", Nature.VALUE, help="最近一次推荐登记的届次；限定到一个奖项才有意义"),
    Measure(GRANTS, 424, "人才资助件数", "项", "nominations", subject_kind="person", family="资助",
            help="入选（获奖）以后得到资助的件数，按结果日期统计；类别是资助用途"),
    Measure(GRANTED, 425, "人才资助金额", "元", "nominations", scale=100, family="资助资金",
            help="给个人（项目）的资助金额，不是科协争取的经费，不与它相加"),
    Measure(ENGAGED, 414, "柔性引进", "人次", "engagements", subject_kind="person", family="柔性引进",
            help="开始日期在时期内的引进，每人每个单位算一人次；多少位按人去重；渠道一栏是引进方式"),
    Measure(ENGAGEMENTS, 415, "在期柔性引进人次", "人次", "engagements", Nature.STOCK, subject_kind="person",
            family="在期引进", help="时期末还在期内的柔性引进，截止当天仍算；一人在两家单位算两人次"),
    Measure(ENGAGING_FIRMS, 416, "柔性引进单位", "家", "engagements", subject_kind="body", family="单位",
            help="引进专家的单位，时期内去重"),
    Measure(SELECTIONS, 426, "评选届数", "届", "selections", family="评选",
            help="公布日期在时期内的评选、论文评审，每届算一次；类别是评选的种类"),
    Measure(ENTRIES, 427, "评选申报数", "个", "selections", family="评选申报",
            help="评选申报的人、团队、论文等，要限定对象来看，不同对象不相加"),
    Measure(CHOSEN, 428, "评选评出数", "个", "selections", family="评选评出",
            help="本级评选、论文评审评出的团队、单位、论文等，按公布日期统计；用对象限定到一类才有意义，不同对象不相加；等次一栏是等次"),
    Measure(SELECTION_EDITION, 429, "评选届次", "届", "selections", Nature.VALUE, help="最近一次登记的评选届次；限定到一项评选才有意义"),
    Measure(GUEST_VISITS, 431, "专家来访人次", "人次", "guests", family="来访", help="每人每次活动算一人次"),
    Measure(GUESTS, 432, "来访专家", "人", "guests", subject_kind="person", family="来访专家",
            help="来访的人，时期内去重"),
    Measure(TALKS, 433, "专家报告场数", "场", "guests", family="报告", help="来访专家作报告的场数；渠道一栏是报告类型"),
    Measure(SPEAKERS, 434, "作报告的专家", "人", "guests", subject_kind="person", family="来访专家",
            help="作了报告的来访专家，时期内去重"),
    Measure(GUEST_EMPLOYERS, 435, "来访专家所在单位", "家", "guests", subject_kind="body", family="单位",
            help="来访专家的工作单位，时期内去重"),
    Measure(GUEST_SITES, 436, "专家走访的单位", "家", "guests", subject_kind="body", family="单位",
            help="来访专家到过的企业、学校等，时期内去重"),
    Measure(INSPECTIONS, 437, "领导调研慰问次数", "次", "visitors", family="调研",
            help="每登记一条算一次；同一天几位领导同行只算一次"),
    Measure(INSPECTORS, 438, "调研慰问领导人次", "人次", "visitors", family="调研人次", help="各次到场领导人数之和"),
    Measure(INSPECTOR_PERSONS, 439, "调研慰问领导人数", "人", "visitors", family="调研领导",
            help="本年第一次来的领导人数之和，同一人一年只算一次；等次一栏是职务"),
)  # fmt: skip


def _subject(record: Any) -> int | None:
    return record.person.subject_id if record.person_id else None


def person_facts(person: Any) -> Iterable[FactRow]:
    common = {"org": person.org_id, "subject": person.subject_id, "kind": person.kind, "basis": person.basis,
              "grade": person.rank, "channel": person.three_heads}  # fmt: skip
    if person.listed and not person.merged_into_id:
        yield from standing(POOL, person.listed, gone=person.left, **common)


def appointment_facts(one: Any) -> Iterable[FactRow]:
    """The last day of a term is still in post."""
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "basis": one.basis,
              "grade": str(one.batch or ""), "tags": tag_ids(one, "programmes")}  # fmt: skip
    yield FactRow(APPOINTED, day=one.since, subject=_subject(one), **common)
    yield from standing(IN_POST, one.since, one.until, subject=_subject(one), **common)
    for body in one.bodies.all():
        yield from standing(POST_BODIES, one.since, one.until, subject=body.subject_id, **common)


def nomination_facts(one: Any) -> Iterable[FactRow]:
    """Put forward on one day, decided on another: each counts on its own."""
    common = {"org": one.org_id, "kind": one.stage, "level": one.level, "grade": one.grade, "audience": one.what,
              "basis": one.basis, "tags": tag_ids(one, "schemes")}  # fmt: skip
    yield FactRow(NOMINATIONS, day=one.day, subject=_subject(one), **common)
    if one.stage != Stage.SUBMITTED and one.stage_day:
        yield FactRow(OUTCOMES, day=one.stage_day, subject=_subject(one), **common)
        if one.purpose:
            yield FactRow(GRANTS, day=one.stage_day, subject=_subject(one), **{**common, "kind": one.purpose})
            if one.granted:
                yield FactRow(
                    GRANTED, day=one.stage_day, quantity=one.granted, **{**common, "kind": one.purpose}
                )
    if one.edition:
        yield FactRow(EDITION, one.org_id, one.day, one.edition, level=one.level, basis=one.basis,
                      tags=common["tags"])  # fmt: skip


def guest_facts(guest: Any) -> Iterable[FactRow]:
    common = {"org": guest.org_id, "day": guest.day, "kind": guest.kind, "level": guest.level, "basis": guest.basis,
              "audience": guest.origin, "tags": tag_ids(guest, "programmes")}  # fmt: skip
    came = {"channel": guest.occasion, "grade": guest.field, **common}
    yield FactRow(GUEST_VISITS, **came)
    yield FactRow(GUESTS, subject=_subject(guest), **came)
    if guest.employer_id:
        yield FactRow(GUEST_EMPLOYERS, subject=guest.employer.subject_id, **came)
    for body in guest.visited.all():
        yield FactRow(GUEST_SITES, subject=body.subject_id, place=body.kind, **came)
    if guest.talks:
        spoke = {"channel": guest.talk_kind, **common}
        yield FactRow(TALKS, quantity=guest.talks, **spoke)
        yield FactRow(SPEAKERS, subject=_subject(guest), **spoke)


def engagement_facts(one: Any) -> Iterable[FactRow]:
    """The last day is still within."""
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "grade": one.field, "audience": one.origin,
              "channel": one.mode, "basis": one.basis, "tags": tag_ids(one, "programmes", "chains")}  # fmt: skip
    yield FactRow(ENGAGED, day=one.since, subject=_subject(one), **common)
    yield FactRow(ENGAGING_FIRMS, day=one.since, subject=one.firm.subject_id, **common)
    yield from standing(ENGAGEMENTS, one.since, one.until, subject=_subject(one), **common)


def selection_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "day": one.day, "kind": one.kind, "level": one.level, "basis": one.basis,
              "tags": tag_ids(one, "schemes", "programmes")}  # fmt: skip
    yield FactRow(SELECTIONS, **common)
    if one.edition:
        yield FactRow(SELECTION_EDITION, quantity=one.edition, **common)
    for line in one.results.all():
        if line.entries:
            yield FactRow(ENTRIES, quantity=line.entries, audience=line.what, **common)
        if line.chosen:
            yield FactRow(CHOSEN, quantity=line.chosen, audience=line.what, grade=line.grade, **common)


def inspection_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "day": one.day, "kind": one.purpose, "level": one.level, "channel": one.direction,
              "place": one.place, "basis": one.basis, "tags": tag_ids(one, "programmes")}  # fmt: skip
    yield FactRow(INSPECTIONS, **common)
    for line in one.leaders.all():
        who = {"grade": line.post, "audience": line.sender, **common}
        if line.persons:
            yield FactRow(INSPECTORS, quantity=line.persons, **who)
        if line.persons > line.returning:
            yield FactRow(INSPECTOR_PERSONS, quantity=line.persons - line.returning, **who)
