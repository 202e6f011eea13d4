from django.apps import AppConfig


class TransferConfig(AppConfig):
    name = "kebridge.core.transfer"
    label = "transfer"
