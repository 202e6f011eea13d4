"""`kebridge ledger verify | seal | restate | close DAY`: the ledger from the command line. Exits 0 or 1."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand

from kebridge.core.access.actors import Actor
from kebridge.core.ledger import closing, seals, verify
from kebridge.core.ledger.models import Fact, Posting, Seal
from kebridge.core.orgs import trees
from kebridge.core.refusal import Refusal
from kebridge.core.wording.days import parse_day

SHOWN = 50


class Command(BaseCommand):
    help = "台账：核对、存证、程序升级后的更正、封账"
    # Checks load every page and the API, which takes longer than verifying a small ledger.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True, metavar="verify | seal | restate | close")
        check = steps.add_parser("verify", help="逐条重算业务记录并核对存证；有不符时退出码为1")
        check.add_argument("--json", action="store_true", help="输出一个JSON对象")
        steps.add_parser("seal", help="把尚未存证的计入存证")
        steps.add_parser("restate", help="程序升级后统计口径有变：把差额补记入台账")
        close = steps.add_parser("close", help="封账到某一天，以后的更正要写明原因")
        close.add_argument("day", metavar="日期", help="例如 2024-12-31")

    def handle(self, *args: Any, step: str, **options: Any) -> None:
        trees.forget()
        run: dict[str, Callable[[], int]] = {
            "verify": lambda: self._verify(as_json=options["json"]),
            "seal": self._seal,
            "restate": self._restate,
            "close": lambda: self._close(options["day"]),
        }
        try:
            code = run[step]()
        except (Refusal, ValueError) as refused:
            self.stderr.write(str(refused))
            code = 1
        if code:
            sys.exit(code)

    def _verify(self, *, as_json: bool) -> int:
        found = list(verify.problems())
        counts = {
            "postings": Posting.objects.count(),
            "facts": Fact.objects.count(),
            "seals": Seal.objects.count(),
        }
        if as_json:
            self.stdout.write(json.dumps({"ok": not found, **counts, "problems": found}, ensure_ascii=False))
            return 1 if found else 0
        self.stdout.write("已核对{postings:,}笔计入、{facts:,}条明细、{seals:,}号存证".format(**counts))
        for line in found[:SHOWN]:
            self.stdout.write(f"  {line}")
        if len(found) > SHOWN:
            self.stdout.write(f"  ……另有{len(found) - SHOWN:,}处，用 --json 看全部")
        self.stdout.write(f"发现{len(found):,}处不符" if found else "全部相符")
        return 1 if found else 0

    def _seal(self) -> int:
        made = seals.seal(by=Actor.system("存证"))
        if made is None:
            self.stdout.write("没有需要存证的计入")
        else:
            self.stdout.write(f"存证第{made.pk}号：{made.postings:,}笔，{made.facts:,}条明细")
            self.stdout.write(f"摘要 {made.digest}")
        return 0

    def _restate(self) -> int:
        count = verify.restate(by=Actor.system(verify.UPGRADE))
        self.stdout.write(f"已按现行程序更正{count:,}条记录的统计" if count else "没有需要更正的记录")
        return 0

    def _close(self, text: str) -> int:
        day = parse_day(text)
        closing.close_through(day, by=Actor.system("封账"))
        self.stdout.write(f"已封账到{day:%Y年%-m月%-d日}")
        return 0
