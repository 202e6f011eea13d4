"""The examples that a register shows make a record that is taken and counted right."""

import pytest

from kebridge.core.ledger.verify import problems
from kebridge.core.records import register as registers
from tests.core.ledger.samples import codes, sample
from tests.support.world import make_world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", codes())
def test_examples_of_a_register_make_a_record(code):
    make_world()
    record = sample(code)
    assert registers.get(code).sentence(record)
    assert list(problems()) == []
