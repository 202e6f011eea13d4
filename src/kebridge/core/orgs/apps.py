from django.apps import AppConfig


class OrgsConfig(AppConfig):
    name = "kebridge.core.orgs"
    label = "orgs"
    verbose_name = "组织"
