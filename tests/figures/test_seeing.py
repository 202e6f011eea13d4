"""Permission, refusals in plain words, and what is withheld from publication."""

from dataclasses import replace
from typing import Any

import pytest


@pytest.fixture
def clerk_of_a(city: Any) -> Any:
    return actor(city, "clerk")


def actor(city: Any, role: str, code: str = "A") -> Any:
    from kebridge.core.access.actors import Actor
    from kebridge.core.access.models import RoleGrant, User

    user = User.objects.create_user(f"{role}-{code}", password="a-long-password-1")
    RoleGrant.objects.create(user=user, org_id=city.ids[code], role=role)
    return Actor.of(user)


@pytest.mark.parametrize("scope", ["CITY", "B", "BM"])
def test_parent_and_sibling_are_denied(city: Any, clerk_of_a: Any, scope: str) -> None:
    from kebridge.core.access.actors import Denied

    with pytest.raises(Denied):
        city.figure("t.visits", scope=scope, by=clerk_of_a)


def test_own_and_child_are_shown(city: Any, clerk_of_a: Any) -> None:
    city.post("AM", "t.visits", "2024-05-01", 3)
    assert [city.value("t.visits", scope=code, by=clerk_of_a) for code in ("A", "AM")] == [3, 3]


def test_share_of_the_parent_would_tell_the_parent_and_is_denied(city: Any, clerk_of_a: Any) -> None:
    from kebridge.core.access.actors import Denied

    city.post("AM", "t.visits", "2024-05-01", 3)
    with pytest.raises(Denied):
        city.figure("t.of_parent", scope="A", by=clerk_of_a)


def test_rank_is_told_but_not_the_values_of_siblings(city: Any, clerk_of_a: Any) -> None:
    from kebridge.core.access.actors import Denied
    from kebridge.figures.drilldown import drill

    city.post("AM", "t.visits", "2024-05-01", 3)
    city.post("BM", "t.visits", "2024-05-01", 9)
    assert city.value("t.rank", scope="A", by=clerk_of_a) == 2
    with pytest.raises(Denied):
        drill(city.request("t.rank", scope="A"), by=clerk_of_a, by_dimension="org")


def test_unit_that_moved_away_is_no_longer_shown_with_its_old_parent(city: Any, clerk_of_a: Any) -> None:
    from kebridge.core.access.actors import Denied
    from tests.figures.city import d

    city.post("AM", "t.visits", "2023-05-01", 3)
    city.event("AM", d("2024-01-01"), kind="move", moved=True, parent_id=city.ids["B"])
    with pytest.raises(Denied):
        city.figure("t.visits", "2023", "A", by=actor(city, "auditor"))


def test_closed_measures_are_for_the_closed_circle(city: Any, clerk_of_a: Any) -> None:
    from kebridge.core.access.actors import Denied

    city.post("A", "t.cases", "2024-05-01", 2)
    assert city.value("t.cases", scope="A", by=actor(city, "leader")) == 2
    with pytest.raises(Denied, match="限定范围"):
        city.figure("t.cases", scope="A", by=clerk_of_a)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"metric": "t.none"}, "没有名为“t.none”的指标"),
        ({"scope": "XX"}, "没有代码为“XX”的组织"),
        ({"filters": {"programme": "无此活动"}}, "没有名为“无此活动”的品牌活动"),
        ({"filters": {"colour": "red"}}, "不能按“colour”限定"),
        ({"filters": {"basis": "猜的"}}, "没有“猜的”这种依据"),
        ({"position": 99}, "没有第99号存证"),
    ],
)
def test_refusals_in_plain_words(city: Any, more: dict[str, Any], words: str) -> None:
    from kebridge.core.refusal import Refusal

    with pytest.raises(Refusal, match=words):
        city.figure(**{"metric": "t.visits", **more})


def test_fewer_than_three_persons_are_hidden_from_publication(city: Any) -> None:
    from kebridge.figures.seeing import hide_small

    for person in (1, 2):
        city.post("A", "t.people", "2024-05-01", subject=person)
    hidden = hide_small(city.figure("t.people"))
    assert (hidden.value, hidden.exact, hidden.text, hidden.hidden) == (None, None, "*", True)
    city.post("A", "t.people", "2024-05-01", subject=3)
    shown = city.figure("t.people")
    assert hide_small(shown) is shown
    assert hide_small(replace(shown, numerator=hidden)).hidden is False or hidden.hidden


def test_requests_are_values(city: Any) -> None:
    from kebridge.figures.requests import filters_key

    one = city.request("t.visits", filters={"kind": ["b", "a"], "programme": "科普日"})
    two = city.request("t.visits", filters={"programme": ["科普日"], "kind": ("a", "b")})
    assert (one, hash(one)) == (two, hash(two))
    assert filters_key(one.filters) == "kind=a|b;programme=科普日"


def test_a_batch_asks_each_question_once(city: Any, django_assert_max_num_queries: Any) -> None:
    from kebridge.figures.evaluation import figures
    from tests.figures.city import SYSTEM

    city.post("AM", "t.visits", "2024-05-01", 3)
    requests = [city.request("t.visits"), city.request("t.growth"), city.request("t.visits")] * 20
    figures(requests, by=SYSTEM)
    with django_assert_max_num_queries(20):
        assert [figure.value for figure in figures(requests, by=SYSTEM)][:3] == [3, None, 3]
