"""The text of a Word document in reading order: paragraphs, tables, text boxes, notes; deleted text left out."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from kebridge.core.refusal import Refusal

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset(
    {f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr"}
)
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
LARGEST_PART = 60 * 1024 * 1024  # unpacked; a report's text is some hundred kilobytes


def docx_text(data: bytes, name: str) -> str:
    """The text, one line per paragraph, cells of a table row separated by tabs. Refusal if it is no Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if _BODY not in names:
                raise Refusal(f"文件“{name}”不是 Word 文稿", repair="请另存为 .docx 或 .txt 再核对")
            parts = [_part(archive, part, name) for part in (_BODY, *_NOTES) if part in names]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, etree.XMLSyntaxError) as error:
        raise Refusal(f"文件“{name}”已损坏或有密码，打不开", repair="请重新另存一份再核对") from error
    return "\n".join(line for part in parts for line in _lines(part)).strip("\n")


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Any:
    if archive.getinfo(part).file_size > LARGEST_PART:
        raise Refusal(f"文件“{name}”解开后太大", repair="请只留文字再核对")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(part), parser)  # entities and network are off


def _lines(node: Any) -> Iterator[str]:
    """Lines of everything below a node; a table row is one line."""
    for child in node:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_W}tr":
            yield "\t".join(
                " ".join(filter(None, _lines(cell)))
                for cell in child.iter(f"{_W}tc")
                if _row_of(cell) is child
            )
        elif child.tag == f"{_W}p":
            yield _runs(child)
            for box in _boxes(child):
                yield from _lines(box)
        else:
            yield from _lines(child)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_W}tr"), None)


def _boxes(paragraph: Any) -> list[Any]:
    """Text boxes anchored in a paragraph, once each (Word writes a fallback copy)."""
    return [
        box
        for box in paragraph.iter(f"{_W}txbxContent")
        if not any(above.tag == _FALLBACK for above in box.iterancestors())
        and next(box.iterancestors(f"{_W}p"), None) is paragraph
    ]


def _runs(node: Any) -> str:
    """The characters of a paragraph itself, without those of its text boxes."""
    pieces = []
    for child in node:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str) or child.tag == f"{_W}txbxContent":
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            pieces.append(" ")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        else:
            pieces.append(_runs(child))
    return "".join(pieces)
