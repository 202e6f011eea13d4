"""The list of a register: what the address asks for, a page of rows, totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Aggregate, Count, QuerySet, Sum

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger.remembering import recall, remembered
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import fields as kinds
from kebridge.core.records import linked, queries, related, tagged
from kebridge.core.records.register import Register
from kebridge.core.records.related import Same
from kebridge.core.records.states import State
from kebridge.core.web import presenting
from kebridge.core.wording.days import parse_day

PAGE, MOST_PAGES = 30, 1_000_000
FIXED = ("q", "state", "mine", "org", "from", "to", "related")


@dataclass(frozen=True)
class Chip:
    """A filter in force; `without` is the address without it."""

    text: str
    without: str


@dataclass(frozen=True)
class Filter:
    """A filter offered: a drop-down, or free text where the values are too many."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True)
class Summary:
    """How many records match, and their totals as shown."""

    count: int
    totals: dict[str, str]


@dataclass
class Listing:
    register: Register
    by: Actor
    asked: Mapping[str, str]
    problems: list[str] = field(default_factory=list)
    _same: "tuple[Same, str] | None" = None

    @cached_property
    def wanted(self) -> dict[str, str]:
        """What is asked for and understood: `queries.search` takes it as it is."""
        names = (*FIXED, *self.register.filters)
        found = {name: self.asked[name].strip().replace("\0", "") for name in names if self.asked.get(name)}
        for name in ("from", "to"):
            if found.get(name):
                try:
                    found[name] = parse_day(found[name]).isoformat()
                except ValueError as error:
                    self.problems.append(str(error))
                    del found[name]
        if found.get("org"):
            self._understand_org(found)
        if found.get("related") and not self._shared(found["related"]):
            self.problems.append("要列出与它相关记录的那一条，您看不到或者已经没有，这一条件没有起作用")
            del found["related"]
        return found

    def _shared(self, code: str) -> "tuple[Same, str] | None":
        """What the listed records have in common with one record, with its sentence."""
        if self._same is None:
            self._same = related.asked(code, self.by)
        return self._same

    def _understand_org(self, found: dict[str, str]) -> None:
        """A name or code within sight becomes a code; anything else is told, and lists nothing by mistake."""
        reach, tree = self.by.org_ids(Verb.SEE), latest_tree()
        nodes = [*tree.by_name.get(found["org"], []), *filter(None, [tree.by_code.get(found["org"])])]
        seen = [node for node in nodes if node.id in reach]
        if seen:
            found["org"] = seen[0].code
        else:
            self.problems.append(f"您能看到的组织中没有“{found['org']}”，这一条件没有起作用")
            del found["org"]

    @cached_property
    def matching(self) -> QuerySet[Any]:
        """All records asked for. A search through lines may meet a record twice: hence the ids."""
        found = queries.search(self.register, self.by, self.wanted)
        if same := self.wanted.get("related") and self._same:
            alike = related.narrowed(found, self.register, same[0])
            found = found.none() if alike is None else alike
        if self.wanted.get("q") and any("__" in name for name in self.register.search):
            ids = found.values("pk").order_by()
            return queries.visible(self.register, self.by).filter(pk__in=ids)
        return found

    @cached_property
    def page(self) -> int:
        asked = self.asked.get("page", "1")
        return min(max(int(asked), 1), MOST_PAGES) if asked.isascii() and asked.isdigit() else 1

    @property
    def count(self) -> int | None:
        """How many match; None: more than fits a page, and not counted yet."""
        if self.page == 1 and not self.has_next:
            return len(self.rows)
        return self.summary.count if self.summary else None

    @property
    def pages(self) -> int:
        return max(1, -(-(self.count or 0) // PAGE))

    @cached_property
    def columns(self) -> tuple[presenting.Column, ...]:
        return presenting.columns_of(self.register)

    @cached_property
    def _ids(self) -> list[int]:
        """The ids of the page, and one more if there is another page."""
        start = (self.page - 1) * PAGE
        ordered = self.matching.order_by(*self.register.order, "pk")
        return list(ordered.values_list("pk", flat=True)[start : start + PAGE + 1])

    @property
    def has_next(self) -> bool:
        return len(self._ids) > PAGE

    @cached_property
    def rows(self) -> list[presenting.Line]:
        """The page: its ids first, then only for these the computed columns."""
        ids = self._ids[:PAGE]
        joined, many = presenting.related(self.columns)
        computed = {one.name: one.sql for one in self.register.computed if one.sql is not None}
        found = queries.visible(self.register, self.by).filter(pk__in=ids).annotate(**computed)
        by_id = {one.pk: one for one in found.select_related(*joined)}
        linked.read(self.register, list(by_id.values()), many)
        return presenting.lines(self.register, self.columns, [by_id[pk] for pk in ids if pk in by_id])

    @cached_property
    def summary(self) -> "Summary | None":
        """How many match and their totals, if that is known already or asked for; a list of one page is added up at once."""
        if self.page == 1 and not self.has_next:
            return self._added(self.matching.filter(pk__in=self._ids) if self._ids else None)
        if self.asked.get("total"):
            return self.sums()
        found: Summary | None = recall("list", *self._seen)
        return found

    def sums(self) -> "Summary":
        """The same, counted now: of many records it takes longer than a page may."""
        made: Summary = remembered("list", *self._seen, make=lambda: self._added(self.matching))
        return made

    @property
    def _seen(self) -> tuple[Any, ...]:
        """What the sums depend on beside the records: what is asked, and all that decides what the reader sees."""
        reader = replace(self.by, name="", address="")
        return self.register.code, sorted(self.wanted.items()), repr(reader), self.by.grants

    def _added(self, found: QuerySet[Any] | None) -> "Summary":
        if found is None:
            return Summary(0, {})
        values: dict[str, Any] = {}
        for sums in self._aggregates():
            # An alias may not bear the name of a field.
            values |= found.order_by().aggregate(**{f"sum_{name}": sql for name, sql in sums.items()})
        scales = {one.name: getattr(one.source, "scale", 1) for one in self.columns}
        totals = {
            name: presenting.quantity(values.get(f"sum_{name}") or 0, scales.get(name, 1))
            for name in self.register.totals
        }
        return Summary(values["sum_count_of_all"], totals)

    def _aggregates(self) -> list[dict[str, Any]]:
        """Columns over lines are added apart from those of the root."""
        rooted: dict[str, Any] = {"count_of_all": Count("pk")}
        lined: dict[str, Any] = {}
        for name in self.register.totals:
            one = self.register.computed_by_name.get(name)
            if one is None:
                rooted[name] = Sum(name)
            elif isinstance(one.sql, Aggregate):
                lined[name] = one.sql
            elif one.sql is not None:
                rooted[name] = Sum(one.sql)
        return [rooted, lined] if lined else [rooted]

    @property
    def totals(self) -> dict[str, str]:
        return self.summary.totals if self.summary else {}

    @property
    def is_open(self) -> bool:
        """Whether count and totals are still to be asked for."""
        return self.summary is None

    @property
    def footer(self) -> list[presenting.Cell]:
        """The totals row: a cell for every column."""
        if not self.register.totals:
            return []
        open_text = "…" if self.is_open else ""
        texts = {name: self.totals.get(name, open_text) for name in self.register.totals}
        cells = [
            presenting.Cell(texts.get(one.name, ""), one.css, one.label, one.unit) for one in self.columns
        ]
        cells[0] = presenting.Cell("合计", "", "", "")
        return cells

    @cached_property
    def filters(self) -> list[Filter]:
        """What can be chosen; a filter by names of which these records bear none is left out."""
        found = [self._filter(name) for name in self.register.filters]
        kinds_of = self.register.by_name
        return [one for one in found if one.options or one.chosen or kinds_of[one.name].kind != kinds.TAGS]

    @cached_property
    def _borne(self) -> dict[str, list[str]]:
        fields = self.register.by_name
        return tagged.names_borne(self.register, [fields[name] for name in self.register.filters])

    def _filter(self, name: str) -> Filter:
        one = self.register.by_name[name]
        options: list[tuple[str, str]] = one.options()
        if one.kind == kinds.FLAG:
            options = [("是", "是"), ("否", "否")]
        elif one.kind == kinds.TAGS:
            options = [(tag, tag) for tag in self._borne[name]]
        return Filter(name, one.label, tuple(options), self.wanted.get(name, ""))

    @cached_property
    def chips(self) -> list[Chip]:
        return [Chip(text, self.address(without=name)) for name, text in self._told()]

    def _told(self) -> list[tuple[str, str]]:
        found = []
        for name, value in self.wanted.items():
            if name == "q":
                found.append((name, f"含“{value}”"))
            elif name == "mine":
                found.append((name, "我录入的"))
            elif name == "org":
                found.append((name, latest_tree().by_code[value].name))
            elif name == "related" and self._same:
                same, sentence = self._same
                found.append((name, f"{same.title}：{sentence}"))
            elif name in ("from", "to"):
                found.append((name, f"{value}{'起' if name == 'from' else '止'}"))
            elif name == "state":
                found.append((name, dict(State.choices).get(value, value)))
            else:
                one = self.register.by_name[name]
                found.append((name, f"{one.label}：{dict(one.options()).get(value, value)}"))
        return found

    def address(self, *, without: str = "", page: int = 1) -> str:
        """The query string of this list: all filters but one, on a page."""
        kept = {name: value for name, value in self.wanted.items() if name != without}
        return f"?{urlencode(kept | ({'page': page} if page > 1 else {}))}"

    @property
    def previous(self) -> str:
        return self.address(page=self.page - 1) if self.page > 1 else ""

    @property
    def next(self) -> str:
        return self.address(page=self.page + 1) if self.has_next else ""

    @property
    def counting(self) -> str:
        """The query string that asks for count and totals."""
        return self.address(page=self.page)

    @property
    def first_shown(self) -> int:
        return (self.page - 1) * PAGE + 1

    @property
    def last_shown(self) -> int:
        return self.first_shown + len(self.rows) - 1

    @property
    def org_text(self) -> str:
        code = self.wanted.get("org")
        return latest_tree().by_code[code].name if code else ""
