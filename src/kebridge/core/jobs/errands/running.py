"""An errand being run, in the name of who asked and with his rights of now. Safe to run twice and after a kill."""

import logging
import tempfile
from typing import Any

from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.audit import ops as audit
from kebridge.core.audit.ops import Event
from kebridge.core.db.progress import Teller
from kebridge.core.db.transactions import write_transaction
from kebridge.core.files import store
from kebridge.core.jobs.errands import kinds, reach
from kebridge.core.jobs.models import Errand, ErrandState
from kebridge.core.refusal import Refusal

MOST_ATTEMPTS = 3
SOURCE = "errands"
_UNFORESEEN = "程序出错，没有做成；请稍后再试，仍不行请告诉系统管理员"
_INTERRUPTED = "多次中断，没有做成；请稍后再试"
_IN_MEMORY = 8 * 2**20


def run(errand_id: int) -> None:
    """Make what was asked for, or note why it cannot be made."""
    errand = Errand.objects.get(pk=errand_id)
    if errand.state not in (ErrandState.WAITING, ErrandState.RUNNING) or not _begin(errand):
        return
    try:
        _make(errand)
    except Refusal as refusal:
        _finish(errand, ErrandState.FAILED, message=str(refusal))
    except Exception:
        logging.getLogger(__name__).exception("errand %s", errand.pk)
        _finish(errand, ErrandState.FAILED, message=_UNFORESEEN)
        raise


def _make(errand: Errand) -> None:
    kind, by = kinds.get(errand.kind), actor_of(errand)
    kind.require(errand.args, by=by)
    seen = reach.of(by)
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        found = kind.make(errand.args, file, by=by, progress=Teller(lambda *told: _tell(errand, *told)))
        size = file.tell()
        file.seek(0)
        digest = store.outputs.put_file(file) if size else ""
    with write_transaction():
        _finish(errand, ErrandState.DONE, digest=digest, size=size, finding=found, reach=seen)
        audit.record([Event("make", f"生成{errand.title}", SOURCE, errand.pk)], by=by)


def actor_of(errand: Errand) -> Actor:
    """Raises Denied: the account is closed."""
    return Actor.later(errand.actor_id, errand.address, errand.title)


def _begin(errand: Errand) -> bool:
    """Count the attempt; False: it was broken off too often."""
    if errand.attempts >= MOST_ATTEMPTS:
        _finish(errand, ErrandState.FAILED, message=_INTERRUPTED)
        return False
    _write(errand, state=ErrandState.RUNNING, attempts=errand.attempts + 1, done=0, total=0, step="")
    return True


def _tell(errand: Errand, step: str, done: int, total: int) -> None:
    _write(errand, step=step, done=done, total=total)


def _finish(errand: Errand, state: str, **values: Any) -> None:
    _write(errand, state=state, step="", finished_at=timezone.now(), **values)


def _write(errand: Errand, **values: Any) -> None:
    for name, value in values.items():
        setattr(errand, name, value)
    Errand.objects.filter(pk=errand.pk).update(**values)
