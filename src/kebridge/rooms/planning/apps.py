from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "kebridge.rooms.planning"
    label = "planning"
    verbose_name = "规划与制度"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.planning.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
