"""A signed edition set again: the document from its frozen template at its seal, only if it says what was signed."""

import re
from datetime import date
from html import unescape

from kebridge.core.access.actors import Actor
from kebridge.core.refusal import Refusal
from kebridge.figures.documents.html import to_html
from kebridge.figures.documents.model import Document
from kebridge.figures.models import Edition
from kebridge.figures.reports.binding import render
from kebridge.figures.reports.ops import read_template, seal_line

_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r'<p class="mark">.*?</p>')
_DATE = re.compile(r'<time datetime="(\d{4}-\d{2}-\d{2})">')
_SHOWN = 60


def document_of(edition: Edition, *, by: Actor, marks: tuple[str, ...] = ()) -> Document:
    """Raises Refusal: a number or a list is not what was signed (a record was changed since, a name, a rule)."""
    dated = _DATE.search(edition.html)
    made = render(
        read_template(edition.template), by=by, position=edition.seal_id, marks=marks, draft=False,
        date=date.fromisoformat(dated[1]) if dated else None, seal_line=seal_line(edition.seal),
    )  # fmt: skip
    signed, now = _lines(edition.html), _lines(to_html(made.document))
    if signed != now:
        was, became = next(
            ((a, b) for a, b in zip(signed, now, strict=False) if a != b), (signed[-1], now[-1])
        )
        raise Refusal(
            f"按同一存证重新排版，与签发时不一致，不能给出PDF。签发时：{_cut(was)}；现在：{_cut(became)}",
            repair="请下载签发时固定下来的文档；确需PDF的，签发更正稿后再下载",
        )
    return made.document


def _lines(html: str) -> list[str]:
    """The words line by line; the marks of this installation are not part of what was signed."""
    return [
        words for line in _MARK.sub("", html).splitlines() if (words := unescape(_TAG.sub("", line)).strip())
    ]


def _cut(words: str) -> str:
    return f"“{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”"
