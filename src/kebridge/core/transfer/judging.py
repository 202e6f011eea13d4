"""Judging the rows of a workbook, sheet by sheet: clean, recognise, compare, permit."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.privacy.fields import Sealed
from kebridge.core.records import closed, ops, writing
from kebridge.core.records.cleaning import Fault, clean_record
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.register import NUMBER_LABEL, Register
from kebridge.core.records.states import NOT_STANDING
from kebridge.core.transfer import expected, likeness, recognising
from kebridge.core.transfer.building import draft
from kebridge.core.transfer.columns import Sheet, as_text
from kebridge.core.transfer.grouping import RecordRows, group_rows
from kebridge.core.transfer.items import Item, Progress, SheetPlan, Verdict
from kebridge.core.transfer.problems import SHOWN, Problem
from kebridge.core.transfer.reading import SheetData, Workbook
from kebridge.core.transfer.sheets import NUMBER, line_name

_TELL_EVERY = 500


class Judge:
    """Holds what the sheets of one workbook share: names, problems, warnings, progress."""

    def __init__(self, by: Actor, rows: int, progress: Progress | None) -> None:
        self.by = by
        self.lookups = Lookups(by, Verb.ADD)
        self.problems: list[Problem] = []
        self.warnings: list[str] = []
        self.types: dict[str, str] = {}
        self._rows, self._done, self._progress = rows, 0, progress

    def expect(self, workbook: Workbook) -> None:
        """Take note of the names that the workbook enters itself."""
        expected.expect(workbook, self.lookups)

    def judge(self, register: Register, data: SheetData) -> SheetPlan:
        plan = SheetPlan(register, data.title)
        judged = _Sheet(self, register, data)
        plan.items = judged.items
        return plan

    def advance(self, title: str, rows: int) -> None:
        before, self._done = self._done, self._done + rows
        if self._progress and (self._done // _TELL_EVERY > before // _TELL_EVERY or self._done == self._rows):
            self._progress(f"核对{title}", self._done, self._rows)


class _Sheet:
    """The judgement of one sheet."""

    def __init__(self, judge: Judge, register: Register, data: SheetData) -> None:
        self.judge, self.register, self.data = judge, register, data
        self.lookups, self.sheet = judge.lookups, data.sheet
        self._wrong_rows = {problem.row for problem in data.problems}
        judge.problems += data.problems
        records, problems = group_rows(data.rows, data.sheet, data.title)
        judge.problems += problems
        self._wrong_rows |= {problem.row for problem in problems}
        self.numbers: dict[int, int] = {}
        self.items = [self._clean(record) for record in records]
        self._load_bodies()
        self._recognise()
        self._compare()
        self._permit()
        self._check_records()
        if expected.enters_names(register):
            self._settle_names()
        self.judge.warnings += likeness.warnings(register, data.title, self._right(Verdict.NEW))

    def fault(self, item: Item, column: str, message: str, row: int = 0, value: str = "") -> None:
        item.verdict = Verdict.WRONG
        self.judge.problems.append(
            Problem(self.data.title, row or item.number, column, value[:SHOWN], message)
        )

    def _right(self, *verdicts: Verdict) -> list[Item]:
        return [item for item in self.items if item.verdict in verdicts]

    def _clean(self, record: RecordRows) -> Item:
        register, cells = self.register, record.root.cells
        lines = [
            {one.name: row.cells[line_name(register, one.name)] for one in register.line_fields}
            for row in record.lines
        ]
        cleaned = clean_record(register, cells, lines, self.lookups)
        item = Item(record.root.number, tuple(record.numbers), cleaned)
        for fault in cleaned.faults:
            self._tell(item, fault, record)
        if self._wrong_rows and self._wrong_rows.intersection(record.numbers):
            item.verdict = Verdict.WRONG
        if item.verdict != Verdict.WRONG:
            item.owner = self.lookups.org_id(cleaned.values["org"])
            self._require_circle(item)
        if item.verdict != Verdict.WRONG and cells[NUMBER]:
            self._take_number(item, as_text(cells[NUMBER]))
        self.judge.advance(self.data.title, len(record.numbers))
        return item

    def _tell(self, item: Item, fault: Fault, record: RecordRows) -> None:
        row, name = record.root, fault.field
        if fault.line is not None:
            row, name = record.lines[fault.line], line_name(self.register, fault.field)
        self.fault(item, _label(self.sheet, name), fault.message, row.number, as_text(row.cells.get(name)))

    def _take_number(self, item: Item, typed: str) -> None:
        item.pk = recognising.number_of(self.register, typed)
        if item.pk is None:
            message = f"“{typed}”不是{self.register.title}的登记号；新增的行请把登记号留空"
            self.fault(item, NUMBER_LABEL, message, value=typed)
        elif item.pk in self.numbers:
            self.fault(item, NUMBER_LABEL, f"与第 {self.numbers[item.pk]} 行重复", value=typed)
        else:
            self.numbers[item.pk] = item.number

    def _load_bodies(self) -> None:
        right = self._right(Verdict.NEW)
        self.lookups.load_bodies(
            name for item in right for name, _ in writing.body_names(self.register, item.cleaned)
        )

    def _recognise(self) -> None:
        right = self._right(Verdict.NEW)
        known = recognising.existing_keys(self.register, right)
        seen: dict[recognising.Key, int] = {}
        labels = "、".join(
            self.register.label_of(n) for n in self.register.natural_key if n in self.register.by_name
        )
        for item in right:
            item.key = recognising.key_of(self.register, item, self.lookups)
            standing = known.get(item.key)
            if item.pk is None and standing in self.numbers:
                standing = None  # another row, by its 登记号, moves that record away from this key
            if item.key in seen:
                self.fault(item, "", f"与第 {seen[item.key]} 行重复：{labels}都相同，只留一行")
            elif item.pk is not None and standing not in (None, item.pk):
                other = f"{self.register.code}-{standing}"
                self.fault(
                    item,
                    NUMBER_LABEL,
                    f"改后与登记号 {other} 的{self.register.noun}{labels}相同，不能重复登记",
                )
            else:
                item.pk = item.pk or standing
            seen.setdefault(item.key, item.number)

    def _compare(self) -> None:
        mine = {item.pk: item for item in self._right(Verdict.NEW) if item.pk is not None}
        for record in recognising.stored(self.register, mine):
            item = mine.pop(record.pk)
            is_seen = self.judge.by.can(Verb.SEE, record.org_id)
            is_seen = is_seen and closed.may_reach(self.register, record, record.org_id, self.judge.by)
            if record.state in NOT_STANDING or not is_seen:
                mine[record.pk] = item
                continue
            item.revision = record.revision
            item.changes = self._changes(item, record)
            item.verdict = Verdict.CHANGED if item.changes else Verdict.SAME
            if item.changes:
                self._require(item, Verb.CHANGE, record.org_id)
            else:
                item.cleaned.lines = []
        for item in mine.values():
            what = f"{self.register.code}-{item.pk}"
            message = f"{what}的{self.register.noun}已作废，或不在您的范围内；新增的行请把登记号留空"
            self.fault(item, NUMBER_LABEL, message, value=what)

    def _changes(self, item: Item, record: Any) -> dict[str, tuple[str, str]]:
        sealed = writing.keep_sealed(self.register, record, item.cleaned.values)
        before = ops.texts_of(self.register, record)
        after = ops.texts_of_cleaned(self.register, item.cleaned)
        return {
            self.register.label_of(name): (before[name], text)
            for name, text in after.items()
            if text != before[name] or name in sealed
        }

    def _permit(self) -> None:
        for item in self._right(Verdict.NEW, Verdict.CHANGED):
            self._require(item, Verb.ADD if item.pk is None else Verb.CHANGE, item.owner)
            if self.register.org_types:
                self._require_type(item)
            self._refuse_masked(item)
        if self.register.code == expected.ORGANISATIONS:
            for item in self._right(Verdict.NEW, Verdict.CHANGED):
                self.judge.types.update(dict.fromkeys(expected.names_of(item), item.cleaned.values["type"]))

    def _require(self, item: Item, verb: Verb, owner: int | None) -> None:
        if item.verdict != Verdict.WRONG and not self.judge.by.can(verb, owner):
            name = self.lookups.tree.name(owner) if owner else "该单位"
            self.fault(
                item, self.register.label_of("org"), f"您没有在{name}{verb.label}{self.register.noun}的权限"
            )

    def _require_circle(self, item: Item) -> None:
        """Before anything that stands is looked at: whoever is not in the closed circle learns nothing of it."""
        if not closed.may_reach(self.register, item.cleaned.values, item.owner, self.judge.by):
            what = Verb.SEE_CLOSED.label
            self.fault(item, self.register.label_of("org"), f"您没有{what}的权限，这一行不能导入")

    def _require_type(self, item: Item) -> None:
        typed = item.cleaned.values["org"]
        kind = self.lookups.tree.nodes[item.owner].type if item.owner else self.judge.types.get(typed, "")
        if item.verdict != Verdict.WRONG and kind not in self.register.org_types:
            message = f"“{typed}”不是可以填报{self.register.title}的单位"
            self.fault(item, self.register.label_of("org"), message, value=typed)

    def _refuse_masked(self, item: Item) -> None:
        for one in self.register.fields:
            value = item.cleaned.values.get(one.name) if one.sensitive else None
            if isinstance(value, Sealed) and "**" in value.reveal():
                self.fault(
                    item, one.label, "填的是隐去中间几位的内容，请填完整的，或连同登记号从系统重新导出"
                )

    def _check_records(self) -> None:
        """Rules that look at other records: of all rows together where the register can, else row by row."""
        register = self.register
        right = self._right(Verdict.NEW, Verdict.CHANGED)
        if register.check_together:
            drafts = [draft(register, item, self.lookups) for item in right]
            for index, name, message in register.check_together(drafts):
                self.fault(right[index], _label(self.sheet, name), message)
        elif register.check_record:
            for item in right:
                for name, message in register.check_record(draft(register, item, self.lookups)):
                    self.fault(item, _label(self.sheet, name), message)

    def _settle_names(self) -> None:
        def complain(item: Item, message: str) -> None:
            self.fault(item, self.register.label_of("org"), message)

        code = self.register.code
        if code == expected.ORGANISATIONS:
            self.items = expected.parents_first(self.items, complain)
        expected.drop_wrong(code, self.items, self.lookups, complain)


def _label(sheet: Sheet, name: str) -> str:
    return next((column.label for column in sheet.columns if column.name == name), "")


def counted(problems: Sequence[Problem]) -> Iterator[tuple[str, int]]:
    """The messages that occur most, with how often: a wrong column shows as one line, not as thousands."""
    yield from Counter(problem.message for problem in problems).most_common()
