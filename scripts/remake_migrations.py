#!/usr/bin/env python3
"""Write the first migrations anew from the models, one an app (until 1.0 there is no other).

All tables of an app are made by one operation (`core.db.tables` says why).
"""

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "kebridge"
os.environ["DJANGO_SETTINGS_MODULE"] = "kebridge.settings"
sys.path.insert(0, str(ROOT / "src"))


def main() -> None:
    import django  # noqa: PLC0415 - the environment first

    django.setup()
    from django.apps import apps  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    # Only now, when all models could be read, may the old files go.
    for old in SOURCE.glob("**/migrations/0*.py"):
        old.unlink()
    call_command("makemigrations", verbosity=0)
    own = [app for app in apps.get_app_configs() if app.name.startswith("kebridge.")]
    for app in own:
        for path in sorted(Path(app.path).glob("migrations/0*.py")):
            _fold(app.name, path)


def _fold(app: str, path: Path) -> None:
    """The file with all tables in one operation, indexes and constraints inside them."""
    from importlib import import_module  # noqa: PLC0415

    from django.db.migrations.operations.models import AddConstraint, AddIndex, CreateModel  # noqa: PLC0415
    from django.db.migrations.writer import MigrationWriter  # noqa: PLC0415

    from kebridge.core.db.tables import CreateTables  # noqa: PLC0415

    migration: Any = import_module(f"{app}.migrations.{path.stem}").Migration(
        path.stem, app.rpartition(".")[2]
    )
    tables = {one.name_lower: one for one in migration.operations if isinstance(one, CreateModel)}
    late = []  # what names a field that is added after its table
    for one in migration.operations:
        if isinstance(one, CreateModel):
            continue
        waits = any(
            getattr(other, "model_name_lower", "") == getattr(one, "model_name_lower", "-") for other in late
        )
        table = None if waits else tables.get(getattr(one, "model_name_lower", ""))
        if table and isinstance(one, AddIndex):
            table.options.setdefault("indexes", []).append(one.index)
        elif table and isinstance(one, AddConstraint):
            table.options.setdefault("constraints", []).append(one.constraint)
        else:
            late.append(one)
    first = [CreateTables(tables=list(tables.values()))] if tables else []
    migration.operations = [*first, *late]
    path.write_text(MigrationWriter(migration, include_header=False).as_string(), encoding="utf-8")


if __name__ == "__main__":
    main()
