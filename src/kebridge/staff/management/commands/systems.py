"""kebridge systems: which register holds what, under which names, and the figures that come of it."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kebridge.core.access.actors import Actor
from kebridge.core.ledger import measures
from kebridge.core.records import register as registers
from kebridge.figures import metrics
from kebridge.staff.finding import find

Row = dict[str, Any]


class Command(BaseCommand):
    help = (
        "列出每本登记簿的名称、别名和由它算出的指标，全部取自登记簿和指标的声明。"
        "给出 --names 时，逐个名称查找它登记在哪里（一行一个名称，并列的名称用 / 隔开），有找不到的就以 1 退出"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--names", type=Path, help="名称清单，UTF-8 文本")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = list(_looked_up(_names(options["names"]))) if options["names"] else list(declared())
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            for row in rows:
                self.stdout.write("  ".join(_text(value) for value in row.values()))
        missing = [row["name"] for row in rows if options["names"] and not row["found"]]
        if missing:
            raise CommandError(f"{len(missing)}个名称没有找到：{'、'.join(missing)}", returncode=1)


def declared() -> Iterator[Row]:
    """One row a register: code, title, room, the names it answers to, its metrics."""
    for register in registers.every():
        yield {
            "register": register.code, "title": register.title, "room": register.room_title,
            "names": list(register.known_as), "metrics": _metrics_of(register.code),
        }  # fmt: skip


def _metrics_of(register: str) -> list[str]:
    """The metrics built on what the register posts, directly or through others."""
    posted = {one.code for one in measures.every() if one.register == register}
    found: set[str] = {one.name for one in metrics.every() if posted & set(one.measures)}
    while more := {one.name for one in metrics.every() if found & set(one.references)} - found:
        found |= more
    return sorted(found)


def _looked_up(names: list[str]) -> Iterator[Row]:
    """One row a name: the places that the staff search gives for it, and the metrics of the registers among them."""
    by = Actor.system("查找登记簿")
    for name in names:
        found = [
            place for part in filter(None, map(str.strip, name.split("/"))) for place in find(part, by=by)
        ]
        codes = list(dict.fromkeys(place.register for place in found if place.register))
        yield {
            "name": name, "found": bool(codes), "registers": codes[:3],
            "metrics": [metric for code in codes[:1] for metric in _metrics_of(code)],
        }  # fmt: skip


def _names(file: Path) -> list[str]:
    """Raises CommandError: no such file, or not UTF-8."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"读不了名称清单 {file}，请给出 UTF-8 的文本文件", returncode=2) from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def _text(value: Any) -> str:
    return "、".join(value) if isinstance(value, list) else str(value)
