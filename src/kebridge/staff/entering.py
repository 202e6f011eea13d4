"""The one-time link: sets a password and signs in. Opening the page does not use the link up, sending it does."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from kebridge.core.access import ops
from kebridge.core.refusal import Refusal

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def require_same(password: str, repeated: str) -> None:
    if password != repeated:
        raise Refusal("两次输入的密码不一样", repair="请重新输入")


@method_decorator(login_not_required, name="dispatch")
class EnterPage(TemplateView):
    template_name = "staff/enter.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        holder = ops.link_holder(kwargs["token"])
        return self.render_to_response({"holder": holder})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        password = request.POST.get("password", "")
        holder = ops.link_holder(kwargs["token"])
        try:
            require_same(password, request.POST.get("password2", ""))
            user = ops.use_link(
                kwargs["token"], password=password, address=request.META.get("REMOTE_ADDR", "")
            )
        except Refusal as refusal:
            return self.render_to_response({"holder": holder, "refusal": refusal}, status=400)
        messages.success(request, "密码已设好")
        # A second factor is not skipped by a link.
        if is_mfa_enabled(user):
            return redirect("account_login")
        login(request, user, backend=BACKEND)
        return redirect("/")
