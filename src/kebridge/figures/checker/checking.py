"""The whole run against the records: find, bind, judge."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.calendar.periods import Period
from kebridge.core.orgs.trees import Node, latest_tree, tree_today
from kebridge.core.refusal import Refusal
from kebridge.figures.checker.asking import Asking, request_of
from kebridge.figures.checker.bind import Binder
from kebridge.figures.checker.bound import Bound, Choice, House, without_namesakes
from kebridge.figures.checker.finding import find
from kebridge.figures.checker.judge import is_said, judge, value_of
from kebridge.figures.checker.lexicon import Lexicon
from kebridge.figures.checker.lexicon_loading import load_lexicon
from kebridge.figures.checker.outcome import Checked, Judged
from kebridge.figures.checker.shapes import Binding, Draft, Finding
from kebridge.figures.requests import Figure

MOST_TOLD = 200  # figures of one sentence; more is a column of numbers, and its words say nothing of any


def check(
    draft: Draft,
    org: Node,
    period: Period,
    *,
    by: Actor,
    choices: Mapping[str, Choice] | None = None,
    lexicon: Lexicon | None = None,
    is_period_sure: bool = True,
) -> Checked:
    """A draft against the records, as a report of this organisation for this period.

    `is_period_sure`: whether the period was said, or only taken from a title that leaves it open.

    Raises Denied: the actor may not see the organisation. What he may not see is neither offered nor evaluated.
    """
    require_checker(by, org)
    found = find(draft)
    house = House(org.code, period, _children(org), choices or {}, is_period_sure)
    binder = Binder(draft, found.mentions, _seen(lexicon or load_lexicon(by), org, by), house)
    crowd = Counter(finding.context.sentence for finding in found.findings if finding.context)
    bounds = without_namesakes(
        [
            binder.bind(finding.mention, finding.context)
            if finding.mention.is_claim and finding.context and crowd[finding.context.sentence] <= MOST_TOLD
            else Bound(Binding())
            for finding in found.findings
        ],
        [finding.context for finding in found.findings],
    )
    asking = Asking(by)
    requests = [request_of(one.binding.best) if one.binding.best else None for one in bounds]
    asking.prepare(requests)
    judged = [
        _judged(finding, *_of_the_house(bound, asking.figure(request), org, asking), binder, asking)
        for finding, bound, request in zip(found.findings, bounds, requests, strict=True)
    ]
    return Checked(draft, tuple(judged), found.relations, org.code, period)


def _of_the_house(
    bound: Bound, figure: Figure | None, org: Node, asking: Asking
) -> tuple[Bound, Figure | None]:
    """Where the organisation named has nothing of it, the figure may be the house's: asked for, and doubtful."""
    best = bound.binding.best
    if figure is not None and value_of(figure) is not None:
        return bound, figure
    if best is None or best.scope == org.code or bound.binding.confirmed:
        return bound, figure
    own = replace(best, scope=org.code)
    other = asking.figure(request_of(own))
    if other is None or value_of(other) is None:
        return bound, figure
    binding = replace(bound.binding, candidates=(own, *bound.binding.candidates[1:]), is_ambiguous=True)
    return replace(
        bound, binding=binding, doubts=(*bound.doubts, "是谁的数不能确定"), is_clear=False, is_firm=False
    ), other


def _judged(finding: Finding, bound: Bound, figure: Figure | None, binder: Binder, asking: Asking) -> Judged:
    if not finding.mention.is_claim:
        return Judged(finding)
    value = value_of(figure) if figure else None
    is_told = value is None or is_said(finding.mention, value)
    differences = asking.differences(finding.mention, figure) if figure and not is_told else []
    judgement = judge(finding.mention, bound, figure, binder.register_of(bound), differences)
    return Judged(
        replace(finding, binding=bound.binding, judgement=judgement), figure, bound.doubts, bound.signature
    )


def require_checker(by: Actor, org: Node) -> None:
    """Raises Denied: who may see the reports of an organisation may check a draft of it."""
    if not by.can(Verb.SEE, org.id):
        raise Denied("您无权核对这个单位的稿子", who_can=who_can(Verb.SEE))


def home_of(code: str, *, by: Actor) -> Node:
    """The organisation of a draft: by code or name, else the actor's own top one.

    Raises Refusal: there is no such organisation within reach.
    """
    tree, reach = latest_tree(), by.org_ids(Verb.SEE)
    if code:
        node = tree.by_code.get(code) or next(iter(tree.by_name.get(code, ())), None)
        if node is None or (node.id not in reach and not by.is_system):
            raise Refusal(f"没有代码或名称为“{code}”的组织", repair="请在组织架构里查代码")
        return node
    tops = [org for org in by.top_org_ids if org in reach] or [
        org for org in tree_today().roots if org in reach
    ]
    if not tops:
        raise Refusal("还没有登记组织", repair="请先登记本单位，或只核对文稿本身")
    nodes = [tree.nodes[org] for org in tops]
    return next((node for node in nodes if node.type == "city"), nodes[0])


def _children(org: Node) -> frozenset[str]:
    tree = latest_tree()
    return frozenset(tree.nodes[child].code for child in tree.children.get(org.id, ()))


def _seen(lexicon: Lexicon, org: Node, by: Actor) -> Lexicon:
    """The lexicon without the closed circle where the actor is not in it for all of this organisation."""
    below = set(tree_today().subtree(org.id)) or {org.id}
    return lexicon if by.sees_closed(below) else lexicon.open_only()
