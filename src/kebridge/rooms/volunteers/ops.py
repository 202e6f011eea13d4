"""What happens to hours: proposed when entered or changed, confirmed by somebody else, then posted."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.audit.ops import Event
from kebridge.core.ledger.postings import Block, current_block, posting
from kebridge.core.records import practice
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.core.wording.values import plain
from kebridge.rooms.people import ops as people
from kebridge.rooms.people.enums import PersonKind
from kebridge.rooms.volunteers.models import Service

CODE = "volunteer_hours"
_STEPS = ("proposed_by", "proposed_by_name", "confirmed_by", "confirmed_by_name", "confirmed_at")


def propose(one: Service, **_: Any) -> None:
    """Whoever enters or changes hours proposes them; an earlier confirmation was of other content and falls."""
    by = current_block().by
    one.proposed_by, one.proposed_by_name = by.user_id, by.name
    one.confirmed_by, one.confirmed_by_name, one.confirmed_at = None, "", None
    one.save(update_fields=list(_STEPS))
    people.know(one, name=one.person_name, employer=one.employer, kind=PersonKind.OTHER)


def confirm(pks: Iterable[int], *, by: Actor) -> list[Service]:
    """These hours are confirmed and count: all or none.

    Raises Denied; Refusal: proposed by the actor, hers as a volunteer, confirmed already, or not submitted yet.
    """
    with posting(by=by, reason="确认服务时长") as block:
        return [_confirm(pk, block) for pk in pks]


def _confirm(pk: int, block: Block) -> Service:
    one: Service = block.lock(Service, pk)
    by = block.by
    by.require(Verb.REVIEW, one.org_id, "确认服务时长")
    practice.require_same(one, by)
    what = f"{one.day:%Y-%m-%d}{one.person_name}的{one.minutes}分钟"
    if one.state != State.COUNTED:
        raise Refusal(f"{what}现在是“{one.get_state_display()}”，不能确认", repair="请先提交、审核通过")
    if one.confirmed_at:
        raise Refusal(f"{what}已由{one.confirmed_by_name}确认过")
    if not by.is_system and (by.user_id == one.proposed_by or _are_one(by.name, one.proposed_by_name)):
        raise Refusal(
            f"{what}是您提出的，不能由您自己确认", who_can=who_can(Verb.REVIEW), repair="请换一个人确认"
        )
    if not by.is_system and _are_one(by.name, one.person_name):
        raise Refusal(
            f"{what}是您自己的服务，不能由您确认", who_can=who_can(Verb.REVIEW), repair="请换一个人确认"
        )
    one.confirmed_by, one.confirmed_by_name, one.confirmed_at = by.user_id, by.name, timezone.now()
    one.save(update_fields=list(_STEPS))
    block.tell(Event("confirm", f"确认服务时长{one.minutes}分钟", CODE, one.pk, one.org_id, block.reason))
    return one


def _are_one(name: str, other: str) -> bool:
    """A second account of the same name is taken for the same person."""
    return plain(name) == plain(other)
