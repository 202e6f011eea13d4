from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "kebridge.rooms.media"
    label = "media"
    verbose_name = "媒体传播"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records.declaring import declare  # noqa: PLC0415
        from kebridge.rooms.media.registers import REGISTERS  # noqa: PLC0415

        declare(*REGISTERS)
