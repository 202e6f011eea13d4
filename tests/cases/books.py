"""Workbooks as plain values."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook


def values_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(path).worksheets}


def only(name: str) -> pytest.MarkDecorator:
    """For tests of one case."""
    return pytest.mark.parametrize("case", [name], indirect=True)


NANYANG, HEBI = only("nanyang-2024"), only("hebi-2024")
COUNTY = only("county-2024h1")
