"""Workbooks as plain values."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook


def values_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(path).worksheets}
