"""The checker on marked sentences, and the marks of the reports with their claim ids."""

import csv
import hashlib
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from kebridge.figures.checker import finding, read
from tests.cases.checker.marks import HERE, Sentence, Span
from tests.cases.checker.scoring import Found, Tally, score_figures, score_relations

REPORTS = HERE / "reports"


def score(sentences: Iterable[Sentence]) -> Tally:
    """Figures and relations of all sentences, each a text of its own."""
    total = Tally()
    for sentence in sentences:
        told = finding.find(read.from_text(sentence.text))
        found = [Found.of_mention(one) for one in told.mentions]
        total += score_figures(sentence.text, sentence.spans, found, sentence.place)
        total += score_relations(sentence, told.relations, sentence.place)
    return total


def report_names() -> list[str]:
    """S0, S1 … as marked."""
    return [row["name"] for row in _rows(REPORTS / "texts.csv")]


def read_report(name: str, folder: Path) -> tuple[Path, str, list[Span]]:
    """File, text and marks of a report whose text lies in `folder`; ValueError: it is not the text that was marked."""
    known = next(row for row in _rows(REPORTS / "texts.csv") if row["name"] == name)
    path = folder / known["file"]
    if hashlib.sha256(path.read_bytes()).hexdigest() != known["sha256"]:
        raise ValueError(f"{path} 不是标记时的文本")
    text = path.read_text(encoding="utf-8")
    return path, text, [_span(row, text) for row in _rows(REPORTS / f"{name}.csv")]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


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
