# noqa: N999 (a command is called as its file)
"""`kebridge admin-link`: the first administrator, or a new link for one who is locked out."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kebridge.core.access import ops
from kebridge.core.access.actors import Actor
from kebridge.core.access.models import RoleGrant, User
from kebridge.core.access.roles import Role
from kebridge.core.orgs import trees
from kebridge.core.refusal import Refusal
from kebridge.rooms.organisations.ops import found_top


class Command(BaseCommand):
    help = "生成系统管理员和一次性登录链接（24小时内有效，只能用一次）"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--username", default="admin", help="用户名")
        parser.add_argument("--full-name", default="系统管理员", help="姓名")
        parser.add_argument("--org-name", default="", help="顶层组织的全称（第一次运行时要写）")
        parser.add_argument("--code", default="TOP", help="顶层组织的代码")
        parser.add_argument("--base-url", default="http://127.0.0.1:8000", help="链接的前半段")

    def handle(self, *args: Any, **options: Any) -> None:
        by = Actor.system("首次启用")
        try:
            token = self._token(by, options)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{options['base_url'].rstrip('/')}/accounts/enter/{token}/")
        self.stdout.write(f"请在{ops.LINK_HOURS}小时内打开，设置密码；链接只能用一次。")

    def _token(self, by: Actor, options: dict[str, Any]) -> str:
        trees.forget()
        roots = trees.tree_today().roots
        if not roots:
            if not options["org_name"]:
                raise CommandError("还没有顶层组织，请加上 --org-name 写明全称，例如 --org-name 演示市科协")
            roots = [found_top(code=options["code"], name=options["org_name"], by=by).pk]
        user = User.objects.filter(username=options["username"]).first()
        if user is not None:
            return ops.renew_link(user.pk, by=by)
        token = ops.invite(
            username=options["username"], full_name=options["full_name"], org_id=roots[0], role=Role.ADMIN, by=by
        )  # fmt: skip
        user = User.objects.get(username=options["username"])
        today = RoleGrant.objects.get(user=user).since
        ops.grant_role(user.pk, org_id=roots[0], role=Role.OFFICE, since=today, by=by)
        return token
