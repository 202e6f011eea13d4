from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "kebridge.casework"
    label = "casework"
