"""Loading a case: its workbooks go the way that any office's workbooks go, then everything is sealed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from kebridge.casework.building import build
from kebridge.casework.cases import Case
from kebridge.core.access.actors import Actor
from kebridge.core.ledger import seals
from kebridge.core.orgs.models import Organisation
from kebridge.core.refusal import Refusal
from kebridge.core.transfer.commit import commit_import
from kebridge.core.transfer.plan import plan_import
from kebridge.rooms.organisations.ops import found_top

DEMO_MARK = "demo.mark"
REASON = "导入演示案例"
PROBLEMS_SHOWN = 8
Tell = Callable[[str], None]


def _silent(_line: str) -> None:
    """Nobody asked to be told."""


@dataclass
class Loaded:
    """What came of a load: a line for each workbook, the seal's number, warnings of the reader."""

    lines: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    seal: int | None = None


def load(case: Case, *, by: Actor, tell: Tell = _silent) -> Loaded:
    """Build, import and seal a case; the installation is marked as a demo.

    Raises Refusal: the installation already holds another top organisation, or a workbook has a problem; what was
    imported before stays.
    """
    _enter_top(case, by)
    mark_as_demo(case)
    paths = build(case)
    tell(f"已生成{len(paths)}个工作簿：{paths[0].parent.name}")
    return load_workbooks(paths, by=by, tell=tell)


def load_workbooks(paths: Sequence[Path], *, by: Actor, tell: Tell = _silent) -> Loaded:
    """Import workbooks in order and seal. Raises Refusal: a workbook cannot be read or has a wrong row."""
    loaded = Loaded()
    for path in paths:
        plan = plan_import(path.read_bytes(), path.name, by=by)
        if not plan.is_right:
            problems = list(plan.problems)
            shown = "；".join(str(problem) for problem in problems[:PROBLEMS_SHOWN])
            raise Refusal(
                f"{path.name}有{len(problems)}处问题：{shown}", repair="请改正案例的生成程序后重新导入"
            )
        result = commit_import(plan, by=by, reason=REASON)
        loaded.lines.append(f"{path.name}：{result}")
        loaded.warnings += [f"{path.name}：{warning}" for warning in plan.warnings]
        tell(loaded.lines[-1])
    made = seals.seal(by=by)
    loaded.seal = made.pk if made else None
    tell(f"已存证，第{loaded.seal}号" if made else "没有新的内容需要存证")
    return loaded


def mark_as_demo(case: Case) -> Path:
    """Write the mark that every page then shows."""
    path = Path(settings.DATA) / DEMO_MARK
    path.write_text(f"{case.mark}\n", encoding="utf-8")
    return path


def _enter_top(case: Case, by: Actor) -> None:
    top = case.top
    if Organisation.objects.filter(code=top["code"]).exists():
        return
    found_top(code=top["code"], name=top["name"], org_type=top["type"], by=by)
