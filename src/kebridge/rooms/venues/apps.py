from django.apps import AppConfig


class VenuesConfig(AppConfig):
    name = "kebridge.rooms.venues"
    label = "venues"
    verbose_name = "科普场馆"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.venues.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
