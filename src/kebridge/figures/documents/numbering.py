"""The numbers of headings and annexes, by their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kebridge.core.wording.headings import heading_number

from .model import Block, Heading


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with its number: 一、（一）1.（1） for headings (GB/T 9704-2012, 7.3.3), empty for others.

    A heading starts the count of all deeper levels anew.
    """
    counts = [0, 0, 0, 0]
    for block in blocks:
        if not isinstance(block, Heading):
            yield block, ""
            continue
        counts[block.level - 1] += 1
        counts[block.level :] = [0] * (4 - block.level)
        yield block, heading_number(block.level, counts[block.level - 1])


def annex_label(number: int, of: int) -> str:
    """附件1, 附件2 …; a sole annex carries no number (GB/T 9704-2012, 7.3.4 and 7.3.7)."""
    return "附件" if of == 1 else f"附件{number}"
