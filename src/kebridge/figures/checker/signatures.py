"""The signature of a figure: the words around it without any number, by which a choice is known again next year."""

import re

from kebridge.figures.checker.shapes import Mention
from kebridge.figures.checker.zones import Zone

_NUMBERS = re.compile(
    r"(?:\d[\d,.]*|[零一二三四五六七八九十百千两〇]+(?=[个名位家场次项所篇份人年届条类种]))[万亿]?[余多]?"
)
_PERIODS = re.compile(r"(?:\d{4}年度?|全年|今年|本年|年度|去年|上年|[上下]半年|\d{1,2}月份?)")
_SAID_TWICE = re.compile(r"[，,。；;、：:！!？?\s]|超过?|近|约|达到?|突破|左右|以上|共计?|累计")
_SHORTEST = 3
LONGEST = 80


def signature_of(zone: Zone, mention: Mention) -> str:
    """Clause, place in it, and unit; the clause before it too where it says nothing itself."""
    text = zone.passage.plain_text
    own = _bare(text[zone.own[0] : zone.mention[0]]) + "#" + _bare(text[zone.mention[1] : zone.own[1]])
    if len(own) <= _SHORTEST:
        own = _bare(text[zone.sentence[0] : zone.mention[0]])[-LONGEST // 2 :] + "#" + own
    return f"{own[-LONGEST:]}|{mention.unit}"


def _bare(text: str) -> str:
    return _SAID_TWICE.sub("", _NUMBERS.sub("", _PERIODS.sub("", text)))
