from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "kebridge.rooms.organisations"
    label = "organisations"
    verbose_name = "组织建设"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.organisations.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
