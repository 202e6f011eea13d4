from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "kebridge.core.jobs"
    label = "jobs"
