"""The shipped cases: each built once, loaded once into the database of the test run.

Imports stand inside: this file is read before the settings are.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cases.books import values_of

NAMES = ("nanyang-2024", "hebi-2024", "county-2024h1", "shiyan-2018-2023", "huangshi-2020-2025")


@pytest.fixture(scope="session", params=NAMES)
def case(request: pytest.FixtureRequest) -> Any:
    """Each shipped case; a test of one names it with `only` of `tests.cases.books`."""
    from kebridge.casework import cases

    return cases.find(request.param)


@pytest.fixture(scope="session")
def workbooks(case: Any, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    from kebridge.casework import building

    return building.build(case, tmp_path_factory.mktemp("workbooks"))


@pytest.fixture(scope="session")
def cells(workbooks: list[Path]) -> dict[str, dict[str, list[tuple[Any, ...]]]]:
    """Workbook → sheet → rows of values."""
    return {path.stem: values_of(path) for path in workbooks}


@pytest.fixture(scope="module")
def loaded(case: Any, django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """The case in the database, for all tests of a module; undone afterwards."""
    from django.conf import settings
    from django.db import transaction

    from kebridge.casework.loading import DEMO_MARK, load
    from kebridge.core.access.actors import Actor
    from kebridge.core.orgs import trees

    with django_db_blocker.unblock(), transaction.atomic():
        trees.forget_all()
        yield load(case, by=Actor.system("测试"))
        transaction.set_rollback(True)
    (Path(settings.DATA) / DEMO_MARK).unlink()
    trees.forget_all()
