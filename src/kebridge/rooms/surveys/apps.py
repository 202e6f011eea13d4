from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "kebridge.rooms.surveys"
    label = "surveys"
    verbose_name = "调查与素质监测"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.surveys.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
