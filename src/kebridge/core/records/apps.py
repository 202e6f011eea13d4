from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "kebridge.core.records"
    label = "records"
    verbose_name = "业务记录"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.core.records.first_day import FIRST_DAY  # noqa: PLC0415

        declare(*FIRST_DAY)
