"""Evidence of records: attach, list, read, remove. A file is seen by whoever may see its record.

Callers pass the register and the record that they found within the actor's reach (`records.queries.find`).
"""

import re
from pathlib import PurePosixPath
from typing import Any, Protocol

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.audit.ops import Event
from kebridge.core.db.transactions import write_transaction
from kebridge.core.files import store
from kebridge.core.files.kinds import cleaned_photo, kind_of
from kebridge.core.files.models import Evidence
from kebridge.core.refusal import Refusal

MOST_FILES = 60
LONGEST_NAME = 120
_UNFIT = re.compile(r'[\x00-\x1f\x7f"<>:|?*\u200b-\u200f\u202a-\u202e]')


class Kind(Protocol):
    """The register of a record, as far as evidence needs it."""

    @property
    def code(self) -> str: ...
    @property
    def noun(self) -> str: ...


def attach(register: Kind, record: Any, data: bytes, name: str, *, by: Actor) -> Evidence:
    """Keep a file as evidence of a record; the same content twice is kept once.

    Raises Denied; Refusal: a kind that is not allowed, too large, damaged, or too many files.
    """
    by.require(Verb.CHANGE, record.org_id, f"修改{register.noun}")
    kind = kind_of(data, name)
    if kind.pillow:
        data = cleaned_photo(data, kind, name)
    digest = store.evidence.put(data)
    with write_transaction():
        standing = _standing(register, record)
        if found := standing.filter(sha256=digest).first():
            return found
        if standing.count() >= MOST_FILES:
            raise Refusal(f"一条记录最多附{MOST_FILES}个文件", repair="请先移除不需要的")
        made = Evidence.objects.create(
            source_type=register.code, source_id=record.pk, name=_tidy(name, kind.suffix), sha256=digest,
            content_type=kind.content_type, size=len(data), actor_name=by.name,
        )  # fmt: skip
        told = f"为{register.noun}附上佐证材料{made.name}"
        audit.record([Event("attach", told, register.code, record.pk, record.org_id)], by=by)
    return made


def of(register: Kind, record: Any, *, by: Actor) -> list[Evidence]:
    """The files of a record, oldest first. Raises Denied."""
    by.require(Verb.SEE, record.org_id)
    return list(_standing(register, record).order_by("pk"))


def read(register: Kind, record: Any, evidence_id: int, *, by: Actor) -> tuple[Evidence, bytes]:
    """A file and its content. Raises Denied, DoesNotExist: not of this record; Refusal: lost or changed on disk."""
    by.require(Verb.SEE, record.org_id)
    found = _standing(register, record).get(pk=evidence_id)
    try:
        data = store.evidence.get(found.sha256)
    except FileNotFoundError as error:
        raise Refusal(f"佐证材料{found.name}在磁盘上找不到了", repair="请系统管理员从备份恢复") from error
    with write_transaction():
        told = f"查看佐证材料{found.name}"
        audit.record([Event("read", told, register.code, record.pk, record.org_id)], by=by)
    return found, data


def remove(register: Kind, record: Any, evidence_id: int, *, reason: str, by: Actor) -> Evidence:
    """Mark a file as removed; its content stays for the audit. Raises Denied, DoesNotExist; Refusal: no reason."""
    by.require(Verb.CHANGE, record.org_id, f"修改{register.noun}")
    if not reason.strip():
        raise Refusal("移除佐证材料要写明原因", repair="请填写原因后再移除")
    with write_transaction():
        found = _standing(register, record).select_for_update().get(pk=evidence_id)
        found.removed = True
        found.save(update_fields=["removed"])
        told = f"移除佐证材料{found.name}"
        audit.record([Event("detach", told, register.code, record.pk, record.org_id, reason.strip())], by=by)
    return found


def _standing(register: Kind, record: Any) -> Any:
    return Evidence.objects.filter(source_type=register.code, source_id=record.pk, removed=False)


def _tidy(name: str, suffix: str) -> str:
    """A name that any disk and header can hold, with the suffix of what the file is."""
    last = PurePosixPath(name.replace("\\", "/")).name
    stem = PurePosixPath(_UNFIT.sub("", last)).stem.strip(" .") or "材料"
    return f"{stem[:LONGEST_NAME]}{suffix}"
