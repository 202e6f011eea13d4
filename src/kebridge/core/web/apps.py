from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "kebridge.core.web"
    label = "web"
