"""Appeals, letters and visits: steps on their days, due by the rule in force, late by working days, nobody's name shown."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from kebridge.core.access.models import User
from kebridge.core.access.roles import Role
from kebridge.core.ledger.verify import differences
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.core.refusal import Refusal
from kebridge.core.web.forming import fresh
from kebridge.rooms.appeals.models import Appeal, Letter
from kebridge.rooms.appeals.terms import working_days_between
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
CLOSED = {"stage": "已办结", "assigned_to": "学会部", "assigned_day": "2024-03-06", "answered_day": "2024-03-12",
          "closed_day": "2024-03-13"}  # fmt: skip


@pytest.fixture
def world() -> World:
    return make_world()


def term(days: int, since: str = "2020-01-01", what: str = "诉求", counted: str = "工作日"):
    return save("handling_terms", by=SYSTEM, raw={"org": "CITY", "what": what, "since": since, "days": str(days),
                                                  "counted": counted, "document": "演示办法"})  # fmt: skip


def appeal(number: str = "1", day: str = "2024-03-05", *, by=SYSTEM, pk=None, reason="", **raw):
    return save("appeals", by=by, pk=pk, reason=reason, raw={
        "org": "CITY", "number": number, "day": day, "kind": "学术交流", "channel": "科技工作者之家窗口", "subject": "增加场地", **raw})  # fmt: skip


def letter(number: str = "1", day: str = "2024-03-05", **raw):
    return save("letters", by=SYSTEM, raw={"org": "CITY", "number": number, "day": day, "kind": "咨询", "channel": "来访",
                                           "subject": "咨询展馆开放", **raw})  # fmt: skip


class TestSteps:
    def test_each_step_counts_on_its_day(self, world):
        one = appeal(**CLOSED, satisfaction="满意", home="市科技馆")
        assert held("appeals", one) == {
            "appeals.raised": 1, "appeals.steps": 3, "appeals.handling_days": 6, "appeals.opinions": 1,
        }  # fmt: skip
        assert value("appeals.raised", kind="exchange_appeal", place="市科技馆") == 1
        assert value("appeals.closed", "2024-03") == 1
        assert value("appeals.mean_days") == 6
        assert value("appeals.satisfied_rate") == 100

    def test_open_until_closed(self, world):
        appeal("1", **CLOSED)
        appeal("2", "2024-03-08", stage="已交办", assigned_to="学会部", assigned_day="2024-03-09")
        assert value("appeals.open", "2024-03-08..2024-03-08") == 2
        assert value("appeals.open") == 1
        assert not list(differences())

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"stage": "已交办"}, "assigned_day"),
            ({"assigned_day": "2024-03-06", "assigned_to": "学会部"}, "stage"),
            ({**CLOSED, "assigned_to": ""}, "assigned_to"),
            ({**CLOSED, "answered_day": "2024-03-01"}, "answered_day"),
            ({**CLOSED, "closed_day": "2099-03-01"}, "closed_day"),
            ({"satisfaction": "满意"}, "satisfaction"),
            ({"subject": "请打电话13812345678"}, "subject"),
            ({"contact": "110101199001011234"}, "contact"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            appeal(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Appeal.objects.unscoped("test").exists()


class TestTerms:
    def test_five_working_days_over_the_spring_festival(self, world):
        """Received on the Thursday before the holiday of 2024, which lasts from the 10th to the 17th; the eve and Sunday the 18th are worked."""
        term(5)
        one = appeal(day="2024-02-08")
        assert one.due.isoformat() == "2024-02-21"
        assert working_days_between(one.day, one.due) == 5

    def test_late_stands_from_the_day_after_and_is_measured_in_working_days(self, world):
        term(5)
        one = appeal(**{**CLOSED, "closed_day": "2024-03-18"})
        assert one.due.isoformat() == "2024-03-12"
        assert held("appeals", one)["appeals.late_days"] == 4, "13, 14, 15 and 18 March"
        assert value("appeals.overdue", "2024-03-12..2024-03-12") == 0
        assert value("appeals.overdue", "2024-03-13..2024-03-13") == 1
        assert value("appeals.overdue") == 0
        assert value("appeals.closed_late") == 1
        assert value("appeals.late_rate") == 100

    def test_the_rule_in_force_on_the_day_of_receipt_holds(self, world):
        term(5)
        old = appeal("1")
        term(10, "2024-03-01")
        new = appeal("2")
        assert (old.due.isoformat(), new.due.isoformat()) == ("2024-03-12", "2024-03-19")
        corrected = appeal("2", "2024-02-29", pk=new.pk, reason="日期录错")
        assert corrected.due.isoformat() == "2024-03-07"
        assert corrected.term_document == "演示办法"

    def test_without_a_rule_nothing_is_late(self, world):
        one = appeal(day="2020-03-05")
        assert one.due is None
        assert value("appeals.overdue") == 0

    def test_calendar_days_for_letters(self, world):
        term(60, what="来信来访", counted="自然日")
        one = letter()
        assert one.due.isoformat() == "2024-05-04"
        assert value("appeals.letters_overdue", "2024-05") == 1


class TestLetters:
    def test_channels_and_people(self, world):
        letter("1", persons="5", **CLOSED)
        letter("2", channel="来信")
        letter("3", channel="网络", kind="意见建议")
        assert value("appeals.letters") == 3
        assert value("appeals.letters", channel="visit") == 1
        assert value("appeals.letter_persons") == 7
        assert value("appeals.letters_open") == 2
        assert value("appeals.letters_mean_days") == Decimal("6.0")

    def test_what_is_refused(self, world):
        with pytest.raises(Invalid, match="人数不能是0"):
            letter(persons="0")
        assert not Letter.objects.unscoped("test").exists()


class TestPersonalData:
    def test_is_stored_encrypted_and_shown_masked(self, world):
        one = appeal(person_name="演示某人", contact="13812345678")
        with connection.cursor() as cursor:
            cursor.execute("SELECT person_name, contact, subject FROM appeals_appeal")
            stored = cursor.fetchone()
        assert "演示某人" not in stored[0]
        assert "13812345678" not in stored[1]
        assert "演示某人" not in registers.get("appeals").sentence(one)
        world.person("clerk", ("CITY", Role.CLERK))
        client = Client()
        client.force_login(User.objects.get(username="clerk"),
                           backend="allauth.account.auth_backends.AuthenticationBackend")  # fmt: skip
        for address in ("/r/appeals/", f"/r/appeals/{one.pk}/"):
            text = client.get(address).content.decode()
            assert "增加场地" in text
            assert "演示某人" not in text
            assert "13812345678" not in text

    def test_another_county_sees_and_changes_nothing(self, world):
        one = appeal()
        stranger = world.person("stranger", ("A", Role.CLERK))
        assert not Appeal.objects.visible_to(stranger).exists()
        with pytest.raises(Refusal):
            appeal(by=stranger, pk=one.pk, reason="改", subject="别的")
        assert Appeal.objects.unscoped("test").get().subject == "增加场地"


def test_every_field_explains_itself():
    for code in ("appeals", "letters", "handling_terms"):
        assert all(field.help for field in registers.get(code).fields)
        assert registers.get(code).known_as or code == "handling_terms"


def test_a_new_form_begins_with_the_next_number_of_the_unit(world):
    office, year = world.person("proposing", ("CITY", Role.OFFICE)), timezone.localdate().year
    appeals = registers.get("appeals")
    assert fresh(appeals, office).values["number"] == f"{year}-001"
    appeal(f"{year}-041")
    assert fresh(appeals, office).values["number"] == f"{year}-042"


def test_the_sentence_tells_until_when_a_thing_is_to_be_closed(world):
    term(10)
    sentence = registers.get("appeals").sentence
    waiting = appeal("2024-041", stage="已交办", assigned_to="学会部", assigned_day="2024-03-06")
    assert sentence(waiting) == (
        "2024-041号，2024年3月5日科技工作者之家窗口（学术交流），已交办，应在2024年3月19日前办结"
    )
    assert sentence(appeal("2024-042", **CLOSED)).endswith("（学术交流），2024年3月13日办结")
    assert "增加场地" not in sentence(waiting)
