"""A pack is asked for, waited for and comes by itself, on a desk and on a phone."""

import zipfile

import pytest

from tests.journeys.conftest import PHONE
from tests.support.world import visit


@pytest.fixture
def office(visitor, world):
    for month in range(1, 13):
        visit(world, "M", f"2024-{month:02d}-05", 400, 86)
    world.person("office", ("CITY", "office"))
    visitor.sign_in("office")
    return visitor


def run_all():
    from kebridge.core.jobs.errands import running
    from kebridge.core.jobs.models import Errand

    for errand in Errand.objects.filter(state="waiting"):
        running.run(errand.pk)


def test_a_pack_comes_by_itself(office, tmp_path):
    from kebridge.core.jobs.heart import beat
    from kebridge.core.jobs.models import Errand

    page = office.page
    office.go("/figures/venues.visits/?scope=CITY&period=2024")
    page.click("button:has-text('佐证材料包')")
    page.wait_for_selector("text=后台任务没有运行")
    office.keep("errand-no-worker")
    beat("a worker")
    Errand.objects.update(state="running", step="装入参观人次", done=5, total=12)
    page.wait_for_selector("text=5 / 12")
    assert not page.is_visible("text=后台任务没有运行")
    office.keep("errand-running")
    page.set_viewport_size(PHONE)
    office.keep("errand-running-phone")
    assert office.fits()
    Errand.objects.update(state="waiting")
    with page.expect_download() as coming:
        run_all()
    assert coming.value.suggested_filename == "参观人次-演示市科协-2024年-佐证材料.zip"
    coming.value.save_as(tmp_path / "pack.zip")
    assert zipfile.ZipFile(tmp_path / "pack.zip").namelist() == ["索引.xlsx"]
    page.wait_for_selector("text=已经做好")
    assert office.fits()
    office.keep("errand-done-phone")
    page.set_viewport_size({"width": 1366, "height": 768})
    office.keep("errand-done")
    office.go("/errands/")
    assert page.is_visible("text=已完成")
    page.set_viewport_size(PHONE)
    office.keep("errands-phone")
    assert office.fits()


def test_the_ledger_is_verified_while_one_waits(office):
    page = office.page
    office.go("/ledger/")
    page.click("button:has-text('核验台账')")
    page.wait_for_selector(".progress")
    run_all()
    page.wait_for_selector("text=台账与全部记录一致")
    office.keep("verified")
    page.click("text=返回原来的页面")
    assert page.is_visible("text=台账与全部记录一致")
    page.set_viewport_size(PHONE)
    office.keep("ledger-verified-phone")
    assert office.fits()
