"""Handing over in the columns of outside systems: what is in the file, what is told before, who may not."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kebridge.core.access.roles import PERMISSIONS, Role, Verb
from kebridge.core.audit.models import Entry
from tests.core.web.sheets import texts_of
from tests.support.world import SYSTEM, activity, save

PACK = "science_day_platform"
PAGE = f"/r/activities/outside/{PACK}/"


def handed():
    from kebridge.core.outside.models import HandedOver

    return list(HandedOver.objects.values_list("pack", "record_id", "by_name"))


def science_day(world, org="A", title="科普日报告", **raw):
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": f"全国科普日{title[:9]}", "is_campaign": "是"})
    return activity(world, org, title, "2024-09-15", campaigns=f"全国科普日{title[:9]}", **raw)


@pytest.fixture
def records(world):
    return {
        "in": science_day(world),
        "other": activity(world, "A", "普通讲座", "2024-09-15"),
        "foreign": science_day(world, "B", "乙县科普日"),
    }


def test_a_list_leads_to_its_packs_with_how_many_fall_under_each(records, sign_in):
    client = sign_in("clerk", ("A", "clerk"))
    assert "/r/activities/outside/" in client.get("/r/activities/").content.decode()
    packs = {pack.code: count for pack, count in client.get("/r/activities/outside/").context["packs"]}
    assert packs[PACK] == 1
    assert packs["cast_popularization_base"] == 2
    assert "/outside/" not in client.get("/r/materials/").content.decode(), "no pack, no way to it"


def test_the_file_holds_their_columns_and_words_and_what_to_fill_by_hand(records, sign_in):
    client = sign_in("clerk", ("A", "clerk"))
    answer = client.post(PAGE)
    assert answer.status_code == 200
    texts = texts_of(answer.content)
    assert "科普日报告" in texts
    assert "科普讲座" in texts, "our 报告会/讲座 in their word"
    assert "手工填：联系电话" in texts
    assert "普通讲座" not in texts
    assert "乙县科普日" not in texts


def test_the_headings_stand_in_the_first_row_of_the_table(records, sign_in):
    import io

    from python_calamine import CalamineWorkbook

    content = sign_in("clerk", ("A", "clerk")).post(PAGE).content
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_name(book.sheet_names[1]).to_python()
    assert rows[0][:3] == ["活动名称", "主办单位", "联合单位"]
    assert rows[1][:2] == ["科普日报告", "演示甲县科协"]
    assert len(rows) == 2


def test_a_record_says_where_else_it_is_due_and_that_it_was_handed_over(world, records, sign_in):
    client = sign_in("clerk", ("A", "clerk"))
    address = f"/r/activities/{records['in'].pk}/"
    before = client.get(address).content.decode()
    assert "还要报到" in before
    assert "全国科普日活动平台" in before
    assert "还没有导出" in before
    client.post(f"{PAGE}?one={records['in'].pk}")
    assert handed() == [(PACK, records["in"].pk, "测试clerk")]
    duties = {one.pack.code: one for one in client.get(address).context["duties"]}
    assert duties[PACK].at
    assert not duties[PACK].is_changed
    assert Entry.objects.filter(action="export", source_type="activities").count() == 1
    from kebridge.core.records import register
    from kebridge.core.records.ops import save_record

    changed = {"org": "A", "title": "科普日报告", "day": "2024-09-15", "kind": "报告会/讲座", "topic": "天文",
               "campaigns": "全国科普日科普日报告"}  # fmt: skip
    save_record(register.get("activities"), changed, [{"day": "2024-09-15", "on_site": 90}], by=SYSTEM,
                pk=records["in"].pk, reason="更正")  # fmt: skip
    duties = {one.pack.code: one for one in client.get(address).context["duties"]}
    assert duties[PACK].is_changed, "they hold an older state"


def test_only_what_was_never_handed_over(records, sign_in):
    client = sign_in("clerk", ("A", "clerk"))
    client.post(PAGE)
    assert client.get(PAGE).context["preview"].handed == 1
    assert client.get(f"{PAGE}?new=1").context["preview"].records == 0
    again = client.post(f"{PAGE}?new=1")
    assert again.status_code == 400
    assert "没有要导出的记录" in again.content.decode()
    assert len(handed()) == 1


def test_what_they_would_refuse_is_listed_with_the_record(world, sign_in):
    long = science_day(world, title="长" * 60)
    page = sign_in("clerk", ("A", "clerk")).get(PAGE)
    (problem,) = page.context["preview"].problems
    assert problem.text == "“活动名称”最多50个字，现在60个字"
    assert problem.url == f"/r/activities/{long.pk}/"
    assert problem.url in page.content.decode()


def test_the_filters_of_the_list_hold(world, records, sign_in):
    science_day(world, title="另一场科普日", topic="天文")
    client = sign_in("clerk", ("A", "clerk"))
    assert client.get(PAGE).context["preview"].records == 2
    assert client.get(f"{PAGE}?topic=天文").context["preview"].records == 1


def test_a_record_before_the_form_existed_does_not_fall_under_it(world, sign_in):
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日", "is_campaign": "是"})
    activity(world, "A", "早年科普日", "2021-09-15", campaigns="全国科普日")
    assert sign_in("clerk", ("A", "clerk")).get(PAGE).context["preview"].records == 0


@pytest.mark.parametrize("role", list(Role))
def test_only_who_may_export_and_only_within_reach(records, sign_in, role):
    client = sign_in("someone", ("A", role))
    before = Entry.objects.count()
    may = Verb.EXPORT in PERMISSIONS[role] and Verb.SEE in PERMISSIONS[role]
    answer = client.post(PAGE)
    assert (answer.status_code == 200) is may
    foreign = client.post(f"{PAGE}?one={records['foreign'].pk}")
    assert foreign.status_code in (403, 404)
    if may:
        assert {pk for _, pk, _ in handed()} == {records["in"].pk}
    else:
        assert handed() == [], "a denial changes nothing"
        assert Entry.objects.count() == before
        assert "科普日报告" not in answer.content.decode()


def test_the_closed_circle_stays_closed(world, sign_in):
    """A pack of a closed register is for that circle alone, and tells others nothing."""
    from kebridge.core.outside import registry
    from kebridge.core.outside.reading import load

    text = (
        "- {code: closed, register: party_sessions, system: 党建平台, title: 党务活动, source: 演示,\n"
        "   columns: [{heading: 日期, field: day}]}\n"
    )
    with registry.using(load(text, "演示")):
        outsider = sign_in("outsider", ("A", "clerk"))
        assert outsider.get("/r/party_sessions/outside/").status_code == 404
        assert outsider.post("/r/party_sessions/outside/closed/").status_code == 404
        assert handed() == []
        assert sign_in("insider", ("A", "office")).get("/r/party_sessions/outside/closed/").status_code == 200


def test_personal_data_stay_masked_unless_a_reason_is_given(world, sign_in):
    from kebridge.core.outside import registry
    from kebridge.core.outside.reading import load

    save("persons", by=SYSTEM, raw={"org": "A", "name": "演示人甲", "employer": "演示大学", "kind": "专家",
                                    "phone": "13900001234"})  # fmt: skip
    text = (
        "- {code: phones, register: persons, system: 演示平台, title: 人员表, source: 演示,\n"
        "   columns: [{heading: 姓名, field: name}, {heading: 电话, field: phone}]}\n"
    )
    with registry.using(load(text, "演示")):
        address = "/r/persons/outside/phones/"
        office, reporter = sign_in("office", ("A", "office")), sign_in("reporter", ("A", "reporter"))
        assert "13900001234" not in texts_of(office.post(address).content)
        marked = len(handed())
        assert office.post(address, {"reveal": "1"}).status_code == 400
        assert reporter.post(address, {"reveal": "1", "reason": "上报"}).status_code in (403, 404)
        assert len(handed()) == marked, "a denial changes nothing"
        assert "13900001234" in texts_of(office.post(address, {"reveal": "1", "reason": "上报"}).content)


def test_marks_are_never_changed(records, sign_in):
    from kebridge.core.db.guard import UnguardedWrite
    from kebridge.core.outside.models import HandedOver

    sign_in("clerk", ("A", "clerk")).post(PAGE)
    before = handed()
    with pytest.raises(UnguardedWrite), transaction.atomic():
        HandedOver.objects.update(by_name="别人")
    with pytest.raises(UnguardedWrite), transaction.atomic():
        HandedOver.objects.all().delete()
    assert handed() == before


def test_all_packs_of_a_record_are_asked_for_in_one_statement(world, records, sign_in):
    client = sign_in("clerk", ("A", "clerk"))
    client.get(f"/r/activities/{records['in'].pk}/")
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/r/activities/{records['in'].pk}/")
    assert len(page.context["duties"]) == 2
    assert len([one for one in asked.captured_queries if "falls_under" in one["sql"]]) == 1
