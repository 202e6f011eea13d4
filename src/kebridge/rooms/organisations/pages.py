"""The tree at any day, and the changes of an organisation: each on a day, with its document."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kebridge.core.access.roles import Verb
from kebridge.core.orgs.trees import Node, Tree, latest_tree, tree
from kebridge.core.orgs.types import EventKind, OrgType
from kebridge.core.refusal import Refusal
from kebridge.core.web.forming import org_text
from kebridge.core.web.middleware import status_of
from kebridge.core.web.views.base import Page
from kebridge.core.wording.days import parse_day
from kebridge.rooms.organisations import ops
from kebridge.rooms.organisations.models import OrgCard

SEPARATOR = "\n"


@dataclass(frozen=True)
class Change:
    """One kind of change: what it asks for besides day and document, and the operation."""

    kind: str
    title: str
    help: str
    asks: str
    label: str
    example: str
    run: Callable[..., Any]


def _rename(card: int, typed: str, **more: Any) -> Any:
    return ops.rename(card, name=typed, **more)


def _retype(card: int, typed: str, **more: Any) -> Any:
    if typed not in OrgType.values:
        raise Refusal("没有这个类型", repair="请从列表中选择")
    return ops.retype(card, org_type=typed, **more)


def _move(card: int, typed: str, **more: Any) -> Any:
    return ops.move(card, parent_id=_org(typed, more["by"]), **more)


def _merge(card: int, typed: str, **more: Any) -> Any:
    return ops.merge(card, into_id=_org(typed, more["by"]), **more)


def _split(card: int, typed: str, **more: Any) -> Any:
    return ops.split(card, successors=_successors(typed), **more)


def _close(card: int, _typed: str, **more: Any) -> Any:
    return ops.close(card, **more)


CHANGES = {
    one.kind: one
    for one in (
        Change(EventKind.RENAME, "更名", "从生效日期起用新名称，以前的记录和数仍用当时的名称。", "text", "新名称",
               "演示市茶叶科技学会", _rename),
        Change(EventKind.RETYPE, "变更类型", "从生效日期起按新类型统计。", "type", "新类型", "", _retype),
        Change(EventKind.MOVE, "调整隶属", "从生效日期起归新的上级，连同它的全部下级。", "org", "新的上级", "", _move),
        Change(EventKind.MERGE, "并入", "它到生效日期终止，过去的数并到接收的组织里一起统计。", "org", "并入哪个组织", "",
               _merge),
        Change(EventKind.SPLIT, "分设", "它到生效日期终止，分设出的组织接替它；过去的数留在原处。", "lines",
               "分设出的组织，一行一个：代码、空格、全称", "YS-CHA1 演示市绿茶学会", _split),
        Change(EventKind.CLOSE, "终止", "它到生效日期终止，过去的数不变。下面还有存续组织的要先划走。", "", "", "", _close),
    )
}  # fmt: skip


def _org(typed: str, by: Any) -> int:
    known, reach = latest_tree(), by.org_ids(Verb.REORGANISE)
    nodes = [*known.by_name.get(typed, []), *filter(None, [known.by_code.get(typed)])]
    found = [node.id for node in nodes if node.id in reach]
    if not found:
        raise Refusal(f"您管理的组织中没有“{typed}”", repair="请从列表中选择")
    return found[0]


def _successors(typed: str) -> list[tuple[str, str]]:
    found = []
    for line in filter(None, (line.strip() for line in typed.split(SEPARATOR))):
        code, _, name = line.replace("\u3000", " ").replace("\t", " ").partition(" ")
        if not name.strip():
            raise Refusal(f"“{line}”少了代码或全称", repair="请写成：代码、空格、全称，一行一个")
        found.append((code, name.strip()))
    if len(found) < 2:
        raise Refusal("分设至少要写两个组织")
    return found


def day_of(typed: str, default: date) -> date:
    """Raises Refusal: not a day."""
    try:
        return parse_day(typed) if typed else default
    except ValueError as error:
        raise Refusal(str(error)) from error


def require_filled(typed: str, label: str) -> None:
    if not typed:
        raise Refusal(f"“{label}”没有填")


class TreePage(Page):
    """The organisations within sight as they stood on a day."""

    template_name = "organisations/tree.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.SEE, None, "查看组织架构")
        today = timezone.localdate()
        on = day_of(self.request.GET.get("on", ""), today)
        known, reach = tree(on), self.actor.org_ids(Verb.SEE)
        tops = [org_id for org_id in self.actor.top_org_ids if org_id in known.nodes and org_id in reach]
        tops = [
            top for top in tops if not any(top != other and top in known.subtree(other) for other in tops)
        ]
        standing = known.standing(org_id for org_id in known.ids if org_id in reach)
        types: dict[str, int] = {}
        for node in standing:
            types[node.type] = types.get(node.type, 0) + 1
        counts = [(label, types[value]) for value, label in OrgType.choices if value in types]
        return super().get_context_data(
            on=on, is_today=on == today, branches=[branch(known, top) for top in tops], count=len(standing),
            type_counts=counts, **kwargs,
        )  # fmt: skip


@dataclass(frozen=True)
class Branch:
    node: Node
    type: str
    below: tuple["Branch", ...]
    count: int


def branch(known: Tree, org_id: int) -> Branch:
    """An organisation with all that stands below it, in the order of types and names."""
    order = {value: place for place, value in enumerate(OrgType.values)}
    nodes = [known.nodes[child] for child in known.children.get(org_id, [])]
    nodes = [node for node in nodes if node.standing or known.children.get(node.id)]
    nodes.sort(key=lambda node: (order.get(node.type, 99), node.code))
    below = tuple(branch(known, node.id) for node in nodes)
    node = known.nodes[org_id]
    return Branch(node, OrgType(node.type).label, below, sum(one.count + one.node.standing for one in below))


class ChangePage(Page):
    """One change of one organisation."""

    template_name = "organisations/change.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        card = OrgCard.objects.visible_to(self.actor).filter(pk=kwargs["pk"]).first()
        if card is None or kwargs["kind"] not in CHANGES:
            raise Http404
        self.card, self.change = card, CHANGES[kwargs["kind"]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.REORGANISE, self.card.pk, self.change.title)
        reach, known = self.actor.org_ids(Verb.REORGANISE), latest_tree()
        orgs = [org_text(node.id) for node in known.standing(reach) if node.id != self.card.pk]
        return super().get_context_data(
            card=self.card,
            change=self.change,
            orgs=orgs,
            types=OrgType.choices,
            today=timezone.localdate(),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        typed = {name: request.POST.get(name, "").strip() for name in ("value", "day", "document")}
        try:
            if self.change.asks:
                require_filled(typed["value"], self.change.label)
            require_filled(typed["day"], "生效日期")
            day = day_of(typed["day"], timezone.localdate())
            self.change.run(self.card.pk, typed["value"], day=day, document=typed["document"], by=self.actor)
        except Refusal as refusal:
            return self.page(status_of(refusal), typed=typed, refusal=refusal)
        messages.success(request, f"已办理{self.change.title}，{day:%Y年%-m月%-d日}起生效")
        return redirect(f"/r/organisations/{self.card.pk}/")
