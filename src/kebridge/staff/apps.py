from django.apps import AppConfig

from kebridge.core.jobs.errands import names


class StaffConfig(AppConfig):
    name = "kebridge.staff"
    label = "staff"

    def ready(self) -> None:
        names.register("task_pack", "kebridge.staff.task_packs.TaskPack")
