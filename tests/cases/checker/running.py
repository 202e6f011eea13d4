"""The checker on one marked sentence, and the marks of the reports with their claim ids."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from kebridge.figures.checker import context, mentions, read, relations
from tests.cases.checker.marks import HERE, Sentence, Span
from tests.cases.checker.scoring import Found, Tally, score_figures, score_relations


def score(sentences: Iterable[Sentence]) -> Tally:
    """Figures and relations of all sentences, each a text of its own."""
    total = Tally()
    for sentence in sentences:
        draft = read.from_text(sentence.text)
        found = tuple(mentions.find_mentions(draft))
        told = relations.find_relations(draft, found, context.contexts(draft, found))
        total += score_figures(
            sentence.text, sentence.spans, [Found.of_mention(one) for one in found], sentence.place
        )
        total += score_relations(sentence, told, sentence.place)
    return total


def read_report(name: str, text: str, folder: Path = HERE / "reports") -> list[Span]:
    """Marks of a report by offsets into its text; ValueError when the text is another one."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    spans = [_span(row, text) for row in rows]
    if any(span.end > len(text) for span in spans):
        raise ValueError(f"{name}：标记超出文本，文本与标记时不同")
    return spans


def _span(row: dict[str, str], text: str) -> Span:
    start, end = int(row["start"]), int(row["end"])
    value = row["value"]
    bounds = tuple(map(Decimal, value.split("~"))) if "~" in value else None
    return Span(
        start, end, row["role"], text[start:end],
        () if bounds or not value else tuple(Fraction(one) for one in value.split(";")),
        (bounds[0], bounds[1]) if bounds else None,
        tuple(row["unit"].split(";")),
        () if row["qualifier"] == "*" else tuple(row["qualifier"].split(";")),
        row["kind"] or "count",
        claim_ids=tuple(row["claim_ids"].split()),
    )  # fmt: skip
