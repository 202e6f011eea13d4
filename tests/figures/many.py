"""Many facts at once, for benchmarks: a tree, tags and N random facts written without records."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.utils import timezone

from kebridge.core.db import guard
from kebridge.core.db.transactions import allocate_ids, insert_rows, write_transaction
from kebridge.core.ledger import measures, store
from kebridge.core.ledger.models import Posting
from tests.figures.city import City

FIRST_DAY, DAYS = date(2015, 1, 1), 3653
KINDS = ("lecture", "exhibition", "contest", "film", "training", "visit")
_BATCH = 50_000
_FACTS_A_POSTING = 4


def make_tree(city: City, counties: int = 12, units: int = 40) -> list[int]:
    """CITY with counties and their units; returns the ids of the units."""
    if "CITY" not in city.ids:
        city.org("CITY", "city", None)
    made = []
    for county in range(counties):
        city.org(f"K{county}")
        made += [city.org(f"K{county}U{unit}", "museum", f"K{county}") for unit in range(units)]
    return made


def fill(
    city: City, orgs: list[int], codes: list[str], facts: int, *, seed: int = 1, reversals: float = 0.02
) -> None:
    """Write `facts` detail facts of the measures `codes`, a share of them reversed, four facts a posting."""
    chance = random.Random(seed)
    tagsets = store.TagSets()
    tags = [city.tag(f"品牌{n}") for n in range(6)]
    sets: list[int | None] = [
        None,
        None,
        *(tagsets.id_of((tag,)) for tag in tags),
        tagsets.id_of((tags[0], tags[1])),
    ]
    numbers = [measures.get(code) for code in codes]
    rows = _rows(chance, numbers, orgs, sets, facts, reversals=reversals)
    while batch := list(islice(rows, _BATCH)):
        _write(batch, city)


def _rows(chance: random.Random, numbers: list[Any], orgs: list[int], sets: list[int | None], facts: int,
          *, reversals: float) -> Iterator[tuple[store.Key, int]]:  # fmt: skip
    for _ in range(facts):
        measure = chance.choice(numbers)
        subject = chance.randrange(1, 200_000) if measure.subject_kind else None
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        key = (
            measure.number, chance.choice(orgs), day, None, chance.randrange(1, 200), subject, chance.choice(KINDS), "",
            "", "", "", "", chance.randrange(4), 0, 0, chance.choice(sets),
        )  # fmt: skip
        yield key, 1
        if chance.random() < reversals:
            yield key, -1


def _write(batch: list[tuple[store.Key, int]], city: City) -> None:
    moment = store.stored_moment(timezone.now())
    count = -(-len(batch) // _FACTS_A_POSTING)
    with write_transaction(), guard.flushing():
        ids = allocate_ids(Posting, count)
        insert_rows(
            "ledger_posting",
            (
                "id",
                "source_type",
                "source_id",
                "revision",
                "at",
                "actor_id",
                "actor_name",
                "reason",
                "restated",
            ),
            [(pk, "t", next(city.sources), 1, moment, None, "测试", "", False) for pk in ids],
        )
        store.add_facts([(ids[at // _FACTS_A_POSTING], key, sign) for at, (key, sign) in enumerate(batch)])
