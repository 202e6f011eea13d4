"""Every figure is found with value, unit, qualifier and place; numbers that name something are left alone."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest

from kebridge.core.wording.agreement import Qualifier
from kebridge.figures.checker.finding import find
from kebridge.figures.checker.mentions import find_mentions
from kebridge.figures.checker.read import from_text
from kebridge.figures.checker.shapes import Kind, Mention


def figures(text: str) -> list[Mention]:
    return [mention for mention in find_mentions(from_text(text)) if mention.is_claim]


def told(text: str) -> list[tuple[str, Decimal | None, str]]:
    return [(mention.text, mention.value, mention.unit) for mention in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("举办讲座36场次，听众4.8万余人次", [("36场次", 36, "场次"), ("4.8万余人次", 48000, "人次")]),
        ("发放手册超过5000份", [("超过5000份", 5000, "份")]),
        ("接待观众近100万人次", [("近100万人次", 1000000, "人次")]),
        ("参与学生2 \n万余名", [("2 \n万余名", 20000, "名")]),
        ("专家典型各2名", [("2名", 2, "名")]),
        ("分别为3个、5个和8个", [("3个", 3, "个"), ("5个", 5, "个"), ("8个", 8, "个")]),
        ("邀请12、15人", [("12", 12, "人"), ("15人", 15, "人")]),
        ("国家级3、省级5个", [("3", 3, "个"), ("5个", 5, "个")]),
        ("作报告15次147人", [("15次", 15, "次"), ("147人", 147, "人")]),
        ("建成科普馆一座，投入三百余万元", [("一座", 1, "座"), ("三百余万元", 3000000, "元")]),
        ("争取资金376万元、配套1.2亿元", [("376万元", 3760000, "元"), ("1.2亿元", 120000000, "元")]),
        ("场馆面积1.2万平方米，占地35亩", [("1.2万平方米", 12000, "平方米"), ("35亩", 35, "亩")]),
        ("展品120件（套），活动55场（次）", [("120件（套）", 120, "件套"), ("55场（次）", 55, "场次")]),
        ("受益人次超过200万。", [("超过200万", 2000000, "人次")]),
        ("覆盖学员数千人、讲座上百场", [("数千人", 1000, "人"), ("上百场", 100, "场")]),
        ("反映建议百余条", [("百余条", 100, "条")]),
        ("慰问专家十几位", [("十几位", 10, "位")]),
        ("培训班为期两天、历时三个月", [("两天", 2, "天"), ("三个月", 3, "个月")]),
        ("传播１，２００次、2,400人", [("１，２００次", 1200, "次"), ("2,400人", 2400, "人")]),
    ],
)
def test_counts_money_and_measures(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert told(text) == [(words, Decimal(value), unit) for words, value, unit in expected]


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("举办20余场", Qualifier.ABOUT_OVER, 20, 30),
        ("近50人", Qualifier.NEARLY, 49, 50),
        ("逾300人", Qualifier.AT_LEAST, 300, None),
        ("200人左右", Qualifier.APPROXIMATELY, 190, 210),
        ("不足100人", Qualifier.BELOW, 90, 100),
        ("不超过50人", Qualifier.BELOW, None, 50),
        ("50亿元以上", Qualifier.AT_LEAST, 5000000000, None),
        ("每期30—50人", Qualifier.EXACT, 30, 50),
        ("三至五天", Qualifier.EXACT, 3, 5),
        ("3到5个", Qualifier.EXACT, 3, 5),
        ("三四个村", Qualifier.APPROXIMATELY, 3, 4),
        ("126场", Qualifier.EXACT, 126, 126),
    ],
)
def test_qualifiers_and_bounds(text: str, qualifier: Qualifier, low: int | None, high: int | None) -> None:
    (mention,) = figures(text)
    assert mention.qualifier is qualifier
    assert (mention.low, mention.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("比例达15.3%", "15.3", Kind.RATE),
        ("同比增长15.3%", "15.3", Kind.GROWTH),
        ("提高到15.3%", "15.3", Kind.RATE),
        ("提高1.38个百分点", "1.38", Kind.POINTS),
        ("是上年的2.4倍", "2.4", Kind.RATIO),
        ("三分之二的学会", "0.666667", Kind.RATIO),
        ("居全省第一", "1", Kind.RANK),
        ("排名第3位", "3", Kind.RANK),
        ("稳居全省第一方阵", "1", Kind.RANK),
        ("全省排名前三", "3", Kind.RANK),
        ("成立全省首个工程师协会", "1", Kind.RANK),
        ("在全省率先建成", "1", Kind.RANK),
        ("连续3年获评先进", "3", Kind.RUN),
        ("实现五连冠", "5", Kind.RUN),
        ("投入50万元", "500000", Kind.MONEY),
        ("开放8小时", "8", Kind.MEASURE),
    ],
)
def test_kinds(text: str, value: str, kind: Kind) -> None:
    (mention,) = figures(text)
    assert (mention.value, mention.kind) == (Decimal(value), kind)


def test_a_list_of_growth_is_growth() -> None:
    assert [mention.kind for mention in figures("场次和人次分别增长3%、5%")] == [Kind.GROWTH, Kind.GROWTH]


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月30日上午9:30，第九届会员代表大会召开",
        "党的二十大和二十届三中全会精神",
        "第37届青少年科技创新大赛获一等奖",
        "构建“1+8+N”体系，实施“1442”计划，发展“7+17”产业",
        "某科协〔2024〕12号文件",
        "联系电话：0377-6313253，备案号：豫ICP备14014232号-1",
        "一、总体情况\n（二）主要做法\n3.强化保障",
        "一是抓基层，二是打基础",
        "统一部署，进一步推进，一系列举措，一批成果，一线人员，一体化发展，万众一心",
        "组织“百会链千企”“千场科普活动”",
        "三农、双减、四上企业、三长、“两学一做”",
        "第一时间召开会议，第一书记驻村，首届科技节",
        "“十四五”期间，2021—2025年，上半年、三季度",
        "参观一中、二小和第一人民医院的4D影院和5G展区",
        "面向60岁以上老年人",
        "位于人民路128号5号楼，邮编：431700",
        "一方面、一如既往、一条心、一盘棋、五湖四海、千家万户",
        "九届三次全委会审议通过",
        "中央八项规定精神，三会一课制度",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_numbers_that_are_no_figures_say_why() -> None:
    (mention,) = find_mentions(from_text("第37届大赛落幕"))
    assert not mention.is_claim
    assert mention.reason
    assert mention.value is None


def test_furniture_of_a_page_is_no_figure() -> None:
    text = "首页 > 工作动态 > 正文\n来源：某科协 浏览次数：1283次\n全年培训120人。\n上一篇：召开3次会议"
    assert [mention.text for mention in figures(text)] == ["120人"]


def test_offsets_are_those_of_the_text() -> None:
    text = "标题\n\n　　全年举办 活动 １２０ 场，\n参与３万\n余人。"
    for mention in find_mentions(from_text(text)):
        assert text[mention.start : mention.end] == mention.text


def test_mentions_never_overlap() -> None:
    text = "2024年全省首个、居全省第一，连续3年，30—50人，“千场”活动20余场次，3个百分点。" * 5
    mentions = find_mentions(from_text(text))
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_ten_thousand_characters_take_less_than_two_seconds() -> None:
    text = "全年举办科普讲座126场次，参与公众13.8万余人次，同比增长15.3%，居全省第一。\n" * 260
    assert len(text) > 10_000
    begun = time.monotonic()
    assert len(find_mentions(from_text(text))) == 260 * 4
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "text",
    [
        " ".join(str(number) for number in range(10_000)),
        "、".join(f"{number}人" for number in range(1, 5_000)),
        "其中" * 8_000 + "5人",
        "一" * 15_000,
        "一二三四五六七八九十" * 1_500,
        "一、" * 7_500,
        "三组" * 7_500,
        "市县乡村" * 3_750,
        "（" * 7_500 + "）" * 7_500,
        "1-" * 7_500,
        "一、共12场：\n（一）5场：\n1.3场：\n（1）2场：\n①1场：\n" * 400,
    ],
    ids=lambda text: text[:4],
)
def test_an_endless_line_is_read_in_a_few_seconds(text: str) -> None:
    begun = time.process_time()
    find(from_text(text))
    assert time.process_time() - begun < 6
