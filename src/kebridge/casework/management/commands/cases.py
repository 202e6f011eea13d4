"""kebridge cases: what each published figure of the shipped cases is by the ledger."""

import json
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kebridge.casework import cases
from kebridge.casework.checking import check
from kebridge.casework.claims import COMPUTED, LABEL, LATER
from kebridge.casework.proving import prove
from kebridge.core.access.actors import Actor
from kebridge.core.orgs.models import Organisation
from kebridge.core.refusal import Refusal
from kebridge.figures.requests import UNREPORTED_TEXT

STATUS_LABELS = {COMPUTED: "由台账计算", LABEL: "不是统计数", LATER: "待建业务"}


Shown = dict[str, Any]  # a claim as JSON


class Command(BaseCommand):
    help = (
        "用台账重算案例报告里的每个数，与原文核对；有一个不符就以 1 退出。不写参数时核对本系统已导入的案例。"
        "一个系统只有一个市科协：用 --all 逐个案例建临时的数据库，导入后核对，再删去，不动本系统的数据"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--case", help="案例名；不写时核对本系统已导入的全部案例")
        which.add_argument(
            "--all", action="store_true", help="全部案例，各用一个临时的 SQLite 数据库，几分钟"
        )
        parser.add_argument("--json", action="store_true", help="输出 JSON，每个数一条")
        parser.add_argument("--only-summary", action="store_true", help="只写合计")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            shown = self._prove_all(options) if options["all"] else _check_loaded(options["case"])
        except Refusal as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1))
        else:
            if not options["only_summary"]:
                self._table(shown)
            self._summary(shown)
        wrong = [one["id"] for one in shown if one["ok"] is False]
        if wrong:
            raise CommandError(f"{len(wrong)}个数与原文不符：{'、'.join(wrong)}", returncode=1)

    def _prove_all(self, options: dict[str, Any]) -> list[Shown]:
        proofs = prove(cases.every())
        if not options["json"]:
            for proof in proofs:
                self.stdout.write(f"{proof.case.title}：导入和核对用时{proof.seconds:.0f}秒")
        return [one for proof in proofs for one in proof.shown]

    def _table(self, shown: list[Shown]) -> None:
        for one in shown:
            if one["status"] == COMPUTED:
                value = UNREPORTED_TEXT if one["computed"] is None else f"{one['computed']:,}"
                judged = "符合" if one["ok"] else "不符"
                said = f"{judged}  {one['expected']:,}（{one['qualifier']}）→ {value}{one['unit']}"
            else:
                room = f"（{one['room']}）" if one["room"] else ""
                said = f"{STATUS_LABELS[one['status']]}{room}"
            self.stdout.write(f"{one['id']}  {said}  {one['statement']}")

    def _summary(self, shown: list[Shown]) -> None:
        counts = Counter(one["status"] for one in shown)
        told = "，".join(f"{label}{counts[status]}个" for status, label in STATUS_LABELS.items())
        right = sum(1 for one in shown if one["ok"])
        self.stdout.write(f"共{len(shown)}个数据表述：{told}；计算的有{right}个与原文相符。")


def _check_loaded(name: str | None) -> list[Shown]:
    by = Actor.system("核对案例")
    return [one.as_json() for case in _chosen(name) for one in check(case, by=by)]


def _chosen(name: str | None) -> list[cases.Case]:
    """The named case, or all that are loaded. Raises Refusal: none is."""
    if name:
        chosen = [cases.find(name)]
    else:
        codes = set(Organisation.objects.values_list("code", flat=True))
        chosen = [case for case in cases.every() if case.org_code in codes]
    if not chosen or not Organisation.objects.filter(code=chosen[0].org_code).exists():
        raise Refusal(
            "还没有导入案例", repair="请先运行 kebridge load-case 案例名，或用 kebridge cases --all"
        )
    return chosen
