from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "kebridge.figures"
    label = "figures"
    verbose_name = "数据"
