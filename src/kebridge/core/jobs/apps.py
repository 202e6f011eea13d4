from django.apps import AppConfig

from kebridge.core.jobs.errands import names


class JobsConfig(AppConfig):
    name = "kebridge.core.jobs"
    label = "jobs"

    def ready(self) -> None:
        names.register("verification", "kebridge.core.jobs.errands.verifying.Verification")
