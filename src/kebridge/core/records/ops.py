"""What people do with records, the same for every register: enter, correct, submit, review, void.

Each operation: permission → lock → write → facts → audit, in one posting block.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit.ops import Event
from kebridge.core.ledger.postings import Block, LostRace, posting
from kebridge.core.privacy.fields import mask
from kebridge.core.records import closed, practice, writing
from kebridge.core.records.cleaning import Cleaned, Fault, Invalid, clean_record
from kebridge.core.records.fields import Field
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.models import RegisterSetting
from kebridge.core.records.register import Register
from kebridge.core.records.states import TRANSITIONS, State, Transition
from kebridge.core.refusal import Refusal

LAST_DUE_DAY = 28


def save_record(
    register: Register, raw: Mapping[str, Any], raw_lines: Sequence[Mapping[str, Any]] = (), *, by: Actor,
    pk: int | None = None, revision: int | None = None, reason: str = "", is_draft: bool = False,
    lookups: Lookups | None = None, origin_note: str = "",
) -> Any:  # fmt: skip
    """Enter a record, or with `pk` correct it; `revision` is the one the person saw.

    Raises Invalid (faults by field and line), Denied, LostRace; then nothing was written.
    """
    lookups = lookups or Lookups(by)
    cleaned = clean_record(register, raw, raw_lines, lookups)
    if cleaned.faults:
        raise Invalid(cleaned.faults)
    return save_cleaned(
        register, cleaned, by=by, pk=pk, revision=revision, reason=reason, is_draft=is_draft, lookups=lookups,
        origin_note=origin_note,
    )  # fmt: skip


def save_cleaned(
    register: Register, cleaned: Cleaned, *, by: Actor, lookups: Lookups, pk: int | None = None,
    revision: int | None = None, reason: str = "", is_draft: bool = False, origin_note: str = "",
    is_checked: bool = False,
) -> Any:  # fmt: skip
    """As `save_record`, for values that are clean already; `is_checked`: also against other records (import)."""
    owner = lookups.org_id(cleaned.values["org"]) if cleaned.values.get("org") else None
    by.require(
        Verb.ADD if pk is None else Verb.CHANGE, owner, f"{'新增' if pk is None else '修改'}{register.noun}"
    )
    closed.require(register, cleaned.values, owner, by=by)
    practice.require_possible(register, by)
    _require_owner_type(register, owner, lookups)
    try:
        with posting(by=by, reason=reason) as block:
            named = [(name, kind, owner or 0) for name, kind in writing.body_names(register, cleaned)]
            writing.enter_new_bodies(named, lookups, by=by)
            if pk is None:
                record = register.model(
                    entered_by=by.user_id, entered_by_name=by.name,
                    origin_note=practice.NOTE if by.practising else origin_note,
                )  # fmt: skip
            else:
                record = _locked(register, pk, revision, block, by)
            _write(
                register, record, cleaned, lookups=lookups, owner=owner, block=block, is_draft=is_draft,
                is_checked=is_checked,
            )  # fmt: skip
            return record
    except IntegrityError as error:
        raise _explained(register, error) from error


def _require_owner_type(register: Register, owner: int | None, lookups: Lookups) -> None:
    if not register.org_types or owner is None:
        return
    if lookups.tree.nodes[owner].type not in register.org_types:
        name = lookups.tree.name(owner)
        raise Invalid([Fault("org", f"“{name}”不是可以填报{register.title}的单位")])


def _locked(register: Register, pk: int, revision: int | None, block: Block, by: Actor) -> Any:
    record = block.lock(register.model, pk)
    by.require(Verb.CHANGE, record.org_id, f"修改{register.noun}")
    closed.require(register, record, record.org_id, by=by)
    if revision is not None and record.revision != revision:
        raise LostRace("这条记录刚刚被别人修改过", repair="请刷新后，在最新内容上再改一次")
    if record.state == State.VOID:
        raise Refusal("这条记录已作废", repair="请先恢复，再修改")
    practice.require_same(record, by)
    return record


def _write(
    register: Register, record: Any, cleaned: Cleaned, *, lookups: Lookups, owner: int | None, block: Block,
    is_draft: bool, is_checked: bool,
) -> None:  # fmt: skip
    is_new = record.pk is None
    before = {} if is_new else texts_of(register, record)
    sealed = writing.keep_sealed(register, record, cleaned.values)
    writing.assign(record, register.fields, cleaned.values, lookups, owner or 0)
    writing.assign_keys(register, record, cleaned.values, lookups)
    record.state = _state_for(register, block.by, owner, is_draft=is_draft)
    if register.check_record and not is_checked and (found := list(register.check_record(record))):
        raise Invalid([Fault(name, text) for name, text in found])
    if is_new and register.prepare:
        register.prepare(record)
    record.save(force_insert=is_new)
    _write_members(register, record, cleaned, lookups, owner or 0, is_new=is_new)
    if register.after_save:
        register.after_save(record, is_new=is_new)
    after = texts_of_cleaned(register, cleaned)
    changes = {
        register.label_of(name): [before.get(name, ""), text]
        for name, text in after.items()
        if text != before.get(name, "") or name in sealed
    }
    verb = "新增" if is_new else ("更正" if changes else "保存")
    verb = f"练习{verb}" if block.by.practising else verb
    block.tell(
        Event("add" if is_new else "change", f"{verb}{register.noun}", register.code, record.pk, record.org_id,
              block.reason, {} if is_new else changes)
    )  # fmt: skip


def _write_members(
    register: Register, record: Any, cleaned: Cleaned, lookups: Lookups, owner: int, *, is_new: bool
) -> None:
    for one in register.fields:
        if writing.is_many(one):
            chosen = writing.members(one, cleaned.values.get(one.name) or (), lookups, owner)
            if chosen or not is_new:
                getattr(record, one.name).set([member.pk for member in chosen])
    if not register.lines:
        return
    relation = getattr(record, register.lines.name)
    if not is_new:
        relation.all().delete()
    fresh = []
    for values in cleaned.lines:
        line = register.lines.model(**{register.lines.root: record})
        writing.assign(line, register.line_fields, values, lookups, owner)
        fresh.append(line)
    register.lines.model._default_manager.bulk_create(fresh)


def _state_for(register: Register, by: Actor, owner: int | None, *, is_draft: bool) -> str:
    if by.practising:
        return State.PRACTICE
    if is_draft:
        return State.DRAFT
    if by.is_guest or (needs_review(register) and not by.can(Verb.REVIEW, owner)):
        return State.PENDING
    return State.COUNTED


def needs_review(register: Register) -> bool:
    """Whether entries of the register wait for a reviewer in this installation."""
    return RegisterSetting.objects.filter(register=register.code, review=True).exists()


def set_review(register: Register, needed: bool, *, by: Actor, org_id: int | None = None) -> None:
    """Switch review of a register on or off; records already counted stay so."""
    by.require_at(Verb.CONFIGURE, None)
    with posting(by=by) as block:
        RegisterSetting.objects.update_or_create(register=register.code, defaults={"review": needed})
        word = "需要审核" if needed else "直接计入"
        block.tell(Event("configure", f"{register.title}设为{word}", register.code, org_id=org_id))


def set_due_day(register: Register, day: int, *, by: Actor, org_id: int | None = None) -> None:
    """By which day of the next month (January for a year) returns are due. Raises Denied, Refusal."""
    by.require_at(Verb.CONFIGURE, None)
    if not 1 <= day <= LAST_DUE_DAY:
        raise Refusal("截止日要填1到28之间的一天", repair="例如 5，表示每月5日前")
    with posting(by=by) as block:
        RegisterSetting.objects.update_or_create(register=register.code, defaults={"due_day": day})
        block.tell(Event("configure", f"{register.title}改为每期{day}日前报", register.code, org_id=org_id))


def move_record(
    register: Register, pk: int, step: str, *, by: Actor, reason: str = "", revision: int | None = None
) -> Any:
    """Lead a record one step on (`states.TRANSITIONS`): submit, accept, return, void, restore.

    `revision` is the one the person saw. Raises Denied, LostRace, Refusal: the step does not start here, it needs a
    reason, or another record stands in its place.
    """
    try:
        with posting(by=by, reason=reason) as block:
            return _move(register, pk, TRANSITIONS[step], block, reason=reason, revision=revision)
    except IntegrityError as error:
        raise _explained(register, error) from error


def _move(
    register: Register, pk: int, transition: Transition, block: Block, *, reason: str, revision: int | None
) -> Any:
    record = block.lock(register.model, pk)
    block.by.require(transition.verb, record.org_id, f"{transition.label}{register.noun}")
    closed.require(register, record, record.org_id, by=block.by)
    if revision is not None and record.revision != revision:
        raise LostRace("这条记录刚刚被别人修改过", repair="请刷新，看过最新内容后再办理")
    if transition.name == "discard":
        practice.require_author(record, block.by)
    else:
        practice.require_same(record, block.by)
    if transition.name == "restore" and record.origin_note == practice.NOTE:
        raise Refusal("这是删除了的练习，不能恢复", repair="需要时请重新登记")
    if record.state not in transition.sources:
        raise Refusal(f"这条记录现在是“{record.get_state_display()}”，不能{transition.label}")
    if transition.needs_reason and not reason.strip():
        raise Refusal(f"{transition.label}要写明原因", repair="请填写原因后再试")
    counts_at_once = transition.name == "submit" and not needs_review(register)
    record.state = State.COUNTED if counts_at_once else transition.target
    record.save()
    told = f"{transition.label}{register.noun}"
    block.tell(Event(transition.name, told, register.code, record.pk, record.org_id, reason))
    return record


def texts_of(register: Register, record: Any) -> dict[str, str]:
    """The canonical texts of a stored record, lines under one name: for comparing and for the audit."""
    found = {one.name: one.text(record) for one in register.fields}
    if register.lines:
        found[register.lines.name] = _joined(
            [
                {one.label: one.text(line) for one in register.line_fields}
                for line in register.lines_of(record)
            ]
        )
    return found


def texts_of_cleaned(register: Register, cleaned: Cleaned) -> dict[str, str]:
    """The same texts of what is about to be stored."""
    found = {one.name: _told(one, cleaned.values) for one in register.fields}
    if register.lines:
        found[register.lines.name] = _joined(
            [{one.label: _told(one, line) for one in register.line_fields} for line in cleaned.lines]
        )
    return found


def _told(one: Field, values: Mapping[str, Any]) -> str:
    """The text of a cleaned value; personal data are masked, as they are in what is stored."""
    text = one.text_of(values.get(one.name))
    return mask(text) if one.sensitive and text else text


def _joined(rows: Sequence[Mapping[str, str]]) -> str:
    """Lines as one text; each value carries its label, or 10 on the spot would look like 10 online."""
    return "；".join(
        sorted("，".join(f"{label}{text}" for label, text in row.items() if text) for row in rows)
    )


def _explained(register: Register, error: IntegrityError) -> Refusal:
    """A broken database rule in plain Chinese."""
    text = str(error)
    key = "、".join(register.label_of(name) for name in register.natural_key)
    if "UNIQUE" in text.upper():
        return Invalid(
            [
                Fault(
                    register.natural_key[0],
                    f"同一单位已有相同{key}的{register.noun}，请改那一条，不要重复登记",
                )
            ]
        )
    if "CHECK" in text.upper():
        return Invalid([Fault("", "起止日期的先后或数量的大小不合理，请核对")])
    return Refusal("保存时数据库拒绝了这条记录", repair="请核对后再试；仍不行请联系系统管理员")
