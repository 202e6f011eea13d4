"""The invented city of the measurements: organisations in four levels, measures of every nature, metrics, tags."""

from dataclasses import dataclass
from datetime import date

from kebridge.core.access.actors import Actor
from kebridge.core.db import guard
from kebridge.core.db.transactions import write_transaction
from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.models import Tag, TagSet, TagSetMember
from kebridge.core.orgs import trees
from kebridge.core.orgs.models import Organisation, OrgEvent
from kebridge.core.records import register as registers
from kebridge.core.records.ops import save_record
from kebridge.core.subjects.models import Subject
from kebridge.rooms.organisations.ops import found_top

SYSTEM = Actor.system("测量")
FIRST_DAY = date(2015, 1, 1)
LONG_AGO = date(2000, 1, 1)
FIRST_MEASURE = 5000
# Places of the 120 measures: flows, then stocks, snapshots and counts of distinct persons.
MEASURES, STOCKS, SNAPSHOTS, DISTINCT = 120, 84, 96, 102
# These belong to real registers, so that figures look for missing reports and records that wait for review.
REAL = {"visits": range(2), "activities": range(2, 10), "groups": range(10, 12), "trips": range(12, 16)}
DISTRICTS, TOWNSHIPS = 12, 20
PROGRAMMES, TAGSETS = 20, 60
SUBJECT_START = 1_000_000_000


@dataclass(frozen=True)
class City:
    """Ids are consecutive from `first_org`; the first is the city, then districts, townships, all others."""

    first_org: int
    orgs: int
    first_tagset: int
    tags: tuple[int, ...]

    def org(self, index: int) -> int:
        return self.first_org + index


def register_measures() -> None:
    """Declare the measures of the bench in this process; twice is once."""
    for place in range(MEASURES):
        register = next((code for code, places in REAL.items() if place in places), f"bench{place % 20}")
        measures.register(
            Measure(
                f"b.m{place}", FIRST_MEASURE + place, f"统计项{place}", "个", register, _nature(place),
                subject_kind="person" if place >= DISTINCT else "", family=f"族{place}",
            )
        )  # fmt: skip


def _nature(place: int) -> Nature:
    if STOCKS <= place < SNAPSHOTS:
        return Nature.STOCK
    return Nature.SNAPSHOT if SNAPSHOTS <= place < DISTINCT else Nature.FLOW


def metrics_text() -> str:
    """The definitions, one for each use of a measure."""
    lines = []
    for place in range(MEASURES):
        kind = {Nature.STOCK: "stock", Nature.SNAPSHOT: "snapshot"}.get(_nature(place), "flow")
        kind = "subjects" if place >= DISTINCT else kind
        more = ", carry_forward: 31" if kind == "snapshot" else ""
        lines.append(
            f"- {{name: b.m{place}, title: 指标{place}, unit: 个, kind: {kind}, measure: b.m{place}{more}}}"
        )
        if place < STOCKS - 1:
            sides = f"numerator: b.m{place}, denominator: b.m{place + 1}"
            part = f"of: b.m{place}, filters: {{kind: k1}}"
            lines += [
                f"- {{name: b.ratio{place}, title: 比率{place}, unit: 个, kind: ratio, {sides}, decimals: 2}}",
                f'- {{name: b.growth{place}, title: 增长{place}, unit: "%", kind: growth, of: b.m{place}, decimals: 1}}',
                f'- {{name: b.share{place}, title: 占比{place}, unit: "%", kind: share, {part}, decimals: 1}}',
            ]
    return "\n".join(lines)


def make_city(orgs: int) -> City:
    """Organisations with their first events, tags and tag sets; the database holds none yet."""
    with write_transaction(), guard.maintenance():
        Subject.objects.bulk_create(Subject(id=SUBJECT_START + i, kind="organisation") for i in range(orgs))
        made = Organisation.objects.bulk_create(
            Organisation(code=code_of(i), subject_id=SUBJECT_START + i) for i in range(orgs)
        )
        first = made[0].pk
        OrgEvent.objects.bulk_create(
            OrgEvent(
                organisation_id=first + i, revision=1, kind="found", day=LONG_AGO, name=f"演示{code_of(i)}",
                type=_type(i, orgs), moved=True, parent_id=first + _parent(i) if i else None, standing=True,
            )
            for i in range(orgs)
        )  # fmt: skip
        tags = Tag.objects.bulk_create(Tag(scheme="programme", name=f"品牌{i}") for i in range(PROGRAMMES))
        keys = [sorted(tags[place].pk for place in members_of(i)) for i in range(TAGSETS)]
        sets = TagSet.objects.bulk_create(TagSet(key=",".join(map(str, key))) for key in keys)
        TagSetMember.objects.bulk_create(
            TagSetMember(tagset=made_set, tag_id=tag)
            for made_set, key in zip(sets, keys, strict=True)
            for tag in key
        )
    trees.forget_all()
    return City(first, orgs, sets[0].pk, tuple(tag.pk for tag in tags))


def make_museums(count: int) -> City:
    """Museums under one association, entered as an office enters them: for measurements of whole records."""
    found_top(code="TOP", name="演示市科协", by=SYSTEM)
    register = registers.get("organisations")
    ids = [
        save_record(
            register,
            {
                "code": code_of(i),
                "name": f"演示{code_of(i)}馆",
                "type": "museum",
                "org": "TOP",
                "known_from": "1980-01-01",
            },
            by=SYSTEM,
        ).pk
        for i in range(count)
    ]
    assert ids == list(range(ids[0], ids[0] + count)), "ids are not consecutive"
    return City(ids[0], count, 0, ())


def find_city() -> City:
    """The city that another process made."""
    first, orgs = (
        Organisation.objects.order_by("pk").values_list("pk", flat=True)[0],
        Organisation.objects.count(),
    )
    sets = TagSet.objects.order_by("pk").values_list("pk", flat=True)
    return City(first, orgs, sets[0], tuple(Tag.objects.order_by("pk").values_list("pk", flat=True)))


def members_of(tagset: int) -> set[int]:
    """The places of the programmes in a tag set: one alone, two, or three."""
    first, size = tagset % PROGRAMMES, tagset // PROGRAMMES
    return {(first + step * 7) % PROGRAMMES for step in range(size + 1)}


def code_of(index: int) -> str:
    return f"O{index}"


def _parent(index: int) -> int:
    if index <= DISTRICTS:
        return 0
    townships = DISTRICTS * TOWNSHIPS
    if index <= DISTRICTS + townships:
        return 1 + index % DISTRICTS
    return 1 + DISTRICTS + index % townships


def _type(index: int, orgs: int) -> str:
    """The last eight are museums, which owe a report every month."""
    if index >= max(orgs - 8, DISTRICTS + 1):
        return "museum"
    return "city" if not index else "district" if index <= DISTRICTS else "village"


def below(index: int, orgs: int) -> list[int]:
    """The places of an organisation and all below it."""
    children: dict[int, list[int]] = {}
    for child in range(1, orgs):
        children.setdefault(_parent(child), []).append(child)
    found, queue = [], [index]
    while queue:
        found.append(queue.pop())
        queue.extend(children.get(found[-1], ()))
    return sorted(found)
