"""Personal data: encrypted where they lie, masked wherever they are shown."""

import json
from datetime import date
from string import Formatter

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection
from django.template import Context, Template

from kebridge.core.audit.models import Entry
from kebridge.core.ledger.postings import posting
from kebridge.core.privacy.fields import Sealed, mask, provider
from kebridge.core.privacy.keys import load_or_make_key
from kebridge.core.records import register as registers
from kebridge.rooms.venues.models import Group
from tests.core.ledger.samples import sample
from tests.support.world import SYSTEM, make_world, save

PHONE, NAME = "13800001234", "测试某某"
RAW = {
    "org": "M",
    "day": "2024-03-05",
    "body": "演示县第一小学",
    "people": "86",
    "contact": NAME,
    "phone": PHONE,
}


def group(**changes):
    return save("groups", by=SYSTEM, raw={**RAW, **changes})


def stored():
    with connection.cursor() as cursor:
        cursor.execute("SELECT contact, phone FROM venues_group ORDER BY id")
        return cursor.fetchall()


def held(pk):
    return Group.objects.unscoped("a test").get(pk=pk)


@pytest.mark.django_db
def test_the_database_shows_no_clear_text_not_even_that_two_are_the_same():
    make_world()
    group()
    group(day="2024-03-06")
    cells = [cell for row in stored() for cell in row]
    assert [cell[:3] for cell in cells] == ["k1:"] * 4
    assert len(set(cells)) == 4
    assert [word for cell in cells for word in (PHONE, NAME) if word in cell] == []
    with connection.cursor() as cursor:
        for table in ("audit_entry", "ledger_posting", "ledger_fact", "venues_group"):
            cursor.execute(f"SELECT * FROM {table}")
            text = "".join(map(str, cursor.fetchall()))
            assert (PHONE in text, NAME in text) == (False, False)


@pytest.mark.django_db
def test_a_correction_leaves_no_clear_text_in_the_audit():
    make_world()
    record = group()
    save("groups", by=SYSTEM, raw={**RAW, "phone": "13911112222"}, pk=record.pk)
    changes = json.dumps(list(Entry.objects.values_list("changes", flat=True)), ensure_ascii=False)
    assert [word for word in (PHONE, "13911112222", NAME) if word in changes] == []
    assert "139****2222" in changes
    assert held(record.pk).phone.reveal() == "13911112222"


@pytest.mark.django_db
def test_what_comes_back_masked_from_a_form_stays_as_it_is():
    make_world()
    record = group()
    save(
        "groups",
        by=SYSTEM,
        raw={**RAW, "phone": "138****1234", "contact": mask(NAME), "people": "90"},
        pk=record.pk,
    )
    again = held(record.pk)
    assert (again.people, again.phone.reveal(), again.contact.reveal()) == (90, PHONE, NAME)


@pytest.mark.django_db
def test_read_and_just_saved_values_are_masked():
    make_world()
    record = group()
    again = held(record.pk)
    for one in (record, again):
        shown = [str(one.phone), f"{one.phone}", repr(one.phone), Formatter().format("{}", one.phone)]
        assert [text for text in shown if PHONE in text] == []
        template = Template("{{ one.phone }} {{ one.contact|upper }} {{ one.phone|default:'无' }}")
        assert template.render(Context({"one": one})) == "138****1234 测*** 138****1234"
    assert registers.get("groups").by_name["phone"].text(again) == "138****1234"
    assert (again.phone.reveal(), again.phone == PHONE) == (PHONE, True)


@pytest.mark.django_db
def test_a_model_saved_by_hand_is_masked_in_hand():
    world = make_world()
    body = sample("groups").body
    with posting(by=SYSTEM):
        made = Group(org_id=world["M"], day=date(2024, 5, 1), body=body, people=1, phone=PHONE)
        made.save()
    assert (str(made.phone), made.phone.reveal(), made.contact) == ("138****1234", PHONE, "")


def test_serialising_fails_instead_of_leaking():
    sealed = Sealed(PHONE)
    for leak in (
        lambda: json.dumps({"phone": sealed}),
        lambda: "、".join(iter([sealed])),
        lambda: sealed + "",
        lambda: f"{sealed:>20}",
        lambda: sealed[:3],
    ):
        with pytest.raises(TypeError):
            leak()
    assert isinstance(sealed, str) is False


@pytest.mark.parametrize(
    ("clear", "shown"),
    [("13812345678", "138****5678"), ("测试某", "测**"), ("410000199001011234", "4100**********1234"), ("", ""),
     ("0377-6123456", "037*****3456"), ("李四", "李*"),
     ("6312345", "63***45"), ("63123456", "63****56")],
)  # fmt: skip
def test_masks(clear, shown):
    assert (mask(clear), str(Sealed(clear))) == (shown, shown)


def test_encryption_is_undone_by_its_key_only_and_notices_a_change():
    stored = provider.encrypt("密文")
    assert provider.decrypt(stored) == "密文"
    assert provider.digest("同一") == provider.digest("同一")
    broken = stored[:-6] + ("A" if stored[-6] != "A" else "B") + stored[-5:]
    with pytest.raises(InvalidTag):
        provider.decrypt(broken)


def test_a_key_is_made_once_and_a_damaged_one_is_not_replaced(tmp_path):
    path = tmp_path / "a.key"
    assert load_or_make_key(path) == load_or_make_key(path)
    assert (len(path.read_text()), path.stat().st_mode & 0o077) == (64, 0)
    path.write_text("短")
    with pytest.raises(RuntimeError, match="备份"):
        load_or_make_key(path)
