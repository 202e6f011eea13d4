"""What stands around a figure."""

from kebridge.figures.checker.context import contexts
from kebridge.figures.checker.mentions import find_mentions
from kebridge.figures.checker.read import from_text
from kebridge.figures.checker.shapes import Context, Draft

TEXT = """云泽市科协2024年工作总结

一、科普工作扎实推进
（一）活动丰富。全年举办科普讲座36场，参与公众1.2万人次；新建3个学会。
主要指标如下：
1.培训班6期；
2.座谈会4次。
二、下一步工作计划
拟举办科技沙龙10期。
"""


def around(words: str, text: str = TEXT) -> tuple[Draft, Context]:
    draft = from_text(text)
    mentions = find_mentions(draft)
    index = next(i for i, mention in enumerate(mentions) if mention.is_claim and mention.text == words)
    return draft, contexts(draft, mentions)[index]


def test_clause_and_sentence_are_spans_of_the_text() -> None:
    draft, context = around("1.2万人次")
    assert draft.text[slice(*context.clause)] == "参与公众1.2万人次"
    assert draft.text[slice(*context.sentence)] == "全年举办科普讲座36场，参与公众1.2万人次；新建3个学会"


def test_headings_run_from_the_title_down() -> None:
    _draft, context = around("36场")
    assert context.headings == ("云泽市科协2024年工作总结", "一、科普工作扎实推进", "（一）活动丰富")


def test_subject_is_what_is_counted() -> None:
    assert around("36场")[1].subject == "科普讲座"
    assert around("3个")[1].subject == "学会"


def test_periods_nearest_first_and_inherited_from_the_title() -> None:
    assert around("36场")[1].period_words[:2] == ("全年", "2024年")


def test_scopes_are_inherited() -> None:
    assert "云泽市" in around("36场")[1].scope_words


def test_head_of_a_list() -> None:
    assert around("6期")[1].list_head == "主要指标如下"
    assert around("4次")[1].list_head == "主要指标如下"


def test_what_is_intended_is_told_from_what_was_done() -> None:
    assert around("10期")[1].is_plan
    assert not around("36场")[1].is_plan
    assert not around("20人", "将老专家20人纳入智库。")[1].is_plan
    assert around("50场", "明年力争举办活动50场。")[1].is_plan


def test_furniture_is_no_heading() -> None:
    _draft, context = around("20场", "当前位置：首页 > 动态\n云泽市科协工作综述\n举办活动20场。")
    assert context.headings == ("云泽市科协工作综述",)
