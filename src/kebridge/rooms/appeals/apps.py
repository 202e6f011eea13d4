from django.apps import AppConfig


class AppealsConfig(AppConfig):
    name = "kebridge.rooms.appeals"
    label = "appeals"
    verbose_name = "诉求与来信来访"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.appeals.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
