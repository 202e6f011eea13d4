"""Reading persons: who is meant, and who may be entered twice."""

from dataclasses import dataclass

from django.db.models import Count

from kebridge.core.access.actors import Actor
from kebridge.core.records import register as registers
from kebridge.core.records.states import NOT_STANDING
from kebridge.rooms.people import references
from kebridge.rooms.people.models import Person

SHOWN = 30
STUB = "已删除-"


@dataclass(frozen=True)
class Duplicate:
    """Standing persons of one name: the clerk decides whether they are one."""

    name: str
    persons: tuple[Person, ...]


def find_person(name: str, employer: str, org_id: int) -> Person | None:
    """The standing person once written down so: the organisation's own first, else the one entered first."""
    standing = Person.objects.unscoped("a person is one person everywhere").exclude(state__in=NOT_STANDING)
    number = name.removeprefix(STUB)
    if name.startswith(STUB) and number.isdigit():
        return standing.filter(pk=int(number), erased_at__isnull=False).first()
    known = standing.filter(aliases__name=name, aliases__employer=employer).order_by("pk")
    return known.filter(org_id=org_id).first() or known.first()


def likely_duplicates(by: Actor, most: int = 1000) -> list[Duplicate]:
    """Persons within the actor's reach who bear the same name, the names with most persons first."""
    visible = Person.objects.visible_to(by).exclude(state__in=NOT_STANDING).filter(erased_at=None)
    counted = visible.order_by().values("name").annotate(count=Count("pk")).filter(count__gt=1)
    names = [row["name"] for row in counted.order_by("-count", "name")[:most]]
    found: dict[str, list[Person]] = {name: [] for name in names}
    for person in visible.filter(name__in=names).order_by("pk"):
        found[person.name].append(person)
    return [Duplicate(name, tuple(persons)) for name, persons in found.items()]


def standing_person(pk: int, by: Actor) -> Person | None:
    """A person within the actor's sight who is neither merged, voided nor erased."""
    visible = Person.objects.visible_to(by).exclude(state__in=NOT_STANDING)
    return visible.filter(pk=pk, erased_at=None, merged_into=None).first()


def records_of(person: Person) -> list[tuple[str, int]]:
    """How many standing records of each register name the person."""
    found = []
    for reference in references.every():
        named = reference.model.objects.unscoped("a count only").exclude(state__in=NOT_STANDING)
        if count := named.filter(person=person).count():
            found.append((registers.of_model(reference.model).title, count))
    return found


def closed_card_faults(person: Person) -> list[tuple[str, str]]:
    """An erased or merged card is not filled again."""
    stored = Person.objects.unscoped("what the card was").filter(pk=person.pk).first() if person.pk else None
    if stored and stored.erased_at:
        return [("name", "这个人的个人信息已清除，不能再填写")]
    if stored and stored.merged_into_id:
        return [("name", f"这条已并入persons-{stored.merged_into_id}，请改那一条")]
    return []
