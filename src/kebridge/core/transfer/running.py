"""Imports in the background: judging and writing an uploaded workbook. Ids in, safe to run twice or after a kill."""

from typing import Any

from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.db.progress import Teller
from kebridge.core.files import store
from kebridge.core.refusal import Refusal
from kebridge.core.transfer.annotate import annotated_copy
from kebridge.core.transfer.commit import commit_import
from kebridge.core.transfer.items import Plan
from kebridge.core.transfer.models import ImportJob, ImportState
from kebridge.core.transfer.plan import plan_import
from kebridge.core.transfer.preview import counts_of, preview_of

MOST_ATTEMPTS = 3
_UNFORESEEN = "程序出错，没有写入任何记录；请把文件交给系统管理员，或稍后再试"
_INTERRUPTED = "多次中断，没有写入；请稍后重新上传"


def plan_job(job_id: int) -> None:
    """Judge an uploaded workbook; the job then waits to be confirmed, or says why it cannot be read."""
    job = _job(job_id)
    if job.state not in (ImportState.UPLOADED, ImportState.PLANNING) or not _begin(job, ImportState.PLANNING):
        return
    try:
        data = store.imports.get(job.digest)
        plan = plan_import(data, job.filename, by=actor_of(job), progress=_teller(job))
        _planned(job, plan, data)
    except Refusal as refusal:
        _finish(job, ImportState.FAILED, message=str(refusal))
    except Exception:
        _finish(job, ImportState.FAILED, message=_UNFORESEEN)
        raise


def commit_job(job_id: int) -> None:
    """Write a confirmed workbook: judged again, since others went on working; a plan that changed is shown again."""
    job = _job(job_id)
    if job.state != ImportState.COMMITTING or not _begin(job, ImportState.COMMITTING):
        return
    try:
        data = store.imports.get(job.digest)
        by = actor_of(job)
        plan = plan_import(data, job.filename, by=by, progress=_teller(job))
        is_first_try = job.attempts == 1
        if is_first_try and counts_of(plan) != job.counts:
            _planned(job, plan, data, message="核对以后数据有了变化，请再看一遍，然后确认")
            return
        result = commit_import(
            plan, by=by, take_right_rows=job.take_right_rows, reason=job.reason, progress=_teller(job)
        )
        returned = store.imports.put(result.returned) if result.returned else ""
        # A try that was killed may have written already: what it found is what was done.
        told = str(result) if is_first_try or plan.has_work else _told(job.counts)
        _finish(job, ImportState.DONE, message=told, returned_digest=returned)
    except Refusal as refusal:
        _finish(job, ImportState.FAILED, message=str(refusal))
    except Exception:
        _finish(job, ImportState.FAILED, message=_UNFORESEEN)
        raise


def actor_of(job: ImportJob) -> Actor:
    """Who uploaded or confirmed it, with the rights of now. Raises Denied: the account is closed."""
    return Actor.later(job.actor_id, job.address, "导入")


def _job(job_id: int) -> ImportJob:
    job: ImportJob = ImportJob.objects.unscoped("a task works on its own job").get(pk=job_id)
    return job


def _begin(job: ImportJob, state: str) -> bool:
    """Count the attempt; False: it was broken off too often."""
    job.attempts += 1
    if job.attempts > MOST_ATTEMPTS:
        _finish(job, ImportState.FAILED, message=_INTERRUPTED)
        return False
    _write(job, state=state, attempts=job.attempts, done=0, message="")
    return True


def _planned(job: ImportJob, plan: Plan, data: bytes, message: str = "") -> None:
    copy = store.imports.put(annotated_copy(data, plan.problems)) if plan.problems else ""
    _write(
        job, state=ImportState.PLANNED, step="", done=job.total, counts=counts_of(plan), preview=preview_of(plan),
        copy_digest=copy, planned_at=timezone.now(), message=message, attempts=0,
    )  # fmt: skip


def _finish(job: ImportJob, state: str, **values: Any) -> None:
    _write(job, state=state, step="", finished_at=timezone.now(), **values)


def _write(job: ImportJob, **values: Any) -> None:
    """Note something on a job; one that was given up meanwhile stays so."""
    for name, value in values.items():
        setattr(job, name, value)
    mine = ImportJob.objects.unscoped("a task works on its own job").filter(pk=job.pk)
    mine.exclude(state=ImportState.ABANDONED).update(**values)


def _told(counts: dict[str, dict[str, int]]) -> str:
    new = sum(one.get("new", 0) for one in counts.values())
    changed = sum(one.get("changed", 0) for one in counts.values())
    return f"新增{new}条，更正{changed}条"


def _teller(job: ImportJob) -> Teller:
    return Teller(lambda step, done, total: _write(job, step=step, done=done, total=total))
