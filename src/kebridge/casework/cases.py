"""The shipped cases: published reports told again from synthetic records. A folder with a `case.yaml` is one."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from kebridge.core.refusal import Refusal

CARD = "case.yaml"
VARIABLE = "KEBRIDGE_CASES"


@dataclass(frozen=True)
class Case:
    """One case: its folder and its card."""

    folder: Path
    card: Mapping[str, Any]

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def title(self) -> str:
        return str(self.card["title"])

    @property
    def mark(self) -> str:
        """What every page and file of the case must say."""
        return str(self.card["mark"])

    @property
    def org_code(self) -> str:
        """The top organisation."""
        return self.top["code"]

    @property
    def county_code(self) -> str:
        """A county on which the demo's account of a county stands."""
        return str(self.card["county"])

    @property
    def top(self) -> Mapping[str, str]:
        """Code, name and type of the top organisation."""
        return self.card["top"]

    @property
    def workbooks(self) -> list[str]:
        """File names in the order of import."""
        return list(self.card["workbooks"])

    @cached_property
    def claims_file(self) -> Path:
        return self.folder / self.card["claims"]


def cases_folder() -> Path:
    """The folder named by KEBRIDGE_CASES, else `cases` of a checkout, else that of the working folder."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    beside_source = settings.PACKAGE.parent.parent / "cases"
    return beside_source if beside_source.is_dir() else Path("cases")


def every() -> list[Case]:
    """All cases by name."""
    cards = sorted(cases_folder().glob(f"*/{CARD}"))
    return [Case(card.parent, yaml.safe_load(card.read_text(encoding="utf-8"))) for card in cards]


def find(name: str) -> Case:
    """Raises Refusal: there is no such case."""
    for case in every():
        if case.name == name:
            return case
    known = "、".join(case.name for case in every())
    raise Refusal(
        f"没有名为“{name}”的案例",
        repair=f"现有：{known}" if known else f"请用环境变量 {VARIABLE} 指明案例文件夹",
    )
