from django.apps import AppConfig


class PartyConfig(AppConfig):
    name = "kebridge.rooms.party"
    label = "party"
    verbose_name = "党的建设"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.party.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
