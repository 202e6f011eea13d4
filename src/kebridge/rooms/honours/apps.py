from django.apps import AppConfig


class HonoursConfig(AppConfig):
    name = "kebridge.rooms.honours"
    label = "honours"
    verbose_name = "荣誉与排名"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.honours.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
