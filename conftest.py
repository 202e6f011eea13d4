"""What every test run starts from: a database and a data folder of its own, set before the settings are read.

KEBRIDGE_TEST_DB=postgresql runs on PostgreSQL; the default is SQLite in a file, one for each worker.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Runs in the controller and again in every xdist worker, which inherits the controller's PostgreSQL."""
    data = Path(tempfile.mkdtemp(prefix="kebridge-test-"))
    config.add_cleanup(lambda: shutil.rmtree(data, ignore_errors=True))
    os.environ["KEBRIDGE_DATA"] = str(data)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ.pop("KEBRIDGE_DB", None)
        if os.environ.get("KEBRIDGE_TEST_DB") == "postgresql":
            from tests.support import postgres  # noqa: PLC0415 - only this run needs the server's wheel

            os.environ["KEBRIDGE_DB"] = postgres.url()
    os.environ["DJANGO_SETTINGS_MODULE"] = "kebridge.settings"
    from django.conf import settings  # noqa: PLC0415 - only now may they be read

    assert settings.DATABASES
    # Real hashing takes a second a person; what it guards is Django's own to test.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:  # noqa: ARG001
    """No permissions of Django's own: the house has roles, and each emptying of the tables would write them anew."""
    from django.contrib.auth.management import create_permissions  # noqa: PLC0415 - apps first
    from django.db.models.signals import post_migrate  # noqa: PLC0415 - apps first

    post_migrate.disconnect(
        create_permissions, dispatch_uid="django.contrib.auth.management.create_permissions"
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Workers must not read the settings before their own `pytest_configure` has named their data folder."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


@pytest.fixture(autouse=True)
def _fresh_trees() -> None:
    """Trees are remembered per thread, figures for all; a test's rollback may give the same numbers again."""
    from django.core.cache import cache  # noqa: PLC0415 - settings first

    from kebridge.core.orgs import trees  # noqa: PLC0415 - settings first

    trees.forget_all()
    cache.clear()
