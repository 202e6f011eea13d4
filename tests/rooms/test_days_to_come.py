"""What is recorded as done has been done: a day to come is refused, but where plans or rules in force are recorded."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.core.records.ops import save_record
from tests.core.ledger.samples import codes, raw_of
from tests.support.world import SYSTEM, make_world

pytestmark = pytest.mark.django_db

MAY_LIE_AHEAD = {
    "coverable_units": "a unit that will have to be covered",
    "posts": "a post that will exist",
    "plan_frames": "a plan", "plan_items": "a plan", "tasks": "a deadline", "targets": "a target of the next year",
    "tracking_rules": "a rule", "party_obligations": "a rule", "handling_terms": "a rule",
    "party_facilities": "a list that begins", "party_posts": "a post that begins",
    "summary_returns": "the end of its period", "nil_returns": "the end of its period", "past_figures": "the end of its period",
}  # fmt: skip
DATED = sorted(code for code in codes() if registers.get(code).day and code not in MAY_LIE_AHEAD)


@pytest.mark.parametrize("code", DATED)
def test_a_day_to_come_is_refused_and_nothing_saved(code):
    make_world()
    register = registers.get(code)
    first = (timezone.localdate().replace(day=1) + timedelta(days=62)).replace(day=1)
    raw, lines = raw_of(register.fields, register.org_types), []
    if register.lines:
        lines = [raw_of(register.line_fields)]
    for row, fields in ((raw, register.fields), *((line, register.line_fields) for line in lines)):
        row |= {one.name: first.isoformat() for one in fields if one.kind == "day" and row.get(one.name)}
        row |= {one.name: str(first.year) for one in fields if one.kind == "year" and row.get(one.name)}
    raw[register.day] = first.isoformat()
    standing = register.model._default_manager.unscoped("a test counts")
    before = standing.count()
    with pytest.raises(Invalid, match="没有到"):
        save_record(register, raw, lines, by=SYSTEM)
    assert standing.count() == before
