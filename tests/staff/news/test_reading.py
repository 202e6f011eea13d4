"""What a news text proposes: the right first, the words it came from, soft numbers never taken as exact."""

from dataclasses import fields
from datetime import date

import pytest

from kebridge.core.refusal import Refusal
from kebridge.staff.news.filling import filled, typed
from kebridge.staff.news.reading import proposed
from kebridge.staff.news.shapes import Sure
from tests.staff.news import texts

TODAY = date(2026, 11, 25)
NAMES = ["全国科普日", "科普日", "流动科技馆"]


def read(text):
    return proposed(text, 2026, programmes=NAMES, today=TODAY)


@pytest.mark.parametrize("name", list(texts.CASES))
def test_the_likeliest_of_each_matter_comes_first(name):
    text, expected = texts.CASES[name]
    found = typed(read(text))
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("name", list(texts.CASES))
def test_each_proposal_stands_in_the_text(name):
    text, _ = texts.CASES[name]
    news = read(text)
    for matter in fields(news):
        for one in getattr(news, matter.name):
            if matter.name != "notes":
                assert text[one.start : one.end].strip() == one.text


@pytest.mark.parametrize("name", list(texts.CASES))
def test_no_name_of_a_person_is_taken(name):
    news = read(texts.CASES[name][0])
    told = [one for matter in fields(news) if matter.name != "notes" for one in getattr(news, matter.name)]
    assert not any("郑小禾" in f"{one.value}{one.text}" for one in told)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        (texts.TOUR, "300", "300余名"),
        (texts.OPENING, "2000", "近2000人次"),
        (texts.WEEKDAY, "120", "约一百二十位"),
    ],
)
def test_a_soft_number_asks_for_the_exact_one(text, value, written):
    first = read(text).on_site[0]
    assert (first.value, first.sure, first.note) == (value, Sure.ASK, f"原文是{written}，请填准确数")


def test_a_number_in_round_tens_of_thousands_is_told_too():
    first = read("5月6日，科普直播活动举行，线上观看1.2万人次。").online[0]
    assert (first.value, first.sure) == ("12000", Sure.ASK)
    assert "1.2万人次" in first.note


def test_an_exact_number_asks_for_nothing():
    first = read(texts.BARE_DAY).on_site[0]
    assert (first.note, first.sure) == ("", Sure.GOOD)


def test_several_days_are_there_to_choose_from():
    assert [one.value for one in read(texts.PAPER).day] == ["2025-04-19", "2025-04-21"]
    assert [one.value for one in read(texts.TOUR).day] == ["2026-05-20", "2026-05-21"]


def test_several_counts_and_titles_are_there_to_choose_from():
    assert [one.value for one in read(texts.FILMS).on_site] == ["860", "310"]
    assert "科普大篷车走进青石镇中心小学" in [one.value for one in read(texts.TOUR).title]
    assert [one.value for one in read(texts.CAPTIONS).body] == ["东河县第一小学", "东河县实验小学"]


def test_the_year_that_is_missing_is_told():
    assert read(texts.TOUR).day[0].note == "原文没有写年份，按2026年"
    assert "“2025-04-21”算2025年" in read(texts.PAPER).day[0].note
    assert "按2025年" in read(texts.DECEMBER).day[0].note
    assert read(texts.OPENING).day[0].note == ""


def test_a_day_that_is_none_or_not_written_is_told():
    assert "原文只写了“本周三”，请填日期" in read(texts.WEEKDAY).notes
    assert "原文没有写日期，请填日期" in read(texts.NO_DAY).notes
    assert any("“2月30日”没有这一天" in one for one in read(texts.IMPOSSIBLE).notes)


def test_what_is_to_come_is_marked():
    assert read(texts.NOTICE).planned[0].text == "将于"
    assert "预计" in read(texts.NOTICE).on_site[0].note
    assert not read(texts.FILMS).planned, "a second round to come does not make the first one planned"


def test_helpers_prizes_and_sums_of_the_year_are_not_those_who_came():
    assert "180" not in [one.value for one in read(texts.OPENING).on_site]
    assert read(texts.OPENING).on_site[0].value != "120000"
    assert "20" not in [one.value for one in read(texts.TOUR).on_site]
    assert [one.value for one in read(texts.PAPER).on_site] == ["426"]


def test_the_longer_name_of_two_programmes_holds():
    assert [one.value for one in read(texts.OPENING).programmes] == ["全国科普日"]


def test_an_empty_text_is_refused():
    with pytest.raises(Refusal, match="空"):
        read("  \n")


def test_people_of_each_session_go_into_its_line():
    news = read(texts.SHARES)
    found = filled(news, typed(news), frozenset())
    assert [line["on_site"] for line in found.lines] == ["80", "65"]
    assert found.notes == []


def test_a_total_of_several_sessions_stands_in_the_first_and_says_so():
    news = read(texts.FILMS)
    found = filled(news, typed(news), frozenset())
    assert [line.get("on_site", "") for line in found.lines] == ["860", "", "", ""]
    assert any("原文没有4场各多少人次" in one for one in found.notes)


def test_sessions_on_as_many_days_have_one_each():
    news = read(texts.TOUR)
    found = filled(news, typed(news), frozenset())
    assert [line["day"] for line in found.lines] == ["2026-05-20", "2026-05-21", "2026-05-22"]


def test_the_note_of_a_soft_number_stays_until_the_number_is_changed():
    news = read(texts.TOUR)
    kept = filled(news, typed(news), frozenset())
    assert kept.values["basis"] == "意向/估算"
    assert kept.notes[0] == "现场人次：原文是300余名，请填准确数"
    changed = filled(news, typed(news) | {"on_site": "312"}, frozenset())
    assert "basis" not in changed.values
    assert not any("准确数" in one for one in changed.notes)


def test_days_of_a_theme_go_to_their_own_field():
    news = read(texts.OPENING)
    found = filled(news, typed(news), frozenset({"全国科普日"}))
    assert (found.values["campaigns"], found.values["programmes"]) == ("全国科普日", "")


def test_each_session_has_its_own_school_and_people():
    news = read(texts.SCHOOLS)
    found = filled(news, typed(news), frozenset())
    assert [(line["body"], line["on_site"]) for line in found.lines] == [
        ("实验小学", "210"),
        ("东关小学", "180"),
        ("西关小学", "165"),
    ]


def test_fewer_schools_than_sessions_are_left_to_the_person():
    news = read(texts.CAPTIONS)
    found = filled(news, typed(news), frozenset())
    assert [line["body"] for line in found.lines] == ["东河县第一小学", "", "", "", "", ""]
    assert any("原文有2所学校（东河县第一小学、东河县实验小学）" in one for one in found.notes)


def test_days_that_were_reckoned_and_sessions_beyond_a_form_are_told():
    news = read(texts.WEEK)
    assert "按“为期三天”推算" in news.day[0].note
    assert any("86场次" in one for one in news.notes)


def test_nonsense_in_the_fields_does_not_break():
    news = read(texts.NO_DAY)
    found = filled(
        news, {"day": "昨天", "until": "x", "sessions": "999999999", "on_site": "很多"}, frozenset()
    )
    assert len(found.lines) == 60
    assert found.lines[0]["day"] == "昨天"
