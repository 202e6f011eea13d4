"""What people do with errands: ask, look, fetch; and old files are removed."""

import hashlib
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import IntegrityError
from django.db.models import Q, QuerySet
from django.utils import timezone

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.audit import ops as audit
from kebridge.core.audit.ops import Event
from kebridge.core.db.transactions import write_transaction
from kebridge.core.files import store
from kebridge.core.jobs.errands import kinds, reach, tasks
from kebridge.core.jobs.errands.running import SOURCE
from kebridge.core.jobs.models import UNDER_WAY, Errand, ErrandState
from kebridge.core.ledger.remembering import position, program
from kebridge.core.refusal import Refusal

FILES_KEPT = timedelta(days=7)
NOTES_KEPT = timedelta(days=90)
_STRAY_AFTER = timedelta(days=1)


def ask(
    code: str, args: dict[str, Any], title: str, *, by: Actor, filename: str = "", back: str = ""
) -> Errand:
    """Have something made in the background; asked for the same again while nothing has changed, the same errand.

    `back` is the page where it was asked for. Raises Denied, Refusal: as the kind's `require`.
    """
    kind = kinds.get(code)
    kind.require(args, by=by)
    key = _key(code, kind, args, by)
    if found := _fresh(key, kind):
        return found
    try:
        with write_transaction():
            made = Errand.objects.create(
                kind=code, args=args, key=key, title=title[:200], filename=filename[:200], back=back,
                actor_id=by.user_id, actor_name=by.name, address=by.address,
            )  # fmt: skip
            audit.record([Event("ask", f"要求生成{made.title}", SOURCE, made.pk)], by=by)
            tasks.run.enqueue(made.pk)
    except IntegrityError:  # asked twice at the same moment
        return Errand.objects.get(key=key, state__in=UNDER_WAY)
    return made


def visible(by: Actor) -> QuerySet[Errand]:
    """The actor's own errands, newest first."""
    return Errand.objects.filter(actor_id=by.user_id).order_by("-pk")


def find(errand_id: int, *, by: Actor) -> Errand:
    """Raises DoesNotExist: none, or another's. Raises Denied: a shared one that the actor may not see."""
    errand = Errand.objects.filter(Q(actor_id=by.user_id) | Q(kind__in=kinds.shared())).get(pk=errand_id)
    if errand.actor_id != by.user_id:
        kinds.get(errand.kind).require(errand.args, by=by)
    return errand


def newest(code: str, *, by: Actor) -> Errand | None:
    """The newest of a shared kind. Raises Denied."""
    kinds.get(code).require({}, by=by)
    return Errand.objects.filter(kind=code).order_by("-pk").first()


def require_file(errand: Errand, *, by: Actor) -> None:
    """Raises Denied: the actor may no longer see what is in it; Refusal: it is not ready, or no longer kept."""
    kinds.get(errand.kind).require(errand.args, by=by)
    if (
        errand.state != ErrandState.DONE
        or not errand.digest
        or not store.outputs.path(errand.digest).exists()
    ):
        raise Refusal(f"{errand.title}没有做好，或者已经过了保存期", repair="请回到原来的页面再要一次")
    if not reach.covers(by, errand.reach):
        raise Denied("生成以后您的权限变了，不能再下载这一份，请重新生成", who_can=who_can(Verb.EXPORT))


def fetch(errand_id: int, *, by: Actor) -> tuple[Errand, Path]:
    """An errand and where its file lies. Raises DoesNotExist; Denied, Refusal as `require_file`."""
    errand = find(errand_id, by=by)
    require_file(errand, by=by)
    with write_transaction():
        audit.record([Event("export", f"下载{errand.title}", SOURCE, errand.pk)], by=by)
    return errand, store.outputs.path(errand.digest)


def forget_old(*, by: Actor, now: datetime | None = None) -> int:
    """Remove files past their time and strays of broken-off runs; returns how many errands lost their file."""
    by.require_at(Verb.CONFIGURE, None)
    moment = now or timezone.now()
    old = Errand.objects.filter(asked_at__lt=moment - FILES_KEPT).exclude(state=ErrandState.GONE)
    gone = old.update(state=ErrandState.GONE, digest="", finding={}, reach={})
    kept = set(Errand.objects.exclude(digest="").values_list("digest", flat=True))
    store.outputs.drop_others(kept, older_than=moment - _STRAY_AFTER)
    Errand.objects.filter(asked_at__lt=moment - NOTES_KEPT).delete()
    return gone


def _fresh(key: str, kind: kinds.Kind) -> Errand | None:
    states = (*UNDER_WAY, ErrandState.DONE) if kind.is_kept else UNDER_WAY
    for errand in Errand.objects.filter(key=key, state__in=states).order_by("-pk"):
        if not errand.digest or store.outputs.path(errand.digest).exists():
            return errand
    return None


def _key(code: str, kind: kinds.Kind, args: dict[str, Any], by: Actor) -> str:
    whose = None if kind.is_shared else (by.user_id, reach.of(by))
    stands = (
        (position(), kind.state(args), program(), timezone.localdate().isoformat()) if kind.is_kept else ()
    )
    whole = (code, json.dumps(args, sort_keys=True), whose, stands)
    return hashlib.sha256(repr(whole).encode()).hexdigest()
