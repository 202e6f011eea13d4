"""Packs from text: each wrong word is refused at its place."""

import re

from kebridge.core.outside.definition import LINES, RECORDS, SOURCES, OutsideColumn, Pack
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register
from kebridge.core.wording import places
from kebridge.core.wording.places import Placed, read

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_FIELDS = frozenset(
    {"code", "register", "system", "title", "source", "since", "until", "rows", "when", "columns", "note"}
)
_COLUMN_FIELDS = frozenset({"heading", "required", "most", "words", "otherwise", *SOURCES})
_FILTERABLE = frozenset({kinds.CHOICE, kinds.FLAG, kinds.TAGS, kinds.TEXT})


def load(text: str, file: str) -> list[Pack]:
    """The packs of one file. Raises DefinitionError: at the first wrong place."""
    document = read(text, file)
    if document is None:
        return []
    if not isinstance(document.value, list):
        raise document.at.error("应当是报送表的列表，每张以“- ”开头")
    return [_pack(item) for item in document.value]


def _pack(item: Placed) -> Pack:
    places.only(item, _FIELDS)
    code = places.text(item, "code")
    if not _CODE.fullmatch(code):
        raise item.value["code"].at.error(f"代码“{code}”只用小写字母、数字和下划线")
    name = places.text(item, "register")
    try:
        register = registers.get(name)
    except KeyError:
        raise item.value["register"].at.error(f"没有登记簿“{name}”") from None
    rows = places.text(item, "rows", required=False) or RECORDS
    if rows not in (RECORDS, LINES) or (rows == LINES and register.lines is None):
        raise item.value["rows"].at.error("rows 写 records（一条记录一行）；有明细行的登记簿才可以写 lines")
    since, until = places.day(item, "since"), places.day(item, "until")
    if since and until and until < since:
        raise item.value["until"].at.error("截止日期早于起始日期")
    return Pack(
        code=code, register=name, system=places.text(item, "system"), title=places.text(item, "title"),
        source=places.text(item, "source"), since=since, until=until, rows=rows, when=_when(item, register),
        columns=_columns(item, register, rows), note=places.text(item, "note", required=False), place=str(item.at),
    )  # fmt: skip


def _columns(item: Placed, register: Register, rows: str) -> tuple[OutsideColumn, ...]:
    found: list[OutsideColumn] = []
    for one in places.listed(item, "columns"):
        column = _column(one, register, rows)
        if column.heading in {other.heading for other in found}:
            raise one.value["heading"].at.error(f"“{column.heading}”栏写了两次")
        found.append(column)
    return tuple(found)


def _column(item: Placed, register: Register, rows: str) -> OutsideColumn:
    places.only(item, _COLUMN_FIELDS)
    heading = places.text(item, "heading")
    given = [key for key in SOURCES if key in item.value]
    if len(given) != 1:
        raise item.at.error(f"“{heading}”栏要写明内容从哪里来，只写其中一个：{'、'.join(SOURCES)}")
    source = given[0]
    name, field = places.text(item, source), None
    at = item.value[source].at
    if source == "field":
        field = register.by_name.get(name)
    elif source == "line":
        if rows != LINES:
            raise at.error("一条记录一行的表不能取明细行的内容，请写 rows: lines")
        field = next((one for one in register.line_fields if one.name == name), None)
    if source in ("field", "line") and field is None:
        raise at.error(f"登记簿“{register.title}”没有字段“{name}”")
    if source == "computed" and name not in register.computed_by_name:
        raise at.error(f"登记簿“{register.title}”没有计算栏“{name}”")
    words = _words(item, field)
    return OutsideColumn(
        heading, source, name, required=places.flag(item, "required"), most=_most(item), words=words,
        otherwise=places.text(item, "otherwise", required=False) if "otherwise" in item.value else None,
    )  # fmt: skip


def _words(item: Placed, field: Field | None) -> dict[str, str] | None:
    """Our choice → their word. A word that is none of our choices would never be met, so it is refused."""
    placed = item.value.get("words")
    if placed is None:
        return None
    if field is None or field.kind not in (kinds.CHOICE, kinds.FLAG):
        raise placed.at.error("只有选择项才有对照表")
    if not isinstance(placed.value, dict):
        raise placed.at.error("words 应写成若干“我们的选项: 对方的说法”")
    known = {"是", "否"} if field.kind == kinds.FLAG else {label for _, label in field.options()}
    for word, value in placed.value.items():
        if word not in known:
            raise placed.keys[word].error(
                f"“{field.label}”没有选项“{word}”，可以写：{'、'.join(sorted(known))}"
            )
        if not isinstance(value.value, str):
            raise value.at.error("对方的说法应为文字")
    return {word: value.value for word, value in placed.value.items()}


def _when(item: Placed, register: Register) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], ...]:
    placed = item.value.get("when")
    if placed is None:
        return ()
    alternatives = placed.value if isinstance(placed.value, list) else [placed]
    return tuple(_alternative(one, register) for one in alternatives)


def _alternative(placed: Placed, register: Register) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(placed.value, dict) or not placed.value:
        raise placed.at.error("when 应写成若干“字段: 值”；几种情况之一写成列表")
    found = []
    for name, values in placed.value.items():
        field = register.by_name.get(name)
        if field is None or field.kind not in _FILTERABLE or field.sensitive:
            raise placed.keys[name].error(
                f"登记簿“{register.title}”没有可以限定的字段“{name}”（选择项、是否、归类、文字）"
            )
        found.append((name, tuple(_value(one, field) for one in _listed(values))))
    return tuple(found)


def _listed(placed: Placed) -> list[Placed]:
    return placed.value if isinstance(placed.value, list) else [placed]


def _value(placed: Placed, field: Field) -> str:
    """The code of a choice; other values as written."""
    if not isinstance(placed.value, str) or not placed.value:
        raise placed.at.error("应为文字")
    if field.kind == kinds.CHOICE:
        code = next((code for code, label in field.options() if label == placed.value), None)
        if code is None:
            raise placed.at.error(f"“{field.label}”没有选项“{placed.value}”")
        return code
    if field.kind == kinds.FLAG and placed.value not in ("是", "否"):
        raise placed.at.error(f"“{field.label}”只能写“是”或“否”")
    return placed.value


def _most(item: Placed) -> int | None:
    return places.whole(item, "most", least=1) or None
