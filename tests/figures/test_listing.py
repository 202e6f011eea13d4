"""The facts behind a figure: net per record, page by page, with their paper."""

import io
from decimal import Decimal
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from kebridge.core.access.actors import Denied
from tests.figures.city import SYSTEM


def listed(city: Any, metric: str, *args: Any, offset: int = 0, limit: int = 100, **more: Any) -> Any:
    from kebridge.figures.listing import facts_of_figure

    return facts_of_figure(city.request(metric, *args, **more), by=SYSTEM, offset=offset, limit=limit)


def test_lines_are_net_per_record_and_reversed_ones_are_left_out(city: Any) -> None:
    from kebridge.core.ledger.rows import FactRow
    from tests.figures.city import d

    source, fact = city.post("AM", "t.visits", "2024-05-01", 100)
    city.reverse((source, fact))
    city.post_facts([FactRow("t.visits", city.ids["AM"], d("2024-05-01"), 120)], source=source)
    city.reverse(city.post("AM", "t.visits", "2024-05-02", 7))
    found, total = listed(city, "t.visits")
    assert [(line.quantity, line.source_id, line.org_name) for line in found] == [(120, source, "AM单位")]
    assert total == 1


def test_pages_follow_each_other_with_summaries_first(city: Any) -> None:
    city.summary("B", "t.visits", "2024-01-01", "2024-12-31", 50)
    for day in range(1, 8):
        city.post("AM", "t.visits", f"2024-05-{day:02d}", day)
    pages = [listed(city, "t.visits", offset=offset, limit=3) for offset in (0, 3, 6)]
    assert [total for _, total in pages] == [8, 8, 8]
    found = [line for page, _ in pages for line in page]
    assert [line.quantity for line in found] == [50, 1, 2, 3, 4, 5, 6, 7]
    assert sum(line.quantity for line in found) == city.figure("t.visits").exact
    assert listed(city, "t.visits", offset=50) == ([], 8)
    assert found[0].origin_label == "汇总填报"


def test_superseded_summaries_are_not_listed(city: Any) -> None:
    city.summary("AM", "t.visits", "2024-01-01", "2024-12-31", 50)
    city.post("AM", "t.visits", "2024-05-01", 4)
    assert [line.quantity for line in listed(city, "t.visits")[0]] == [4]


def test_snapshot_lists_only_the_chosen(city: Any) -> None:
    city.post("A", "t.fans", "2024-11-01", 10)
    city.post("A", "t.fans", "2024-12-01", 30)
    assert [line.quantity for line in listed(city, "t.fans")[0]] == [30]


def test_past_nil_and_derived_figures_list_their_paper(city: Any) -> None:
    city.past("CITY", "t.visits", "2023-01-01", "2023-12-31", 100)
    city.nil("AM", "t_visits", "2024-01-01", "2024-12-31")
    past, _ = listed(city, "t.visits", "2023")
    assert [(line.quantity, line.origin_label, line.unit) for line in past] == [(100, "往年数", "人次")]
    nil, total = listed(city, "t.visits", "2024")
    assert ([line.measure_title for line in nil], total) == (["参观人次（零报告）"], 1)
    city.post("AM", "t.online", "2024-05-01", 9)
    city.post("AM", "t.sessions", "2024-05-01")
    assert [line.quantity for line in listed(city, "t.per_session")[0]] == [9]


def test_export_is_a_workbook_with_every_line(city: Any) -> None:
    from kebridge.figures.listing import export

    for day in range(1, 8):
        city.post("AM", "t.visits", f"2024-05-{day:02d}", day)
    book = CalamineWorkbook.from_filelike(io.BytesIO(export(city.request("t.visits"), by=SYSTEM)))
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[4] for row in rows[-7:]] == [1, 2, 3, 4, 5, 6, 7]


def test_sources_note_tells_all(city: Any, monthly: None) -> None:
    from kebridge.figures.noting import sources_note

    city.post("AM", "t.visits", "2024-05-01", 30)
    city.post("BM", "t.visits", "2024-05-01", 10, basis="counted")
    seal = city.seal()
    note = sources_note(
        city.request("t.visits", "2024-05", filters={"org_type": "museum"}, position=seal), by=SYSTEM
    )
    assert (note.figure.text, note.scope, note.period, note.filters) == (
        "40人次", "CITY单位", "2024年5月", "单位类型：museum",
    )  # fmt: skip
    assert note.bases == (("实名登记", "75.0%"), ("现场计数", "25.0%"))
    assert note.position.startswith(f"第{seal}号存证")
    assert dict(note.definition)["口径"] == "进馆人次"
    assert ([row.value for row in note.by_org.rows], note.line_count) == ([30, 10], 2)
    assert sum((line.quantity for line in note.lines), Decimal(0)) == 40


def test_export_needs_its_permission(city: Any) -> None:
    from kebridge.core.access.actors import Actor
    from kebridge.core.access.models import RoleGrant, User
    from kebridge.figures.listing import export

    user = User.objects.create_user("nobody", password="a-long-password-1")
    RoleGrant.objects.create(user=user, org_id=city.ids["A"], role="clerk")
    with pytest.raises(Denied):
        export(city.request("t.visits"), by=Actor.of(user))
