"""What people do with imports: hand in a workbook, confirm it, give it up, fetch what comes back."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.audit.ops import Event
from kebridge.core.db.transactions import write_transaction
from kebridge.core.files import store
from kebridge.core.orgs.trees import tree_today
from kebridge.core.records import closed
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import tasks
from kebridge.core.transfer.models import ImportJob, ImportState

MOST_BYTES = 60 * 2**20
KEPT = timedelta(days=90)
SOURCE = "imports"


def upload(data: bytes, filename: str, *, by: Actor) -> ImportJob:
    """Take a workbook in; it is judged in the background. Raises Denied; Refusal: empty or too large."""
    by.require(Verb.IMPORT, None)
    if not data:
        raise Refusal(f"“{filename}”是空文件", repair="请重新选择文件")
    if len(data) > MOST_BYTES:
        raise Refusal(f"“{filename}”超过{MOST_BYTES // 2**20}MB", repair="请分成几个文件，分别导入")
    digest = store.imports.put(data)
    with write_transaction():
        job = ImportJob.objects.create(
            org_id=_org_of(by), filename=filename[:160], digest=digest, size=len(data),
            actor_id=by.user_id, actor_name=by.name, address=by.address,
        )  # fmt: skip
        audit.record([Event("upload", f"上传导入文件{job.filename}", SOURCE, job.pk, job.org_id)], by=by)
        tasks.plan.enqueue(job.pk)
    return job


def confirm(job_id: int, *, by: Actor, take_right_rows: bool = False, reason: str = "") -> ImportJob:
    """Let a judged workbook be written, in the background, in the name of who confirms.

    Raises Denied, DoesNotExist; Refusal: it does not wait to be confirmed, nothing would change, or rows are wrong and the
    right ones alone are not wanted.
    """
    with write_transaction():
        job = _locked(job_id, by)
        if job.state != ImportState.PLANNED:
            raise Refusal(f"这次导入现在是“{job.get_state_display()}”，不能确认")
        if not job.preview.get("has_work"):
            raise Refusal("没有需要写入的行：系统里已经有同样的记录，或各行都有错")
        if not job.preview.get("is_right") and not take_right_rows:
            raise Refusal("还有错误没有改正", repair="请改正后重新上传，或选择“先导入没有错的”")
        job.state, job.take_right_rows, job.reason = (
            ImportState.COMMITTING,
            take_right_rows,
            reason.strip()[:200],
        )
        job.actor_id, job.actor_name, job.address, job.attempts = by.user_id, by.name, by.address, 0
        job.step, job.done, job.message = "等待写入", 0, ""
        job.save()
        audit.record([Event("confirm", f"确认导入{job.filename}", SOURCE, job.pk, job.org_id, reason)], by=by)
        tasks.commit.enqueue(job.pk)
    return job


def abandon(job_id: int, *, by: Actor) -> ImportJob:
    """Give up an import that was not written. Raises Denied, DoesNotExist, Refusal: it is being written or done."""
    with write_transaction():
        job = _locked(job_id, by)
        if job.state not in (
            ImportState.UPLOADED,
            ImportState.PLANNING,
            ImportState.PLANNED,
            ImportState.FAILED,
        ):
            raise Refusal(f"这次导入现在是“{job.get_state_display()}”，不能放弃")
        job.state, job.finished_at = ImportState.ABANDONED, timezone.now()
        job.save()
        audit.record([Event("abandon", f"放弃导入{job.filename}", SOURCE, job.pk, job.org_id)], by=by)
    return job


def visible(by: Actor) -> QuerySet[Any]:
    """The imports of the actor's organisations, newest first.

    Others' files that hold sheets of the closed circle, or are not judged yet, are for that circle only.
    """
    found: QuerySet[Any] = ImportJob.objects.visible_to(by, Verb.IMPORT).order_by("-pk")
    if by.is_system:
        return found
    in_circle = Q(actor_id=by.user_id) | Q(org__in=by.org_ids(Verb.SEE_CLOSED))
    is_secret = Q(counts={}) | Q(counts__has_any_keys=closed.codes())
    return found.exclude(is_secret & ~in_circle)


def find(job_id: int, *, by: Actor) -> ImportJob:
    """Raises DoesNotExist: none, or none of the actor's."""
    job: ImportJob = visible(by).get(pk=job_id)
    return job


def annotated(job_id: int, *, by: Actor) -> tuple[str, bytes]:
    """(name, content) of the copy with the problems beside the rows. Raises Refusal: there are none."""
    return _file(find(job_id, by=by), "copy_digest", "标注")


def returned(job_id: int, *, by: Actor) -> tuple[str, bytes]:
    """(name, content) of a workbook of the rows that were not taken. Raises Refusal: all were."""
    return _file(find(job_id, by=by), "returned_digest", "待改正")


def original(job_id: int, *, by: Actor) -> tuple[str, bytes]:
    """(name, content) as uploaded. Raises Refusal: it is no longer kept."""
    return _file(find(job_id, by=by), "digest", "")


def forget_old(*, by: Actor) -> int:
    """Remove the files of imports long finished: they may hold personal data. Records and audit stay."""
    by.require_at(Verb.CONFIGURE, None)
    old = ImportJob.objects.unscoped("files are kept for a time").filter(
        uploaded_at__lt=timezone.now() - KEPT
    )
    recent = ImportJob.objects.unscoped("files may be shared").filter(uploaded_at__gte=timezone.now() - KEPT)
    names = ("digest", "copy_digest", "returned_digest")
    kept = {digest for row in recent.values_list(*names) for digest in row}
    gone = {digest for row in old.values_list(*names) for digest in row if digest} - kept
    for digest in gone:
        store.imports.drop(digest)
    return len(gone)


def _file(job: ImportJob, field: str, what: str) -> tuple[str, bytes]:
    digest = getattr(job, field)
    name = f"{job.filename.removesuffix('.xlsx')}{f'（{what}）' if what else ''}.xlsx"
    try:
        return name, store.imports.get(digest or "none")
    except FileNotFoundError as error:
        raise Refusal(f"没有{what or '原始'}文件，或者已经过了保存期") from error


def _locked(job_id: int, by: Actor) -> ImportJob:
    job: ImportJob = visible(by).select_for_update().get(pk=job_id)
    by.require(Verb.IMPORT, job.org_id)
    return job


def _org_of(by: Actor) -> int:
    """The organisation in whose name the actor imports: the first that his roles stand on."""
    tops = tree_today().roots if by.is_system else by.top_org_ids
    return next(org for org in tops if by.can(Verb.IMPORT, org))
