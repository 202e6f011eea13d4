"""Seals (存证): batches of postings chained by digest. Whoever holds an old digest can tell any later change."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.db import guard
from kebridge.core.db.progress import Progress, untold
from kebridge.core.db.transactions import write_transaction
from kebridge.core.ledger import store
from kebridge.core.ledger.models import Seal, TagSet

FIRST = "0" * 64
# One sealer at a time on PostgreSQL; on SQLite the write lock does it.
_SEALER_LOCK = 0x6B65_6272
_FETCH = 5000
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\x1f": "\\u"})

_SEALED = "FROM ledger_sealedposting s JOIN ledger_posting p ON p.id = s.posting_id"
_POSTINGS = (
    "SELECT 'p', p.id, p.source_type, p.source_id, p.revision, p.at, p.actor_id, p.actor_name, p.reason, p.restated"
    f" {_SEALED} WHERE s.seal_id = %s ORDER BY p.id"
)
_FACTS = (
    f"SELECT 'f', f.id, f.posting_id, f.sign, {', '.join('f.' + name for name in store.KEY_COLUMNS)}, t.key"
    " FROM ledger_sealedposting s JOIN ledger_fact f ON f.posting_id = s.posting_id"
    " LEFT JOIN ledger_tagset t ON t.id = f.tagset_id"
    " WHERE s.seal_id = %s ORDER BY f.posting_id, f.id"
)
_ORGANISATIONS = (
    "SELECT 'o', e.id, e.organisation_id, e.revision, e.kind, e.day, e.name, e.type, e.moved, e.parent_id,"
    f" e.standing, e.other_id, e.document {_SEALED}"
    " JOIN orgs_orgevent e ON p.source_type = 'organisations' AND p.source_id = e.organisation_id"
    " AND p.revision = e.revision WHERE s.seal_id = %s ORDER BY e.id"
)


def seal(*, by: Actor, org_id: int | None = None) -> Seal | None:
    """Seal every committed posting that is not yet sealed; None when there is none."""
    by.require_at(Verb.SEAL, None)
    with write_transaction(), guard.flushing():
        _one_sealer()
        head = head_seal()
        number = (head.pk if head else 0) + 1
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO ledger_sealedposting (posting_id, seal_id) SELECT p.id, %s FROM ledger_posting p"
                " WHERE NOT EXISTS (SELECT 1 FROM ledger_sealedposting s WHERE s.posting_id = p.id)",
                [number],
            )
            if not cursor.rowcount:
                return None
        _count_anew()
        previous = head.digest if head else FIRST
        at = timezone.now()
        digest, postings, facts = _digest(number, previous, at, by.name)
        made = Seal.objects.create(
            pk=number, at=at, actor_name=by.name, postings=postings, facts=facts,
            previous=previous, digest=digest,
        )  # fmt: skip
        audit.record(
            [audit.Event("seal", f"存证第{number}号：{postings}笔，{facts}条明细", org_id=org_id)], by=by
        )
    return made


def head_seal() -> Seal | None:
    """The newest seal."""
    return Seal.objects.order_by("-pk").first()


def broken_seals(progress: Progress = untold) -> Iterator[str]:
    """Every seal whose rows or chain do not give its digest any more, in plain words."""
    _count_anew()
    previous, total = FIRST, Seal.objects.count()
    for done, made in enumerate(Seal.objects.order_by("pk")):
        progress("核对存证链", done, total)
        digest, postings, facts = _digest(made.pk, made.previous, made.at, made.actor_name)
        if made.previous != previous:
            yield f"第{made.pk}号存证与上一号不衔接"
        if (postings, facts) != (made.postings, made.facts):
            yield f"第{made.pk}号存证应有{made.postings}笔{made.facts}条，现有{postings}笔{facts}条"
        elif digest != made.digest:
            yield f"第{made.pk}号存证的内容与摘要不符"
        previous = made.digest


_STRAY_FACTS = "FROM ledger_fact f LEFT JOIN ledger_posting p ON p.id = f.posting_id WHERE p.id IS NULL"
_STRAY_SEALED = "FROM ledger_sealedposting s LEFT JOIN ledger_seal n ON n.id = s.seal_id WHERE n.id IS NULL"
_STRAY_EVENTS = (
    "FROM orgs_orgevent e LEFT JOIN ledger_posting p ON p.source_type = 'organisations'"
    " AND p.source_id = e.organisation_id AND p.revision = e.revision WHERE p.id IS NULL"
)
_STRAYS = (
    (_STRAY_FACTS, "条台账明细不属于任何一笔计入"),
    (_STRAY_SEALED, "笔计入所属的存证已不存在"),
    (_STRAY_EVENTS, "条组织变动没有对应的计入"),
)


def strays() -> Iterator[str]:
    """Rows that belong to nothing: no part of the program makes them."""
    for rows, words in _STRAYS:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*) {rows}")
            count = cursor.fetchone()[0]
        if count:
            yield f"{count}{words}"
    for tagset in TagSet.objects.prefetch_related("members"):
        if tagset.key != ",".join(str(tag) for tag in sorted(one.tag_id for one in tagset.members.all())):
            yield f"第{tagset.pk}号标签组合的成员与登记时不同"


def _count_anew() -> None:
    """PostgreSQL plans by the rows it last counted: what was loaded a minute ago it would join one by one."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE ledger_posting, ledger_fact, ledger_sealedposting, ledger_tagset")


def _one_sealer() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SEALER_LOCK])


def _digest(number: int, previous: str, at: datetime, actor_name: str) -> tuple[str, int, int]:
    """Digest over the canonical bytes of a seal and its rows, with the numbers of postings and facts."""
    state = hashlib.sha256(_line(("kebridge-seal-1", number, previous, at, actor_name)).encode())
    counts = []
    for sql in (_POSTINGS, _FACTS, _ORGANISATIONS):
        count = 0
        with connection.cursor() as cursor:
            cursor.execute(sql, [number])
            while rows := cursor.fetchmany(_FETCH):
                count += len(rows)
                state.update("".join(map(_line, rows)).encode())
        counts.append(count)
    return state.hexdigest(), counts[0], counts[1]


def _line(row: tuple[Any, ...]) -> str:
    return "\x1f".join(map(_canonical, row)) + "\n"


def _canonical(value: Any) -> str:
    """The same text for the same value on every database, and different texts for different values."""
    if type(value) is int:
        return str(value)
    if value is None:
        return "-"
    if isinstance(value, str):
        return f"'{value}" if value.isprintable() and "\\" not in value else "'" + value.translate(_ESCAPES)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        # SQLite gives times without a zone; both databases keep UTC.
        return (value.astimezone(UTC) if value.tzinfo else value).strftime("%Y-%m-%d %H:%M:%S.%f")
    return str(value)
