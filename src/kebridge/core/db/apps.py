from django.apps import AppConfig


class DbConfig(AppConfig):
    name = "kebridge.core.db"
    label = "db"
