"""The check as the program itself runs it, and what a draft's own title says of whose and when it is."""

import re
from collections.abc import Mapping

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.orgs.models import Organisation
from kebridge.core.orgs.trees import latest_tree, tree_today
from kebridge.core.refusal import Refusal
from kebridge.figures import metrics
from kebridge.figures.checker.checking import check, home_of
from kebridge.figures.checker.outcome import Checked
from kebridge.figures.checker.remembering import choices_of
from kebridge.figures.checker.shapes import Draft

_UPGRADE = "请先运行 kebridge migrate 升级数据，再核对"
_OLD = "数据文件夹是旧版本程序建的，表与现在的程序对不上"
_TITLE_LENGTH = 300
_YEAR = re.compile(r"(20\d\d)\s*年?(上半年|下半年)?")
_SPAN = re.compile(r"(20\d\d)\s*年?\s*(?:[—–\-~～至到]|——|--)\s*(20\d\d)(?!\d|[-/.年]?\d{1,2}[-/.月])")
_YEAR_OF_WORK = re.compile(r"(?<!\d)20\d\d\s*年度?(?:[上下]半年)?[^\n。，]{0,14}(?:工作|总结|报告|情况)")
# A review of a term or of years: which days it begins and ends with, its opening seldom says.
_OF_A_TERM = re.compile(
    r"(?:[二两三四五六七八九十]|[2-9]|\d\d)年[来间]|大会以来|换届以来|任期|届[^，。]{0,6}以来"
)
_BEGINNING = 1500
_OPENING_LINES = 6


def check_as_system(
    draft: Draft, org: str, period: Period | None
) -> tuple[Checked, Mapping[str, str]] | None:
    """The check with the titles of metrics; None: nothing is recorded yet.

    Raises Refusal: there is no such organisation, or the data are those of another version of the program.
    """
    try:
        return _checked(draft, org, period)
    except DatabaseError as error:
        if _is_of_another_version():
            raise Refusal(_OLD, repair=_UPGRADE) from error
        raise Refusal("数据库这时读不了", repair="请稍后再试；仍不行，请管理员查看程序的日志") from error


def _checked(draft: Draft, org: str, period: Period | None) -> tuple[Checked, Mapping[str, str]] | None:
    by = Actor.system("核稿")
    if not _has_organisations():
        return None
    home = home_of(org or title_org(draft), by=by)
    checked = check(
        draft,
        home,
        period or title_period(draft),
        by=by,
        choices=choices_of(home.id),
        is_period_sure=bool(period) or _is_told(draft),
    )
    return checked, {one.name: one.title for one in metrics.every()}


def _is_of_another_version() -> bool:
    """Whether tables or columns are missing, or newer than this program."""
    loader = MigrationExecutor(connection)
    return bool(loader.migration_plan(loader.loader.graph.leaf_nodes()))


def _has_organisations() -> bool:
    """Whether records may exist at all; a database that was never made, or cannot be reached, has none."""
    try:
        if Organisation._meta.db_table not in connection.introspection.table_names():
            return False
        return Organisation.objects.exists()
    except DatabaseError:
        return False


def title_period(draft: Draft) -> Period:
    """The period that the name or the opening of a draft names, else the year before this one (in January) or this year."""
    for text in (draft.name, draft.text[:_TITLE_LENGTH]):
        span = _SPAN.search(text)
        if span and span[1] < span[2]:
            return Period.parse(f"{span[1]}..{span[2]}")
    match = _YEAR.search(draft.name) or _YEAR.search(draft.text[:_TITLE_LENGTH])
    if match:
        return Period.parse(f"{match[1]}{'年' + match[2] if match[2] else ''}")
    today = timezone.localdate()
    return Period.year(today.year - (today.month == 1))


def _is_told(draft: Draft) -> bool:
    """Whether the opening leaves no doubt of the period: a review of a term seldom says its days."""
    opening = draft.text[:_TITLE_LENGTH]
    return bool(_YEAR_OF_WORK.search(opening)) or not _OF_A_TERM.search(draft.text[:_BEGINNING])


def title_org(draft: Draft) -> str:
    """The code of the organisation that the opening of a draft names; "" for none: then the house's own."""
    opening = "\n".join(draft.text[:_TITLE_LENGTH].split("\n")[:_OPENING_LINES]).replace(
        "科学技术协会", "科协"
    )
    tree = tree_today()
    named = [
        node
        for node in latest_tree().nodes.values()
        if node.name and node.name.replace("科学技术协会", "科协") in opening
    ]
    roots = set(tree.roots)
    best = min(named, key=lambda node: (node.id not in roots, -len(node.name)), default=None)
    return best.code if best else ""
