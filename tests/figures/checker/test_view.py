"""A view reads like clean text and keeps true places."""

from kebridge.figures.checker.view import view_of


def test_breaks_inside_a_sentence_are_left_out_and_places_stay_true() -> None:
    text = "活动吸引学生2 \n万余名，反响热烈。"
    view = view_of(text)
    assert "2万余名" in view.text
    place = view.text.index("2万余名")
    start, end = view.span(place, place + 4)
    assert text[start:end] == "2 \n万余名"


def test_headings_and_numbered_lines_stay_lines() -> None:
    view = view_of("一、聚焦主业，成效明显\n\n全年举办活动20场。\n（一）基层组织\n新建3家。")
    assert view.text.split("\n") == [
        "一、聚焦主业，成效明显",
        "全年举办活动20场。",
        "（一）基层组织",
        "新建3家。",
    ]


def test_lines_wrapped_at_a_width_are_joined() -> None:
    width = 14
    sentence = (
        "全市科协系统围绕中心服务大局扎实开展各类科普活动不断提升公民科学素质水平取得明显成效得到各方好评"
    )
    text = "\n".join(sentence[i : i + width] for i in range(0, len(sentence), width)) + "。"
    assert view_of(text).text == sentence + "。"


def test_marks_and_digits_have_one_writing() -> None:
    assert (
        view_of("培训１２０人,增长１５.３％;其中(线上)1,250人").text
        == "培训120人，增长15.3%；其中（线上）1,250人"
    )


def test_spaces_inside_grouped_digits_go() -> None:
    assert view_of("传播1 206 518次").text == "传播1206518次"
    assert view_of("编号40 3310010").text == "编号40 3310010"
