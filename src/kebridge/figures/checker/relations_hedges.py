"""A number hedged twice: 约200人左右, 近20余场, 超过2500多人. The inventory of hedges is that of `hedges.py`."""

import re
from collections.abc import Iterator

from kebridge.core.wording.agreement import Qualifier
from kebridge.core.wording.styles import doubled_hedges
from kebridge.figures.checker.relation_tools import Page, quoted
from kebridge.figures.checker.shapes import Relation, RelationType

_PLAIN_PAIRS = re.compile(
    r"^(?:不少于|不低于|至少|最少|超过?|超出|突破|逾|近|将近|接近|约|大约|大概|不足|不到|至多|最多|不超过|估计|左右)"
)


def hedged_twice(page: Page) -> Iterator[Relation]:
    """One relation for each figure with two hedges that say the same or contradict each other."""
    for figure in page.figures:
        mention = figure.mention
        words = [word for word in mention.hedges if word != "+"]
        vague = mention.qualifier is Qualifier.AT_LEAST and re.search(
            r"数[十百千万]|上[百千万]", mention.text
        )
        if len(words) + bool(vague) < 2 and not (words and doubled_hedges(mention.text)):
            continue
        pair = "”和“".join(words) if len(words) > 1 else words[0]
        yield Relation(
            RelationType.HEDGE,
            (figure.index,),
            False,
            None,
            f"{quoted(mention)}里“{pair}”意思重复或矛盾，只留一个：{_once(mention.text, words)}。",
        )


def _once(text: str, words: list[str]) -> str:
    """The figure with its first hedge only."""
    bare = re.sub(r"\s+", "", text)
    for word in words[1:]:
        at = bare.rfind(word)
        bare = bare[:at] + bare[at + len(word) :] if at >= 0 else bare
    return f"写“{bare}”即可"
