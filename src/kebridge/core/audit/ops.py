"""Writing the audit. Called inside the transaction of the operation that it tells of."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.db import connection
from django.utils import timezone

from kebridge.core.db import guard
from kebridge.core.db.transactions import insert_rows

_COLUMNS = (
    "at", "actor_id", "actor_name", "address", "action", "source_type", "source_id",
    "org_id", "summary", "reason", "changes",
)  # fmt: skip


class Doer(Protocol):
    """Whoever acts (`access.actors.Actor`): the audit stands below the access and knows this much of it."""

    @property
    def name(self) -> str: ...
    @property
    def user_id(self) -> int | None: ...
    @property
    def address(self) -> str: ...


@dataclass(frozen=True)
class Event:
    """What an operation tells the audit: `changes` maps a field's label to [before, after]."""

    action: str
    summary: str
    source_type: str = ""
    source_id: int | None = None
    org_id: int | None = None
    reason: str = ""
    changes: dict[str, Any] = field(default_factory=dict)


def record(events: Iterable[Event], *, by: Doer, at: datetime | None = None) -> None:
    """Append the events of one operation."""
    moment = connection.ops.adapt_datetimefield_value(at or timezone.now())
    rows = [
        (
            moment, by.user_id, by.name, by.address, event.action, event.source_type, event.source_id, event.org_id,
            event.summary[:300], event.reason[:200], json.dumps(event.changes, ensure_ascii=False, default=str),
        )
        for event in events
    ]  # fmt: skip
    with guard.flushing():
        insert_rows("audit_entry", _COLUMNS, rows)
