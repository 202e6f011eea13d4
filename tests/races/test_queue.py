"""Writers on SQLite wait in a fair queue; Django's own settings lose writes under the same load."""

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest
from django.db import connection

from tests.races.racing import Racer, race

WRITERS, TIMES, PAUSE = 6, 12, 0.01
# How many turns of others a writer may see go by, in rounds: in one round everybody gets one.
ROUNDS = 3


def overtaken(asked, began, others):
    """How many began later than it asked, yet before it."""
    return sum(1 for _, theirs, _ in others if asked < theirs < began)


@pytest.fixture
def scratch():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE scratch_turn (id integer PRIMARY KEY, name text)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE scratch_turn")


def only_sqlite():
    if connection.vendor != "sqlite":
        pytest.skip("the queue is SQLite's: PostgreSQL has its own")


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_everybody_gets_a_turn_beside_sign_ins_and_nobody_is_locked_out(scratch):
    only_sqlite()
    writers = [Racer("write_in_turn", name=f"w{n}", times=TIMES, pause=PAUSE) for n in range(WRITERS)]
    done = race(*writers, Racer("sign_in", times=TIMES))
    assert [one["errors"] for one in done] == [0] * (WRITERS + 1)
    assert [len(one["turns"]) for one in done] == [TIMES] * (WRITERS + 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM scratch_turn")
        assert cursor.fetchone() == (WRITERS * TIMES,)
    turns = [[tuple(turn) for turn in one["turns"]] for one in done]
    for mine in range(WRITERS):
        others = [turn for one in range(WRITERS) if one != mine for turn in turns[one]]
        most = max(overtaken(asked, began, others) for asked, began, _ in turns[mine])
        assert most <= ROUNDS * WRITERS
    everybody = [turn for one in turns[:WRITERS] for turn in one]
    # A sign-in is three waits (session, its check, the update): each may see the same number of turns go by.
    for asked, _, ended in turns[WRITERS]:
        assert overtaken(asked, ended, everybody) <= 3 * ROUNDS * WRITERS


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_turns_do_not_overlap(scratch):
    only_sqlite()
    done = race(*(Racer("write_in_turn", name=f"w{n}", times=8, pause=0.005) for n in range(4)))
    spans = sorted((began, written) for one in done for _, began, written in one["turns"])
    assert [later[0] > earlier[1] for earlier, later in pairwise(spans)] == [True] * 31
    assert len(spans) == 32


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_control_with_djangos_own_settings_writes_are_lost(tmp_path):
    only_sqlite()
    path = tmp_path / "plain.sqlite3"
    with closing(sqlite3.connect(path)) as client:
        client.execute("CREATE TABLE scratch_turn (id integer PRIMARY KEY, name text)")
        client.commit()
    given = {"times": TIMES, "pause": PAUSE, "plain_sqlite": path}
    done = race(*(Racer("write_in_turn", name=f"w{n}", **given) for n in range(WRITERS)))
    assert sum(one["errors"] for one in done) > 0
    with closing(sqlite3.connect(path)) as client:
        assert client.execute("SELECT COUNT(*) FROM scratch_turn").fetchone()[0] < WRITERS * TIMES
