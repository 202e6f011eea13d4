"""Nothing typed is lost: wrong input, doubles, lost races, pasted rows."""

from datetime import timedelta

from django.utils import timezone

from kebridge.core.records import ops, register
from kebridge.core.web.forming import Typed, fresh
from kebridge.rooms.activities.models import Activity
from kebridge.rooms.venues.models import Group, VisitDay
from tests.support.world import SYSTEM, activity, save, visit

VISIT = {
    "org": "演示市科技馆",
    "day": "2024-03-05",
    "part": "展厅",
    "individuals": "420",
    "grouped": "86",
    "basis": "现场计数",
}


def test_a_wrong_number_is_told_beside_the_field_and_the_rest_stays(world, sign_in):
    client = sign_in("clerk", ("M", "clerk"))
    answer = client.post("/r/visits/new/", VISIT | {"individuals": "很多", "note": "当天下雨"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'href="#id-individuals"' in page
    assert 'value="很多"' in page
    assert ">当天下雨<" in page
    assert not VisitDay.objects.unscoped("test").exists()


def test_a_saved_record_tells_what_it_counts(world, sign_in):
    client = sign_in("clerk", ("M", "clerk"))
    answer = client.post("/r/visits/new/", VISIT, follow=True)
    page = answer.content.decode()
    assert "已保存，计入台账" in page
    assert "506" in page
    assert "新增日参观" in page


def test_a_series_begins_again_with_the_last_choices(world, sign_in):
    client = sign_in("clerk", ("M", "clerk"))
    answer = client.post("/r/visits/new/", VISIT | {"again": "1"}, follow=True)
    assert answer.request["PATH_INFO"] == "/r/visits/new/"
    assert 'value="演示市科技馆"' in answer.content.decode()


def test_a_double_is_asked_about_once(world, sign_in):
    activity(world, "CITY", "科普报告进校园", "2024-03-05")
    client = sign_in("clerk", ("A", "clerk"))
    form = {"org": "A", "title": "科普报告进校园活动", "day": "2024-03-05", "kind": "报告会/讲座", "form": "线下",
            "outcome": "已举办", "is_planned": "否", "basis": "现场计数", "line-0-day": "2024-03-05", "line-0-on_site": "90"}  # fmt: skip
    asked = client.post("/r/activities/new/", form).content.decode()
    assert "可能已登记" in asked
    assert "仍要保存" in asked
    assert client.post("/r/activities/new/", form | {"anyway": "1"}).status_code == 302
    assert Activity.objects.unscoped("test").count() == 2


def test_who_loses_a_race_sees_both_versions(world, sign_in):
    found = visit(world, "M", "2024-03-05", 420)
    client = sign_in("clerk", ("M", "clerk"))
    visits = register.get("visits")
    typed = Typed.stored(visits, found)
    ops.save_record(
        visits, typed.values | {"individuals": "500"}, by=world.person("other", ("M", "clerk")), pk=found.pk
    )
    answer = client.post(
        f"/r/visits/{found.pk}/edit/", typed.values | {"individuals": "430", "revision": "1"}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "500" in page
    assert 'value="430"' in page
    assert 'name="revision" value="2"' in page
    found.refresh_from_db()
    assert found.individuals == 500


def test_a_personal_datum_left_blank_stays_and_is_not_shown(world, sign_in):
    office = world.person("office", ("CITY", "office"))
    group = save("groups", by=office, raw={"org": "M", "day": "2024-03-05", "body": "演示小学", "people": "86",
                                           "phone": "13800001234"})  # fmt: skip
    client = sign_in("office")
    page = client.get(f"/r/groups/{group.pk}/edit/").content.decode()
    assert "13800001234" not in page
    form = {
        "org": "M",
        "day": "2024-03-05",
        "body": "演示小学",
        "people": "90",
        "entries": "1",
        "basis": "实名登记",
    }
    assert client.post(f"/r/groups/{group.pk}/edit/", form | {"revision": "1"}).status_code == 302
    assert Group.objects.unscoped("test").get().phone.reveal() == "13800001234"
    client.post(f"/r/groups/{group.pk}/edit/", form | {"revision": "2", "clear-phone": "1"})
    assert not Group.objects.unscoped("test").get().phone


def test_pasted_rows_are_checked_cell_by_cell_then_saved_together(world, sign_in):
    client = sign_in("clerk", ("M", "clerk"))
    rows = "日期\t散客人次\t团体人次\n2024-03-05\t420\t86\n2024.3.6\t很多\t10"
    page = client.post("/r/visits/paste/", {"rows": rows}).content.decode()
    assert "其中 1 行有错" in page
    assert client.post("/r/visits/paste/", {"rows": rows, "save": "1"}).status_code == 400
    assert VisitDay.objects.unscoped("test").count() == 0
    repaired = rows.replace("很多", "1.2万")
    assert "全部看得懂" in client.post("/r/visits/paste/", {"rows": repaired}).content.decode()
    assert client.post("/r/visits/paste/", {"rows": repaired, "save": "1"}).status_code == 302
    assert set(VisitDay.objects.unscoped("test").values_list("individuals", flat=True)) == {420, 12000}


def test_a_paste_with_a_double_saves_nothing(world, sign_in):
    visit(world, "M", "2024-03-06", 1)
    client = sign_in("clerk", ("M", "clerk"))
    rows = "日期\t散客人次\n2024-03-05\t420\n2024-03-06\t430"
    answer = client.post("/r/visits/paste/", {"rows": rows, "save": "1"})
    assert answer.status_code == 400
    assert "第3行" in answer.content.decode()
    assert VisitDay.objects.unscoped("test").count() == 1


def test_a_refusal_asked_by_htmx_is_a_fragment(world, sign_in):
    client = sign_in("leader", ("CITY", "leader"))
    answer = client.post("/ledger/seal/", headers={"HX-Request": "true"})
    assert answer.status_code == 403
    assert answer["HX-Retarget"] == "#refusal"
    assert "<html" not in answer.content.decode()
    page = client.post("/ledger/seal/").content.decode()
    assert "可以办理的角色" in page
    assert "非涉密系统，严禁录入涉密信息" in page


def test_organisations_at_a_day_and_their_changes(world, sign_in):
    client = sign_in("office", ("CITY", "office"))
    answer = client.post(
        f"/orgs/{world['B']}/rename/", {"value": "演示丙县科协", "day": "2024-06-01"}, follow=True
    )
    assert "演示丙县科协" in answer.content.decode()
    assert "演示乙县科协" in client.get("/orgs/tree/", {"on": "2024-05-31"}).content.decode()
    assert "演示丙县科协" in client.get("/orgs/tree/", {"on": "2024-06-01"}).content.decode()
    client.post(
        f"/orgs/{world['B']}/split/", {"value": "B1 演示东县科协\nB2 演示西县科协", "day": "2024-07-01"}
    )
    assert "演示东县科协" in client.get("/orgs/tree/").content.decode()


def test_a_void_record_whose_place_is_taken_cannot_return(world, sign_in):
    client = sign_in("office", ("CITY", "office"))
    first = visit(world, "M", "2024-03-05", 420)
    client.post(f"/r/visits/{first.pk}/void/", {"reason": "重复"})
    visit(world, "M", "2024-03-05", 430)
    answer = client.post(f"/r/visits/{first.pk}/restore/", {"reason": "恢复"})
    assert answer.status_code == 400
    assert "不要重复登记" in answer.content.decode()


def test_what_has_not_happened_yet_is_refused_and_nothing_is_kept(world, sign_in):
    client = sign_in("clerk", ("M", "clerk"))
    day = timezone.localdate() + timedelta(days=3)
    answer = client.post("/r/visits/new/", VISIT | {"day": day.isoformat()})
    assert answer.status_code == 400
    assert f"{day}还没有到；开放以后再登记" in answer.content.decode()
    assert not VisitDay.objects.unscoped("test").exists()


def test_what_stands_is_told_as_of_today_though_its_end_is_known(world, sign_in):
    made = save("designations", by=SYSTEM, raw={
        "org": "CITY", "holder": "演示湿地馆", "kind": "科普教育基地", "day": "2024-06-01", "until": "2099-05-31",
        "title": "演示省科普教育基地", "level": "省级",
    })  # fmt: skip
    page = sign_in("clerk", ("CITY", "clerk")).get(f"/r/designations/{made.pk}/").content.decode()
    assert '<span class="unit">现在</span> 1<' in page


def test_a_name_that_is_not_registered_leads_to_where_it_is(world, sign_in):
    client = sign_in("clerk", ("CITY", "clerk"))
    answer = client.post("/r/contest_results/new/", {
        "org": "CITY", "day": "2024-03-05", "schemes": "演示机器人竞赛", "level": "市级", "basis": "实名登记",
        "line-0-category": "作品", "line-0-grade": "一等奖", "line-0-count": "1",
    })  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "请先登记：到“奖项赛事与计划”新增" in page
    assert 'href="/r/schemes/new/"' in page


def test_the_sign_in_says_why_one_is_asked_again(client, world):
    page = client.get("/r/visits/new/", follow=True).content.decode()
    assert "登录已经过期" in page
    assert "登录已经过期" not in client.get("/", follow=True).content.decode()


def test_lines_that_may_be_missing_are_not_begun_for_the_clerk(world, sign_in):
    client = sign_in("clerk", ("CITY", "clerk"))
    needs = register.get("needs")
    form = {"org": "演示市科协", "raised": "2024-03-05", "body": "演示机械有限公司", "title": "铸件裂纹控制"}
    page = client.get("/r/needs/new/").content.decode()
    assert f'name="line-0-{needs.line_fields[0].name}" value=""' in page
    wrong = client.post("/r/needs/new/", form | {f"line-0-{needs.line_fields[0].name}": "2024-03-06"})
    assert f"{needs.lines.title}第1行：“方式”没有填" in wrong.content.decode()


def test_a_filter_offers_the_names_that_records_bear(world, sign_in):
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "科普日"})
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "科技活动周"})
    client = sign_in("clerk", ("A", "clerk"))
    assert 'name="programmes"' not in client.get("/r/activities/").content.decode()
    activity(world, "A", "科普报告进校园", "2024-03-05", programmes="科普日")
    page = client.get("/r/activities/").content.decode()
    assert '<option value="科普日">' in page
    assert '<option value="科技活动周">' not in page


def test_a_new_form_begins_with_the_day_that_fits(world, sign_in):
    clerk = world.person("office", ("CITY", "office"))
    today = timezone.localdate()
    days = {code: fresh(register.get(code), clerk).values for code in ("visits", "tasks", "party_talks")}
    assert days["visits"]["day"] == today.isoformat()
    assert (days["tasks"]["since"], days["tasks"]["due"]) == (today.isoformat(), "")
    assert days["party_talks"]["day"] == today.replace(day=1).isoformat()


def test_a_new_organisation_begins_with_the_next_code(world):
    clerk = world.person("office", ("CITY", "office"))
    organisations = register.get("organisations")
    assert fresh(organisations, clerk).values["code"] == "CITY-01"
    raw = {
        "org": "CITY",
        "code": "CITY-07",
        "name": "演示市茶叶学会",
        "type": "学会（协会、研究会）",
        "founded": "2024-03-05",
    }
    save("organisations", by=SYSTEM, raw=raw)
    assert fresh(organisations, clerk).values["code"] == "CITY-08"


def test_how_far_the_last_one_came_is_not_said_of_the_next(world, sign_in):
    client = sign_in("office", ("CITY", "office"))
    done = {
        "org": "CITY", "number": "2024-001", "day": "2024-03-05", "kind": "学术交流", "channel": "来访", "subject": "要场地",
        "stage": "已办结", "closed_day": "2024-03-06", "satisfaction": "满意", "basis": "实名登记",
    }  # fmt: skip
    assert client.post("/r/appeals/new/", done).status_code == 302
    begun = fresh(register.get("appeals"), world.person("office2", ("CITY", "office"))).values
    page = client.get("/r/appeals/new/").content.decode()
    assert begun["stage"] == "已收到"
    assert '<option value="学术交流" selected>' in page
    assert '<option value="已收到" selected>' in page
    assert '<option value="满意" selected>' not in page


def test_who_goes_on_finds_the_way_and_gives_the_fitting_reason(world, sign_in):
    client = sign_in("office", ("CITY", "office"))
    study = save(
        "studies",
        by=SYSTEM,
        raw={"org": "CITY", "day": "2024-03-05", "title": "状况调研", "kind": "调研报告", "items": "1"},
    )
    page = client.get(f"/r/studies/{study.pk}/").content.decode()
    assert f'href="/r/studies/{study.pk}/edit/#line-part"' in page
    assert "补登报送与批示" in page
    form = client.get(f"/r/studies/{study.pk}/edit/").content.decode()
    assert 'id="line-part"' in form
    assert "<option selected>工作有了进展</option>" in form
    found = visit(world, "M", "2024-03-05", 420)
    page = client.get(f"/r/visits/{found.pk}/").content.decode()
    assert "更新进展" not in page
    assert "/edit/#" not in page


def test_a_table_without_the_later_lines_is_pasted(world, sign_in):
    client = sign_in("office", ("CITY", "office"))
    text = "完成日期\t题目\t类别\n2024-03-05\t关于治水的建议\t建议\n2024-13-03\t关于尾矿的建议\t建议"
    page = client.post("/r/studies/paste/", {"rows": text}).content.decode()
    assert "没有“报送日期”一列" not in page
    assert "2024-13-03" in page
