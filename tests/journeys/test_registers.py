"""What a clerk does every day, in a real browser."""

import pytest

from tests.journeys.conftest import PHONE


@pytest.fixture
def clerk(visitor, world):
    world.person("clerk", ("M", "clerk"))
    visitor.sign_in("clerk")
    return visitor


def enter_visit(clerk, day, individuals):
    clerk.go("/r/visits/new/")
    clerk.page.fill("#id-day", day)
    clerk.page.fill("#id-individuals", individuals)
    clerk.page.fill("#id-grouped", "86")
    clerk.page.click(".form-bar button[name=save]")


def test_enter_correct_and_see_the_history(clerk):
    page = clerk.page
    enter_visit(clerk, "2024-03-05", "420")
    assert "接待506人次" in page.inner_text("h1")
    clerk.keep("record")
    page.click("text=更正")
    page.fill("#id-individuals", "1420")
    page.select_option("#id-reason", "漏报补登")
    page.click(".form-bar button[name=save]")
    assert "接待1,506人次" in page.inner_text("h1")
    history = page.inner_text(".history")
    assert "漏报补登" in history
    assert "420" in history
    clerk.keep("record-corrected")


def test_wrong_input_is_repaired(clerk):
    page = clerk.page
    enter_visit(clerk, "2024-03-05", "很多")
    assert "改好再保存" in page.inner_text("main")
    clerk.keep("form-wrong")
    page.click("a[href='#id-individuals']")
    page.fill("#id-individuals", "1.2万")
    page.click(".form-bar button[name=save]")
    assert "12,086" in page.inner_text("h1")


def test_filter_and_page_without_reloading(clerk, world):
    from tests.support.world import visit

    for number in range(31):
        visit(world, "M", f"2024-01-{number + 1:02}", 100 + number)
    page = clerk.page
    clerk.go("/r/visits/")
    page.click("#list >> text=下一页")
    page.wait_for_selector("text=第 31–31 条")
    assert "page=2" in page.url
    page.fill("#from", "2024-01-30")
    page.wait_for_selector("text=共 2 条")
    assert "from=2024-01-30" in page.url
    assert "from=2024-01-30" in page.get_attribute("#export", "href")
    clerk.keep("list-filtered")
    page.click(".chip")
    page.wait_for_selector("text=共 31 条")
    page.click("tr[data-href] td.number >> nth=0")
    page.wait_for_url("**/r/visits/*/")


def test_paste_rows(clerk):
    page = clerk.page
    clerk.go("/r/visits/paste/")
    page.fill("#rows", "日期\t散客人次\t团体人次\n2024-03-05\t420\t86\n2024年3月6日\t很多\t0")
    page.click(".form-bar button:has-text('核对')")
    assert "1 行有错" in page.inner_text("main")
    clerk.keep("paste-wrong")
    page.fill("#rows", page.input_value("#rows").replace("很多", "1,234"))
    page.click(".form-bar button:has-text('核对')")
    page.click("button:has-text('保存 2')")
    assert "已保存2条日参观" in page.inner_text("main")


def test_lines_are_added_and_names_suggested(visitor, world):
    from tests.support.world import SYSTEM, save

    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日"})
    world.person("office", ("CITY", "office"))
    visitor.sign_in("office")
    page = visitor.page
    visitor.go("/r/activities/new/")
    page.fill("#id-title", "科普报告进校园")
    page.fill("#id-day", "2024-03-05")
    page.select_option("#id-kind", "报告会/讲座")
    page.locator("#id-programmes").press_sequentially("科普")
    page.wait_for_selector("#id-programmes-options option[value='全国科普日']", state="attached")
    page.fill("#id-programmes", "全国科普日")
    page.fill("#id-line-0-day", "2024-03-05")
    page.fill("#id-line-0-on_site", "186")
    page.click("text=加一行")
    assert page.input_value("#id-line-1-day") == "2024-03-05"
    page.fill("#id-line-1-on_site", "14")
    visitor.keep("form-lines")
    page.click(".form-bar button[name=save]")
    assert "共2场，现场200人次" in page.inner_text("h1")


def test_on_a_phone(clerk):
    clerk.page.set_viewport_size(PHONE)
    enter_visit(clerk, "2024-03-05", "420")
    clerk.keep("phone-record")
    assert clerk.fits()
    for name, address in {
        "list": "/r/visits/",
        "form": "/r/visits/new/",
        "home": "/",
        "empty": "/r/groups/",
    }.items():
        clerk.go(address)
        clerk.keep(f"phone-{name}")
        assert clerk.fits(), address
    clerk.page.click("text=菜单")
    clerk.page.wait_for_selector("#sidenav.show")
    clerk.keep("phone-menu")
    clerk.page.click("#sidenav >> text=团体接待")
    clerk.page.wait_for_url("**/r/groups/")


def test_elder_mode_is_kept_for_the_person(clerk):
    page = clerk.page
    clerk.go("/r/visits/")
    page.click("text=长者模式")
    assert page.url.endswith("/r/visits/")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "20px"
    clerk.keep("elder-list")
    clerk.go("/r/visits/new/")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "20px"
    clerk.page.set_viewport_size(PHONE)
    clerk.go("/r/visits/")
    assert clerk.fits()
    clerk.keep("elder-phone")


def test_the_one_time_link_sets_a_password(visitor, world):
    from kebridge.core.access import ops

    admin = world.person("admin", ("CITY", "admin"))
    token = ops.invite(username="new", full_name="新同事", org_id=world["M"], role="clerk", by=admin)
    visitor.go(f"/accounts/enter/{token}/")
    visitor.keep("enter")
    visitor.page.fill("#password", "一个很长的密码-2024")
    visitor.page.fill("#password2", "一个很长的密码-2024")
    visitor.page.click("main button.btn-primary")
    visitor.page.wait_for_url(f"{visitor.base}/")
    visitor.page.context.clear_cookies()
    visitor.go(f"/accounts/enter/{token}/")
    assert "已经用过" in visitor.page.inner_text("main")


def test_import_with_an_error_and_its_repair(clerk, tmp_path):
    from kebridge.core.access.actors import Actor
    from kebridge.core.access.models import User
    from kebridge.core.transfer import running
    from kebridge.core.transfer.models import ImportJob
    from tests.support.filled import filled_table

    actor = Actor.of(User.objects.get(username="clerk"))
    row = {"填报单位": "演示市科技馆", "日期": "2024-03-05", "散客人次": "很多"}
    page = clerk.page

    def hand_in(rows):
        file = tmp_path / "三月参观.xlsx"
        file.write_bytes(filled_table("visits", rows, by=actor))
        clerk.go("/imports/?register=visits")
        clerk.keep("imports")
        page.set_input_files("#file", file)
        page.click("text=上传并核对")
        page.wait_for_selector("[role=progressbar]")
        clerk.keep("import-running")
        running.plan_job(ImportJob.objects.unscoped("test").latest("pk").pk)

    hand_in([row, row | {"日期": "2024-03-06", "散客人次": "86"}])
    page.wait_for_selector("text=要改的地方")
    clerk.keep("import-wrong")
    hand_in([row | {"散客人次": "1,420"}, row | {"日期": "2024-03-06", "散客人次": "86"}])
    page.click("text=全部导入")
    page.wait_for_selector("[role=progressbar]")
    running.commit_job(ImportJob.objects.unscoped("test").latest("pk").pk)
    page.wait_for_selector("text=已导入，相关指标随即更新")
    clerk.keep("import-done")
    page.click("text=查看日参观登记")
    page.wait_for_selector("text=共 2 条")
