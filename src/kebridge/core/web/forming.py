"""Forms made from a register: what is shown in each field, what was typed, what is wrong with it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.orgs.trees import Tree, latest_tree, tree_today
from kebridge.core.records import fields as kinds
from kebridge.core.records import queries
from kebridge.core.records.cleaning import Fault
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register

WIDGETS = {
    kinds.LONG: "long", kinds.DAY: "day", kinds.CHOICE: "choice", kinds.FLAG: "flag", kinds.COUNT: "number",
    kinds.NUMBER: "number", kinds.YEAR: "number", kinds.ORG: "suggest", kinds.ORGS: "suggest", kinds.BODY: "suggest",
    kinds.BODIES: "suggest", kinds.TAGS: "suggest",
}  # fmt: skip
FLAGS = (("是", "是"), ("否", "否"))
REPEATED = frozenset({kinds.DAY, kinds.CHOICE})
_LINE = re.compile(r"line-(\d+)-(\w+)")
CLEAR = "clear-"
SETTLED = frozenset({"org", "basis"})


@dataclass
class Typed:
    """What a form holds: texts by field, lines by their number in the form."""

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[int, dict[str, str]] = field(default_factory=dict)
    cleared: frozenset[str] = frozenset()

    @classmethod
    def posted(cls, register: Register, post: Mapping[str, str]) -> "Typed":
        typed = cls({one.name: post.get(one.name, "") for one in register.fields})
        names = {one.name for one in register.line_fields}
        for key in post:
            found = _LINE.fullmatch(key)
            if found and found[2] in names:
                typed.lines.setdefault(int(found[1]), {})[found[2]] = post[key]
        typed.cleared = frozenset(one.name for one in register.fields if post.get(f"{CLEAR}{one.name}"))
        return typed

    @classmethod
    def stored(cls, register: Register, record: Any) -> "Typed":
        """The texts of a record; personal data stay away from the form."""
        values = {one.name: "" if one.sensitive else typed_text(one, record) for one in register.fields}
        rows = register.lines_of(record)
        lines = {
            n: {one.name: typed_text(one, row) for one in register.line_fields} for n, row in enumerate(rows)
        }
        return cls(values, lines)

    def filled_lines(self) -> list[tuple[int, dict[str, str]]]:
        """Lines in which something was typed."""
        return [
            (number, line)
            for number, line in sorted(self.lines.items())
            if any(v.strip() for v in line.values())
        ]

    def raw(self, register: Register, record: Any | None) -> dict[str, Any]:
        """For `save_record`: a personal datum left blank keeps what is stored."""
        raw: dict[str, Any] = dict(self.values)
        if record is None:
            return raw
        for one in register.fields:
            stored = getattr(record, one.name, None) if one.sensitive else None
            if stored and not raw.get(one.name, "").strip() and one.name not in self.cleared:
                raw[one.name] = stored.reveal() if hasattr(stored, "reveal") else stored
        return raw


def typed_text(one: Field, record: Any) -> str:
    """What one would type for the stored value; the code of an organisation where two bear one name."""
    if one.kind == kinds.ORG:
        org_id = getattr(record, f"{one.name}_id")
        return org_text(org_id) if org_id else ""
    return one.text(record)


def org_text(org_id: int, tree: Tree | None = None) -> str:
    tree = tree or latest_tree()
    node = tree.nodes[org_id]
    return node.name if len(tree.by_name[node.name]) == 1 else node.code


REGISTERED_AT = {"programme": "/r/programmes/new/", "plan": "/r/plan_items/new/", "scheme": "/r/schemes/new/"}


@dataclass(frozen=True)
class Widget:
    """One field as the page shows it."""

    field: Field
    name: str
    value: str
    faults: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()
    masked: str = ""

    @property
    def kind(self) -> str:
        return WIDGETS.get(self.field.kind, "text")

    @property
    def id(self) -> str:
        return f"id-{self.name}"

    @property
    def css(self) -> str:
        return "number" if self.kind == "number" else ("name" if self.field.kind == kinds.BODY else "")

    @property
    def is_repeated(self) -> bool:
        """In a new line the value above is offered again."""
        return self.field.is_line and self.field.kind in REPEATED

    @property
    def registered_at(self) -> str:
        """Where a name that the field does not know is registered."""
        return REGISTERED_AT.get(self.field.scheme, "") if self.field.kind == kinds.TAGS else ""

    @property
    def is_short(self) -> bool:
        return self.kind in ("day", "number", "choice")

    @property
    def inputmode(self) -> str:
        return "numeric" if self.field.kind in (kinds.COUNT, kinds.YEAR) else "decimal"

    @property
    def placeholder(self) -> str:
        if self.masked:
            return f"已填 {self.masked}，不改请留空"
        return f"例如 {self.field.example}" if self.field.example else ""


@dataclass
class Form:
    """A register's form with what was typed into it."""

    register: Register
    typed: Typed
    record: Any | None = None
    faults: Sequence[Fault] = ()

    def groups(self) -> list[tuple[str, list[Widget]]]:
        found: dict[str, list[Widget]] = {}
        for one in self.register.fields:
            found.setdefault(one.group, []).append(self._widget(one, one.name, self.typed.values, None))
        return list(found.items())

    def guest_groups(self) -> list[tuple[str, list[Widget]]]:
        """As `groups`, without what the link has settled for its receiver."""
        found = [(title, [one for one in ones if one.name not in SETTLED]) for title, ones in self.groups()]
        return [(title, ones) for title, ones in found if ones or title == self.lines_after]

    @property
    def lines_after(self) -> str:
        """The group below which the lines stand: that of the record's main fields."""
        names = [one.group for one in self.register.fields]
        return (kinds.FIRST_GROUP if kinds.FIRST_GROUP in names else names[0]) if self.register.lines else ""

    def line_rows(self) -> list[tuple[int, list[Widget]]]:
        """The lines typed, or one empty line."""
        filled = self.typed.filled_lines() or [(0, self.typed.lines.get(0, {}))]
        places = {number: place for place, (number, _) in enumerate(self.typed.filled_lines())}
        return [(number, self._line(number, values, places.get(number))) for number, values in filled]

    def next_line(self) -> int:
        return max(self.typed.lines, default=0) + 1

    def empty_line(self) -> list[Widget]:
        return self._line("__n__", {}, None)

    def _line(self, number: int | str, values: Mapping[str, str], place: int | None) -> list[Widget]:
        fields = self.register.line_fields
        # A place of -1 matches no fault: an empty line has none.
        return [
            self._widget(one, f"line-{number}-{one.name}", values, -1 if place is None else place)
            for one in fields
        ]

    def _widget(self, one: Field, name: str, values: Mapping[str, str], place: int | None) -> Widget:
        faults = tuple(f.message for f in self.faults if f.field == one.name and f.line == place)
        stored = getattr(self.record, one.name, None) if self.record is not None and one.sensitive else None
        return Widget(
            one, name, values.get(one.name, ""), faults, _options(one), str(stored) if stored else ""
        )

    @property
    def _lines_title(self) -> str:
        return self.register.lines.title if self.register.lines else ""

    def told_faults(self) -> list[tuple[str, str]]:
        """Every fault with the id of its field, for the list on top."""
        places = [number for number, _ in self.typed.filled_lines()]
        found = []
        for fault in self.faults:
            if fault.line is None:
                found.append(
                    (f"id-{fault.field}" if fault.field in self.register.by_name else "", fault.message)
                )
            else:
                found.append(
                    (
                        f"id-line-{places[fault.line]}-{fault.field}",
                        f"{self._lines_title}第{fault.line + 1}行：{fault.message}",
                    )
                )
        return found


def _options(one: Field) -> tuple[tuple[str, str], ...]:
    if one.kind == kinds.FLAG:
        return FLAGS
    if one.kind == kinds.CHOICE:
        return tuple((label, label) for _, label in one.options())
    return ()


def fresh(register: Register, by: Actor) -> Typed:
    """A new form with sensible defaults: own organisation, today; what it is and how it is known as last time."""
    last = (
        queries.visible(register, by).filter(entered_by=by.user_id).order_by("-pk").first()
        if by.user_id
        else None
    )
    typed = Typed()
    for one in register.fields:
        typed.values[one.name] = _default(one, last)
    own = _own_org(register, by, last)
    typed.values["org"] = org_text(own) if own else ""
    if register.proposes and own:
        typed.values |= register.proposes(tree_today().nodes[own])
    for one in register.fields:
        if one.kind == kinds.DAY and one.required:
            typed.values[one.name] = _first_day(
                one.begins or (kinds.TODAY if one.name == register.day else "")
            )
    # Lines that may be missing begin empty: a day put in by us would make one that nobody meant.
    if register.lines and not register.lines.optional:
        first = {one.name: one.text_of(one.default) for one in register.line_fields}
        days = [one.name for one in register.line_fields if one.kind == kinds.DAY and one.required]
        typed.lines[0] = first | dict.fromkeys(days, timezone.localdate().isoformat())
    return typed


def _first_day(begins: str) -> str:
    today = timezone.localdate()
    first = {kinds.TODAY: today, kinds.MONTH: today.replace(day=1)}.get(begins)
    return first.isoformat() if first else ""


def _default(one: Field, last: Any | None) -> str:
    # How far the last one has come, and what came of it, says nothing of the next.
    recurs = one.name == "basis" or (one.group == kinds.FIRST_GROUP and one.label != kinds.PROGRESS)
    if last is not None and one.kind == kinds.CHOICE and recurs:
        return one.text(last)
    return one.text_of(one.default)


def _own_org(register: Register, by: Actor, last: Any | None) -> int | None:
    tree, reach = tree_today(), by.org_ids(Verb.ADD)
    if last is not None and last.org_id in reach:
        return int(last.org_id)
    own = [org_id for org_id in by.top_org_ids if org_id in reach]
    below = (org_id for top in own for org_id in tree.subtree(top))
    fitting = tree.standing(below if register.org_types else own, register.org_types)
    # The nearest one: a city's own museum before those of its counties.
    nearest = min(fitting, key=lambda node: len(tree.path(node.id)), default=None)
    return nearest.id if nearest else None


def differences(register: Register, typed: Typed, record: Any) -> list[tuple[str, str, str]]:
    """(label, what stands now, what was typed) where the two differ: for somebody who lost a race."""
    stored = Typed.stored(register, record)
    found = [
        (one.label, stored.values[one.name], typed.values.get(one.name, ""))
        for one in register.fields
        if not one.sensitive and stored.values[one.name] != typed.values.get(one.name, "").strip()
    ]
    if register.lines:
        mine, theirs = _joined(line for _, line in typed.filled_lines()), _joined(stored.lines.values())
        if mine != theirs:
            found.append((register.lines.title, theirs, mine))
    return found


def _joined(lines: Iterable[Mapping[str, str]]) -> str:
    return "；".join("，".join(text for text in line.values() if text) for line in lines)
