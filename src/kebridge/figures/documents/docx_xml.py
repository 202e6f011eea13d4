"""Small tools for raw WordprocessingML: elements, runs of text, a package with fixed times."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

Element: TypeAlias = Any
"""An lxml element of python-docx (its classes carry no usable types)."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def el(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """A `w:` element with `w:` attributes; children that are None are left out."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    for child in children:
        if child is not None:
            element.append(child)
    return element


def on(tag: str, value: bool = True) -> Element:
    """A switch: `<w:tag w:val="1"/>`."""
    return el(tag, val=int(value))


def text_run(text: str, *properties: Element, style: str = "") -> Element:
    """A run. `w:hint="eastAsia"` keeps quotes, dashes and dots in the Chinese font; a line break becomes w:br."""
    marks = [el("rStyle", val=style)] if style else []
    run = el("r", el("rPr", *marks, el("rFonts", hint="eastAsia"), *properties))
    for index, line in enumerate(clean(text).split("\n")):
        if index:
            run.append(el("br"))
        if line:
            word = el("t")
            word.text = line
            word.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(word)
    return run


def field_run(instruction: str) -> list[Element]:
    """A field such as PAGE as the five runs that Word, WPS and LibreOffice all understand."""
    code = el("instrText")
    code.text = f" {instruction} "
    return [
        el("r", el("fldChar", fldCharType="begin")),
        el("r", code),
        el("r", el("fldChar", fldCharType="separate")),
        text_run("1"),
        el("r", el("fldChar", fldCharType="end")),
    ]


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph of a named style; direct properties follow the order of the schema."""
    return el("p", el("pPr", el("pStyle", val=style), *properties), *content)


def clean(text: str) -> str:
    """Text without characters that XML cannot hold; every kind of line end becomes one line feed."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def fixed_times(package: bytes) -> bytes:
    """The same package with all member times at 1980-01-01, so that equal documents are equal bytes."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, source.read(name))
    return result.getvalue()
