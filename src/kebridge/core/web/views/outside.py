"""Handing records over to outside systems: choosing the pack, what it would hold, the file."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from kebridge.core.access.actors import Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.outside import ops, registry
from kebridge.core.outside.definition import Pack
from kebridge.core.outside.rows import sensitive_columns, text_of, where_from
from kebridge.core.records import queries
from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal
from kebridge.core.web.listing import Listing
from kebridge.core.web.views.base import RegisterPage, workbook


class _Handing(RegisterPage):
    """For who may export. `one` in the address is a single record, else the filters of the list hold."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.listing = Listing(self.register, self.actor, request.GET.dict())

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.actor.can(Verb.EXPORT):
            raise Denied(f"您没有导出{self.register.title}的权限", who_can=who_can(Verb.EXPORT))
        return super().dispatch(request, *args, **kwargs)

    def asked(self) -> QuerySet[Any]:
        one = self.request.GET.get("one", "")
        if one.isascii() and one.isdigit():
            return queries.visible(self.register, self.actor).filter(pk=self.find(int(one)).pk)
        return self.listing.matching

    def taken(self, pack: Pack) -> QuerySet[Any]:
        is_new = self.request.GET.get("new") == "1"
        return ops.exportable(pack, self.asked(), self.actor, is_new=is_new)


class PacksPage(_Handing):
    """The packs of a register, each with how many of the list's records fall under it."""

    template_name = "web/packs.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        packs = [(pack, self.taken(pack).count()) for pack in registry.of(self.register)]
        return super().get_context_data(
            packs=packs, chips=[one.text for one in self.listing.chips], query=self.request.GET.urlencode(),
            **kwargs,
        )  # fmt: skip


class PackPage(_Handing):
    """One pack: its columns, the first rows, every problem; sent, it gives the workbook."""

    template_name = "web/pack.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pack = self._pack()
        taken = self.taken(pack)
        preview, refusal = None, kwargs.pop("refusal", None)
        try:
            preview = ops.preview(pack, taken, by=self.actor)
        except Denied:
            raise
        except Refusal as error:
            refusal = refusal or error
        with_others = self.request.GET.copy()
        with_others.pop("new", None)
        is_new = self.request.GET.get("new") == "1"
        return super().get_context_data(
            pack=pack, preview=preview, refusal=refusal, columns=_columns(pack, self.register),
            first=_first(preview), sensitive=bool(sensitive_columns(pack)), is_new=is_new,
            may_unmask=self.actor.can(Verb.UNMASK), chips=[one.text for one in self.listing.chips],
            query=self.request.GET.urlencode(), others=with_others.urlencode(), **kwargs,
        )  # fmt: skip

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        pack = self._pack()
        try:
            content = ops.hand_over(
                pack, self.taken(pack), by=self.actor, reveal=request.POST.get("reveal") == "1",
                reason=request.POST.get("reason", ""),
            )  # fmt: skip
        except Denied:
            raise
        except Refusal as error:
            return self.page(status=400, refusal=error)
        return workbook(content, f"{pack.system}-{pack.title}-{timezone.localdate():%Y%m%d}.xlsx")

    def _pack(self) -> Pack:
        known = {one.code: one for one in registry.of(self.register)}
        if self.kwargs["which"] not in known:
            raise Http404
        return known[self.kwargs["which"]]


def _columns(pack: Pack, register: Register) -> list[tuple[Any, str, str]]:
    """(column, where its content comes from, what must be kept)."""
    found = []
    for one in pack.columns:
        limits = ["必填"] if one.required else []
        limits += [f"最多{one.most}个字"] if one.most else []
        found.append((one, where_from(one, register), "、".join(limits)))
    return found


def _first(preview: ops.Preview | None) -> list[list[str]]:
    return [[text_of(value) for value in row.cells] for row in preview.first] if preview else []
