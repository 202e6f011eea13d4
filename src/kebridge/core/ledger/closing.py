"""Closing a period (封账): later entries that count in it need a reason."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.db import guard
from kebridge.core.db.transactions import look, write_transaction
from kebridge.core.ledger import store
from kebridge.core.ledger.models import Closing
from kebridge.core.refusal import Refusal

_DAY = 2
_CLOSED_THROUGH = "SELECT MAX(through) FROM ledger_closing"


def closed_through() -> date | None:
    """The last day of the closed periods."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSED_THROUGH)
        return store.as_day(cursor.fetchone()[0])


def close_through(day: date, *, by: Actor, org_id: int | None = None) -> None:
    """Close all periods up to `day`; closing an earlier day again is refused."""
    by.require_at(Verb.SEAL, None)
    with write_transaction(), guard.flushing():
        already = closed_through()
        if already and day <= already:
            raise Refusal(f"已封账到{already:%Y年%-m月%-d日}", repair="请选择更晚的日期")
        Closing.objects.create(through=day, actor_name=by.name)
        audit.record([audit.Event("close", f"封账到{day:%Y年%-m月%-d日}", org_id=org_id)], by=by)


def require_reason_for(changes: Iterable[list[tuple[tuple[Any, ...], int]]], reason: str) -> None:
    """Refuse facts of a closed period that come without a reason."""
    if reason:
        return
    require_reason_on(min((key[_DAY] for change in changes for key, _ in change), default=None), reason)


def require_reason_on(earliest: date | None, reason: str) -> None:
    """The same for facts of which the earliest day is known."""
    if reason or earliest is None:
        return
    first = earliest

    def see(value: Any) -> None:
        closed = store.as_day(value)
        if closed and first <= closed:
            raise Refusal(f"{first:%Y年%-m月%-d日}已经封账", repair="请写明更正原因后再保存")

    look(_CLOSED_THROUGH, see)
