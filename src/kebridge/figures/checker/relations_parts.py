"""Which figures of a list are the parts of the total before it: after 其中, 包括, 分别, up to where the list ends."""

import re

from kebridge.figures.checker.relation_tools import NOT, F, Figure, Piece

_ITEM = re.compile(rf"[^{NOT}、：]{{1,14}}({F})")
_JOINED = re.compile(rf"、[^{NOT}]*{F}")
_OUTCOME = re.compile(
    "，(?:共|均|已|并|还|又|先后|累计)*(?:获|荣|评|入选|推荐|表彰|覆盖|惠及|参与|吸引|服务|培训|受益|发放|投入|报送|晋级|选送|带动)"
)
_SUMMED_UP = re.compile("等?共?这?")
_SHORTEST_LIST = 3


def parts_after(piece: Piece, opening: re.Match[str]) -> tuple[str, list[Figure]]:
    """The stretch of the list behind an opening word, and the figures in it that may be parts."""
    rest = piece.pattern[opening.end() :]
    is_bracket = opening.group().endswith("（")
    if not is_bracket and (items := _itemised(piece, rest)):
        return re.split("。|其中", rest)[0], items
    closing = re.search(r"[；。）]|其中" if is_bracket else r"[；。]|其中", rest)
    stretch = rest[: closing.start()] if closing else rest
    return stretch, _in_a_row(piece, stretch)


def _itemised(piece: Piece, rest: str) -> list[Figure]:
    """其中：国家级5个；省级20个；市级40个: the first figure of each item, all in one unit; else none."""
    bare = rest.lstrip("：，")
    items = [item for item in re.split("。|其中", bare)[0].split("；") if item]
    if len(items) < (2 if bare != rest else _SHORTEST_LIST):
        return []
    heads = [_ITEM.match(item) for item in items]
    if not all(heads) or any(_JOINED.search(item) or _OUTCOME.match("，" + item) for item in items):
        return []
    parts = [piece.figure(head[1]) for head in heads if head]
    return parts if len({part.unit for part in parts}) == 1 else []


def _in_a_row(piece: Piece, stretch: str) -> list[Figure]:
    """The figures of a list in one sentence, without what came of it (，获奖80件) and the number of its items (三个层级)."""
    parts: list[Figure] = []
    gaps: list[str] = []
    for match in re.finditer(f"([^\ue000-\uf8ff]*)({F})", stretch):
        gap, figure = match[1], piece.figure(match[2])
        if len(parts) > 1 and all("、" in one for one in gaps[1:]) and _OUTCOME.search(gap):
            break
        if len(parts) > 1 and _SUMMED_UP.fullmatch(gap) and figure.value == len(parts):
            continue
        parts.append(figure)
        gaps.append(gap)
    return parts
