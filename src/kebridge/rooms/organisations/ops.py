"""What happens to organisations: entered, renamed, retyped, moved, merged, split, closed — each on a day."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit.ops import Event
from kebridge.core.db import guard
from kebridge.core.ledger.postings import Block, posting
from kebridge.core.orgs import trees
from kebridge.core.orgs.models import Organisation, OrgEvent
from kebridge.core.orgs.types import EventKind, OrgType
from kebridge.core.refusal import Refusal
from kebridge.core.subjects.models import Subject, SubjectKind
from kebridge.rooms.organisations.models import CoverableUnit, OrgCard

CODE = "organisations"


def identify(card: OrgCard) -> None:
    """Give a new card its organisation; the top one is its own parent."""
    subject = Subject.objects.create(kind=SubjectKind.ORGANISATION)
    card.organisation = Organisation.objects.create(code=card.code, subject=subject)
    card.pk = card.organisation.pk
    if not card.org_id:
        card.org_id = card.pk


def first_event(card: OrgCard, *, is_new: bool) -> None:
    """Write the event by which a new organisation stands: founded on a day, or known to stand from a day."""
    if not is_new:
        return
    is_founding = card.founded is not None
    _write_event(
        card, EventKind.FOUND if is_founding else EventKind.ENTER, card.founded or card.known_from or date(1949, 10, 1),
        name=card.name, type=card.type, moved=True, parent_id=None if card.org_id == card.pk else card.org_id,
        standing=True, document=card.document,
    )  # fmt: skip


def found_top(*, code: str, name: str, by: Actor, org_type: str = OrgType.CITY) -> OrgCard:
    """Enter the top organisation of an installation. Raises Refusal: there is one already."""
    if not by.is_system:
        by.require(Verb.CONFIGURE, None)
    if OrgCard.objects.unscoped("is there a top organisation").exists():
        raise Refusal("本系统已有顶层组织", repair="请在组织登记簿新增下级组织")
    with posting(by=by, reason="启用系统") as block:
        card = OrgCard(code=code, name=name, type=org_type, entered_by=by.user_id, entered_by_name=by.name)
        identify(card)
        card.save(force_insert=True)
        first_event(card, is_new=True)
        block.tell(Event("add", f"登记顶层组织{name}", CODE, card.pk, card.pk))
    return card


def rename(card_id: int, *, name: str, day: date, by: Actor, document: str = "") -> OrgCard:
    """From `day` on the organisation is called `name`; before, as before."""
    with _changing(card_id, by, EventKind.RENAME) as (card, block):
        before, card.name = card.name, name
        _change(card, block, EventKind.RENAME, day, f"{before}更名为{name}", name=name, document=document)
    return card


def retype(card_id: int, *, org_type: str, day: date, by: Actor, document: str = "") -> OrgCard:
    """From `day` on it counts as another type."""
    with _changing(card_id, by, EventKind.RETYPE) as (card, block):
        card.type = org_type
        label = OrgType(org_type).label
        _change(
            card, block, EventKind.RETYPE, day, f"{card.name}变更为{label}", type=org_type, document=document
        )
    return card


def move(card_id: int, *, parent_id: int, day: date, by: Actor, document: str = "") -> OrgCard:
    """From `day` on it belongs to another parent. Raises Refusal: the parent lies below it."""
    with _changing(card_id, by, EventKind.MOVE) as (card, block):
        by.require(Verb.REORGANISE, parent_id)
        _require_no_circle(card, parent_id, day)
        card.org_id = parent_id
        summary = f"{card.name}划归{trees.latest_tree().name(parent_id)}"
        _change(card, block, EventKind.MOVE, day, summary, moved=True, parent_id=parent_id, document=document)
    return card


def merge(card_id: int, *, into_id: int, day: date, by: Actor, document: str = "") -> OrgCard:
    """On `day` it ends and becomes part of another, which its past adds to."""
    with _changing(card_id, by, EventKind.MERGE) as (card, block):
        by.require(Verb.REORGANISE, into_id)
        _require_no_circle(card, into_id, day)
        card.org_id, card.ended = into_id, day
        summary = f"{card.name}并入{trees.latest_tree().name(into_id)}"
        _change(card, block, EventKind.MERGE, day, summary, moved=True, parent_id=into_id, standing=False,
                other_id=into_id, document=document)  # fmt: skip
    return card


def split(
    card_id: int, *, successors: Sequence[tuple[str, str]], day: date, by: Actor, document: str = ""
) -> list[OrgCard]:
    """On `day` it ends and successors (code, name) stand beside it under its parent; its past stays with it."""
    with _changing(card_id, by, EventKind.SPLIT) as (card, block):
        heirs = []
        for code, name in successors:
            heir = OrgCard(code=code, name=name, type=card.type, org_id=card.org_id, founded=day, document=document,
                           entered_by=by.user_id, entered_by_name=by.name)  # fmt: skip
            identify(heir)
            heir.save(force_insert=True)
            first_event(heir, is_new=True)
            heirs.append(heir)
        card.ended = day
        names = "、".join(heir.name for heir in heirs)
        _change(
            card, block, EventKind.SPLIT, day, f"{card.name}分设为{names}", standing=False, document=document
        )
    return heirs


def close(card_id: int, *, day: date, by: Actor, document: str = "") -> OrgCard:
    """On `day` it ends. Raises Refusal: organisations below it still stand."""
    with _changing(card_id, by, EventKind.CLOSE) as (card, block):
        below = trees.latest_tree().subtree(card.pk)[1:]
        standing = trees.latest_tree().standing(below)
        if standing:
            raise Refusal(f"{card.name}下还有{len(standing)}个存续的组织", repair="请先把它们划归别处或终止")
        card.ended = day
        _change(card, block, EventKind.CLOSE, day, f"{card.name}终止", standing=False, document=document)
    return card


@contextmanager
def _changing(card_id: int, by: Actor, kind: EventKind) -> Iterator[tuple[OrgCard, Block]]:
    """A posting block around one standing organisation that the actor may reorganise."""
    with posting(by=by, reason=kind.label) as block:
        card: OrgCard = block.lock(OrgCard, card_id)
        by.require(Verb.REORGANISE, card.pk, kind.label)
        if card.ended:
            raise Refusal(f"{card.name}已于{card.ended:%Y年%-m月%-d日}终止，不能再{kind.label}")
        yield card, block


def _change(card: OrgCard, block: Block, kind: str, day: date, summary: str, **event: Any) -> None:
    first = card.organisation.events.order_by("day").first()
    if first and day < first.day:
        raise Refusal(f"{day:%Y年%-m月%-d日}早于{card.name}的成立（登记）日期", repair="请核对生效日期")
    card.save()
    _write_event(card, kind, day, **event)
    _show_latest(card)
    # Units are covered while their association stands: what they count may have changed.
    units = CoverableUnit.objects.unscoped("units that the association covers").filter(association_id=card.pk)
    block.note_ids(CoverableUnit, units.values_list("pk", flat=True))
    block.tell(Event(kind, summary, CODE, card.pk, card.pk, changes={"生效日期": ["", day.isoformat()]}))


def _show_latest(card: OrgCard) -> None:
    """A change dated before a later one does not overwrite that on the card."""
    latest = trees.latest_tree().nodes[card.pk]
    shown = {
        "name": latest.name,
        "type": latest.type,
        "org_id": latest.parent or card.pk,
        "ended": latest.ended,
    }
    if any(getattr(card, name) != value for name, value in shown.items()):
        for name, value in shown.items():
            setattr(card, name, value)
        card.save()


def _write_event(card: OrgCard, kind: str, day: date, **event: Any) -> None:
    # The card was saved just before: its facts are due already.
    with guard.accounted():
        OrgEvent.objects.create(
            organisation_id=card.organisation_id, revision=card.revision, kind=kind, day=day, **event
        )
    trees.forget()


def _require_no_circle(card: OrgCard, parent_id: int, day: date) -> None:
    later = OrgEvent.objects.filter(day__gt=day, moved=True).values_list("day", flat=True).distinct()
    if any(parent_id in trees.tree(on).subtree(card.pk) for on in (day, *later)):
        raise Refusal(f"{card.name}不能划归它自己或它的下级")
