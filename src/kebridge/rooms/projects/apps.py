from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "kebridge.rooms.projects"
    label = "projects"
    verbose_name = "项目资金"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.projects.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
