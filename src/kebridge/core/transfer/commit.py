"""Writing a planned import: first what others name, then all records and their facts in one transaction.

Rows and facts are built before the write lock is taken; the same file again changes nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit.ops import Event
from kebridge.core.ledger import bulk, store
from kebridge.core.ledger.closing import require_reason_on
from kebridge.core.ledger.postings import Block, posting
from kebridge.core.records import ops, writing
from kebridge.core.records.models import Body
from kebridge.core.records.states import NOT_STANDING
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import recognising
from kebridge.core.transfer.annotate import only_rows
from kebridge.core.transfer.building import Builder
from kebridge.core.transfer.items import VERDICT_LABELS, Item, Plan, Progress, SheetPlan, Verdict

_CHUNK = 2000
_FILENAME_SHOWN = 80
STALE = "预览以后，系统里又登记了同样的记录"


@dataclass
class Result:
    """`counts` by register code; `returned` is a workbook of the rows that were not taken, if any."""

    counts: dict[str, Counter[Verdict]] = field(default_factory=dict)
    returned: bytes | None = None

    @property
    def total(self) -> Counter[Verdict]:
        return sum(self.counts.values(), Counter())

    def __str__(self) -> str:
        told = [
            f"{label}{self.total[verdict]}条"
            for verdict, label in VERDICT_LABELS.items()
            if self.total[verdict]
        ]
        return "，".join(told) or "没有数据"


def commit_import(
    plan: Plan,
    *,
    by: Actor,
    take_right_rows: bool = False,
    reason: str = "",
    progress: Progress | None = None,
) -> Result:
    """Write what the plan found new and changed. A file that changes nothing posts nothing.

    Raises Refusal: rows are wrong and the right ones alone are not to be taken; a record was entered or changed by
    others since the plan was made; the period is closed and no reason is given. Raises Denied.
    Then no record was written (organisations, bodies and programmes may have been).
    """
    by.require(Verb.IMPORT, None)
    if not plan.is_right and not take_right_rows:
        wrong = plan.counts[Verdict.WRONG]
        raise Refusal(
            f"有{wrong}条记录有错，全部都没有导入", repair="请按清单改正后重新导入，或选择“先导入没有错的”"
        )
    result = Result({sheet.register.code: sheet.counts for sheet in plan.sheets})
    if plan.has_work:
        try:
            _Commit(plan, by, reason, progress).run()
        except IntegrityError as error:
            raise _stale() from error
    if not plan.is_right:
        result.returned = only_rows(plan.workbook, plan.problems)
    return result


def _stale() -> Refusal:
    return Refusal(STALE, repair="没有写入；请重新上传这个文件，再看一遍预览")


class _Commit:
    def __init__(self, plan: Plan, by: Actor, reason: str, progress: Progress | None) -> None:
        self.plan, self.by, self.reason, self.progress = plan, by, reason, progress
        self.origin = f"导入 {plan.filename[:_FILENAME_SHOWN]} "
        self.done = 0
        self.total = sum(1 for sheet in plan.sheets for _ in sheet.of(Verdict.NEW, Verdict.CHANGED))

    def run(self) -> None:
        references = [sheet for sheet in self.plan.sheets if sheet.register.is_reference]
        records = [sheet for sheet in self.plan.sheets if not sheet.register.is_reference]
        self._enter_references(references, records)
        self.plan.lookups.forget()
        self._refuse_stale(records)
        prepared = [(sheet, self._prepare(sheet)) for sheet in records]
        if not any(self._has_work(sheet) for sheet in records):
            return
        if not self.reason:
            for _, chunks in prepared:
                for chunk in chunks:
                    require_reason_on(chunk.first_day, "")
        by_hand = [(sheet, item) for sheet, chunks in prepared for item in self._one_by_one(sheet, chunks)]
        bulk.foresee((chunk for _, chunks in prepared for chunk in chunks), postings_before=len(by_hand))
        with posting(by=self.by, reason=self.reason) as block:
            # Corrections first: a record may leave the key that a new row takes.
            for sheet, item in by_hand:
                self._save(sheet, item)
            for sheet, chunks in prepared:
                while chunks:
                    bulk.insert(chunks.pop(0), block)
                if self._has_work(sheet):
                    self._tell(sheet, block)
        self._advance("写入", len(by_hand))

    def _advance(self, what: str, rows: int) -> None:
        self.done += rows
        if self.progress:
            self.progress(what, self.done, self.total)

    @staticmethod
    def _has_work(sheet: SheetPlan) -> bool:
        return any(True for _ in sheet.of(Verdict.NEW, Verdict.CHANGED))

    def _enter_references(self, references: Sequence[SheetPlan], records: Sequence[SheetPlan]) -> None:
        """Organisations, bodies and programmes of the workbook, and the bodies that its rows name first."""
        lookups = self.plan.lookups
        if any(map(self._has_work, references)):
            self._save_references(references)
        # Which bodies are new is found out before the lock; a block is opened only if some are.
        writing.enter_new_bodies(self._names_of_bodies(records), lookups, by=self.by)

    def _save_references(self, references: Sequence[SheetPlan]) -> None:
        lookups = self.plan.lookups
        with posting(by=self.by, reason=self.reason) as block:
            for sheet in references:
                for item in sheet.of(Verdict.NEW, Verdict.CHANGED):
                    self._save(sheet, item)
                if self._has_work(sheet):
                    self._tell(sheet, block)
                    lookups.forget()
                    self._advance(
                        "登记组织、单位和品牌活动", sum(1 for _ in sheet.of(Verdict.NEW, Verdict.CHANGED))
                    )

    def _names_of_bodies(self, records: Sequence[SheetPlan]) -> list[tuple[str, str, int]]:
        """(name, kind, owner) of the bodies of all new rows; the owners of rows must stand."""
        lookups = self.plan.lookups
        return [
            (name, kind, item.owner or lookups.org_id(item.cleaned.values["org"]) or 0)
            for sheet in records
            for item in sheet.of(Verdict.NEW, Verdict.CHANGED)
            for name, kind in writing.body_names(sheet.register, item.cleaned)
        ]

    def _save(self, sheet: SheetPlan, item: Item) -> None:
        pk = item.pk or self._entered_meanwhile(sheet, item)
        record = ops.save_cleaned(
            sheet.register, item.cleaned, by=self.by, lookups=self.plan.lookups, pk=pk, revision=item.revision,
            reason=self.reason, origin_note=f"{self.origin}第{item.number}行", is_checked=True,
        )  # fmt: skip
        if isinstance(record, Body):
            self.plan.lookups.remember_body(record.org_id, record.name, record.pk)

    def _entered_meanwhile(self, sheet: SheetPlan, item: Item) -> int | None:
        """A body that another row of this workbook named first stands already."""
        if sheet.register.model is not Body:
            return None
        owner = self.plan.lookups.org_id(item.cleaned.values["org"])
        found = Body.objects.unscoped("entered by another row").exclude(state__in=NOT_STANDING)
        pk: int | None = (
            found.filter(org_id=owner, name=item.cleaned.values["name"]).values_list("pk", flat=True).first()
        )
        return pk

    def _refuse_stale(self, records: Sequence[SheetPlan]) -> None:
        """Somebody may have entered the same records since the plan was made."""
        for sheet in records:
            items = list(sheet.of(Verdict.NEW))
            known = recognising.existing_keys(sheet.register, items) if items else {}
            leaving = {item.pk for item in sheet.of(Verdict.CHANGED)}
            taken = {key for key, pk in known.items() if pk not in leaving}
            if taken and any(
                recognising.key_of(sheet.register, item, self.plan.lookups) in taken for item in items
            ):
                raise _stale()

    def _prepare(self, sheet: SheetPlan) -> list[bulk.Prepared]:
        """All new rows of a sheet as plain rows with their facts; none where a register has steps of its own."""
        register = sheet.register
        if register.prepare or register.after_save:
            return []
        builder = Builder(register, self.plan.lookups, by=self.by, origin=self.origin)
        tagsets, source = store.TagSets(), register.as_source()
        items = list(sheet.of(Verdict.NEW))
        chunks = []
        for start in range(0, len(items), _CHUNK):
            chunk = items[start : start + _CHUNK]
            builder.load_bodies(chunk)
            chunks.append(bulk.prepare(source, [builder.build(item) for item in chunk], tagsets))
            for item in chunk:
                item.cleaned.lines, item.cleaned.values = [], {}
            self._advance(f"准备{sheet.title}", len(chunk))
        return chunks

    @staticmethod
    def _one_by_one(sheet: SheetPlan, chunks: list[bulk.Prepared]) -> list[Item]:
        """The rows that were not prepared in bulk."""
        return list(sheet.of(Verdict.CHANGED) if chunks else sheet.of(Verdict.NEW, Verdict.CHANGED))

    def _tell(self, sheet: SheetPlan, block: Block) -> None:
        counts = sheet.counts
        told = "，".join(
            f"{label}{counts[verdict]}条" for verdict, label in VERDICT_LABELS.items() if counts[verdict]
        )
        block.tell(
            Event("import", f"导入{sheet.register.title}：{told}", sheet.register.code, reason=self.reason,
                  changes={"文件": ["", self.plan.filename]})
        )  # fmt: skip
