"""Imports through the pages: what was understood, what is wrong and where, what was taken."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kebridge.core.transfer import running
from kebridge.core.transfer.models import ImportJob
from kebridge.rooms.venues.models import VisitDay
from tests.support.filled import filled_table

RIGHT = {"填报单位": "演示市科技馆", "日期": "2024-03-05", "散客人次": "420", "团体人次": "86"}
WRONG = RIGHT | {"日期": "2024-03-06", "散客人次": "很多"}


@pytest.fixture
def clerk(world, sign_in):
    return world.person("clerk", ("M", "clerk")), sign_in("clerk")


def upload(clerk, rows):
    actor, client = clerk
    file = SimpleUploadedFile("三月.xlsx", filled_table("visits", rows, by=actor))
    answer = client.post("/imports/", {"file": file})
    assert answer.status_code == 302
    job = ImportJob.objects.unscoped("test").latest("pk")
    running.plan_job(job.pk)
    return job


def test_a_right_file_is_looked_at_then_taken(clerk):
    _, client = clerk
    job = upload(clerk, [RIGHT, RIGHT | {"日期": "2024-03-06"}])
    page = client.get(f"/imports/{job.pk}/").content.decode()
    assert "全部导入" in page
    assert not VisitDay.objects.unscoped("test").exists()
    assert client.post(f"/imports/{job.pk}/confirm/", {"take": "all"}).status_code == 302
    running_page = client.get(f"/imports/{job.pk}/").content.decode()
    assert 'hx-trigger="load delay:1s"' in running_page
    running.commit_job(job.pk)
    assert VisitDay.objects.unscoped("test").count() == 2
    done = client.get(f"/imports/{job.pk}/").content.decode()
    assert "已导入" in done
    assert "load delay" not in done


def test_a_wrong_row_is_told_and_the_right_ones_may_be_taken(clerk):
    _, client = clerk
    job = upload(clerk, [RIGHT, WRONG])
    page = client.get(f"/imports/{job.pk}/").content.decode()
    assert "很多" in page
    assert "全部导入" not in page
    assert client.post(f"/imports/{job.pk}/confirm/", {"take": "all"}).status_code == 400
    copy = client.get(f"/imports/{job.pk}/copy/")
    assert copy.status_code == 200
    client.post(f"/imports/{job.pk}/confirm/", {"take": "right"})
    running.commit_job(job.pk)
    assert VisitDay.objects.unscoped("test").count() == 1
    assert client.get(f"/imports/{job.pk}/returned/").status_code == 200


def test_the_same_file_again_has_nothing_to_take(clerk):
    _, client = clerk
    job = upload(clerk, [RIGHT])
    client.post(f"/imports/{job.pk}/confirm/", {"take": "all"})
    running.commit_job(job.pk)
    again = upload(clerk, [RIGHT])
    assert "没有需要导入的内容" in client.get(f"/imports/{again.pk}/").content.decode()


def test_a_file_that_cannot_be_read_says_what_to_do(clerk):
    _, client = clerk
    assert client.post("/imports/", {}).status_code == 400
    client.post("/imports/", {"file": SimpleUploadedFile("坏的.xlsx", b"nothing of the kind")})
    job = ImportJob.objects.unscoped("test").latest("pk")
    running.plan_job(job.pk)
    page = client.get(f"/imports/{job.pk}/").content.decode()
    assert "没有完成" in page


def test_imports_of_others_are_not_there(clerk, sign_in):
    job = upload(clerk, [RIGHT])
    other = sign_in("other", ("A", "clerk"))
    for address in ("", "copy/", "returned/", "original/"):
        assert other.get(f"/imports/{job.pk}/{address}").status_code == 404
    assert other.post(f"/imports/{job.pk}/confirm/").status_code == 404
    assert "三月" not in other.get("/imports/").content.decode()
    assert sign_in("leader", ("CITY", "leader")).get("/imports/").status_code == 403
