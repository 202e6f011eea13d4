"""Lists of records in a report: in a sentence, numbered, by groups; and chronicles of several registers."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from kebridge.core.access.actors import Actor
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import queries
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.core.records.states import State
from kebridge.figures.documents import model as doc
from kebridge.figures.reports import placeholders
from kebridge.figures.reports.blocks import ChronicleBlock, RecordsBlock, Source

MOST_GROUPED = 3000
HIGHEST = "nation"  # a scale of levels is declared from below and told from above
_DAY = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")


def ranked_choices(register: Register, name: str) -> list[str]:
    """The choices of a field, the weightiest first: levels from above, others as they are declared."""
    codes = [str(code) for code, _ in register.by_name[name].options()]
    return codes[::-1] if codes and codes[-1] == HIGHEST else codes


def found_records(source: Source, by: Actor) -> QuerySet[Any]:
    """The counted records of a source that the actor may see."""
    register = registers.get(source.register)
    single = {name: values[0] for name, values in source.filters if len(values) == 1}
    wanted = {**single, "org": source.scope, "state": State.COUNTED}
    if register.day:
        wanted |= {"from": source.period.start.isoformat(), "to": source.period.end.isoformat()}
    found = queries.search(register, by, wanted)
    for name, values in source.filters:
        if len(values) > 1:
            found = found.filter(**{f"{name}__in": values})
    node = latest_tree().by_code.get(source.scope)
    return found.filter(org=node.id) if source.own and node else found


def record_list(block: RecordsBlock, by: Actor) -> list[doc.Block]:
    """The list; nothing at all where there are no records."""
    register = registers.get(block.source.register)
    found = found_records(block.source, by).prefetch_related(*register.prefetch)
    found = found.order_by(*_ordering(block, register))
    if block.group:
        return _grouped(block, register, list(found[:MOST_GROUPED]))
    total = found.count()
    records = list(found[: block.limit] if block.limit else found)
    return _listed(block, register, records, total, block.lead)


def _ordering(block: RecordsBlock, register: Register) -> list[Any]:
    """Groups, then rank, then the fields named, then what the register itself says."""
    first = [
        _by_choice(register, name)
        for name in (block.group, block.rank)
        if name and _has_choices(register, name)
    ]
    return [*first, *(block.order or register.order)]


def _has_choices(register: Register, name: str) -> bool:
    return register.by_name[name].choices is not None


def _by_choice(register: Register, name: str) -> Case:
    codes = ranked_choices(register, name)
    whens = [When(**{name: code}, then=Value(number)) for number, code in enumerate(codes)]
    return Case(*whens, default=Value(len(codes)), output_field=IntegerField())


def _grouped(block: RecordsBlock, register: Register, records: Sequence[Any]) -> list[doc.Block]:
    groups: dict[str, list[Any]] = {}
    for record in records:
        groups.setdefault(_field_text(register, block.group, record) or "其他", []).append(record)
    made: list[doc.Block] = (
        [doc.Paragraph((doc.Text(block.lead),), leads=True)] if block.lead and groups else []
    )
    for name, members in groups.items():
        kept = members[: block.limit] if block.limit else members
        head = f"{name}{len(members)}{register.unit}"
        if block.layout == "line":
            made += _listed(block, register, kept, len(members), f"{head}：")
        else:
            made += [doc.Subhead(head), *_listed(block, register, kept, len(members), "")]
    return made


def _listed(
    block: RecordsBlock, register: Register, records: Sequence[Any], total: int, lead: str
) -> list[doc.Block]:
    if not records:
        return []
    source = block.source
    has_years = source.period.start.year != source.period.end.year
    runs = [
        doc.RecordRun(_filled(register, source.pattern, one, has_years=has_years), register.url(one))
        for one in records
    ]
    usual = (
        f"等{{total}}{register.unit}"
        if block.layout == "line"
        else f"共{{total}}{register.unit}，只列前{len(records)}{register.unit}"
    )
    tail = (block.tail or usual).replace("{total}", str(total)) if len(records) < total else ""
    if block.layout == "line":
        listing = doc.Listing(tuple((run,) for run in runs), sep=block.sep, tail=tail + block.end)
        return [doc.Paragraph((doc.Text(lead), listing) if lead else (listing,))]
    made = (
        [doc.Paragraph((doc.Text(lead if lead[-1] in "：。" else f"{lead}："),), leads=True)] if lead else []
    )
    for number, run in enumerate(runs, start=1):
        mark = (doc.Text(f"{number}."),) if block.layout == "numbered" else ()
        made.append(_line((*mark, run, doc.Text("" if run.text.endswith(("。", "！", "？")) else block.end))))
    return [*made, *([_line((doc.Text(f"（{tail}）"),))] if tail else [])]


def _line(runs: tuple[doc.Run, ...]) -> doc.Paragraph:
    return doc.Paragraph(runs)


def _filled(register: Register, pattern: str, record: Any, *, has_years: bool = False) -> str:
    """The pattern with the record's words; `has_years`: a day is told with its year."""
    words = []
    for text, is_key in placeholders.pieces(pattern):
        if not is_key:
            words.append(text)
        elif text == "sentence":
            words.append(register.sentence(record))
        else:
            words.append(_field_text(register, text, record, has_years=has_years))
    return "".join(words)


def _field_text(register: Register, name: str, record: Any, *, has_years: bool = False) -> str:
    value = getattr(record, name, None)
    if isinstance(value, datetime.date):
        year = f"{value.year}年" if has_years else ""
        return f"{year}{value.month}月{value.day}日"
    return register.by_name[name].text(record)


# -- chronicles


@dataclass(frozen=True)
class _Entry:
    """A record that may stand in a chronicle: its weight decides who stays when a month is full."""

    day: datetime.date
    weight: tuple[int, int, int]
    source: int
    pk: int


def chronicle(block: ChronicleBlock, by: Actor) -> list[doc.Block]:
    """By month in order of day; of a full month the higher levels stay, then registers named first."""
    months: dict[tuple[int, int], list[_Entry]] = {}
    for number, source in enumerate(block.sources):
        for entry in _entries(number, source, by):
            months.setdefault((entry.day.year, entry.day.month), []).append(entry)
    kept = {
        month: sorted(entries, key=lambda one: (one.weight, one.day, one.pk))[: block.limit]
        for month, entries in sorted(months.items())
    }
    told = _told(block, [one for entries in kept.values() for one in entries], by)
    several = block.period.start.year != block.period.end.year
    made: list[doc.Block] = []
    for (year, month), entries in kept.items():
        made.append(doc.Subhead(f"{year}年{month}月" if several else f"{month}月"))
        in_order = sorted(entries, key=lambda entry: (entry.day, entry.source, entry.pk))
        made += [doc.Paragraph(told[(one.source, one.pk)]) for one in in_order]
        rest = len(months[(year, month)]) - len(entries)
        if rest and block.tail:
            made.append(doc.Paragraph((doc.Text(block.tail.replace("{rest}", str(rest))),)))
    return made


def _entries(number: int, source: Source, by: Actor) -> Iterable[_Entry]:
    register = registers.get(source.register)
    has_level = "level" in register.by_name and _has_choices(register, "level")
    weights = (
        {code: place for place, code in enumerate(ranked_choices(register, "level"))} if has_level else {}
    )
    of_day: dict[datetime.date, int] = {}  # where all else is equal, one of each day before a second of any
    fields = ("pk", register.day, *(("level",) if has_level else ()))
    for pk, day, *level in found_records(source, by).order_by("pk").values_list(*fields):
        place = weights.get(level[0], len(weights)) if level else len(weights) or 3
        order = of_day[day] = of_day.get(day, -1) + 1
        yield _Entry(day, (place, number, order), number, pk)


def _told(
    block: ChronicleBlock, entries: Sequence[_Entry], by: Actor
) -> dict[tuple[int, int], tuple[doc.Run, ...]]:
    """The words of each entry, a register at a time."""
    told: dict[tuple[int, int], tuple[doc.Run, ...]] = {}
    for number, source in enumerate(block.sources):
        register = registers.get(source.register)
        wanted = {one.pk: one for one in entries if one.source == number}
        records = (
            queries.visible(register, by).filter(pk__in=list(wanted)).prefetch_related(*register.prefetch)
        )
        for record in records:
            day = wanted[record.pk].day
            words = _undated(_filled(register, source.pattern, record), day)
            link = doc.RecordRun(words, register.url(record))
            told[(number, record.pk)] = (doc.Text(f"{day.month}月{day.day}日　"), link, doc.Text("。"))
    return told


def _undated(sentence: str, day: datetime.date) -> str:
    """The sentence without the day it begins with, when that is the day it is listed under."""
    sentence = sentence.rstrip("。")
    found = _DAY.match(sentence)
    if found and (int(found[2]), int(found[3])) == (day.month, day.day):
        return sentence[found.end() :].lstrip("，,、 ")
    return sentence
