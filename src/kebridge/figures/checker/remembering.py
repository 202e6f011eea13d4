"""Choices that people made while checking drafts: remembered for the organisation, told to the audit, taken back at will."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.audit.ops import Event
from kebridge.core.db.transactions import write_transaction
from kebridge.core.ledger.measures import Visibility
from kebridge.core.orgs.trees import tree_today
from kebridge.core.privacy.fields import provider
from kebridge.core.refusal import Refusal
from kebridge.figures import metrics
from kebridge.figures.checker.bound import Choice
from kebridge.figures.models import RememberedChoice
from kebridge.figures.presenting import filter_words
from kebridge.figures.requests import FILTER_LABELS, Filters
from kebridge.figures.seeing import visibility

SOURCE = "checker_choices"
WHAT = "在核稿里选定指标"
LONGEST_SIGNATURE = 200


class Choices(dict[str, Choice]):
    """Choices by signature: kept by its digest, asked for by the signature itself."""

    def get(self, signature: str, default: Any = None) -> Any:
        return super().get(provider.digest(signature), default)


def choices_of(org_id: int) -> Choices:
    """What was chosen for an organisation's drafts."""
    found = RememberedChoice.objects.unscoped("choices of one organisation").filter(org=org_id)
    return Choices(
        {
            one.digest: Choice(one.metric, {key: tuple(v) for key, v in one.filters.items()}, one.scope)
            for one in found
        }
    )


def remember(
    signature: str, *, org_id: int, metric: str, filters: dict[str, Any], scope: str = "", by: Actor
) -> RememberedChoice:
    """Use this metric for figures said in these words from now on; a later choice replaces an earlier one.

    Raises Denied: the actor may not write reports there, or not see the metric. Raises Refusal: no such metric.
    """
    by.require(Verb.REPORT, org_id, WHAT)
    if not signature.strip() or len(signature) > LONGEST_SIGNATURE:
        raise Refusal("没有可以记住的说法", repair="请从核对结果里选择")
    _require_metric(metric, org_id, by)
    limits = Filters(filters)
    with write_transaction():
        made, _ = RememberedChoice.objects.unscoped("found by its words").update_or_create(
            org_id=org_id,
            digest=provider.digest(signature),
            defaults={
                "words": signature, "metric": metric, "filters": {key: list(v) for key, v in limits.items()},
                "scope": scope[:60], "made_by": by.name[:80],
            },
        )  # fmt: skip
        told = f"核稿时选定指标“{metrics.get(metric).title}”"
        audit.record([Event("choose", told, SOURCE, made.pk, org_id)], by=by)
    return made


def _require_metric(name: str, org_id: int, by: Actor) -> None:
    try:
        metric = metrics.get(name)
    except KeyError:
        raise Refusal("没有这个指标", repair="请从列出的指标里选择") from None
    if visibility(metric) == Visibility.CLOSED and not by.sees_closed(
        tree_today().subtree(org_id) or (org_id,)
    ):
        by.require(Verb.SEE_CLOSED, org_id)
        raise Refusal("没有这个指标", repair="请从列出的指标里选择")


def forget(pk: int, *, by: Actor) -> None:
    """Take a choice back. Raises Denied, and Refusal: there is none within reach."""
    with write_transaction():
        found = RememberedChoice.objects.visible_to(by).filter(pk=pk).first()
        if found is None:
            raise Refusal("没有这条选择", repair="请刷新后再看")
        by.require(Verb.REPORT, found.org_id, "删去核稿的选择")
        title = title_of(found.metric)
        audit.record([Event("forget", f"删去核稿时选定的“{title}”", SOURCE, pk, found.org_id)], by=by)
        found.delete()


@dataclass(frozen=True)
class Listed:
    """A choice as its page shows it."""

    pk: int
    words: str
    metric: str
    filters: str
    org_id: int
    made_by: str
    made_at: datetime


def listed(*, by: Actor) -> list[Listed]:
    """The choices within the actor's reach to change, newest first; closed metrics only to their circle."""
    rows = RememberedChoice.objects.visible_to(by, Verb.REPORT).order_by("-made_at", "-pk")
    return [
        Listed(
            one.pk, _shown(one.words), title_of(one.metric), _limits(one), one.org_id, one.made_by, one.made_at,
        )
        for one in rows
        if not _is_hidden(one, by)
    ]  # fmt: skip


def _is_hidden(one: RememberedChoice, by: Actor) -> bool:
    try:
        metric = metrics.get(one.metric)
    except KeyError:
        return False
    return visibility(metric) == Visibility.CLOSED and not by.sees_closed([one.org_id])


def _shown(words: Any) -> str:
    """The words with a mark where the number stood; shown only to those who write the organisation's reports."""
    text = words.reveal() if hasattr(words, "reveal") else str(words)
    return text.split("|")[0].replace("#", " … ").strip()


def _limits(one: RememberedChoice) -> str:
    try:
        metric = metrics.get(one.metric)
    except KeyError:
        return ""
    return "；".join(
        f"{FILTER_LABELS[key]}：{filter_words(key, values, metric)}" for key, values in one.filters.items()
    )


def title_of(metric: str) -> str:
    try:
        return metrics.get(metric).title
    except KeyError:
        return f"{metric}（已不再使用）"
