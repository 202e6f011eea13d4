"""kebridge migrate: Django's, and then a look whether the tables are those of this program."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate

from kebridge.core.db.shape import require_fitting
from kebridge.core.refusal import Refusal


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if options["app_label"] or options["plan"] or options["check_unapplied"]:
            return
        try:
            require_fitting()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
