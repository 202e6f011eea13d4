"""Reading persons: who is meant, and who may be entered twice."""

from dataclasses import dataclass

from kebridge.core.access.actors import Actor
from kebridge.core.records.states import NOT_STANDING
from kebridge.rooms.people.models import Person

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


def likely_duplicates(by: Actor) -> list[Duplicate]:
    """Persons within the actor's reach who bear the same name, most first."""
    found: dict[str, list[Person]] = {}
    visible = Person.objects.visible_to(by).exclude(state__in=NOT_STANDING).filter(erased_at=None)
    for person in visible.order_by("name", "pk"):
        found.setdefault(person.name, []).append(person)
    twice = [Duplicate(name, tuple(persons)) for name, persons in found.items() if len(persons) > 1]
    return sorted(twice, key=lambda one: (-len(one.persons), one.name))


def closed_card_faults(person: Person) -> list[tuple[str, str]]:
    """An erased or merged card is not filled again."""
    stored = Person.objects.unscoped("what the card was").filter(pk=person.pk).first() if person.pk else None
    if stored and stored.erased_at:
        return [("name", "这个人的个人信息已清除，不能再填写")]
    if stored and stored.merged_into_id:
        return [("name", f"这条已并入persons-{stored.merged_into_id}，请改那一条")]
    return []
