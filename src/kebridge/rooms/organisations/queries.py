"""What lists and checks read of organisations: coverage, steps, conditions of members, grounds against a rating."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records.states import NOT_STANDING
from kebridge.rooms.organisations.enums import CheckResult, RatingScale, Route, Step
from kebridge.rooms.organisations.models import AnnualCheck
from kebridge.rooms.organisations.terms import PERSONS_LEAST, UNITS_LEAST, parameter

_CIVIL = (Step.APPLIED, Step.REPLIED, Step.MEETING, Step.REGISTERED, Step.ADMITTED)
ROUTE_STEPS = {Route.CIVIL: _CIVIL, Route.REPLY: _CIVIL[:-1], Route.MEMBER: (Step.APPLIED, Step.ADMITTED)}
_BAD = (CheckResult.ABSENT, CheckResult.FAILED)


def coverage_of(unit: Any) -> str:
    """How a unit stands today, in words."""
    today = timezone.localdate()
    if unit.until and unit.until <= today:
        return "不再计算"
    if unit.association_id:
        node = latest_tree().nodes.get(unit.association_id)
        return "已建" if node and node.standing else "科协已终止"
    if unit.covered_from and unit.covered_from <= today:
        return "已撤销" if unit.covered_until and unit.covered_until <= today else "已建"
    return "未建"


def step_reached(case: Any) -> str:
    """The last step that has a day."""
    for step in (Step.ENDED, Step.REFUSED, *reversed(_CIVIL)):
        if day := getattr(case, step.value):
            return f"{day:%Y年%-m月%-d日}{step.label}"
    return ""


def step_next(case: Any) -> str:
    """The first step of its route that has no day after the last one that has; empty when nothing is left."""
    if case.ended or case.refused:
        return ""
    steps = ROUTE_STEPS[Route(case.route)]
    done = [index for index, step in enumerate(steps) if getattr(case, step.value)]
    following = steps[max(done) + 1 :] if done else steps
    return following[0].label if following else ""


def membership_condition(case: Any) -> str:
    """Whether a society has the members that registration asks for, by the rule of the day it applied."""
    if case.route != Route.CIVIL or (case.individuals is None and case.units is None):
        return ""
    on = case.applied or case.registered or timezone.localdate()
    persons, units = parameter(PERSONS_LEAST, on).value, parameter(UNITS_LEAST, on).value
    has, have = case.individuals or 0, case.units or 0
    is_mixed = bool(has and have)
    is_enough = has >= persons or have >= units or (is_mixed and has + have >= persons)
    if is_enough:
        return "达到"
    return f"不足（个人会员{persons}个，或单位会员{units}家，混合的合计{persons}个）"


def members_of_alliance(alliance: Any) -> int:
    """All members, the own association among them."""
    return len(alliance.members.all()) + 1


def rating_faults(rating: Any) -> Iterable[tuple[str, str]]:
    """A society that missed or failed last year's check, or passed two only basically, gets no civil grade."""
    if rating.scale != RatingScale.CIVIL or not rating.org_id:
        return
    known = (
        AnnualCheck.objects.unscoped("the checks of one society")
        .filter(org_id=rating.org_id, year__in=(rating.year - 1, rating.year - 2))
        .exclude(state__in=NOT_STANDING)
    )
    results = {check.year: check.result for check in known}
    last = results.get(rating.year - 1, "")
    if last in _BAD:
        yield "stars", f"{rating.year - 1}年度年检{CheckResult(last).label}，按规定不参加民政等级评估"
    elif last == CheckResult.BASIC and results.get(rating.year - 2) == CheckResult.BASIC:
        yield "stars", "连续两年年检基本合格，按规定不参加民政等级评估"
