"""The command `kebridge`: every task of an installation is one of its commands (`kebridge help`)."""

import os
import sys

CHECK = "check"


def main() -> None:
    if sys.argv[1:2] == [CHECK]:
        # A text alone is checked without settings, which would make a data folder.
        from kebridge.figures.checker import command  # noqa: PLC0415

        sys.exit(command.main(sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kebridge.settings")
    # Django is imported only once the settings are named.
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(["kebridge", *sys.argv[1:]])
