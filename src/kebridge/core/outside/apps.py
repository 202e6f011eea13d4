from django.apps import AppConfig

from kebridge.core.db import guard


class OutsideConfig(AppConfig):
    name = "kebridge.core.outside"
    label = "outside"
    verbose_name = "对外报送"

    def ready(self) -> None:
        guard.append_only("outside_handedover")
