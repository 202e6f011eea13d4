"""Packs are data: what is wrong in them is refused at its line."""

import pytest

GOOD = """
- code: sample
  register: activities
  system: 演示平台
  title: 演示表
  source: 演示通知
  rows: lines
  when: {kind: 报告会/讲座}
  columns:
    - {heading: 名称, field: title, required: true, most: 10}
    - {heading: 类别, field: kind, words: {报告会/讲座: 讲座}, otherwise: 其他}
    - {heading: 日期, line: day}
    - {heading: 场次, computed: session_count}
    - {heading: 国家, constant: 中国}
    - {heading: 证件号, by_hand: 本系统不登记}
"""


def load(text):
    from kebridge.core.outside.reading import load as read

    return read(text, "演示/outside.yaml")


def test_a_pack_is_read_with_its_columns_and_conditions():
    (pack,) = load(GOOD)
    assert [one.source for one in pack.columns] == [
        "field",
        "field",
        "line",
        "computed",
        "constant",
        "by_hand",
    ]
    assert pack.when == ((("kind", ("lecture",)),),)
    assert [one.heading for one in pack.by_hand] == ["证件号"]


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("register: activities", "register: nothing", 3, "没有登记簿“nothing”"),
        ("field: title", "field: nothing", 10, "没有字段“nothing”"),
        ("computed: session_count", "computed: nothing", 13, "没有计算栏“nothing”"),
        ("line: day", "line: nothing", 12, "没有字段“nothing”"),
        ("rows: lines", "rows: records", 12, "请写 rows: lines"),
        ("报告会/讲座: 讲座", "报告: 讲座", 11, "没有选项“报告”"),
        ("kind: 报告会/讲座}", "kind: 报告}", 8, "没有选项“报告”"),
        ("when: {kind", "when: {nothing", 8, "没有可以限定的字段“nothing”"),
        ("heading: 国家", "heading: 名称", 14, "写了两次"),
        ("constant: 中国", "constant: 中国, field: title", 14, "只写其中一个"),
        ("most: 10", "most: 0", 10, "不小于1的整数"),
        ("source: 演示通知", "since: 昨天", 6, "应为日期"),
        ("system: 演示平台", "host: 演示平台", 4, "不认识“host”"),
    ],
)
def test_a_wrong_word_is_refused_at_its_line(before, after, line, says):
    from kebridge.core.wording.places import DefinitionError

    assert before in GOOD
    text = GOOD.replace(before, after, 1)
    if "since" in after:
        text = text.replace("  since: 昨天", "  source: 演示通知\n  since: 昨天", 1)
        line += 1
    with pytest.raises(DefinitionError, match=says) as refused:
        load(text)
    assert f"第{line}行" in str(refused.value)


def test_every_shipped_pack_can_be_read_and_says_where_its_columns_come_from():
    from kebridge.core.outside import registry
    from kebridge.core.outside.rows import where_from
    from kebridge.core.records import register as registers

    packs = registry.every()
    assert len(packs) >= 10
    for pack in packs:
        assert pack.source
        assert all(where_from(one, registers.get(pack.register)) for one in pack.columns)


def test_no_shipped_pack_fills_an_identity_number():
    from kebridge.core.outside import registry

    asked = [
        one
        for pack in registry.every()
        for one in pack.columns
        if "身份证" in one.heading or "证件" in one.heading
    ]
    assert asked
    assert {one.source for one in asked} == {"by_hand"}


def test_two_packs_of_one_code_are_refused():
    from kebridge.core.outside import registry
    from kebridge.core.wording.places import DefinitionError

    with pytest.raises(DefinitionError, match="已在"):
        registry.checked([*load(GOOD), *load(GOOD)])
