"""What a news text proposes, and where in the text each piece stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

HELD = r"举办|举行|开展|召开|启动|开幕|开讲|开课|走进|来到|拉开帷幕|组织|参加|放映|宣讲"
_ENDS = "。！？；\n"
_CAPTION = re.compile(
    r"^\s*(?:[（(]?图[为：:一二三四五六七八九十\d]|供图|摄影|[（(][^（）()\n]{1,20}摄)|摄[）)]\s*$"
)
_SERIES = re.compile(r"累计|今年以来|全年|截[至止]|历年|去年|往年|上一?届|每年|近年|以来|迄今|至今")


class Sure(StrEnum):
    """How much a proposal may be trusted; the value is what the page says."""

    GOOD = "把握较大"
    ASK = "请核对"


@dataclass(frozen=True)
class Proposal:
    """A value as one would type it, and the piece of text it came from.

    `until`: the last day of several. `note`: what the person must still find out, in words for the screen.
    """

    value: str
    text: str
    start: int
    end: int
    sure: Sure = Sure.GOOD
    note: str = ""
    until: str = ""


Proposals = tuple[Proposal, ...]  # of one matter: the likeliest first, the others to choose from


@dataclass(frozen=True)
class News:
    """All that was found; what was not found is empty.

    `shares`: the people of each session where the text tells them one by one, in order. `programmes` are no
    alternatives: all of them hold. `planned`: the words that tell of something to come. `notes`: what concerns the
    whole.
    """

    title: Proposals = ()
    day: Proposals = ()
    place: Proposals = ()
    body: Proposals = ()
    kind: Proposals = ()
    audience: Proposals = ()
    form: Proposals = ()
    on_site: Proposals = ()
    online: Proposals = ()
    sessions: Proposals = ()
    shares: Proposals = ()
    programmes: Proposals = ()
    planned: Proposals = ()
    notes: tuple[str, ...] = ()


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence around a stretch."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    lasts = [place for place in (text.find(mark, end) for mark in _ENDS) if place >= 0]
    return text[first : min(lasts, default=len(text))]


def line_at(text: str, start: int) -> str:
    last = text.find("\n", start)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]


def is_caption(text: str, start: int) -> bool:
    """Whether the line of this place stands under a picture."""
    return bool(_CAPTION.search(line_at(text, start)))


def is_of_series(sentence: str) -> bool:
    """Whether a sentence tells of more than this one event."""
    return bool(_SERIES.search(sentence))


def best_first(scored: Iterable[tuple[float, Proposal]]) -> Proposals:
    """By score, then by place in the text; each value once."""
    ordered = sorted(scored, key=lambda pair: (-pair[0], pair[1].start))
    found: dict[tuple[str, str], Proposal] = {}
    for _, one in ordered:
        found.setdefault((one.value, one.until), one)
    return tuple(found.values())
