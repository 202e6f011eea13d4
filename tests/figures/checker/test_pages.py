"""The page 核稿: paste or upload, read why, choose, correct; nothing of the draft is kept."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kebridge.core.access.models import User
from kebridge.figures.checker.remembering import listed
from kebridge.figures.models import RememberedChoice
from tests.support.world import SYSTEM

OPEN = "2024年走进乡村集市12场。"
WRONG = "2024年新成立企业科协8家。"


@pytest.fixture
def send(client: Any, world: Any) -> Any:
    """Sign in with a role and send a draft."""

    def post(text: str = "", role: str = "clerk", org: str = "CITY", **more: Any) -> Any:
        name = f"{role}-{org}".lower()
        if not User.objects.filter(username=name).exists():
            world.person(name, (org, role))
        client.force_login(User.objects.get(username=name))
        form = {"text": text, "org": org, "period": "2024", "act": "check"} | more
        form["org"] = form.pop("whose", org)
        return client.post("/checker/", form)

    return post


def page_of(response: Any) -> str:
    return str(response.content.decode())


def test_a_draft_is_marked_and_its_contradiction_stands_on_top(send: Any) -> None:
    shown = page_of(send(WRONG))
    assert "1 处不符" in shown
    assert "记录为3个" in shown
    assert "verdict-bad" in shown
    assert "/figures/organisations.founded/?" in shown


def test_a_wrong_figure_is_put_right_in_the_text(send: Any) -> None:
    response = send(WRONG, act="correct:1")
    number = next(card.number for card in response.context["shown"].cards)
    response = send(WRONG, act=f"correct:{number}")
    assert response.context["text"] == "2024年新成立企业科协3家。"
    assert "处不符" not in page_of(response)


def test_a_wrong_figure_may_be_left_as_it_is(send: Any) -> None:
    number = send(WRONG).context["shown"].cards[0].number
    response = send(WRONG, act=f"keep:{number}")
    assert "保留原文" in page_of(response)
    assert response.context["shown"].wrong == ()


def test_a_choice_is_remembered_for_the_next_draft(send: Any, world: Any) -> None:
    number = send(OPEN).context["shown"].cards[0].number
    response = send(OPEN, **{"act": f"other:{number}", f"other-{number}": "活动场次"})
    assert "已记住" in page_of(response)
    card = send("2024年走进乡村集市13场。").context["shown"].cards[0]
    assert card.is_confirmed
    assert card.best.title == "活动场次"
    assert [one.metric for one in listed(by=SYSTEM)] == ["活动场次"]


def test_choices_are_listed_and_taken_back(send: Any, client: Any) -> None:
    number = send(OPEN).context["shown"].cards[0].number
    send(OPEN, **{"act": f"other:{number}", f"other-{number}": "活动场次"})
    assert "走进乡村集市" in page_of(client.get("/checker/choices/"))
    pk = RememberedChoice.objects.unscoped("test").get().pk
    client.post(f"/checker/choices/{pk}/forget/")
    assert not RememberedChoice.objects.unscoped("test").exists()


def test_who_only_reports_sees_the_verdicts_but_chooses_nothing(send: Any) -> None:
    response = send(WRONG, role="reporter")
    assert "记录为3个" in page_of(response)
    assert "记住</button>" not in page_of(response)
    number = response.context["shown"].cards[0].number
    refused = send(WRONG, role="reporter", act=f"choose:{number}:0")
    assert refused.status_code == 400
    assert not RememberedChoice.objects.unscoped("test").exists()


def test_an_auditor_of_nothing_is_refused(send: Any, client: Any) -> None:
    assert send(WRONG, role="admin").status_code == 403
    assert client.get("/checker/").status_code == 403


def test_a_file_is_read(send: Any) -> None:
    response = send(file=SimpleUploadedFile("稿子.txt", WRONG.encode()))
    assert "记录为3个" in page_of(response)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"text": ""}, "空"),
        ({"text": WRONG, "period": "去年吧"}, "时段"),
        ({"text": WRONG, "whose": "没有的"}, "没有代码或名称"),
        ({"file": SimpleUploadedFile("图.png", b"\x89PNG\r\n\x1a\n\x00")}, "不是文字稿"),
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(send: Any, more: dict[str, Any], said: str) -> None:
    response = send(**{"text": WRONG, **more} if "file" not in more else more, role="clerk")
    assert response.status_code == 400
    assert said in page_of(response)
    if more.get("text"):
        assert WRONG in page_of(response)


def test_markup_in_a_draft_is_text(send: Any) -> None:
    assert "<script>alert" not in page_of(send("<script>alert(1)</script>活动12场。"))


def test_a_program_gets_the_same_as_from_the_command(send: Any, client: Any) -> None:
    send(WRONG)
    said = json.loads(client.post("/checker/json/", {"text": WRONG, "org": "CITY", "period": "2024"}).content)
    one = next(one for one in said["figures"] if one["role"] == "claim")
    assert (one["verdict"], one["metric"], one["expected"]) == ("contradicts", "organisations.founded", 3)
