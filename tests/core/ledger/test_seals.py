"""Seals: a chain over all that was posted; any later change of any sealed row is found."""

import sqlite3
from contextlib import closing as closed
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.db import connection

from kebridge.core.access.actors import Denied
from kebridge.core.ledger import seals
from kebridge.core.ledger.closing import close_through
from kebridge.core.ledger.models import Fact, Posting, Seal, SealedPosting
from kebridge.core.ledger.seals import FIRST, broken_seals, seal
from kebridge.core.ledger.verify import problems
from kebridge.rooms.organisations import ops as organisations
from tests.core.ledger.samples import sample
from tests.support.world import SYSTEM, activity, make_world, visit


def raw(*statements):
    """Change rows behind the program's back: another client, no guard, no foreign keys."""
    if connection.vendor == "postgresql":
        import psycopg

        given = connection.get_connection_params()
        keys = ("dbname", "user", "password", "host", "port")
        with psycopg.connect(**{key: given[key] for key in keys if given.get(key)}) as client:
            client.execute("SET session_replication_role = replica")
            for sql in statements:
                client.execute(sql)
        return
    with closed(sqlite3.connect(connection.settings_dict["NAME"])) as client:
        client.execute("PRAGMA synchronous = OFF")
        for sql in statements:
            client.execute(sql)
        client.commit()


def sealed_world():
    """Three seals: the organisations, a visit and a tagged activity, a rename."""
    world = make_world()
    seal(by=SYSTEM)
    sample("programmes", name="科普日")
    visit(world, "M", "2024-03-05", 10, 5)
    activity(world, "A", "讲座", "2024-03-05", programmes="科普日")
    seal(by=SYSTEM)
    organisations.rename(world["A"], name="演示甲县科学技术协会", day=date(2024, 5, 1), by=SYSTEM)
    seal(by=SYSTEM)
    return world


@pytest.mark.django_db
def test_seals_form_a_chain_and_cover_every_posting_once():
    sealed_world()
    made = list(Seal.objects.order_by("pk"))
    assert [one.pk for one in made] == [1, 2, 3]
    assert [one.previous for one in made] == [FIRST, made[0].digest, made[1].digest]
    assert [one.postings for one in made] == [5, 3, 1]
    assert sum(one.facts for one in made) == Fact.objects.count()
    assert SealedPosting.objects.count() == Posting.objects.count()
    assert (seal(by=SYSTEM), seals.head_seal(), list(problems())) == (None, made[2], [])


@pytest.mark.django_db
def test_sealing_and_closing_need_the_permission_on_the_whole_installation():
    world = make_world()
    for person in (world.person("a", ("CITY", "clerk")), world.person("b", ("A", "office"), ("M", "office"))):
        with pytest.raises(Denied, match="全系统"):
            seal(by=person)
        with pytest.raises(Denied, match="全系统"):
            seal(by=person, org_id=world["A"])
        with pytest.raises(Denied, match="全系统"):
            close_through(date(2024, 1, 1), by=person, org_id=world["A"])
    assert Seal.objects.count() == 0
    assert seal(by=world.person("c", ("CITY", "office"))).postings == 5


TAMPERINGS = {
    "quantity": "UPDATE ledger_fact SET quantity = 11 WHERE quantity = 10",
    "sign": "UPDATE ledger_fact SET sign = -1 WHERE quantity = 10",
    "day": "UPDATE ledger_fact SET day = '2023-03-05' WHERE quantity = 10",
    "organisation of a fact": "UPDATE ledger_fact SET org_id = 1 WHERE quantity = 10",
    "kind": "UPDATE ledger_fact SET kind = 'group' WHERE quantity = 10",
    "basis": "UPDATE ledger_fact SET basis = 0 WHERE quantity = 10",
    "state": "UPDATE ledger_fact SET state = 1 WHERE quantity = 10",
    "tags of a fact": "UPDATE ledger_fact SET tagset_id = NULL",
    "what a set of tags holds": "UPDATE ledger_tagset SET key = '77'",
    "members of a set of tags": "DELETE FROM ledger_tagsetmember",
    "a fact gone": "DELETE FROM ledger_fact WHERE quantity = 10",
    "a fact more": "INSERT INTO ledger_fact (posting_id, measure, org_id, day, quantity, sign, kind, level, grade,"
    " audience, channel, place, basis, state, origin) SELECT posting_id, measure, org_id, day, quantity, sign, kind,"
    " level, grade, audience, channel, place, basis, state, origin FROM ledger_fact WHERE quantity = 10",
    "a fact of no posting": "UPDATE ledger_fact SET posting_id = 999 WHERE quantity = 10",
    "who": "UPDATE ledger_posting SET actor_name = '别人' WHERE id = 1",
    "why": "UPDATE ledger_posting SET reason = '另一个原因' WHERE id = 1",
    "when": "UPDATE ledger_posting SET at = '2020-01-01 00:00:00' WHERE id = 1",
    "which record": "UPDATE ledger_posting SET source_id = 999 WHERE id = 1",
    "named as restated": "UPDATE ledger_posting SET restated = true WHERE id = 1",
    "a posting gone": "DELETE FROM ledger_posting WHERE id = 1",
    "a posting moved to another seal": "UPDATE ledger_sealedposting SET seal_id = 2 WHERE posting_id = 1",
    "a posting unsealed": "DELETE FROM ledger_sealedposting WHERE posting_id = 1",
    "a name of an organisation": "UPDATE orgs_orgevent SET name = '另一个名称' WHERE kind = 'rename'",
    "a parent": "UPDATE orgs_orgevent SET parent_id = 3 WHERE id = 5",
    "the day of a change": "UPDATE orgs_orgevent SET day = '2024-01-01' WHERE kind = 'rename'",
    "a change gone": "DELETE FROM orgs_orgevent WHERE kind = 'rename'",
    "a change unsealed": "UPDATE orgs_orgevent SET revision = 9 WHERE kind = 'rename'",
    "a digest": "UPDATE ledger_seal SET digest = 'x' WHERE id = 2",
    "the link to the seal before": "UPDATE ledger_seal SET previous = 'x' WHERE id = 2",
    "numbers of a seal": "UPDATE ledger_seal SET facts = 1 WHERE id = 2",
    "time of a seal": "UPDATE ledger_seal SET at = '2020-01-01 00:00:00' WHERE id = 2",
    "sealer": "UPDATE ledger_seal SET actor_name = '别人' WHERE id = 2",
    "a seal gone": "DELETE FROM ledger_seal WHERE id = 2",
}


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_whatever_is_tampered_with_is_found():
    sealed_world()
    assert list(problems()) == []
    tables = ("ledger_fact", "ledger_posting", "ledger_sealedposting", "ledger_seal", "ledger_tagset",
              "ledger_tagsetmember", "orgs_orgevent")  # fmt: skip
    raw(*(f"CREATE TABLE saved_{table} AS SELECT * FROM {table}" for table in tables))
    restoring = [f"DELETE FROM {table}" for table in tables]
    restoring += [f"INSERT INTO {table} SELECT * FROM saved_{table}" for table in tables]
    found = {}
    for name, sql in TAMPERINGS.items():
        raw(sql)
        found[name] = bool(list(broken_seals()) + list(seals.strays()))
        raw(*restoring)
    raw(*(f"DROP TABLE saved_{table}" for table in tables))
    assert found == dict.fromkeys(TAMPERINGS, True)
    assert list(problems()) == []


@pytest.mark.django_db(transaction=True)
def test_seals_hold_after_a_new_connection():
    sealed_world()
    connection.close()
    assert list(broken_seals()) == []


def test_canonical_bytes_are_the_same_for_what_either_database_returns():
    noon = datetime(2024, 3, 5, 4, 0, 0, 120, tzinfo=UTC)
    beijing = noon.astimezone(timezone(timedelta(hours=8)))
    row = ("p", 1, None, True, False, date(2024, 3, 5), "2024-03-05 04:00:00.000120")
    assert seals._line(row) == "'p\x1f1\x1f-\x1f1\x1f0\x1f2024-03-05\x1f'2024-03-05 04:00:00.000120\n"
    times = (noon, beijing, noon.replace(tzinfo=None))
    assert {seals._canonical(one) for one in times} == {"2024-03-05 04:00:00.000120"}


def test_different_rows_never_have_the_same_canonical_bytes():
    rows = (
        (None,),
        ("-",),
        ("",),
        ("0",),
        (0,),
        (False, ""),
        ("a\x1fb",),
        ("a", "b"),
        ("a\\ub",),
        ("a\nb",),
        ("a\\nb",),
    )
    lines = [seals._line(row) for row in rows if row != (False, "")]
    assert len(set(lines)) == len(lines)


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_the_same_rows_have_the_same_digest_on_every_database():
    """Known bytes, known digest: written down once, true on SQLite and PostgreSQL."""
    raw(
        "INSERT INTO subjects_subject (id, kind) VALUES (7, 'organisation')",
        "INSERT INTO orgs_organisation (id, code, subject_id) VALUES (1, 'CITY', 7)",
        "INSERT INTO orgs_orgevent (id, organisation_id, revision, kind, day, name, type, moved, standing, document)"
        " VALUES (1, 1, 1, 'found', '2010-01-01', '演示市科协', 'city', true, true, '')",
        "INSERT INTO ledger_posting (id, source_type, source_id, revision, at, actor_name, reason, restated)"
        " VALUES (1, 'organisations', 1, 1, '2024-01-01 00:00:00.000001', '系统', '启用', false)",
        "INSERT INTO ledger_fact (id, posting_id, measure, org_id, day, quantity, sign, subject_id, kind, level, grade,"
        " audience, channel, place, basis, state, origin)"
        " VALUES (1, 1, 101, 1, '2010-01-01', 1, 1, 7, 'city', '', '', '', '', '', 0, 0, 0)",
        "INSERT INTO ledger_sealedposting (posting_id, seal_id) VALUES (1, 1)",
    )
    digest = seals._digest(1, FIRST, datetime(2024, 1, 2, tzinfo=UTC), "系统")
    assert digest == ("0cd52e734753774331ebc851ce478da326ff29088d83afa8d421dad2ee2a5884", 1, 1)
