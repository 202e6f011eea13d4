"""From a request to selects: scope to organisations, filters to columns, days by the nature of the metric."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import Measure
from kebridge.core.ledger.models import Tag, TagSetMember
from kebridge.core.ledger.rows import BASES, DIMENSIONS
from kebridge.core.orgs import trees
from kebridge.core.orgs.models import Organisation
from kebridge.core.refusal import Refusal
from kebridge.figures.engines.base import Engine, Group, Select
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.requests import FigureRequest, Filters, Scope

_SCHEMES = ("programme", "plan", "scheme")
_BASIS_WORDS = {**BASES, "实名登记": 0, "现场计数": 1, "单位填报": 2, "平台快照": 3, "意向/估算": 4}


@dataclass(frozen=True)
class Ask:
    """A request inside: the metric itself, and the day of the tree by which it is answered.

    `peer`: asked for a ranking only, its value is not shown, so it needs no permission of its own.
    """

    metric: Metric
    scope: Scope
    period: Period
    filters: Filters
    tree_day: date
    position: int | None = None
    as_then: bool = False
    peer: bool = False

    @classmethod
    def of(cls, request: FigureRequest, metric: Metric) -> "Ask":
        period = request.period
        return cls(
            metric, request.scope, period, request.limits, period.end, request.position, request.as_then
        )

    @property
    def request(self) -> FigureRequest:
        return FigureRequest(
            self.metric.name, self.scope, self.period, self.filters, self.position, self.as_then
        )

    def during(self, period: Period) -> "Ask":
        """The same for another period: by the tree of this one (可比口径), or of then."""
        return replace(self, period=period, tree_day=period.end if self.as_then else self.tree_day)

    @property
    def measures(self) -> list[Measure]:
        return [ledger_measures.get(code) for code in self.metric.measures]

    @property
    def scale(self) -> int:
        return self.measures[0].scale

    @property
    def is_level(self) -> bool:
        """Whether the figure speaks of the end of its period (stocks), not of what happened in it."""
        return self.metric.kind == "stock" or self.metric.over_time == "end"


class Session:
    """What one call of `figures` shares: the reader, trees, tags, and every select answered once."""

    def __init__(self, engine: Engine, by: Actor) -> None:
        self.engine = engine
        self.by = by
        self._trees: dict[tuple[date, int | None], trees.Tree] = {}
        self._answers: dict[Select, list[Group]] = {}
        self._telling: dict[tuple[Any, ...], set[int]] = {}
        self._tags: dict[str, dict[str, int]] = {}
        self._ids: frozenset[int] | None = None
        self.memo: dict[Any, Any] = {}

    def tree(self, day: date, position: int | None) -> trees.Tree:
        if (day, position) not in self._trees:
            self._trees[day, position] = trees.tree(day, position)
        return self._trees[day, position]

    def groups(self, select: Select) -> list[Group]:
        if select not in self._answers:
            self._keep(select, self.engine.query([select])[0])
        return self._answers[select]

    def _keep(self, select: Select, groups: list[Group]) -> None:
        self._answers[select] = groups
        if groups and select.origin == "detail" and len(select.measures) == 1:
            # With filters or without: these days of these organisations have facts of the measure.
            self._telling.setdefault(_place(select), set()).update(select.measures)

    def surely_holds(self, select: Select) -> bool:
        """Whether what was read already tells that a select of detail finds something."""
        return not self._telling.get(_place(select), set()).isdisjoint(select.measures)

    def prepare(self, selects: list[Select]) -> None:
        """Answer many at once, so that an engine can plan them together."""
        wanted = [select for select in dict.fromkeys(selects) if select not in self._answers]
        for select, groups in zip(wanted, self.engine.query(wanted), strict=True):
            self._keep(select, groups)

    def tag_ids(self, scheme: str) -> dict[str, int]:
        if scheme not in self._tags:
            self._tags[scheme] = dict(Tag.objects.filter(scheme=scheme).values_list("name", "pk"))
        return self._tags[scheme]

    @property
    def all_ids(self) -> frozenset[int]:
        """Every organisation that the ledger may hold facts of."""
        if self._ids is None:
            self._ids = frozenset(Organisation.objects.values_list("pk", flat=True))
        return self._ids

    def org_id(self, code: str) -> int:
        """Raises Refusal: no organisation has this code."""
        if "codes" not in self.memo:
            self.memo["codes"] = trees.latest_tree().by_code
        node = self.memo["codes"].get(code)
        if node is None:
            raise Refusal(f"没有代码为“{code}”的组织", repair="请在组织里查找正确的代码")
        return int(node.id)

    def orgs(self, ask: Ask) -> tuple[int, ...] | None:
        """The organisations of a request on the day of its tree; None when they are all there are."""
        key = (
            "orgs",
            ask.scope,
            ask.tree_day,
            ask.position,
            ask.filters.get("org_type"),
            ask.metric.over_tree,
        )
        if key not in self.memo:
            self.memo[key] = self._orgs(ask)
        found: tuple[int, ...] | None = self.memo[key]
        return found

    def _orgs(self, ask: Ask) -> tuple[int, ...] | None:
        tree = self.tree(ask.tree_day, ask.position)
        top = self.org_id(ask.scope.org_code)
        own = ask.scope.own or ask.metric.over_tree == "none"
        ids = ((top,) if top in tree.nodes else ()) if own else tree.subtree(top)
        types = ask.filters.get("org_type", ())
        if types:
            return tuple(sorted(org for org in ids if tree.nodes[org].type in types))
        return None if len(ids) >= len(self.all_ids) and self.all_ids <= set(ids) else tuple(sorted(ids))


def _place(select: Select) -> tuple[Any, ...]:
    return select.start, select.end, select.orgs, select.planned, select.seal


def base_select(ask: Ask, session: Session, columns: tuple[str, ...] = ("basis", "state")) -> Select:
    """The detail facts that answer a request, grouped by `columns`."""
    key = ("base", ask, columns)
    if key not in session.memo:
        session.memo[key] = _base_select(ask, session, columns)
    select: Select = session.memo[key]
    return select


def _base_select(ask: Ask, session: Session, columns: tuple[str, ...]) -> Select:
    start, end = days(ask)
    return Select(
        measures=tuple(sorted(measure.number for measure in ask.measures)),
        columns=columns,
        start=start,
        end=end,
        orgs=session.orgs(ask),
        dims=_dims(ask),
        tags=_tags(ask, session),
        bases=_bases(ask),
        planned=ask.period.planned,
        seal=ask.position,
    )


def other_select(ask: Ask, session: Session) -> Select:
    """Summaries and opening stocks that may answer a request: whatever touches its days."""
    columns = ("org_id", "measure", "since", "day", "origin", "basis", "state", *DIMENSIONS, "tagset_id")
    select = replace(base_select(ask, session, columns), origin="other")
    return select if ask.is_level else replace(select, spanning=True)


def days(ask: Ask) -> tuple[date | None, date]:
    """First and last day of the facts that a request reads."""
    metric, period = ask.metric, ask.period
    if ask.is_level or metric.kind == "first":
        return None, period.end
    if metric.kind in ("snapshot", "value") and metric.over_time == "last":
        return earliest(period.end, metric.carry_forward), period.end
    return period.start, period.end


def earliest(end: date, carry_forward: int) -> date:
    """The first day whose observation still speaks for `end`."""
    return end - timedelta(days=carry_forward)


def _dims(ask: Ask) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Dimension filters of definition and request; both must hold."""
    found: dict[str, set[str]] = {}
    for key, values in (*ask.metric.filters, *ask.filters.items()):
        if key in DIMENSIONS:
            found[key] = found[key] & set(values) if key in found else set(values)
    return tuple((key, tuple(sorted(values)) or ("\uffff",)) for key, values in sorted(found.items()))


def _bases(ask: Ask) -> tuple[int, ...]:
    chosen = set(BASES.values())
    for key, values in (*ask.metric.filters, *ask.filters.items()):
        if key == "basis":
            unknown = [value for value in values if value not in _BASIS_WORDS]
            if unknown:
                raise Refusal(f"没有“{unknown[0]}”这种依据", repair=f"可以写：{'、'.join(BASES)}")
            chosen &= {_BASIS_WORDS[value] for value in values}
    if chosen == set(BASES.values()):
        return ()
    return tuple(sorted(chosen)) or (-1,)


def _tags(ask: Ask, session: Session) -> tuple[tuple[int, ...], ...]:
    groups = []
    for scheme in _SCHEMES:
        names = ask.filters.get(scheme, ())
        if names:
            known = session.tag_ids(scheme)
            unknown = [name for name in names if name not in known]
            if unknown:
                label = Tag.Scheme(scheme).label
                raise Refusal(f"没有名为“{unknown[0]}”的{label}", repair=f"请先在设置里登记这个{label}")
            groups.append(tuple(sorted(known[name] for name in names)))
    return tuple(groups)


def tag_members(tagset_id: int | None, scheme: str, session: Session) -> list[int]:
    """The tags of one scheme in a set."""
    if tagset_id is None:
        return []
    sets: dict[int, list[int]] = session.memo.setdefault(("sets", scheme), {})
    if not sets:
        members = TagSetMember.objects.filter(tag__scheme=scheme).values_list("tagset_id", "tag_id")
        for known, tag in members:
            sets.setdefault(known, []).append(tag)
    return sets.get(tagset_id, [])


def counted_tags(tagset_id: int | None, ask: Ask, session: Session) -> list[int]:
    """The tags of a set that a distinct count counts: of those it is limited to, not of others a record also bears."""
    dimension = ask.metric.dimension
    members = tag_members(tagset_id, dimension, session)
    known = session.tag_ids(dimension)
    wanted = {known[name] for name in ask.filters.get(dimension, ())}
    return [tag for tag in members if tag in wanted] if wanted else members
