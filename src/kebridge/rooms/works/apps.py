from django.apps import AppConfig


class WorksConfig(AppConfig):
    name = "kebridge.rooms.works"
    label = "works"
    verbose_name = "其他工作"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.works.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
