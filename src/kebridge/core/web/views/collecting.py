"""Links for those without an account: given out beside a register, and the form that their receiver fills in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.collecting import ops
from kebridge.core.collecting.models import CollectionLink
from kebridge.core.orgs.trees import latest_tree, tree_today
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import sheets
from kebridge.core.web.forming import Form, Typed, fresh
from kebridge.core.web.middleware import status_of
from kebridge.core.web.views.base import Acting, RegisterPage, workbook

LINKS_SHOWN = 100


class CollectPage(RegisterPage):
    """The links of a register that the actor's units gave out, and the form for a new one."""

    template_name = "web/collect.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.CHANGE, None, f"发出{self.register.title}填报链接")
        links = ops.visible(self.actor).filter(register=self.register.code)
        names = latest_tree().nodes
        tree, reach = tree_today(), self.actor.org_ids(Verb.CHANGE)
        units = tree.standing((org_id for org_id in tree.ids if org_id in reach), self.register.org_types)
        own = next((one.code for one in units if one.id in self.actor.top_org_ids), "")
        return super().get_context_data(
            links=[(one, names[one.org_id].name) for one in links[:LINKS_SHOWN]], units=units, own=own, days=ops.DAYS, longest=ops.LONGEST,
            may_collect=ops.may_collect(self.register), **kwargs,
        )  # fmt: skip

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        post = request.POST
        days = post.get("days", "")
        try:
            link, token = ops.give_out(
                self.register, org_code=post.get("org", ""), receiver=post.get("receiver", ""),
                request=post.get("request", ""), days=int(days) if days.isdecimal() else 0, by=self.actor,
            )  # fmt: skip
        except Refusal as refusal:
            return self.page(status_of(refusal), refusal=refusal, typed=post)
        address = request.build_absolute_uri(f"/collect/{token}/")
        return self.page(given=link, address=address, message=_message(link, self.register, address))


def _message(link: CollectionLink, register: Register, address: str) -> str:
    """The text to send to the receiver."""
    asked = f"（{link.request}）" if link.request else ""
    return (
        f"{link.receiver}：请于{link.expires:%-m月%-d日}前填报{register.title}{asked}，"
        f"打开下面的链接填写，不用注册账号。{address}"
    )


class StopLink(Acting, RegisterPage):
    def post(self, request: HttpRequest, *args: Any, link: int, **kwargs: Any) -> HttpResponse:
        try:
            ops.stop(link, by=self.actor)
        except CollectionLink.DoesNotExist as error:
            raise Http404 from error
        messages.success(request, "链接已停用")
        return redirect("register-collect", code=self.register.code)


@method_decorator(login_not_required, name="dispatch")
class GuestPage(TemplateView):
    """What the receiver of a link sees: the form of one register for one unit, or a workbook to hand in."""

    template_name = "web/collect_form.html"
    link: CollectionLink
    register: Register
    guest: Actor

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.link = ops.opened(kwargs["token"])
        self.register = registers.get(self.link.register)
        self.guest = ops.guest(self.link, request.META.get("REMOTE_ADDR", ""))
        response = super().dispatch(request, *args, **kwargs)
        # The token stays on this host. Stricter, browsers say of themselves "Origin: null" and may hand in nothing.
        response["Referrer-Policy"] = "same-origin"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        unit = latest_tree().name(self.link.org_id)
        base = f"/collect/{self.kwargs['token']}/"
        return super().get_context_data(
            link=self.link, register=self.register, unit=unit, base=base, for_guest=True, **kwargs
        )

    def _page(self, status: int = 200, **more: Any) -> HttpResponse:
        more.setdefault("form", Form(self.register, self._fresh()))
        return self.render_to_response(self.get_context_data(**{**self.kwargs, **more}), status=status)

    def _fresh(self) -> Typed:
        return fresh(self.register, self.guest)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "upload" in request.POST:
            return self._workbook(request)
        typed = Typed.posted(self.register, request.POST)
        raw = typed.raw(self.register, None)
        try:
            record = ops.hand_in(
                self.link, self.register, raw, [line for _, line in typed.filled_lines()], by=self.guest
            )
        except Invalid as invalid:
            return self._page(400, form=Form(self.register, typed, None, invalid.faults))
        except Refusal as refusal:
            return self._page(status_of(refusal), form=Form(self.register, typed), refusal=refusal)
        return self._done([self.register.sentence(record)])

    def _workbook(self, request: HttpRequest) -> HttpResponse:
        file = request.FILES.get("file")
        try:
            data, name = (file.read(ops.MOST_BYTES + 1), file.name or "") if file else (b"", "")
            plan = ops.read_workbook(self.link, data, name, by=self.guest)
            if plan.problems:
                return self._page(400, problems=plan.problems)
            result = ops.hand_in_workbook(self.link, plan, by=self.guest)
        except Refusal as refusal:
            return self._page(status_of(refusal), refusal=refusal)
        return self._done([f"表格{name}：{result}"])

    def _done(self, told: list[str]) -> HttpResponse:
        return self._page(done=told)


@method_decorator(login_not_required, name="dispatch")
class GuestTemplate(GuestPage):
    """The empty table to fill in."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        content = sheets.workbook_template([self.register], by=self.guest)
        return workbook(content, f"{self.register.title}填报表.xlsx")
