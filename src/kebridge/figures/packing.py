"""佐证材料包: the evidence behind a figure or a report as one zip with an index.

What the reader may not see is not in it; the index says how many records have no file.
"""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.db.progress import Progress, untold
from kebridge.core.files import store
from kebridge.core.files.models import Evidence
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import queries
from kebridge.core.records import register as registers
from kebridge.core.transfer.writing import table
from kebridge.figures.evaluation import figures
from kebridge.figures.listing import FactLine, facts_of_figure
from kebridge.figures.requests import Figure, FigureRequest

INDEX = "索引.xlsx"
MOST_RECORDS = 5000
_PAGE = 1000
_COLUMNS = ("序号", "日期", "单位", "登记簿", "登记号", "内容", "统计项", "数量", "依据", "佐证材料")
_RECORD_COLUMNS = ("序号", "登记簿", "登记号", "内容", "佐证材料")


@dataclass
class _Pack:
    """A zip being filled; the same content is stored once."""

    zip: zipfile.ZipFile
    by: Actor
    progress: Progress
    stored: dict[str, str] = field(default_factory=dict)

    def add_evidence(self, folder: str, number: int, evidence: Evidence) -> str:
        """The name of the file in the zip; lost content is told in its place."""
        if evidence.sha256 not in self.stored:
            path = store.evidence.path(evidence.sha256)
            if not path.exists():
                return f"{evidence.name}（磁盘上找不到，请从备份恢复）"
            name = f"{folder}佐证材料/{number:04}-{evidence.pk}-{evidence.name}"
            self.zip.write(path, name)
            self.stored[evidence.sha256] = name
        return self.stored[evidence.sha256]

    def add_index(
        self, folder: str, title: str, columns: tuple[str, ...], rows: list[list[Any]], head: str
    ) -> None:
        without = sum(1 for row in rows if not row[-1])
        note = f"{head}{len(rows)}条记录，其中{without}条没有附佐证材料"
        self.zip.writestr(folder + INDEX, table(f"{title}佐证材料索引", columns, rows, note=note))


def pack_of_figure(
    request: FigureRequest, into: IO[bytes], *, by: Actor, progress: Progress = untold
) -> None:
    """The zip of one figure. Raises Denied: no permission to see or export from its scope."""
    (figure,) = figures([request], by=by)
    _require_export([figure], by)
    with _zip(into) as file:
        _add_figure(_Pack(file, by, progress), figure, "")


def pack_of_report(
    stated: Iterable[Figure], into: IO[bytes], *, by: Actor, progress: Progress = untold
) -> None:
    """The zip of all figures of a report, a folder each; a file that proves several is stored once."""
    found = list(stated)
    _require_export(found, by)
    with _zip(into) as file:
        pack = _Pack(file, by, progress)
        for number, figure in enumerate(found, start=1):
            _add_figure(pack, figure, f"{number:02}-{figure.metric.title}/".replace("%", "百分比"))


def pack_of_records(title: str, sources: Iterable[tuple[str, int]], into: IO[bytes], *, by: Actor, org_id: int,
                    figure: FigureRequest | None = None, progress: Progress = untold) -> None:  # fmt: skip
    """The files of records (of a task and of what serves it), with the figure that measures it.

    Raises Denied: no permission to export from `org_id`, or to see the figure.
    """
    by.require(Verb.EXPORT, org_id, "导出佐证材料")
    known = list(dict.fromkeys(sources))[:MOST_RECORDS]
    sentences = _sentences(known, by)
    evidence = _evidence(sentences)
    with _zip(into) as file:
        pack = _Pack(file, by, progress)
        rows = []
        for number, (code, pk) in enumerate((one for one in known if one in sentences), start=1):
            progress(f"装入{title}", number - 1, len(sentences))
            files = [pack.add_evidence("", number, one) for one in evidence.get((code, pk), ())]
            rows.append(
                [number, registers.get(code).title, f"{code}-{pk}", sentences[(code, pk)], "；".join(files)]
            )
        pack.add_index("", title, _RECORD_COLUMNS, rows, "")
        if figure is not None:
            _add_figure(pack, figures([figure], by=by)[0], "目标指标/")


def _zip(into: IO[bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False)


def _require_export(found: Iterable[Figure], by: Actor) -> None:
    for figure in found:
        node = latest_tree().by_code[figure.request.scope.org_code]
        by.require(Verb.EXPORT, node.id, "导出佐证材料")


def _add_figure(pack: _Pack, figure: Figure, folder: str) -> None:
    rows = list(_rows(pack, figure, folder))
    head = f"{figure.request.period.label}，{figure.text}；"
    pack.add_index(folder, figure.metric.title, _COLUMNS, rows, head)


def _rows(pack: _Pack, figure: Figure, folder: str) -> Iterator[list[Any]]:
    lines = list(_lines(figure.request, pack.by))
    sources = {(line.source_type, line.source_id) for line in lines}
    sentences = _sentences(sources, pack.by)
    evidence = _evidence(sources & sentences.keys())
    for number, line in enumerate(lines, start=1):
        pack.progress(f"装入{figure.metric.title}", number - 1, len(lines))
        source = (line.source_type, line.source_id)
        files = [pack.add_evidence(folder, number, one) for one in evidence.get(source, ())]
        yield [
            number, line.day, line.org_name, registers.get(line.source_type).title,
            f"{line.source_type}-{line.source_id}", sentences.get(source, ""), line.measure_title, line.quantity,
            line.basis_label, "；".join(files),
        ]  # fmt: skip


def _lines(request: FigureRequest, by: Actor) -> Iterator[FactLine]:
    offset, total = 0, 1
    while offset < min(total, MOST_RECORDS):
        page, total = facts_of_figure(request, by=by, offset=offset, limit=_PAGE)
        yield from page
        offset += _PAGE


def _sentences(sources: Iterable[tuple[str, int]], by: Actor) -> dict[tuple[str, int], str]:
    """What the records say, of those that the reader may see."""
    found = {}
    for code, ids in _by_type(sources).items():
        register = registers.get(code)
        for start in range(0, len(ids), _PAGE):
            records = queries.visible(register, by).filter(pk__in=ids[start : start + _PAGE])
            for record in records.prefetch_related(*register.prefetch):
                found[(code, record.pk)] = register.sentence(record)
    return found


def _evidence(sources: Iterable[tuple[str, int]]) -> dict[tuple[str, int], list[Evidence]]:
    found: dict[tuple[str, int], list[Evidence]] = {}
    for code, ids in _by_type(sources).items():
        for start in range(0, len(ids), _PAGE):
            kept = Evidence.objects.filter(
                source_type=code, source_id__in=ids[start : start + _PAGE], removed=False
            )
            for one in kept.order_by("pk"):
                found.setdefault((code, one.source_id), []).append(one)
    return found


def _by_type(sources: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for code, pk in sorted(sources):
        found.setdefault(code, []).append(pk)
    return found
