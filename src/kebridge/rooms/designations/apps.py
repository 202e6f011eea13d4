from django.apps import AppConfig


class DesignationsConfig(AppConfig):
    name = "kebridge.rooms.designations"
    label = "designations"
    verbose_name = "阵地与命名"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.designations.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
