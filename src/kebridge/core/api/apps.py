from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "kebridge.core.api"
    label = "api"
