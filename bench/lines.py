"""Timing in interleaved pairs, and the table of what came out."""

import random
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

REPEATS = 7
HEADINGS = ("name", "database", "ours", "peer", "ratio", "aim", "worst", "memory", "")


@dataclass
class Line:
    """One measurement: medians in seconds; `reached` None where there is no aim. `memory` in MB, peak of the process.

    With a `unit` other than s, `ours` is a plain number, and its aim is `aim_least` or `aim_most`; `-`: only a remark.
    """

    name: str
    database: str
    ours: float
    peer: float | None = None
    worst: float | None = None
    aim_ratio: float | None = None
    aim_seconds: float | None = None
    memory: float | None = None
    note: str = ""
    unit: str = "s"
    aim_least: float | None = None
    aim_most: float | None = None

    @property
    def ratio(self) -> float | None:
        """To the peer, or to the aim where there is no peer."""
        beside = self.peer or self.aim_least or self.aim_most
        return self.ours / beside if beside else None

    @property
    def told(self) -> str:
        if self.unit == "-":
            return ""
        return shown(self.ours) if self.unit == "s" else f"{self.ours:.4g} {self.unit}".rstrip()

    @property
    def reached(self) -> bool | None:
        if self.aim_least is not None:
            return self.ours >= self.aim_least
        if self.aim_most is not None:
            return self.ours <= self.aim_most
        if self.aim_ratio is None and self.aim_seconds is None:
            return None
        within = self.aim_seconds is None or self.ours <= self.aim_seconds
        return within and (self.aim_ratio is None or self.ratio is None or self.ratio <= self.aim_ratio)

    @property
    def aim(self) -> str:
        if self.aim_least is not None:
            return f"≥{self.aim_least:g}"
        if self.aim_most is not None:
            return f"≤{self.aim_most:g}"
        said = [f"≤{self.aim_ratio:g}×"] if self.aim_ratio else []
        return " ".join([*said, f"≤{self.aim_seconds:g} s"] if self.aim_seconds else said)

    def cells(self) -> tuple[str, ...]:
        reached = {True: "达到", False: "未达", None: ""}[self.reached]
        return (
            self.name, self.database, self.told, shown(self.peer),
            f"{self.ratio:.2f}×" if self.ratio is not None else "", self.aim, shown(self.worst),
            f"{self.memory:.0f} MB" if self.memory else "", " ".join(part for part in (reached, self.note) if part),
        )  # fmt: skip

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def shown(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return f"{seconds * 1000:.2f} ms" if seconds < 0.1 else f"{seconds:.2f} s"


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = action()
    return time.perf_counter() - start, result


def in_pairs(ours: Callable[[], Any], peer: Callable[[], Any], repeats: int = REPEATS,
             warm_up: bool = True) -> tuple[list[float], list[float], Any, Any]:  # fmt: skip
    """Times of both and what they last gave: run in pairs, each pair in random order."""
    chance = random.Random(20241231)
    times: dict[int, list[float]] = {0: [], 1: []}
    results: dict[int, Any] = {}
    for turn in range(-1 if warm_up else 0, repeats):
        for which in chance.sample((0, 1), 2):
            seconds, results[which] = timed((ours, peer)[which])
            if turn >= 0:
                times[which].append(seconds)
    return times[0], times[1], results[0], results[1]


def compared(name: str, database: str, ours: Callable[[], Any], peer: Callable[[], Any], *, repeats: int = REPEATS,
             **more: Any) -> tuple[Line, Any, Any]:  # fmt: skip
    """The line of two variants and what each last gave."""
    mine, theirs, result, other = in_pairs(ours, peer, repeats)
    return Line(name, database, median(mine), median(theirs), max(mine), **more), result, other


def alone(
    name: str, database: str, action: Callable[[], Any], *, repeats: int = REPEATS, **more: Any
) -> Line:
    """The line of one variant that has no peer."""
    action()
    times = [timed(action)[0] for _ in range(repeats)]
    return Line(name, database, median(times), worst=max(times), **more)


def peak_memory() -> float:
    """Of this process since its start, in MB. What getrusage tells begins with the memory of the parent."""
    status = Path("/proc/self/status")
    if status.exists():
        told = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(told.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(lines: Sequence[Line]) -> str:
    """A plain table; a Chinese character is two columns wide."""
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(_width(row[i]) for row in rows) for i in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def markdown(lines: Sequence[Line]) -> str:
    rows = [HEADINGS, ("---",) * len(HEADINGS), *(line.cells() for line in lines)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
