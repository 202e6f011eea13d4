"""Checking a case: every claim that this version can compute is computed and held against what the report says."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kebridge.casework.cases import Case
from kebridge.casework.claims import COMPUTED, Claim, read_claims
from kebridge.core.access.actors import Actor
from kebridge.core.ledger.rows import BASIS_LABELS
from kebridge.core.wording.agreement import agrees
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import Figure

SHARE_PLACES = 4


@dataclass(frozen=True)
class Checked:
    """A claim with its figure; `ok` is None where nothing is computed."""

    claim: Claim
    figure: Figure | None = None
    ok: bool | None = None

    @property
    def computed(self) -> Decimal | None:
        return self.figure.value if self.figure else None

    @property
    def basis(self) -> dict[str, float]:
        """The shares of the bases, by their names on screen."""
        shares = self.figure.bases if self.figure else {}
        return {BASIS_LABELS[name]: round(float(share), SHARE_PLACES) for name, share in shares.items()}

    def as_json(self) -> dict[str, Any]:
        claim = self.claim
        return {
            "id": claim.id, "status": claim.status, "room": claim.room, "metric": claim.metric,
            "expected": _number(claim.expected), "qualifier": claim.qualifier, "computed": _number(self.computed),
            "ok": self.ok, "basis": self.basis, "unit": claim.unit, "statement": claim.statement,
            "filters": str(self.figure.request.limits) if self.figure else "", "scope": claim.scope,
            "period": claim.period, "note": claim.note,
        }  # fmt: skip


def check(case: Case, *, by: Actor, position: int | None = None) -> list[Checked]:
    """Every claim in the order of the file, figures in one batch, now or at a seal.

    Raises Refusal: an organisation, tag or metric that a claim names is not there (the case is not loaded).
    """
    claims = read_claims(case)
    wanted = [claim for claim in claims if claim.status == COMPUTED]
    found = dict(zip((c.id for c in wanted), figures([_at(c, position) for c in wanted], by=by), strict=True))
    return [_checked(claim, found.get(claim.id)) for claim in claims]


def _at(claim: Claim, position: int | None) -> Any:
    request = claim.request()
    return type(request)(request.metric, request.scope, request.period, request.limits, position)


def _checked(claim: Claim, figure: Figure | None) -> Checked:
    if figure is None:
        return Checked(claim)
    agreed = figure.value is not None and agrees(claim.expected, claim.qualifier, figure.value)
    return Checked(claim, figure, agreed)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
