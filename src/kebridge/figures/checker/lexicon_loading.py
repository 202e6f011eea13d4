"""The lexicon of an installation, as far as an actor may see it: metrics, choices of registers, tags, organisations."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import Measure, Visibility
from kebridge.core.ledger.models import Tag, TagSetMember
from kebridge.core.orgs.trees import Node, latest_tree
from kebridge.core.orgs.types import OrgType
from kebridge.core.records import register as registers
from kebridge.core.subjects.models import SubjectKind
from kebridge.figures.checker.fact_words import DIMENSIONS, words_of_facts
from kebridge.figures.checker.lexicon import (
    MEASURE,
    NAME,
    REGISTER,
    TAG,
    VALUE,
    Entry,
    Lexicon,
    Place,
    Sense,
    plain_phrase,
)
from kebridge.figures.checker.places import names_of
from kebridge.figures.labels import kind_label
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.noting import measures_of
from kebridge.figures.presenting import open_metrics, register_code
from kebridge.figures.seeing import visibility

# What a title says of the way of counting, not of what is counted.
_ENDINGS = re.compile(r"(?:次数|届次|人数|人次|场次|场数|期数|天数|种数|件数|年数|单位数|数量|数|率)$")
_BRACKETED = re.compile(r"[（(]([^（）()]*)[）)]")
_SPLITS = re.compile(r"[、/，,与和及]|或")
_REGION = re.compile(r"^(?:[\u4e00-\u9fff]{2,3}(?:省|市|县|区)|全国|全省|全市)")
_SHORTEST, _SHORTEST_TAG = 2, 3
_VERBS = frozenset({"组织"})  # a verb in nearly every sentence of a report, though a noun in our titles
_PERSON_UNITS = frozenset({"人", "名", "位"})
_PERSONAL = frozenset({SubjectKind.PERSON, "recipient"})  # who is honoured may be a person
_VALUE_STRENGTH, _PART_STRENGTH = 1.0, 0.8

Phrases = dict[str, list[Sense]]


def load_lexicon(by: Actor) -> Lexicon:
    """What the actor may see: metrics of the closed circle and organisations out of reach are not in it."""
    vocabulary = _vocabulary(by)
    phrases: Phrases = defaultdict(list)
    seen_metrics = list(open_metrics(by))
    personal = _counted_as_persons(seen_metrics)
    entries = [_entry(metric, vocabulary, personal) for metric in seen_metrics]
    for entry in entries:
        _add_names(entry.metric, phrases)
    seen = {code for entry in entries for code in entry.measures}
    used = {ledger_measures.get(code).register for code in seen}
    _add_registers(used, phrases)
    for measure, values, tags in vocabulary:
        if measure.code in seen:
            _add_values(measure, values, phrases)
            _add_tags(tags, phrases)
    titles = {one.code: one.title for one in registers.every() if one.code in used}
    return Lexicon(entries, phrases, list(_places(by)), titles)


# -- what facts bear

Vocabulary = list[tuple[Measure, dict[str, set[str]], dict[str, set[str]]]]


def _vocabulary(by: Actor) -> Vocabulary:
    """Of every measure that is in use: values of its dimensions, and tags, in the organisations within reach."""
    rows = words_of_facts(None if by.is_system else sorted(by.org_ids(Verb.SEE)) or [0])
    tags = dict(Tag.objects.values_list("pk", "name"))
    schemes = dict(Tag.objects.values_list("pk", "scheme"))
    members: dict[int, list[int]] = defaultdict(list)
    for tagset, tag in TagSetMember.objects.values_list("tagset_id", "tag_id"):
        members[tagset].append(tag)
    values: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    borne: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for measure, tagset, *dims in rows:
        for dimension, value in zip(DIMENSIONS, dims, strict=True):
            if value:
                values[measure][dimension].add(value)
        for tag in members.get(tagset, ()):
            borne[measure][schemes[tag]].add(tags[tag])
    return [(one, values[one.number], borne[one.number]) for one in ledger_measures.every()]


def _counted_as_persons(every: Iterable[Metric]) -> frozenset[str]:
    """Measures that some metric counts in persons, with its own limits: their items may be persons."""
    return frozenset(
        code
        for metric in every
        if metric.unit in _PERSON_UNITS and metric.filters
        for code in metric.measures
    )


def _entry(metric: Metric, vocabulary: Vocabulary, personal: frozenset[str]) -> Entry:
    measures = {one.code for one in measures_of(metric)}
    values: dict[str, set[str]] = defaultdict(set)
    tags: dict[str, set[str]] = defaultdict(set)
    for measure, known, borne in vocabulary:
        if measure.code in measures:
            for dimension, found in known.items():
                values[dimension] |= found
            for scheme, names in borne.items():
                tags[scheme] |= names
    return Entry(
        metric,
        register_code(metric),
        frozenset(measures),
        {key: frozenset(found) for key, found in values.items()},
        {key: frozenset(found) for key, found in tags.items()},
        is_closed=visibility(metric) == Visibility.CLOSED,
        counts_persons=any(
            code in personal or ledger_measures.get(code).subject_kind in _PERSONAL for code in measures
        ),
    )


# -- phrases


def _add(phrases: Phrases, phrase: str, sense: Sense, shortest: int = _SHORTEST) -> None:
    text = plain_phrase(phrase)
    if len(text) >= shortest and text not in _VERBS:
        phrases[text].append(sense)


def _add_names(metric: Metric, phrases: Phrases) -> None:
    for word in metric.words:
        _add(phrases, word, Sense(NAME, metric.name))
    for title in forms(metric.title):
        _add(phrases, title, Sense(NAME, metric.name))
        _add(phrases, _ENDINGS.sub("", title), Sense(NAME, metric.name, strength=_PART_STRENGTH))
    for code in metric.measures:
        for title in forms(ledger_measures.get(code).title):
            _add(phrases, _ENDINGS.sub("", title), Sense(MEASURE, code))


def _add_registers(codes: Iterable[str], phrases: Phrases) -> None:
    for register in registers.every():
        if register.code in codes:
            for name in (register.noun, *register.known_as):
                _add(phrases, name, Sense(REGISTER, register.code))


def _add_values(measure: Measure, values: dict[str, set[str]], phrases: Phrases) -> None:
    """Labels of the values that are in use."""
    for dimension, found in values.items():
        for value in found:
            label = (
                OrgType(value).label
                if _is_org_type(measure, dimension, value)
                else kind_label(measure.register, value)
            )
            said = _BRACKETED.sub("", label)
            for form in forms(label):
                strength = _VALUE_STRENGTH if form in said else _PART_STRENGTH
                sense = Sense(VALUE, value, dimension, measure.register, strength)
                _add(phrases, form, sense)


def _is_org_type(measure: Measure, dimension: str, value: str) -> bool:
    return measure.register == "organisations" and dimension == "kind" and value in OrgType


def _add_tags(tags: dict[str, set[str]], phrases: Phrases) -> None:
    for scheme, names in tags.items():
        for name in names:
            _add(phrases, name, Sense(TAG, name, scheme), _SHORTEST_TAG)
            short = _REGION.sub("", plain_phrase(name))
            if short != name:
                _add(phrases, short, Sense(TAG, name, scheme, strength=_PART_STRENGTH), _SHORTEST_TAG + 1)


def forms(label: str) -> list[str]:
    """Ways to write a label: as it is without its brackets, its parts, and what its brackets hold."""
    bare = _BRACKETED.sub("", label)
    inner = [part for held in _BRACKETED.findall(label) for part in _SPLITS.split(held)]
    if bare != label and not label.rstrip().endswith(("）", ")")):
        inner = []  # 县（市、区）科协: what is held is no name of its own
    parts = [part for part in _SPLITS.split(bare) if part]
    return list(dict.fromkeys([bare, *(parts if len(parts) > 1 else ()), *inner]))


# -- organisations


def _places(by: Actor) -> Iterator[Place]:
    tree = latest_tree()
    reach = None if by.is_system else by.org_ids(Verb.SEE)
    seen: list[Node] = [node for node in tree.nodes.values() if reach is None or node.id in reach]
    for node in seen:
        for name, is_short in names_of(node.name, node.type):
            yield Place(name, node.code, node.type, is_short)
