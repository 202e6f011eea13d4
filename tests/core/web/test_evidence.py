"""Evidence is seen by whoever sees its record, attached and removed by whoever may change it."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kebridge.core.files.models import Evidence
from tests.support.world import activity


def photo():
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "#1f5fa8").save(out, "JPEG")
    return SimpleUploadedFile("现场.jpg", out.getvalue(), content_type="image/jpeg")


@pytest.fixture
def record(world):
    return activity(world, "A", "科普报告进校园", "2024-03-05")


def test_a_photo_is_attached_shown_and_removed(record, sign_in):
    client = sign_in("clerk", ("A", "clerk"))
    base = f"/r/activities/{record.pk}/"
    page = client.post(f"{base}evidence/", {"file": photo()}, follow=True).content.decode()
    assert "现场.jpg" in page
    found = Evidence.objects.get()
    assert client.get(f"{base}evidence/{found.pk}/thumb/")["Content-Type"] == "image/jpeg"
    full = client.get(f"{base}evidence/{found.pk}/")
    assert full.status_code == 200
    assert full["Content-Disposition"].startswith("inline")
    assert client.post(f"{base}evidence/{found.pk}/remove/", {"reason": ""}).status_code == 400
    client.post(f"{base}evidence/{found.pk}/remove/", {"reason": "附错了"})
    assert client.get(f"{base}evidence/{found.pk}/").status_code == 404


def test_others_neither_see_nor_touch_it(record, sign_in):
    base = f"/r/activities/{record.pk}/"
    sign_in("clerk", ("A", "clerk")).post(f"{base}evidence/", {"file": photo()})
    found = Evidence.objects.get()
    other = sign_in("other", ("B", "office"))
    for address in (f"{found.pk}/", f"{found.pk}/thumb/"):
        assert other.get(f"{base}evidence/{address}").status_code == 404
    assert other.post(f"{base}evidence/{found.pk}/remove/", {"reason": "不想要"}).status_code == 404
    leader = sign_in("leader", ("A", "leader"))
    assert leader.get(f"{base}evidence/{found.pk}/").status_code == 200
    assert leader.post(f"{base}evidence/{found.pk}/remove/", {"reason": "不想要"}).status_code == 403
    assert leader.post(f"{base}evidence/", {"file": photo()}).status_code == 403
    assert not Evidence.objects.get().removed


def test_a_file_of_another_record_is_not_found(world, record, sign_in):
    client = sign_in("clerk", ("A", "clerk"))
    client.post(f"/r/activities/{record.pk}/evidence/", {"file": photo()})
    second = activity(world, "A", "另一项活动", "2024-05-05")
    assert client.get(f"/r/activities/{second.pk}/evidence/{Evidence.objects.get().pk}/").status_code == 404


def test_a_program_is_refused(record, sign_in):
    client = sign_in("clerk", ("A", "clerk"))
    bad = SimpleUploadedFile("照片.jpg", b"MZ\x90\x00" + b"\0" * 200)
    assert client.post(f"/r/activities/{record.pk}/evidence/", {"file": bad}).status_code == 400
    assert not Evidence.objects.exists()
