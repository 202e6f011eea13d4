from django.apps import AppConfig

from kebridge.core.db import guard


class OrgsConfig(AppConfig):
    name = "kebridge.core.orgs"
    label = "orgs"
    verbose_name = "组织"

    def ready(self) -> None:
        guard.append_only("orgs_orgevent")
