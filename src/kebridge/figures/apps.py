from django.apps import AppConfig

from kebridge.core.jobs.errands import names


class FiguresConfig(AppConfig):
    name = "kebridge.figures"
    label = "figures"
    verbose_name = "数据"

    def ready(self) -> None:
        # Models must be loaded first.
        from kebridge.core.records import binding  # noqa: PLC0415
        from kebridge.figures.bindings import Bindings  # noqa: PLC0415

        binding.provide(Bindings())
        names.register("figure_pack", "kebridge.figures.packs.FigurePack")
        names.register("report_pack", "kebridge.figures.packs.ReportPack")
