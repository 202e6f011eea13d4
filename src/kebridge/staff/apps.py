from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "kebridge.staff"
    label = "staff"
