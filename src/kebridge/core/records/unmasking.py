"""Showing one personal datum in clear: asks why, and is audited."""

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.db.transactions import write_transaction
from kebridge.core.privacy.fields import Sealed
from kebridge.core.records import queries
from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal

SHORTEST_REASON = 2


def reveal(register: Register, pk: int, name: str, *, reason: str, by: Actor) -> str:
    """The clear text of a sensitive field of a visible record. Raises DoesNotExist, Denied, Refusal: no reason."""
    record = queries.find(register, by, pk)
    by.require(Verb.UNMASK, record.org_id)
    declared = register.by_name.get(name)
    if declared is None or not declared.sensitive:
        raise Refusal("这一项没有遮盖")
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal("查看完整个人信息要写明用途", repair="请填写用途，例如“联系带队老师”")
    value = getattr(record, name)
    with write_transaction():
        told = f"查看{register.noun}的完整{declared.label}"
        audit.record([audit.Event("unmask", told, register.code, pk, record.org_id, reason.strip())], by=by)
    return value.reveal() if isinstance(value, Sealed) else str(value or "")
