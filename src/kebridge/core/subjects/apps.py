from django.apps import AppConfig


class SubjectsConfig(AppConfig):
    name = "kebridge.core.subjects"
    label = "subjects"
    verbose_name = "统计对象"
