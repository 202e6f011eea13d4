from django.apps import AppConfig


class ContestsConfig(AppConfig):
    name = "kebridge.rooms.contests"
    label = "contests"
    verbose_name = "赛事"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.contests.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
