from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "kebridge.rooms.advice"
    label = "advice"
    verbose_name = "决策咨询"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.advice.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
