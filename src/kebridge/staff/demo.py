"""The demo installation: invented people with a role each, random passwords, and the report of a case."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from kebridge.core.access.actors import Actor
from kebridge.core.access.models import RoleGrant, User
from kebridge.core.access.roles import Role
from kebridge.core.orgs.trees import latest_tree
from kebridge.figures.documents.docx import to_docx
from kebridge.figures.documents.html import to_html
from kebridge.figures.models import Report
from kebridge.figures.reports import ops as reports
from kebridge.figures.reports.binding import Rendered

PEOPLE = (
    ("lingdao", "演示领导", Role.LEADER),
    ("bangong", "演示办公室", Role.OFFICE),
    ("yewu", "演示业务员", Role.CLERK),
    ("guanli", "演示管理员", Role.ADMIN),
    ("shenji", "演示审计员", Role.AUDITOR),
)
REPORTER = ("jiceng", "演示县级填报员", Role.REPORTER)
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Account:
    username: str
    password: str
    role: str
    org: str


def make_accounts(top: str, county: str) -> list[Account]:
    """An account of each role at the top organisation, a reporter at a county; passwords are new each time."""
    tree = latest_tree()
    made = [_account(*person, org_id=tree.by_code[top].id) for person in PEOPLE]
    made.append(_account(*REPORTER, org_id=tree.by_code[county].id))
    return made


def _account(username: str, full_name: str, role: Role, *, org_id: int) -> Account:
    password = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))
    user, _ = User.objects.get_or_create(username=username, defaults={"full_name": full_name})
    user.set_password(password)
    user.save()
    if not RoleGrant.objects.filter(user=user, org_id=org_id, role=role).exists():
        RoleGrant.objects.create(user=user, org_id=org_id, role=role)
    return Account(username, password, role.label, latest_tree().name(org_id))


def write_report(template: str, mark: str, *, by: Actor) -> tuple[Report, Rendered, list[Path]]:
    """Enter the case's report and write it as DOCX and HTML; returns the report, its state and the files."""
    parsed = reports.read_template(template)
    known = Report.objects.unscoped("the demo's own").filter(title=parsed.title).first()
    report = reports.save_report(template, by=by, pk=known.pk if known else None)
    rendered = reports.preview(report, by=by, marks=(mark,))
    folder = settings.DATA / "reports"
    folder.mkdir(exist_ok=True)
    docx, page = folder / f"{report.title}.docx", folder / f"{report.title}.html"
    docx.write_bytes(to_docx(rendered.document))
    page.write_text(_page(report.title, to_html(rendered.document)), encoding="utf-8")
    return report, rendered, [docx, page]


def _page(title: str, body: str) -> str:
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title><body>{body}</body></html>'
