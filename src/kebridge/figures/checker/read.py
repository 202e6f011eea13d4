"""Opening a draft: plain text in the usual encodings, Word documents, PDF files with text."""

from pathlib import Path

from kebridge.core.refusal import Refusal
from kebridge.figures.checker.furniture import find_furniture
from kebridge.figures.checker.shapes import Draft

LARGEST_FILE = 20 * 1024 * 1024  # a report with photographs; beyond it a scan or something else
LONGEST_TEXT = 300_000  # about 300 printed pages; no report of a year is longer
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HOW = "请另存为 .docx、.txt 或带文字的 .pdf 再核对"


def from_text(text: str, name: str = "") -> Draft:
    """A draft from a text already at hand. Offsets count its characters as given.

    Refusal if nothing is written in it or it is too long to be a report.
    """
    if not text.strip():
        raise Refusal("稿子是空的，没有可核对的文字", repair="请粘贴或选择有文字的稿子")
    if len(text) > LONGEST_TEXT:
        raise Refusal(
            f"稿子有 {len(text)} 个字，一次最多核对 {LONGEST_TEXT} 个字", repair="请分成几份，逐份核对"
        )
    return Draft(text, name, find_furniture(text))


def read_draft(path: Path) -> Draft:
    """The draft in a file: .txt (UTF-8, GB18030, UTF-16), .docx, .pdf. Line ends count as one character.

    Refusal in plain Chinese for a missing, empty, too large, protected, scanned or unreadable file.
    """
    if not path.is_file():
        raise Refusal(f"没有找到文件“{path.name}”", repair="请检查文件名和所在的文件夹")
    size = path.stat().st_size
    if size == 0:
        raise Refusal(f"文件“{path.name}”是空的", repair="请选择有内容的文件")
    if size > LARGEST_FILE:
        raise Refusal(
            f"文件“{path.name}”有 {size / 1024 / 1024:.0f} MB，超过 {LARGEST_FILE // 1024 // 1024} MB",
            repair="请去掉图片，或只留文字再核对",
        )
    data = path.read_bytes()
    return from_text(_text_of(data, path), path.name)


def _text_of(data: bytes, path: Path) -> str:
    """The text by what the file is, not by what its name says."""
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        from kebridge.figures.checker.read_pdf import pdf_text  # noqa: PLC0415  # slow to load, most drafts are no PDF

        return pdf_text(data, path.name)
    if data.startswith(b"PK\x03\x04"):
        from kebridge.figures.checker.read_docx import docx_text  # noqa: PLC0415  # slow to load

        return docx_text(data, path.name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        protected = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data
        if protected:
            raise Refusal(f"文件“{path.name}”有密码保护，打不开", repair="请去掉密码，另存后再核对")
        raise Refusal(f"文件“{path.name}”是旧式 Word、WPS 或 Excel 文件", repair=_HOW)
    return plain_text(data, path.name)


def plain_text(data: bytes, name: str) -> str:
    """Bytes of a text file as text, by its mark or by the first encoding that fits. Refusal if it is no text."""
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)] or _likely(data)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_text(text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Refusal(f"文件“{name}”不是文字稿，或者文字编码认不出来", repair=_HOW)


def _likely(data: bytes) -> list[str]:
    """UTF-16 without its mark has a zero byte in most of its Latin characters and line ends."""
    zeros_even, zeros_odd = data[0:2000:2].count(0), data[1:2000:2].count(0)
    if zeros_odd > zeros_even:
        return ["utf-16-le"]
    if zeros_even:
        return ["utf-16-be"]
    return ["utf-8", "gb18030"]


def _reads_as_text(text: str) -> bool:
    """Few control characters, and no characters that stand for broken bytes."""
    sample = text[:20_000]
    strange = sum(
        (ord(c) < 32 and c not in "\n\r\t\f\v") or c == "\ufffd" or 0xE000 <= ord(c) < 0xF900 for c in sample
    )
    return strange * 100 <= len(sample)
