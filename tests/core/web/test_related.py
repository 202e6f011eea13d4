"""What else is known about the thing of a record, beside it: same unit, same tag, same person, within one's sight."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kebridge.core.access.roles import Role
from kebridge.core.records import alongside
from tests.rooms.people.entering import appoint, nominate, scheme
from tests.support.world import SYSTEM, activity, save

SOCIETY = "演示市茶叶学会"


def part(client, code, record):
    found = client.get(f"/r/{code}/{record.pk}/related/", headers={"HX-Request": "true"})
    assert found.status_code == 200
    return found


def blocks(response):
    """{respect: {register: (count, sentences)}}"""
    return {
        one.title: {
            block.register.code: (block.count, [told.sentence for told in block.newest])
            for block in (*one.blocks, *one.others)
        }
        for one in response.context["sections"]
    }


def designation(holder, org="CITY", day="2024-06-01", **raw):
    return save("designations", by=SYSTEM, raw={"org": org, "holder": holder, "kind": "学会服务站", "day": day,
                                                "title": "演示省学会服务站", "level": "省级", **raw})  # fmt: skip


def check(org, year):
    return save("annual_checks", by=SYSTEM,
                raw={"org": org, "year": year, "day": f"{int(year) + 1}-06-30", "result": "合格"})  # fmt: skip


def card(pk):
    from kebridge.rooms.organisations.models import OrgCard

    return OrgCard.objects.unscoped("a test").get(pk=pk)


@pytest.fixture
def society(world):
    return card(world.add_org("S", SOCIETY, "society", "CITY"))


@pytest.fixture
def office(sign_in):
    return sign_in("office", ("CITY", "office"))


class TestSameUnit:
    def test_a_society_with_designations_checks_and_activities(self, world, society, office):
        designation(SOCIETY)
        designation("演示市另一学会")
        first, last = check("S", "2022"), check("S", "2023")
        joint = activity(world, "A", "联合讲座", "2024-03-05", co_hosts="S")
        activity(world, "A", "别家讲座", "2024-03-06")
        activity(world, "S", "自己办的讲座", "2024-03-07")
        found = blocks(part(office, "organisations", society))["同一单位"]
        assert found.keys() == {"bodies", "designations", "annual_checks", "activities"}
        assert found["activities"] == (1, ["3月5日举办联合讲座，现场100人次，现场计数"]), (
            "it owns the third, no more"
        )
        assert found["designations"][0] == 1
        assert found["annual_checks"][0] == 2
        page = part(office, "organisations", society).content.decode()
        assert page.index(f"/r/annual_checks/{last.pk}/") < page.index(f"/r/annual_checks/{first.pk}/")
        assert f"/r/activities/{joint.pk}/" in page

    def test_a_check_leads_to_its_society_and_a_designation_to_its_body(self, world, society, office):
        one, other = designation(SOCIETY), designation(SOCIETY, day="2024-09-01", title="演示市服务站")
        checked = check("S", "2023")
        from_check = blocks(part(office, "annual_checks", checked))["同一单位"]
        assert from_check["designations"][0] == 2
        assert from_check["organisations"][0] == 1
        assert "annual_checks" not in from_check, "it is no relation of itself"
        from_other = blocks(part(office, "designations", other))["同一单位"]
        assert from_other["designations"][0] == 1
        assert f"/r/designations/{one.pk}/" in part(office, "designations", other).content.decode()

    def test_lines_name_bodies_too(self, world, office):
        told = {"day": "2024-03-05", "on_site": 10, "body": "演示县第一小学"}
        one = activity(world, "A", "进校园", "2024-03-05", sessions=[told])
        activity(world, "A", "再进校园", "2024-04-05", sessions=[{**told, "day": "2024-04-05"}] * 2)
        assert blocks(part(office, "activities", one))["同一单位"]["activities"][0] == 1

    def test_a_neighbour_of_the_same_name_is_another(self, world, office):
        one = designation("第一小学", org="A")
        designation("第一小学", org="B")
        assert "designations" not in blocks(part(office, "designations", one))["同一单位"]

    def test_what_was_voided_is_gone(self, world, society, office):
        from kebridge.core.records import ops
        from kebridge.core.records import register as registers

        one = designation(SOCIETY)
        ops.move_record(registers.get("designations"), one.pk, "void", by=SYSTEM, reason="重复")
        assert "designations" not in blocks(part(office, "organisations", society))["同一单位"]

    def test_the_list_shows_the_same(self, world, society, office):
        joint = activity(world, "A", "联合讲座", "2024-03-05", co_hosts="S")
        activity(world, "A", "别家讲座", "2024-03-06")
        address = f"/r/activities/?related=unit-organisations-{society.pk}"
        assert address in part(office, "organisations", society).content.decode()
        page = office.get(address)
        assert [line.record.pk for line in page.context["listing"].rows] == [joint.pk]
        assert f"同一单位：{SOCIETY}" in page.content.decode()

    @pytest.mark.parametrize(
        "wrong", ["unit-organisations-999999", "unit-nothing-1", "unit", "tags-organisations-x", "x-y-z"]
    )
    def test_a_list_asked_for_nonsense_says_so(self, world, office, wrong):
        activity(world, "A", "讲座", "2024-03-05")
        page = office.get(f"/r/activities/?related={wrong}")
        assert "这一条件没有起作用" in page.content.decode()
        assert len(page.context["listing"].rows) == 1


class TestSameTag:
    def test_a_programme_gathers_what_carries_it(self, world, office):
        day = save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日"})
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "科技周"})
        for number in range(7):
            activity(world, "A", f"讲座{number}", f"2024-09-{number + 1:02}", programmes="全国科普日")
        activity(world, "A", "两日", "2024-01-01", campaigns="全国科普日", programmes="科技周")
        save("materials", by=SYSTEM, raw={"org": "A", "day": "2024-09-01", "kind": "展板", "title": "展板",
                                          "quantity": "3", "programmes": "全国科普日"})  # fmt: skip
        found = blocks(part(office, "programmes", day))["同一品牌、计划、奖项"]
        assert {code: count for code, (count, _) in found.items()} == {"activities": 8, "materials": 1}
        assert [text.split("，")[0] for text in found["activities"][1]] == [
            f"9月{number}日举办讲座{number - 1}" for number in (7, 6, 5, 4, 3)
        ]

    def test_a_record_finds_its_programme_and_fellows(self, world, office):
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日"})
        one = activity(world, "A", "讲座", "2024-09-01", programmes="全国科普日")
        activity(world, "B", "展览", "2024-09-02", programmes="全国科普日")
        found = blocks(part(office, "activities", one))["同一品牌、计划、奖项"]
        assert {code: count for code, (count, _) in found.items()} == {"activities": 1, "programmes": 1}


class TestSamePerson:
    def test_nominations_and_appointments_of_one_person(self, world, office, sign_in):
        scheme("演示人才计划")
        named = nominate("演示人才计划", person_name="吴示例", employer="演示大学")
        appoint("吴示例")
        appoint("郑示例")
        found = blocks(part(office, "nominations", named))["同一个人"]
        assert {code: count for code, (count, _) in found.items()} == {"appointments": 1, "persons": 1}

    def test_a_county_finds_only_its_own_of_a_person(self, world, sign_in):
        appoint("吴示例")
        own = appoint("吴示例", day="2024-06-01", org="A")
        county = sign_in("county", ("A", "clerk"))
        found = blocks(part(county, "appointments", own))
        assert "appointments" not in found.get("同一个人", {})


class TestDenial:
    def test_a_county_does_not_see_the_citys(self, world, society, sign_in):
        own = activity(world, "A", "县里的", "2024-03-05", partners=SOCIETY)
        designation(SOCIETY)
        activity(world, "B", "邻县的", "2024-03-06", partners=SOCIETY)
        county = sign_in("county", ("A", "clerk"))
        found = blocks(part(county, "activities", own))
        assert "activities" not in found.get("同一单位", {})
        assert "designations" not in found.get("同一单位", {})
        assert county.get(f"/r/organisations/{society.pk}/related/").status_code == 404
        page = county.get(f"/r/activities/?related=unit-organisations-{society.pk}").content.decode()
        assert "这一条件没有起作用" in page
        assert SOCIETY not in page

    def test_the_closed_circle_is_not_named(self, world, society, sign_in):
        save("party_bodies", by=SYSTEM, raw={"org": "CITY", "name": "演示联合支部", "kind": "联合党支部", "served": "S",
                                             "founded": "2024-01-01"})  # fmt: skip
        office = sign_in("office", ("CITY", Role.OFFICE))
        assert "party_bodies" in blocks(part(office, "organisations", society))["同一单位"]
        clerk = sign_in("clerk", ("CITY", Role.CLERK))
        page = part(clerk, "organisations", society)
        assert "party_bodies" not in str(blocks(page))
        assert "党" not in page.content.decode()


def queries_of(client, code, record):
    part(client, code, record)
    with CaptureQueriesContext(connection) as asked:
        part(client, code, record)
    return len(asked)


def test_it_costs_the_same_with_one_and_with_thirty(world, society, office):
    def fill(number):
        designation(SOCIETY, day=f"2024-06-{number + 1:02}", title=f"演示称号{number}")
        activity(world, "A", f"讲座{number}", f"2024-03-{number + 1:02}", partners=SOCIETY,
                 sessions=[{"day": f"2024-03-{number + 1:02}", "on_site": 1, "body": SOCIETY}])  # fmt: skip

    fill(0)
    one = queries_of(office, "organisations", society)
    for number in range(1, 30):
        fill(number)
    assert queries_of(office, "organisations", society) == one
    assert blocks(part(office, "organisations", society))["同一单位"]["designations"][0] == 30


@pytest.mark.parametrize("latest", [9, 2])
def test_of_very_many_the_newest_are_still_right(world, office, monkeypatch, latest):
    monkeypatch.setattr(alongside, "COUNTED_UP_TO", 6)
    monkeypatch.setattr(alongside, "LATEST", latest)
    day = save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日"})
    for number in range(8):
        activity(world, "A", f"讲座{number}", f"2024-09-{number + 1:02}", programmes="全国科普日")
    activity(world, "A", "别的", "2024-12-01")
    page = part(office, "programmes", day)
    _, sentences = blocks(page)["同一品牌、计划、奖项"]["activities"]
    assert [text.split("，")[0][-3:] for text in sentences] == [f"讲座{number}" for number in (7, 6, 5, 4, 3)]
    assert "6 项以上" in page.content.decode()


def test_without_script_it_is_a_page(world, society, office):
    check("S", "2023")
    record = office.get(f"/r/organisations/{society.pk}/").content.decode()
    assert f'href="/r/organisations/{society.pk}/related/"' in record
    page = office.get(f"/r/organisations/{society.pk}/related/").content.decode()
    assert "<html" in page
    assert "社团年检" in page
