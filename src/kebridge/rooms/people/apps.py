from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kebridge.rooms.people"
    label = "people"
    verbose_name = "人才与人员"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.people.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
