"""Thirty rows cost as many queries as one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support.world import SYSTEM, activity, save, visit


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


def add(world, code, number):
    day = f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}"
    if code == "visits":
        visit(world, "M", day, 100 + number)
    elif code == "activities":
        activity(world, "A", f"活动{number}", day, partners="演示市教育局",
                 sessions=[{"day": day, "on_site": 10, "body": f"演示第{number}小学"}])  # fmt: skip
    elif code == "groups":
        save("groups", by=SYSTEM, raw={"org": "M", "day": day, "body": f"演示第{number}小学", "people": "9"})
    elif code == "organisations":
        world.add_org(f"S{number}", f"演示市第{number}学会", "society", "CITY")
    else:
        save("trips", by=SYSTEM, raw={"org": "M", "vehicle": "1号车", "day": day, "odometer_start": str(number * 10),
                                      "odometer_end": str(number * 10 + 5)},
             lines=[{"body": "演示第一小学", "site": "学校", "audience": "50"}] * 2)  # fmt: skip


@pytest.mark.parametrize("code", ["visits", "activities", "groups", "organisations", "trips"])
def test_a_list_costs_the_same_with_one_row_and_with_thirty(world, sign_in, code):
    client = sign_in("office", ("CITY", "office"))
    add(world, code, 0)
    one = queries_of(client, f"/r/{code}/")
    for number in range(1, 30):
        add(world, code, number)
    # A list of more than a page asks for its sums later.
    assert queries_of(client, f"/r/{code}/") in (one, one - 1)
    assert one <= 16


def test_a_record_costs_the_same_with_one_line_and_with_thirty(world, sign_in):
    client = sign_in("office", ("CITY", "office"))
    few = activity(
        world, "A", "一场", "2024-03-05", sessions=[{"day": "2024-03-05", "on_site": 1, "body": "演示小学"}]
    )
    many = activity(world, "A", "三十场", "2024-03-06",
                    sessions=[{"day": "2024-03-06", "on_site": n, "body": f"演示{n}小学"} for n in range(30)])  # fmt: skip
    assert queries_of(client, f"/r/activities/{few.pk}/") == queries_of(client, f"/r/activities/{many.pk}/")


def test_a_list_asks_for_the_names_of_all_its_filters_at_once(world, sign_in):
    client = sign_in("office", ("CITY", "office"))
    add(world, "activities", 0)
    with CaptureQueriesContext(connection) as found:
        client.get("/r/activities/")
    assert len([one for one in found.captured_queries if 'FROM "ledger_tag"' in one["sql"]]) == 1
