from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "kebridge.rooms.activities"
    label = "activities"
    verbose_name = "科普活动"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.activities.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
