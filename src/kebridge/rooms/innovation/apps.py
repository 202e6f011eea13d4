from django.apps import AppConfig


class InnovationConfig(AppConfig):
    name = "kebridge.rooms.innovation"
    label = "innovation"
    verbose_name = "创新服务"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.innovation.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
