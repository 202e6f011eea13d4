"""The pairs of characters in the names of metrics, by which a text may speak of one without its exact name."""

from collections.abc import Iterable

from kebridge.figures.checker.lexicon import Lexicon, plain_phrase

_COMMON_SHARE = 0.12  # a pair of characters that more metrics than this share tells nothing


def metrics_by_pair(lexicon: Lexicon) -> dict[str, list[str]]:
    """The metrics whose names hold a pair of characters; pairs that many hold tell nothing and are left out."""
    found: dict[str, list[str]] = {}
    for name, entry in lexicon.entries.items():
        for pair in dict.fromkeys(pairs((entry.metric.title, *entry.metric.words))):
            found.setdefault(pair, []).append(name)
    most = max(2, _COMMON_SHARE * len(lexicon.entries))
    return {pair: names for pair, names in found.items() if len(names) <= most}


def pairs(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for part in plain_phrase(text).split("…"):
            yield from (part[at : at + 2] for at in range(len(part) - 1))
