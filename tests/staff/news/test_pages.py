"""粘贴新闻稿: pasted, proposed, handed to the ordinary form; nothing stored before it is saved."""

import io
from urllib.parse import parse_qs, urlparse

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kebridge.core.access.models import User
from kebridge.core.access.roles import PERMISSIONS, Role, Verb
from kebridge.core.audit.models import Entry
from kebridge.core.ledger.models import Posting
from kebridge.core.web import beginning
from kebridge.rooms.activities.models import Activity
from kebridge.staff.news.filling import typed
from kebridge.staff.news.reading import proposed
from tests.staff.news import texts
from tests.support.world import SYSTEM, make_world, save

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def world():
    made = make_world()
    save("programmes", raw={"org": "CITY", "name": "全国科普日", "is_campaign": True}, by=SYSTEM)
    return made


@pytest.fixture
def sign_in(world):
    def client_of(username, role):
        world.person(username, ("CITY", role))
        client = Client()
        client.force_login(User.objects.get(username=username), backend=BACKEND)
        return client

    return client_of


@pytest.fixture
def clerk(sign_in):
    return sign_in("clerk", "clerk")


def stored():
    return Activity.objects.unscoped("test").count(), Posting.objects.count(), Entry.objects.count()


def shown(answer):
    return answer.content.decode()


def fill(client, text, **changed):
    sent = typed(proposed(text, 2026)) | changed
    return client.post("/news/", {"act": "fill", "text": text, **sent})


@pytest.mark.parametrize("role", list(Role))
def test_who_may_add_may_paste_and_others_change_nothing(sign_in, role):
    client, may = sign_in("someone", role), Verb.ADD in PERMISSIONS[role]
    before = stored()
    assert client.get("/news/").status_code == (200 if may else 403)
    assert client.post("/news/", {"text": texts.TOUR}).status_code == (200 if may else 403)
    assert fill(client, texts.TOUR).status_code == (302 if may else 403)
    assert stored() == before


def test_without_signing_in_one_is_led_to_the_door(world):
    assert Client().get("/news/").status_code == 302


def test_the_text_is_marked_and_every_soft_number_told(clerk):
    before = stored()
    page = shown(clerk.post("/news/", {"text": texts.TOUR}))
    assert '<mark data-of="on_site">300余名' in page
    assert "原文是300余名，请填准确数" in page
    assert 'value="2026-05-20"' in page or "2025-05-20" in page
    assert 'data-take="day"' in page
    assert stored() == before


def test_markup_in_a_text_is_only_text(clerk):
    page = shown(
        clerk.post("/news/", {"text": "5月6日，“<script>坏</script>”讲座在东湖小学举办，80人参加。"})
    )
    assert "<script>坏" not in page
    assert "&lt;script&gt;坏" in page


def test_the_ordinary_form_opens_filled_and_only_saving_stores(clerk):
    before = stored()
    led = fill(clerk, texts.TOUR, day="2025-05-20", until="2025-05-22", programmes="全国科普日")
    assert led.url.startswith("/r/activities/new/?begun=")
    page = shown(clerk.get(led.url))
    for part in (
        "流动科技馆进校园活动",
        'value="2025-05-22"',
        "现场人次：原文是300余名，请填准确数",
        'value="青石镇中心小学"',
    ):
        assert part in page
    assert page.count('value="300"') == 1
    assert stored() == before
    form = {"org": "CITY", "title": "流动科技馆进校园活动", "day": "2025-05-20", "until": "2025-05-22", "kind": "展览展示",
            "form": "线下", "role": "主办（承办）", "outcome": "已举办", "is_planned": "否", "basis": "现场计数",
            "line-0-day": "2025-05-20", "line-0-on_site": "312"}  # fmt: skip
    assert clerk.post(led.url, form).status_code == 302
    assert Activity.objects.unscoped("test").get().sessions.get().on_site == 312


def test_the_note_stays_when_the_form_is_refused(clerk):
    led = fill(clerk, texts.TOUR)
    answer = clerk.post(led.url, {"org": "CITY", "title": ""})
    assert answer.status_code == 400
    assert "请填准确数" in shown(answer)


def test_contents_are_for_the_one_who_asked_and_not_for_long(clerk, sign_in, monkeypatch):
    led = fill(clerk, texts.TOUR)
    other = shown(sign_in("other", "clerk").get(led.url))
    assert beginning.EXPIRED in other
    assert "流动科技馆进校园" not in other
    monkeypatch.setattr(beginning, "LASTS", -1)
    assert "流动科技馆进校园" not in shown(clerk.get(led.url))


def test_contents_that_were_changed_on_the_way_are_not_taken(clerk):
    led = fill(clerk, texts.TOUR)
    token = parse_qs(urlparse(led.url).query)["begun"][0]
    page = clerk.get("/r/activities/new/", {"begun": "x" + token})
    assert page.status_code == 200
    assert beginning.EXPIRED in shown(page)
    assert beginning.EXPIRED in shown(clerk.get("/r/materials/new/", {"begun": token}))


def test_a_word_document_and_a_text_file_are_read(clerk):
    document, held = docx.Document(), io.BytesIO()
    for line in texts.TOUR.split("\n"):
        document.add_paragraph(line)
    document.save(held)
    for name, content in (("稿.docx", held.getvalue()), ("稿.txt", texts.TOUR.encode("gb18030"))):
        page = shown(clerk.post("/news/", {"file": SimpleUploadedFile(name, content)}))
        assert 'value="流动科技馆进校园活动"' in page


@pytest.mark.parametrize(
    ("sent", "told"),
    [({"text": " "}, "稿子是空的"), ({"text": "科" * 20_001}, "不像一篇新闻稿"),
     ({"file": SimpleUploadedFile("旧.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600)}, "旧式 Word")],
)  # fmt: skip
def test_what_cannot_be_read_is_told(clerk, sent, told):
    answer = clerk.post("/news/", sent)
    assert answer.status_code == 400
    assert told in shown(answer)


def test_where_a_clerk_looks_for_it(clerk, sign_in):
    for address in ("/r/activities/", "/r/activities/new/"):
        assert 'href="/news/"' in shown(clerk.get(address))
    assert 'href="/news/"' not in shown(clerk.get("/r/materials/new/"))
    assert 'href="/news/"' not in shown(sign_in("leader", "leader").get("/r/activities/"))
