"""The command `kebridge`: every task of an installation is one of its commands (`kebridge help`)."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kebridge.settings")
    # Django is imported only once the settings are named.
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(["kebridge", *sys.argv[1:]])
