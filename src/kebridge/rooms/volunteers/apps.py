from django.apps import AppConfig


class VolunteersConfig(AppConfig):
    name = "kebridge.rooms.volunteers"
    label = "volunteers"
    verbose_name = "科技志愿服务"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.volunteers.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
