"""Running a case's own builder: it writes the case's workbooks into the data folder."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

from django.conf import settings

from kebridge.casework.cases import Case
from kebridge.core.refusal import Refusal


def target_of(case: Case) -> Path:
    return Path(settings.DATA) / "cases" / case.name


def build(case: Case, target: Path | None = None) -> list[Path]:
    """Write the workbooks of the case; returns them in the order of import.

    Raises Refusal: the builder did not write a workbook that the card names.
    """
    target = target or target_of(case)
    _builder_of(case).build(target)
    paths = [target / name for name in case.workbooks]
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise Refusal(f"案例{case.name}的生成程序没有写出{'、'.join(missing)}")
    return paths


def _builder_of(case: Case) -> ModuleType:
    """The module `build` of the case's folder, as part of a package that has the folder as its path."""
    package = f"kebridge_case_{case.name.replace('-', '_')}"
    if package not in sys.modules:
        made = ModuleType(package)
        made.__path__ = [str(case.folder)]
        sys.modules[package] = made
    return importlib.import_module(f"{package}.build")
