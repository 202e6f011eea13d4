"""What happens to persons: known from the records that name them, merged when entered twice, erased on request."""

from typing import Any

from django.db import IntegrityError
from django.utils import timezone

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.audit.ops import Event
from kebridge.core.ledger.postings import Block, current_block, posting
from kebridge.core.records import register as registers
from kebridge.core.records.states import NOT_STANDING, State
from kebridge.core.refusal import Refusal
from kebridge.core.subjects.models import Subject, SubjectKind
from kebridge.rooms.people import references
from kebridge.rooms.people.models import Person, PersonAlias
from kebridge.rooms.people.queries import STUB, find_person

CODE = "persons"
_FILLED = ("title", "rank", "fields", "phone", "employer")


def identify(person: Person) -> None:
    """Give a new person a random identity."""
    person.subject = Subject.objects.create(kind=SubjectKind.PERSON)


def remember(person: Person, **_: Any) -> None:
    """Records that name the person as her card does, now or earlier, mean her."""
    PersonAlias.objects.get_or_create(person=person, name=person.name, employer=person.employer)


def know(record: Any, *, name: str, employer: str, kind: str) -> None:
    """Link a record, inside its posting, to the person it names; nobody known so is entered with it."""
    person = person_of(name=name, employer=employer, org_id=record.org_id, kind=kind) if name else None
    found = person.pk if person else None
    if record.person_id != found:
        record.person = person
        record.save(update_fields=["person"])


def person_of(*, name: str, employer: str, org_id: int, kind: str) -> Person:
    """The person of that name and employer, entered now if new."""
    if known := find_person(name, employer, org_id):
        return known
    by = current_block().by
    person = Person(org_id=org_id, name=name, employer=employer, kind=kind, entered_by=by.user_id,
                    entered_by_name=by.name, origin_note="随业务记录登记")  # fmt: skip
    identify(person)
    person.save(force_insert=True)
    remember(person)
    return person


def keep_scheme_key(record: Any, **_: Any) -> None:
    """The schemes of a record as text, by which it is known again."""
    key = ",".join(str(pk) for pk in sorted(record.schemes.values_list("pk", flat=True)))
    if key != record.scheme_key:
        record.scheme_key = key
        record.save(update_fields=["scheme_key"])


def merge(keep_id: int, other_id: int, *, by: Actor, reason: str) -> Person:
    """Two cards are one person: the records of `other` become those of `keep` and count for her.

    Raises Denied: also where a unit out of reach has records of `other`; Refusal: no reason, one does not stand, or both
    have the same thing recorded.
    """
    if keep_id == other_id:
        raise Refusal("不能把一个人与自己合并")
    with posting(by=by, reason=reason) as block:
        found = {pk: _locked(pk, block) for pk in sorted((keep_id, other_id))}
        keep, other = found[keep_id], found[other_id]
        by.require(Verb.CHANGE, keep.org_id, "合并人员")
        by.require(Verb.VOID, other.org_id, "合并人员")
        _require_records(other, "合并人员", by)
        _require_reason(reason, "合并")
        _refuse_doubles(keep, other)
        moved = sum(
            reference.model.objects.unscoped("records of a merged person")
            .filter(person=other)
            .update(person=keep)
            for reference in references.every()
        )
        _move_names(keep, other)
        _fill_gaps(keep, other)
        Subject.objects.filter(pk=other.subject_id).update(merged_into=keep.subject_id)
        earlier = Person.objects.unscoped("persons merged before").filter(merged_into=other)
        earlier.update(merged_into=keep)
        keep.save()
        other.state, other.merged_into = State.VOID, keep
        other.save()
        summary = f"人员{CODE}-{other.pk}并入{CODE}-{keep.pk}，改记{moved}条记录"
        block.tell(Event("merge", summary, CODE, keep.pk, keep.org_id, reason))
    return keep


def erase(person_id: int, *, by: Actor, reason: str) -> Person:
    """Empty a person of all that tells who she is, here and in every record; the stub and the counts stay.

    Raises Denied: also where a unit out of reach has records of her; Refusal: no reason, or she does not stand.
    """
    try:
        with posting(by=by, reason=reason) as block:
            person = _locked(person_id, block)
            by.require(Verb.VOID, person.org_id, "清除个人信息")
            _require_records(person, "清除个人信息", by)
            _require_reason(reason, "清除个人信息")
            stub = f"{STUB}{person.pk}"
            emptied = sum(_empty_records(reference, person, stub) for reference in references.every())
            PersonAlias.objects.filter(person=person).delete()
            earlier = Person.objects.unscoped("cards merged into an erased person").filter(merged_into=person)
            for card in (person, *earlier):
                _empty_card(card)
            summary = f"清除人员{CODE}-{person.pk}的个人信息，涉及{emptied}条记录"
            block.tell(Event("erase", summary, CODE, person.pk, person.org_id, reason))
    except IntegrityError as error:
        raise Refusal("这个人有两条记录清除后会变得相同", repair="请先作废其中重复的一条") from error
    return person


def _locked(pk: int, block: Block) -> Person:
    """Raises Refusal: the person was merged, erased or voided."""
    person: Person = block.lock(Person, pk)
    if person.merged_into_id:
        raise Refusal(f"人员{CODE}-{pk}已并入{CODE}-{person.merged_into_id}", repair="请在合并后的人员上办理")
    if person.erased_at:
        raise Refusal(f"人员{CODE}-{pk}的个人信息已清除")
    if person.state == State.VOID:
        raise Refusal(f"人员{CODE}-{pk}已作废", repair="请先恢复")
    return person


def _require_records(person: Person, what: str, by: Actor) -> None:
    """Her records are changed with her card, wherever they are."""
    reach = by.org_ids(Verb.VOID)
    for reference in references.every():
        named = reference.model.objects.unscoped("whose records name her").filter(person=person)
        if not set(named.order_by().values_list("org_id", flat=True).distinct()) <= reach:
            raise Denied(f"别的单位也有这个人的记录，您不能{what}", who_can=f"上级组织的{who_can(Verb.VOID)}")


def _require_reason(reason: str, what: str) -> None:
    if not reason.strip():
        raise Refusal(f"{what}要写明原因", repair="请填写原因后再试")


def _refuse_doubles(keep: Person, other: Person) -> None:
    """The same appointment or nomination on both cards would count twice."""
    for reference in references.every():
        standing = reference.model.objects.unscoped("records of two persons").exclude(state__in=NOT_STANDING)
        columns = (*reference.same, "pk")
        mine = {row[:-1]: row[-1] for row in standing.filter(person=keep).values_list(*columns)}
        for row in standing.filter(person=other).values_list(*columns):
            if row[:-1] in mine:
                code = registers.of_model(reference.model).code
                raise Refusal(
                    f"{code}-{mine[row[:-1]]}和{code}-{row[-1]}像是同一件事登记了两次，合并后会重复计数",
                    repair="请先作废其中一条，再合并",
                )


def _move_names(keep: Person, other: Person) -> None:
    for alias in PersonAlias.objects.filter(person=other):
        PersonAlias.objects.get_or_create(person=keep, name=alias.name, employer=alias.employer)
    PersonAlias.objects.filter(person=other).delete()


def _fill_gaps(keep: Person, other: Person) -> None:
    """What only the other card tells is kept; where both tell, `keep` is right."""
    for name in _FILLED:
        if not getattr(keep, name):
            setattr(keep, name, getattr(other, name))
    if other.listed and (keep.listed is None or other.listed < keep.listed):
        keep.listed = other.listed


def _empty_records(reference: references.Reference, person: Person, stub: str) -> int:
    name, *others = reference.text
    rows = reference.model.objects.unscoped("records of an erased person").filter(person=person)
    return int(rows.update(**{name: stub}, **dict.fromkeys(others, "")))


def _empty_card(card: Person) -> None:
    card.name, card.erased_at = f"{STUB}{card.pk}", timezone.now()
    card.employer = card.title = card.fields = card.phone = card.note = ""
    card.save()
