"""Register (登记簿): the one declaration of a kind of record.

List, form, detail, paste-in, import template, import, export, API, help and permission rows are made from it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models

from kebridge.core.ledger import measures, sources
from kebridge.core.ledger.rows import FactRow
from kebridge.core.orgs.trees import Node
from kebridge.core.records.fields import BODIES, BODY, CHOICE, ORGS, PROGRESS, TAGS, Field
from kebridge.core.records.states import State

NUMBER_LABEL = "登记号"


@dataclass(frozen=True)
class Lines:
    """Child rows of a record: `name` is the relation, `root` the field that leads back.

    `optional`: there may be none. `later`: they come after the record, as work goes on.
    """

    name: str
    model: type[models.Model]
    fields: tuple[Field, ...]
    title: str
    root: str
    optional: bool = False
    later: bool = False


@dataclass(frozen=True)
class Reporting:
    """Who owes this register something, how often: a unit without record, summary or nil return is missing."""

    frequency: str  # month or year
    org_types: tuple[str, ...]


@dataclass(frozen=True)
class Similar:
    """Fields by which a record may be one already entered, perhaps by another unit."""

    day: str
    title: str
    place: str = ""


@dataclass(frozen=True)
class Computed:
    """A list column that is not a field: `sql` annotates it (and can be totalled), else `value` gives it."""

    name: str
    label: str
    unit: str = ""
    sql: Any = None
    value: Callable[[Any], Any] | None = None
    scale: int = 1


@dataclass(frozen=True)
class Speaking:
    """The field in which rows of an open register name what they speak of, and the names that only the closed circle sees.

    A name that ends in a point stands for all that begin with it.
    """

    field: str
    closed_names: Callable[[], Iterable[str]]


@dataclass(frozen=True, eq=False)
class Register:
    """`words` gives the Chinese of dimension codes that no field's choices explain.

    `known_as`: the names that people use for what is recorded here (科技小院, 三会一课), for the search of the staff.

    `recurs`: the same again on another day is usual work: a weekly lecture, last year's contest.

    `proposes`: for the organisation that it will stand under, what a new form may begin with.

    `speaks` closes single rows of an open register; without `takes_notes` there is no 备注. `about_owner`: its records tell
    of the organisation they stand under (年检), not of its work.
    """

    code: str
    title: str
    noun: str
    unit: str
    room: str
    room_title: str
    model: type[models.Model]
    declared: tuple[Field, ...]
    natural_key: tuple[str, ...]
    facts: Callable[[Any], Iterable[FactRow]]
    sentence: Callable[[Any], str]
    help: str = ""
    known_as: tuple[str, ...] = ()
    lines: Lines | None = None
    columns: tuple[str, ...] = ()
    computed: tuple[Computed, ...] = ()
    filters: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    order: tuple[str, ...] = ("-pk",)
    day: str = ""
    recurs: bool = False
    org_types: tuple[str, ...] = ()
    reporting: Reporting | None = None
    similar: Similar | None = None
    check: Callable[[Mapping[str, Any], Sequence[Mapping[str, Any]]], Iterable[tuple[str, str]]] | None = None
    check_record: Callable[[Any], Iterable[tuple[str, str]]] | None = None
    check_together: Callable[[Sequence[Any]], Iterable[tuple[int, str, str]]] | None = None
    prepare: Callable[[Any], None] | None = None
    proposes: Callable[[Node], Mapping[str, str]] | None = None
    after_save: Callable[..., None] | None = None
    is_reference: bool = False
    about_owner: bool = False
    visibility: measures.Visibility = measures.Visibility.OPEN
    speaks: Speaking | None = None
    takes_notes: bool = True
    extra_prefetch: tuple[str, ...] = ()
    extra_tables: frozenset[str] = frozenset()
    default_basis: str = "registered"
    words: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Fields of the root, the owning organisation first."""
        names = [declared.name for declared in self.declared]
        owner = () if "org" in names else (Field("org", help="这条记录算在哪个单位名下", group="归属"),)
        tail: tuple[Field, ...] = (
            Field(
                "basis",
                group="其他",
                default=self.default_basis,
                help="数是怎么来的：登记名单、现场点数还是单位报的",
            ),
        )
        if self.takes_notes:
            tail += (Field("note", group="其他", help="需要说明的情况；不写涉密内容和个人隐私"),)
        return tuple(declared.bound_to(self.model) for declared in (*owner, *self.declared, *tail))

    @cached_property
    def line_fields(self) -> tuple[Field, ...]:
        if not self.lines:
            return ()
        return tuple(declared.bound_to(self.lines.model, is_line=True) for declared in self.lines.fields)

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {declared.name: declared for declared in self.fields}

    @cached_property
    def goes_on(self) -> str:
        """The field, or the lines, filled as work goes on; "" where a record is complete when it is entered."""
        how_far = (one.name for one in self.fields if one.label == PROGRESS and one.kind == CHOICE)
        return next(how_far, self.lines.name if self.lines and self.lines.later else "")

    @cached_property
    def computed_by_name(self) -> dict[str, Computed]:
        return {column.name: column for column in self.computed}

    @cached_property
    def prefetch(self) -> tuple[str, ...]:
        """Relations that the aggregate is made of."""
        many = tuple(f.name for f in self.fields if f.kind in (ORGS, BODIES, TAGS))
        bodies = tuple(f.name for f in self.fields if f.kind == BODY)
        lines: tuple[str, ...] = ()
        if self.lines:
            related = [f.name for f in self.line_fields if f.kind in (BODY, BODIES, TAGS, ORGS)]
            lines = (self.lines.name, *(f"{self.lines.name}__{name}" for name in related))
        return (*many, *bodies, *lines, *self.extra_prefetch)

    @property
    def practises(self) -> bool:
        """Whether one may practise in it: not where saving begins other records that count."""
        return not self.is_reference and self.after_save is None

    def facts_of(self, record: Any) -> list[FactRow]:
        """What the whole aggregate counts: nothing unless its state is 计入."""
        return list(self.facts(record)) if record.state == State.COUNTED else []

    def lines_of(self, record: Any) -> list[Any]:
        return list(getattr(record, self.lines.name).all()) if self.lines else []

    @property
    def day_label(self) -> str:
        """What the days are called that its list is limited by."""
        return self.label_of(self.day) if self.day else ""

    def label_of(self, name: str) -> str:
        if self.lines and name == self.lines.name:
            return self.lines.title
        # A stored key of a many-valued field is told by that field: scheme_key by schemes.
        many = f"{name.removesuffix('_key')}s"
        known = self.by_name.get(name) or self.computed_by_name.get(name) or self.by_name.get(many)
        return known.label if known else name

    def number_of(self, record: Any) -> str:
        """登记号: printed by exports, by which an import knows the record again."""
        return f"{self.code}-{record.pk}"

    def url(self, record: Any) -> str:
        return f"/r/{self.code}/{record.pk}/"

    @cached_property
    def tables(self) -> frozenset[str]:
        found = {self.model._meta.db_table}
        found |= self.extra_tables
        through: list[Any] = [m2m.remote_field.through for m2m in self.model._meta.many_to_many]
        found |= {model._meta.db_table for model in through}
        if self.lines:
            found.add(self.lines.model._meta.db_table)
        return frozenset(found)

    def as_source(self) -> sources.Source:
        return sources.Source(self.code, self.model, self.facts_of, self.prefetch, self.tables)


_registers: dict[str, Register] = {}


def add(register: Register) -> None:
    """Make a register known (`declaring.declare` does the rest). Raises ValueError: the code is taken."""
    if register.code in _registers:
        raise ValueError(f"two registers call themselves {register.code}")
    _registers[register.code] = register


def get(code: str) -> Register:
    """Raises KeyError: no such register."""
    return _registers[code]


def every() -> list[Register]:
    return list(_registers.values())


def of_model(model: type[models.Model]) -> Register:
    return next(register for register in _registers.values() if register.model is model)
