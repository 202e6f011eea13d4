"""What a handed-in file really is, before any workbook library opens it. Everything that is no sound .xlsx is
refused in plain Chinese with the repair."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from xml.etree import ElementTree

from kebridge.core.refusal import Refusal

OLE_MARK = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP_MARK = b"PK\x03\x04"
EMPTY_ZIP_MARK = b"PK\x05\x06"
MOST_BYTES = 300 * 2**20  # unpacked; 50,000 rows of 15 columns are about 40 MB
MOST_CELLS = 20_000_000  # calamine holds the whole rectangle: one stray cell far away would take all memory
_BROKEN_ZIP = (  # all that zipfile was seen to raise on damaged archives
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    EOFError, IndexError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError,
)  # fmt: skip
SAVE_AS = "请用 Excel 或 WPS 打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再导入"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# No "<" within a tag, no two runs of spaces side by side: whatever a file holds, each search is over after one walk.
# Cells beyond Z or beyond row 99,999 with the rest of their tag, however their attributes are written.
_FAR = re.compile(
    rb"<(?:[^\s<>/:]+:)?c\s[^<]*?\br\s*=\s*[\"'](?:([A-Za-z]{2,})(\d+)|[A-Za-z](\d{6,}))[\"']([^<]*)"
)
_ROW = re.compile(rb"<(?:[^\s<>/:]+:)?row\s[^<]*?\br\s*=\s*[\"'](\d+)[\"']")
_BROKEN = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3}\d{1,7})"(?:[^<>]*\bt="e"|[^<>]*>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v(?:\s*/>|></(?:\w+:)?v>)\s*)?</(?:\w+:)?c>)"
)


def _name(filename: str) -> str:
    return f"“{filename}”" if filename else "这个文件"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _refuse_ole(data: bytes, name: str) -> Refusal:
    if _utf16("EncryptedPackage") in data or _utf16("EncryptionInfo") in data:
        return Refusal(f"{name}设了打开密码，无法读取", repair="请在 Excel 或 WPS 里取消密码后另存，再导入")
    if _utf16("WordDocument") in data:
        return Refusal(f"{name}是 Word 文档，不是 Excel 表格", repair="请把内容填进导入表，再导入")
    return Refusal(f"{name}是旧格式的表格（.xls 或 .et），不能直接导入", repair=SAVE_AS)


def _refuse_text(data: bytes, name: str) -> Refusal:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith(b"%pdf"):
        return Refusal(f"{name}是 PDF 文件，不是 Excel 表格", repair="请把内容填进导入表，再导入")
    if any(mark in head for mark in (b"<html", b"<!doctype", b"<table", b'progid="excel.sheet"', b"<?xml")):
        return Refusal(f"{name}其实是网页或 XML 文件，只是改了后缀名", repair=SAVE_AS)
    if b"\x00" not in head and (b"," in head or b"\t" in head):
        return Refusal(f"{name}是文本（CSV）文件，不是 Excel 工作簿", repair=SAVE_AS)
    return Refusal(f"{name}不是 Excel 工作簿", repair="请下载导入表，填好后再导入")


def _refuse_other_zip(names: set[str], name: str) -> Refusal:
    if "word/document.xml" in names:
        return Refusal(f"{name}是 Word 文档，不是 Excel 表格", repair="请把内容填进导入表，再导入")
    if "ppt/presentation.xml" in names:
        return Refusal(f"{name}是演示文稿，不是 Excel 表格", repair="请把内容填进导入表，再导入")
    if "xl/workbook.bin" in names or "content.xml" in names:
        return Refusal(f"{name}的格式（.xlsb 或 .ods）不能直接导入", repair=SAVE_AS)
    return Refusal(f"{name}是压缩包，不是 Excel 工作簿", repair="请解压后选择里面的 .xlsx 文件，再导入")


def open_container(data: bytes, filename: str = "", most_bytes: int = MOST_BYTES) -> zipfile.ZipFile:
    """The zip container of a sound .xlsx. Refusal if it is anything else, damaged or far too large."""
    name = _name(filename)
    if not data:
        raise Refusal(f"{name}是空文件，里面没有内容", repair="请重新保存后再导入")
    if data.startswith(OLE_MARK):
        raise _refuse_ole(data, name)
    if not data.startswith((ZIP_MARK, EMPTY_ZIP_MARK)):
        raise _refuse_text(data, name)
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
        entries = container.infolist()
        if sum(entry.file_size for entry in entries) > most_bytes:
            raise Refusal(f"{name}太大，无法一次读完", repair="请分成几个文件，分别导入")
        names = {entry.filename for entry in entries}
        if "xl/workbook.xml" not in names:
            raise _refuse_other_zip(names, name)
        if container.testzip() is not None:
            raise damaged(filename)
    except _BROKEN_ZIP as error:
        raise damaged(filename) from error
    return container


def damaged(filename: str) -> Refusal:
    """The refusal for a broken workbook."""
    return Refusal(
        f"{_name(filename)}已损坏或没有传完整，打不开",
        repair="请在 Excel 或 WPS 里打开确认，重新保存后再导入",
    )


def _tree(xml: bytes) -> ElementTree.Element:
    """The parsed part. Entities are refused before parsing: no office program writes them."""
    if b"<!" in xml.replace(b"<!--", b""):
        raise ElementTree.ParseError("declaration in a workbook part")
    return ElementTree.fromstring(xml)  # noqa: S314 - without declarations there is nothing to expand


def _parts(container: zipfile.ZipFile) -> dict[str, str]:
    """Sheet title → path of its part; empty where the workbook does not say."""
    try:
        relations = _tree(container.read("xl/_rels/workbook.xml.rels"))
        targets = {r.get("Id"): r.get("Target", "") for r in relations}
        book = _tree(container.read("xl/workbook.xml"))
    except (KeyError, ElementTree.ParseError):
        return {}
    parts = {}
    for element in book.iter():
        if element.tag.endswith("}sheet"):
            target = targets.get(element.get(_RELATION), "")
            parts[element.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return parts


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def column_letters(index: int) -> str:
    """The letters of a column counted from 0: 0 → A, 27 → AB."""
    letters, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _extent(xml: bytes) -> tuple[int, int]:
    """The last row and column that hold something; empty cells that only bear a format do not count."""
    row, column = max((int(m[1][:9]) for m in _ROW.finditer(xml)), default=0), 26
    for match in _FAR.finditer(xml):
        if not match[4].rstrip().endswith(b"/>"):
            row = max(row, int((match[2] or match[3])[:9]))
            column = max(column, _column_number((match[1] or b"Z")[:4].upper()))
    return row, column


def inspect_sheets(container: zipfile.ZipFile) -> dict[str, set[tuple[int, int]]]:
    """For each sheet the cells (row and column from 0) whose formula failed or was never computed: the reading
    library shows them as blank. Refusal where a stray cell makes a sheet too large to hold."""
    broken: dict[str, set[tuple[int, int]]] = {}
    titles = {part: title for title, part in _parts(container).items()}
    # Every part is looked at: the reading library may find a sheet where the names lead nowhere.
    for part in container.infolist():
        xml = container.read(part)
        if b"sheetData" not in xml:
            continue
        title = titles.get(part.filename, part.filename)
        last_row, last_column = _extent(xml)
        if last_row * last_column > MOST_CELLS:
            raise Refusal(
                f"工作表“{title}”太大：内容一直到第 {last_row} 行、第 {column_letters(last_column - 1)} 列",
                repair="多半是很远处有一个多余的单元格，请删去数据右边和下边的空列、空行，保存后再导入",
            )
        cells = set()
        for match in _BROKEN.finditer(xml):
            letters = match[1].rstrip(b"0123456789")
            cells.add((int(match[1][len(letters) :]) - 1, _column_number(letters) - 1))
        broken[title] = cells
    return broken
