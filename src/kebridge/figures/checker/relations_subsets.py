"""What comes out of a number: those found wanting are no more than those examined."""

import re
from collections.abc import Iterator

from kebridge.figures.checker.relation_tools import Page, Piece, quoted, spread
from kebridge.figures.checker.relations_sums import ADDED
from kebridge.figures.checker.shapes import Relation, RelationType


def subsets(page: Page) -> Iterator[Relation]:
    """Pairs within sentences: 抽查40个，不合格43个."""
    for piece in page.sentences():
        yield from _of_a_sentence(piece)


_SUBSET = re.compile(
    r"(?:抽查|检查|抽检|考核|评审|参评|参赛|参加|参训|报名|应到|申报|受理|发放|征集|收到|抽测|送检)[^，。；\ue000-\uf8ff]{0,8}([\ue000-\uf8ff])[，、][^，。；\ue000-\uf8ff]{0,4}"
    r"(?:不合格|合格|优秀|获奖|通过|录取|入选|采纳|回收|办结|到会|结业|达标|立项|晋级|实到)[^，。；\ue000-\uf8ff]{0,4}([\ue000-\uf8ff])"
)


def _of_a_sentence(piece: Piece) -> Iterator[Relation]:
    """抽查40个，不合格43个: what comes out of a number cannot exceed it."""
    for match in _SUBSET.finditer(piece.pattern):
        whole, part = piece.figure(match[1]), piece.figure(match[2])
        if (
            whole.unit == part.unit
            and whole.mention.kind in ADDED
            and spread(part.mention)[0] > spread(whole.mention)[1]
        ):
            yield Relation(
                RelationType.SUM,
                (whole.index, part.index),
                False,
                whole.value,
                f"{quoted(part.mention)}出自{quoted(whole.mention)}，不会比它还多，请核对这两个数。",
            )
