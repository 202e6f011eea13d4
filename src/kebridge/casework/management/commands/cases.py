"""kebridge cases: what each published figure of the shipped cases is by the ledger."""

import json
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kebridge.casework import cases
from kebridge.casework.checking import Checked, check
from kebridge.casework.claims import COMPUTED, LABEL, LATER
from kebridge.core.access.actors import Actor
from kebridge.core.orgs.models import Organisation
from kebridge.core.refusal import Refusal
from kebridge.figures.requests import UNREPORTED_TEXT

STATUS_LABELS = {COMPUTED: "由台账计算", LABEL: "不是统计数", LATER: "待建业务"}


class Command(BaseCommand):
    help = "用台账重算案例报告里的每个数，与原文核对；有一个不符就以 1 退出"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--case", help="案例名；不写时核对已导入的全部案例")
        parser.add_argument("--json", action="store_true", help="输出 JSON")
        parser.add_argument("--only-summary", action="store_true", help="只写合计")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            checked = [
                one for case in _chosen(options["case"]) for one in check(case, by=Actor.system("核对案例"))
            ]
        except Refusal as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps([one.as_json() for one in checked], ensure_ascii=False, indent=1))
        else:
            if not options["only_summary"]:
                self._table(checked)
            self._summary(checked)
        wrong = [one for one in checked if one.ok is False]
        if wrong:
            ids = "、".join(one.claim.id for one in wrong)
            raise CommandError(f"{len(wrong)}个数与原文不符：{ids}", returncode=1)

    def _table(self, checked: list[Checked]) -> None:
        for one in checked:
            claim = one.claim
            if claim.status == COMPUTED:
                value = UNREPORTED_TEXT if one.computed is None else f"{one.computed:,f}"
                said = f"{'符合' if one.ok else '不符'}  {claim.expected:,f}（{claim.qualifier}）→ {value}{claim.unit}"
            else:
                said = f"{STATUS_LABELS[claim.status]}{f'（{claim.room}）' if claim.room else ''}"
            self.stdout.write(f"{claim.id}  {said}  {claim.statement}")

    def _summary(self, checked: list[Checked]) -> None:
        counts = Counter(one.claim.status for one in checked)
        told = "，".join(f"{label}{counts[status]}个" for status, label in STATUS_LABELS.items())
        right = sum(1 for one in checked if one.ok)
        self.stdout.write(f"共{len(checked)}个数据表述：{told}；计算的有{right}个与原文相符。")


def _chosen(name: str | None) -> list[cases.Case]:
    """The named case, or all that are loaded. Raises Refusal: none is."""
    if name:
        chosen = [cases.find(name)]
    else:
        codes = set(Organisation.objects.values_list("code", flat=True))
        chosen = [case for case in cases.every() if case.org_code in codes]
    if not chosen or not Organisation.objects.filter(code=chosen[0].org_code).exists():
        raise Refusal("还没有导入案例", repair="请先运行 kebridge load-case 案例名")
    return chosen
