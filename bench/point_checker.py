"""The checker of drafts beside its aims: the marked sentences, the marked reports, time and memory on a long text.

`python -m bench.point_checker [--reports FOLDER] [--cases FOLDER]` prints the table alone. FOLDER of the reports (or
KEBRIDGE_BENCH_REPORTS) holds the texts named in tests/cases/checker/reports/texts.csv; they are not shipped, and
without them their lines are left out. FOLDER of the cases (or KEBRIDGE_BENCH_CASES) holds a data folder of each loaded
case, by its name; without it they are made for the run.
"""

import argparse
import csv
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from bench.checker_cases import CASES, ENDED, ROOT, case_folders, kebridge, run, side_by_side
from bench.lines import REPEATS, Line, peak_memory, table, timed

COMMAND = "check"  # kebridge check FILE --json
CHARACTERS = 10_000
PROSE = (
    "市科协坚持服务大局，把握科技工作者的需求，认真倾听基层呼声，推动各项部署落地见效，展现了团结奋进的精神面貌。",
    "各学会发挥专业优势，深入车间和田间，帮助解决生产中的难题，促进学术交流与产业发展相互融合，受到企业和农户欢迎。",
    "科技馆不断改善参观条件，更新展品，优化讲解，让观众在动手体验中感受科学的乐趣，成为青少年喜爱的校外课堂。",
    "基层组织建设继续加强，工作机制更加顺畅，志愿服务广泛开展，崇尚科学、尊重人才的社会氛围更加浓厚。",
)
NO_REPORTS = "reports left out: KEBRIDGE_BENCH_REPORTS names no folder"


def measure(_: int, repeats: int) -> list[Line]:
    """All lines; starts processes for what needs a loaded case."""
    reports = os.environ.get("KEBRIDGE_BENCH_REPORTS", "")
    lines = sentence_lines()
    lines += report_lines(Path(reports)) if reports else [Line(NO_REPORTS, "", 0, unit="-")]
    if has_command():
        with case_folders(list(CASES) if reports else ["S0"]) as data:
            if reports:
                lines += binding_lines(Path(reports), data)
            return lines + _apart("checker_time", repeats, data["S0"])
    return [
        *lines,
        Line(f"metrics left out: no command {COMMAND}", "", 0, unit="-"),
        *measure_time(0, repeats),
    ]


def _line(name: str, ours: float, note: str = "", **aims: Any) -> Line:
    return Line(name, "", ours, unit="", note=note, **aims)


def sentence_lines() -> list[Line]:
    from tests.cases.checker.marks import HALVES, read_half  # noqa: PLC0415 - after Django
    from tests.cases.checker.running import score  # noqa: PLC0415

    lines = []
    for half in HALVES:
        tally = score(read_half(half))
        lines += [
            *_figure_lines(f"sentences {half}", tally),
            _line(
                f"sentences {half}: seeded errors found", tally.seeded_found / tally.seeded, aim_least=1,
                note=f"{tally.seeded_found}/{tally.seeded}",
            ),
            _objections(f"sentences {half}", tally),
        ]  # fmt: skip
    return lines


def _figure_lines(name: str, tally: Any) -> list[Line]:
    return [
        _line(
            f"{name}: figures read right", tally.recall, aim_least=0.97,
            note=f"{tally.right}/{tally.figures}, precision {tally.precision:.3f}",
        ),
        _line(
            f"{name}: false alarms", tally.alarm_share, aim_most=0.02, note=f"{tally.alarms}/{tally.non_figures}"
        ),
    ]  # fmt: skip


def _objections(name: str, tally: Any) -> Line:
    return _line(
        f"{name}: false objections a figure", tally.objection_share, aim_most=0.01,
        note=f"{tally.objections}/{tally.figures}",
    )  # fmt: skip


def report_lines(folder: Path) -> list[Line]:
    """Each marked report, read by the grammar alone, and all of them; nothing in them contradicts itself."""
    from tests.cases.checker.marks import Sentence  # noqa: PLC0415
    from tests.cases.checker.running import read_report, report_names, score  # noqa: PLC0415
    from tests.cases.checker.scoring import Tally  # noqa: PLC0415

    total, lines = Tally(), []
    for name in report_names():
        _, text, gold = read_report(name, folder)
        tally = score([Sentence(name, text, gold)])
        lines += _figure_lines(name, tally)
        total += tally
    _show_misses(total.misses)
    return [*lines, *_figure_lines("reports", total), _objections("reports", total)]


def binding_lines(folder: Path, data: dict[str, Path]) -> list[Line]:
    """The right metric first, and matches for a wrong reason: with the period of the case said, and left to the title."""
    from tests.cases.checker.scoring import Bindings, Found, score_bindings  # noqa: PLC0415

    lines, total = [], Bindings()
    for name, case, gold, said in _checked_reports(folder, data):
        results = [
            score_bindings(gold, [Found.of_json(one) for one in found], metrics_of(case)) for found in said
        ]
        first = results[0]
        total.asked += first.asked
        total.right_first += first.right_first
        total.wrong_matches += sum(one.wrong_matches for one in results)
        total.misses += [f"{name} {miss}" for miss in first.misses]
        lines.append(
            _line(f"{name}: right metric first", first.share, note=f"{first.right_first}/{first.asked}")
        )
    _show_misses(total.misses)
    return [
        *lines,
        _line(
            "reports: right metric first", total.share, aim_least=0.85, note=f"{total.right_first}/{total.asked}"
        ),
        _line("reports: matches by a wrong metric or value", total.wrong_matches, aim_most=0),
    ]  # fmt: skip


def _checked_reports(folder: Path, data: dict[str, Path]) -> list[tuple[str, str, list[Any], list[Any]]]:
    """Name, case, marks, and the figures as told with the period said and without; as many at a time as there are cores."""
    from tests.cases.checker.running import read_report  # noqa: PLC0415

    read = {name: read_report(name, folder) for name in CASES}
    asked = [(name, said) for name, case in CASES.items() for said in (("--period", period_of(case)), ())]

    def check(one: tuple[str, tuple[str, ...]]) -> Any:
        name, said = one
        return json.loads(kebridge(data[name], COMMAND, str(read[name][0]), "--json", *said))["figures"]

    told = side_by_side(check, asked)
    return [
        (name, case, read[name][2], told[2 * place : 2 * place + 2])
        for place, (name, case) in enumerate(CASES.items())
    ]


def _show_misses(misses: list[str]) -> None:
    if os.environ.get("KEBRIDGE_BENCH_MISSES"):
        print("\n".join(misses))


def metrics_of(case: str) -> dict[str, str]:
    """Claim id → metric, of the claims that are computed."""
    with (ROOT / "cases" / case / "claims.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["metric"] for row in csv.DictReader(file) if row["status"] == "computed"}


def period_of(case: str) -> str:
    """The period that the case's report is about."""
    return str(yaml.safe_load((ROOT / "cases" / case / "case.yaml").read_text(encoding="utf-8"))["period"])


def measure_time(_: int, repeats: int) -> list[Line]:
    """A text of 10,000 characters: again in this process, and as a command from its start; memory of this process."""
    with tempfile.TemporaryDirectory(prefix="kebridge-bench-") as folder:
        path = Path(folder) / "long.txt"
        path.write_text(long_text(), encoding="utf-8")
        check, note = _in_process(path), "" if has_command() else "grammar alone"
        check()
        warm = [timed(check)[0] for _ in range(repeats)]
        memory = peak_memory()
        what = f"{CHARACTERS:,} characters"
        lines = [Line(f"{what}, warm", "sqlite", median(warm), worst=max(warm), aim_most=2, note=note)]
        if has_command():
            cold = [timed(lambda: kebridge(None, COMMAND, str(path), "--json"))[0] for _ in range(3)]
            lines.append(Line(f"{what}, cold", "sqlite", median(cold), worst=max(cold), aim_most=4))
        return [*lines, Line(f"{what}, memory", "sqlite", memory, unit="MB", aim_most=300, note=note)]


def long_text() -> str:
    """Marked sentences among plain prose, as dense with figures as reports are; shipped, so that all measure the same."""
    from tests.cases.checker.marks import HALVES, read_half  # noqa: PLC0415

    sentences = [one.text for half in HALVES for one in read_half(half)]
    mixed = [f"{text}\n{PROSE[number % len(PROSE)]}" for number, text in enumerate(sentences)]
    return "\n".join(mixed)[:CHARACTERS]


def _in_process(path: Path) -> Callable[[], Any]:
    if has_command():
        from kebridge.figures.checker import command  # noqa: PLC0415

        def run_command() -> None:
            err = StringIO()
            assert command.main([str(path), "--json"], StringIO(), err) in ENDED, err.getvalue()

        return run_command
    from kebridge.figures.checker import context, mentions, read, relations  # noqa: PLC0415

    def run_grammar() -> Any:
        draft = read.from_text(path.read_text(encoding="utf-8"))
        found = tuple(mentions.find_mentions(draft))
        return relations.find_relations(draft, found, context.contexts(draft, found))

    return run_grammar


def has_command() -> bool:
    return find_spec("kebridge.figures.checker.command") is not None


def _apart(point: str, repeats: int, data: Path) -> list[Line]:
    """A point in a process of its own, on a case's database."""
    with tempfile.TemporaryDirectory(prefix="kebridge-bench-") as folder:
        file = Path(folder) / "lines.json"
        run([sys.executable, "-m", "bench.worker", point, "0", str(repeats), str(file)], data)
        return [Line(**found) for found in json.loads(file.read_text(encoding="utf-8"))]


def main() -> None:
    parser = argparse.ArgumentParser(description="the checker beside its aims")
    parser.add_argument("--reports", help="folder with the texts of the reports")
    parser.add_argument(
        "--cases", help="folder with data folders of loaded cases; missing ones are made there"
    )
    parser.add_argument("--misses", action="store_true", help="also print what was missed in reports")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    for name in ("reports", "cases"):
        if given := getattr(options, name):
            os.environ[f"KEBRIDGE_BENCH_{name.upper()}"] = str(Path(given).resolve())
    if options.misses:
        os.environ["KEBRIDGE_BENCH_MISSES"] = "1"
    with tempfile.TemporaryDirectory(prefix="kebridge-bench-") as data:
        os.environ.setdefault("KEBRIDGE_DATA", data)
        from bench.worker import start  # noqa: PLC0415 - reads the environment

        start()
        lines = measure(0, REPEATS)
    print(json.dumps([asdict(line) for line in lines], ensure_ascii=False) if options.json else table(lines))


if __name__ == "__main__":
    main()
