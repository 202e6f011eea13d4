from django.apps import AppConfig


class CollectingConfig(AppConfig):
    name = "kebridge.core.collecting"
    label = "collecting"
    verbose_name = "填报链接"
