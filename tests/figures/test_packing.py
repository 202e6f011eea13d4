"""佐证材料包: the files behind a figure with an index, each once, nothing that the reader may not see."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from kebridge.core.access.actors import Denied
from kebridge.core.audit.models import Entry
from kebridge.core.calendar.periods import Period
from kebridge.core.files import ops as files
from kebridge.core.records import register as registers
from kebridge.figures.evaluation import figures
from kebridge.figures.packing import pack_of_figure, pack_of_report
from kebridge.figures.requests import FigureRequest, Scope
from tests.support.world import SYSTEM, Role, World, make_world, visit

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
REQUEST = FigureRequest("venues.visits", Scope("CITY"), Period.parse("2024"))


@pytest.fixture
def world() -> World:
    world = make_world()
    first = visit(world, "M", "2024-03-05", 420)
    visit(world, "AM", "2024-03-06", 80)
    files.attach(registers.get("visits"), first, PDF, "闸机读数.pdf", by=SYSTEM)
    return world


def opened(pack_it: Callable[..., None], *args: Any, **more: Any) -> dict[str, bytes]:
    into = io.BytesIO()
    pack_it(*args, into, by=SYSTEM, **more)
    with zipfile.ZipFile(into) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def rows(index: bytes) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(index)).worksheets[0]
    return [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]


def test_the_pack_holds_every_file_and_an_index_of_every_record(world: World) -> None:
    pack = opened(pack_of_figure, REQUEST)
    (name,) = [name for name in pack if name.endswith("闸机读数.pdf")]
    assert pack[name] == PDF
    listed = [(row[2], row[7], row[9] or "") for row in rows(pack["索引.xlsx"])]
    assert listed == [("演示市科技馆", 420, name), ("演示甲县科技馆", 80, "")]


def test_a_file_that_proves_two_figures_is_stored_once(world: World) -> None:
    stated = figures(
        [REQUEST, FigureRequest("venues.open_days", Scope("CITY"), Period.parse("2024"))], by=SYSTEM
    )
    pack = opened(pack_of_report, stated)
    assert sum(name.endswith("闸机读数.pdf") for name in pack) == 1
    assert sorted(name for name in pack if name.endswith("索引.xlsx")) == [
        "01-参观人次/索引.xlsx",
        "02-开放天数/索引.xlsx",
    ]


def test_progress_is_told_record_by_record(world: World) -> None:
    told: list[tuple[str, int, int]] = []
    opened(pack_of_figure, REQUEST, progress=lambda *one: told.append(one))
    assert told == [("装入参观人次", 0, 2), ("装入参观人次", 1, 2)]


def test_who_may_not_export_gets_nothing_and_leaves_no_trace(world: World) -> None:
    reporter = world.person("reporter", ("A", Role.REPORTER))
    audited, into = Entry.objects.count(), io.BytesIO()
    with pytest.raises(Denied):
        pack_of_figure(REQUEST, into, by=reporter)
    assert (Entry.objects.count(), into.getvalue()) == (audited, b"")
