"""The text of a PDF file that holds text; a scan is refused."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kebridge.core.refusal import Refusal

MOST_PAGES = 300
FEWEST_CHARACTERS = 20  # less on a whole file is a page number or a stamp over a scan


def pdf_text(data: bytes, name: str) -> str:
    """The text, pages one after another. Refusal for a file that is protected, scanned, broken or far too long."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it reports every flaw that it repairs
    try:
        pages = _pages(data, name)
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as error:
        raise Refusal(f"文件“{name}”已损坏，或者不是完整的 PDF", repair="请重新导出一份再核对") from error
    except (
        ImportError
    ) as error:  # AES needs a library that may be missing; the file is protected all the same
        raise Refusal(f"文件“{name}”有密码保护，打不开", repair="请去掉密码，另存后再核对") from error
    text = "\n".join(pages).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if len("".join(text.split())) < FEWEST_CHARACTERS:
        raise Refusal(
            f"文件“{name}”里只有图片，没有可核对的文字（多半是扫描件）",
            repair="请用文字版，或先识别成文字再核对",
        )
    return text


def _pages(data: bytes, name: str) -> list[str]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refusal(f"文件“{name}”有密码保护，打不开", repair="请去掉密码，另存后再核对")
    if len(reader.pages) > MOST_PAGES:
        raise Refusal(
            f"文件“{name}”有 {len(reader.pages)} 页，一次最多 {MOST_PAGES} 页", repair="请分成几份，逐份核对"
        )
    return [page.extract_text() or "" for page in reader.pages]
