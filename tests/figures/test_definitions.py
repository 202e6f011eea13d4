"""Definitions: what is refused, in which place, and that the rooms' own are right."""

import pytest

HEAD = "- {name: t.x, title: 数, unit: 人次, kind: flow, "


def refusal(text: str) -> str:
    import tests.figures.measures  # noqa: F401 - declares the measures
    from kebridge.figures import metrics

    with pytest.raises(metrics.DefinitionError) as caught:
        metrics.checked(metrics.load(text, "室/metrics.yaml"))
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "wrong", "why"),
    [
        (HEAD + "measure: t.visits, colour: red}", "colour", "不认识字段“colour”"),
        (HEAD + "measure: t.nothing}", "t.nothing", "没有统计项“t.nothing”"),
        (HEAD + "measure: t.standing}", "t.standing", "时点数，不能用于 flow"),
        (HEAD + "measures: [t.visits, t.online]}", "t.online", "不能相加"),
        (HEAD + "measures: [t.visits, t.distance]}", "t.distance", "不能相加"),
        (HEAD + "measure: t.visits, filters: {programme: 科普日}}", "programme", "不能限定品牌活动"),
        (HEAD + "measure: t.visits, filters: {place: 广场}}", "place", "不能限定地点"),
        (HEAD + "measure: t.visits, over_time: last}", "last", "可以写：sum"),
        (HEAD + "measure: t.visits, decimals: 1.5}", "1.5", "整数"),
        ("- {name: t.x, title: 2024年人次, unit: 人次, kind: flow, measure: t.visits}", "2024", "不能写年份"),
        (
            "- {name: t.x, title: 《纲要》人次, unit: 人次, kind: flow, measure: t.visits}",
            "《",
            "不能写文件名",
        ),
        ("- {name: 人次, title: 人次, unit: 人次, kind: flow, measure: t.visits}", "人次", "应为“业务.名称”"),
        ("- {name: t.x, title: 数, unit: 个, kind: subjects, measure: t.visits}", "t.visits", "没有统计对象"),
        (
            "- {name: t.x, title: 数, unit: 人, kind: snapshot, measure: t.fans}",
            "{",
            "缺少字段“carry_forward”",
        ),
        ("- {name: t.x, title: 数, unit: '%', kind: growth, of: t.y}", "{", "没有指标“t.y”"),
        ("- {name: t.x, title: 数, unit: '%', kind: growth, of: t.x}", "{", "成了圈"),
        ("- {name: t.x, name: t.y}", "name: t.y", "写了两次"),
        ("- {name: t.x, title: ]}", "]", "YAML"),
    ],
)
def test_refused_at_its_place(text: str, wrong: str, why: str) -> None:
    message = refusal("\n\n" + text)
    assert message.startswith(f"室/metrics.yaml 第3行第{text.index(wrong) + 1}列")
    assert why in message


def test_the_same_family_adds() -> None:
    import tests.figures.measures  # noqa: F401 - declares the measures
    from kebridge.figures import metrics

    (metric,) = metrics.load(HEAD + "measures: [t.visits, t.tours]}", "x.yaml")
    assert metric.measures == ("t.visits", "t.tours")


def test_a_name_is_taken_once() -> None:
    line = HEAD + "measure: t.visits}\n"
    assert "已在本文件中定义过" in refusal(line * 2)


def test_the_definitions_of_the_rooms_are_right() -> None:
    from kebridge.figures import metrics

    rooms = {file.parent.name for file in metrics.files()}
    found = [metric for metric in metrics.every() if metric.name.split(".")[0] in rooms]
    assert {"activities.sessions", "venues.visits", "organisations.standing"} <= {one.name for one in found}
    assert all(metric.help for metric in found)


def test_every_measure_of_the_rooms_is_a_figure_of_its_own() -> None:
    from kebridge.core.ledger import measures
    from kebridge.figures import metrics

    rooms = {file.parent.name for file in metrics.files()}
    codes = [one.code for one in measures.every() if one.code.split(".")[0] in rooms]
    assert codes
    for code in codes:
        assert code in metrics.get(code).measures


def test_a_definition_says_only_how_the_measures_own_figure_differs() -> None:
    import tests.figures.measures  # noqa: F401 - declares the measures
    from kebridge.figures import metrics

    (figure,) = metrics.load("- {name: t.fans, words: [粉丝]}", "室/metrics.yaml")
    assert (figure.kind, figure.unit, figure.measures) == ("snapshot", "人", ("t.fans",))
    assert (figure.words, figure.carry_forward) == (("粉丝",), 400)
    (counted,) = metrics.load("- {name: t.standing, kind: subjects, unit: 家}", "室/metrics.yaml")
    assert (counted.kind, counted.unit, counted.measures) == ("subjects", "家", ("t.standing",))


def test_no_definition_of_the_rooms_repeats_its_measure() -> None:
    import yaml

    from kebridge.core.ledger import measures
    from kebridge.figures import metrics
    from kebridge.figures.metrics.own import own_metric

    own = {one.code: own_metric(one) for one in measures.every()}
    for file in metrics.files():
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            said = own.get(entry["name"])
            repeated = [
                key
                for key, value in entry.items()
                if said and key != "name" and getattr(said, key, None) == value
            ]
            assert not repeated, f"{entry['name']}：{repeated}"
            assert "measure" not in entry or entry["measure"] != entry["name"]
