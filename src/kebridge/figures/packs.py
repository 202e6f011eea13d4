"""佐证材料包 as errands: of a figure, of a report. Made by a worker with the rights of who asked."""

from typing import IO, Any

from django.db.models import Count, Max, Q

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.db.progress import Progress
from kebridge.core.files.models import Evidence
from kebridge.core.jobs.errands.kinds import Kind
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.refusal import Refusal
from kebridge.figures.evaluation import require_all_seen
from kebridge.figures.links import request_of
from kebridge.figures.models import Report
from kebridge.figures.packing import pack_of_figure, pack_of_report
from kebridge.figures.presenting import open_metrics
from kebridge.figures.reports import circle, ops
from kebridge.figures.requests import FigureRequest

FIGURE, REPORT = "figure_pack", "report_pack"


class Pack(Kind):
    """What all packs share: files come and go without a posting."""

    def state(self, _args: dict[str, Any]) -> Any:
        gone = Count("pk", filter=Q(removed=True))
        return sorted(Evidence.objects.aggregate(last=Max("pk"), gone=gone).items())


class FigurePack(Pack):
    """`args`: {"metric": its name, "query": the words of the figure's address}."""

    def require(self, args: dict[str, Any], *, by: Actor) -> None:
        request = self._request(args)
        if request.metric not in {one.name for one in open_metrics(by)}:
            raise Refusal(f"没有名为“{request.metric}”的指标", repair="请从指标目录里选择")
        require_all_seen([request], by=by)
        node = latest_tree().by_code[request.scope.org_code]
        by.require(Verb.EXPORT, node.id, "导出佐证材料")

    def make(self, args: dict[str, Any], into: IO[bytes], *, by: Actor, progress: Progress) -> dict[str, Any]:
        pack_of_figure(self._request(args), into, by=by, progress=progress)
        return {}

    @staticmethod
    def _request(args: dict[str, Any]) -> FigureRequest:
        return request_of(args["metric"], args["query"])


class ReportPack(Pack):
    """`args`: {"report": its number, "revision": of its template}."""

    def require(self, args: dict[str, Any], *, by: Actor) -> None:
        by.require(Verb.EXPORT, self._report(args, by).org_id, "导出佐证材料")

    def make(self, args: dict[str, Any], into: IO[bytes], *, by: Actor, progress: Progress) -> dict[str, Any]:
        stated = ops.preview(self._report(args, by), by=by).stated.values()
        found = [one.figure for one in stated if not one.bound.compared]
        pack_of_report(found, into, by=by, progress=progress)
        return {}

    @staticmethod
    def _report(args: dict[str, Any], by: Actor) -> Report:
        found: Report | None = circle.reports_for(by).filter(pk=args["report"]).first()
        if found is None:
            raise Refusal("这份报告已经不在您能查看的范围里")
        return found
