"""The practice book (练习): what somebody enters while he practises never counts, and only he finds it.

Who practises touches nothing else; and what was practised is never led into the books: it is entered anew.
"""

from typing import Any

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.audit.ops import Event
from kebridge.core.ledger.postings import posting
from kebridge.core.records import queries
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal

NOTE = "练习"
_WHY_NOT = "填一条就会建立名册、标签等别的记录要用到的内容，练习的内容不能给别人用"
LEAVE = "请先点“结束练习”，再办理"


def require_possible(register: Register, by: Actor) -> None:
    """Raises Refusal: entering into this register would begin other records, which practice must not."""
    if by.practising and not register.practises:
        raise Refusal(f"“{register.title}”会同时建立其他名册，不能用来练习", repair="请换一个登记簿练习")


def require_same(record: Any, by: Actor) -> None:
    """Raises Refusal: who practises leaves real records alone, and who works the practised ones; Denied: another's."""
    is_practice = record.state == State.PRACTICE
    if by.practising and not is_practice:
        raise Refusal("您正在练习，这条是真实记录，不能改动", repair=LEAVE)
    if is_practice and not by.practising:
        raise Refusal("这是一条练习，只能在练习时修改", repair="请先点“练习”，或者按“正式登记”重新填报")
    if is_practice:
        require_author(record, by)


def require_author(record: Any, by: Actor) -> None:
    """Raises Denied: somebody else practised it."""
    if record.entered_by != by.user_id:
        raise Denied("这是别人的练习，不能改动", who_can="练习的本人")


def settle(record_id: int, register: Register, by: Actor) -> None:
    """What was practised has been entered for good: the practised one goes, so that it is not entered twice.

    Raises Denied: somebody else practised it. What is no practice (any more) is left alone.
    """
    found = queries.visible(register, by).filter(pk=record_id, state=State.PRACTICE).first()
    if found is None:
        return
    require_author(found, by)
    with posting(by=by, reason=NOTE) as block:
        record = block.lock(register.model, record_id)
        record.state = State.VOID
        record.save()
        block.tell(Event("discard", "练习已正式登记，不再列出", register.code, record_id, record.org_id))


def why_not(register: Register) -> str:
    """Why a register cannot be practised; nothing where it can."""
    return "" if register.practises else _WHY_NOT


def own(by: Actor) -> list[tuple[Register, int]]:
    """The actor's practised records: how many in each register."""
    counts = [(one, _own(one, by).count()) for one in registers.every()]
    return [(one, count) for one, count in counts if count]


def discard_all(by: Actor) -> int:
    """Void everything the actor practised; returns how many records."""
    done = 0
    with posting(by=by, reason=NOTE) as block:
        for register in registers.every():
            for pk in _own(register, by).values_list("pk", flat=True):
                record = block.lock(register.model, pk)
                record.state = State.VOID
                record.save()
                done += 1
        if done:
            block.tell(Event("discard", f"删除全部练习{done}条"))
    return done


def _own(register: Register, by: Actor) -> Any:
    """Also bodies that were named in practice."""
    mine = queries.visible(register, by).filter(state=State.PRACTICE)
    return mine.filter(entered_by=by.user_id) if by.user_id else mine.none()
