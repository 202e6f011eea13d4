from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "kebridge.core.files"
    label = "files"
