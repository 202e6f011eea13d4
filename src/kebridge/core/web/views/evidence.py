"""Evidence of a record: attach, look at, remove. A small picture tells nothing new and is not noted; a file read is."""

import io
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from PIL import Image

from kebridge.core.files import ops, store
from kebridge.core.files.kinds import MOST_BYTES
from kebridge.core.files.models import Evidence
from kebridge.core.refusal import Refusal
from kebridge.core.web.views.base import Acting, RegisterPage

THUMB = (224, 156)
SHOWN_INLINE = ("image/", "application/pdf", "video/")


class _OfRecord(RegisterPage):
    def back(self, record: Any) -> HttpResponse:
        return redirect(f"{self.register.url(record)}#evidence")


class AttachPage(Acting, _OfRecord):
    """One or several files at once."""

    def post(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        record = self.find(pk)
        files = request.FILES.getlist("file")
        if not files:
            raise Refusal("没有选择文件", repair="请先选择照片或文件")
        for file in files:
            ops.attach(self.register, record, file.read(MOST_BYTES + 1), file.name or "", by=self.actor)
        messages.success(request, f"已附上{len(files)}个文件")
        return self.back(record)


class FilePage(_OfRecord):
    def get(self, request: HttpRequest, *args: Any, pk: int, evidence: int, **kwargs: Any) -> HttpResponse:
        try:
            found, data = ops.read(self.register, self.find(pk), evidence, by=self.actor)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        response = HttpResponse(data, content_type=found.content_type)
        is_inline = found.content_type.startswith(SHOWN_INLINE)
        response["Content-Disposition"] = content_disposition_header(not is_inline, found.name) or "inline"
        response["Cache-Control"] = "private, no-store"
        return response


class ThumbPage(_OfRecord):
    def get(self, request: HttpRequest, *args: Any, pk: int, evidence: int, **kwargs: Any) -> HttpResponse:
        standing = {one.pk: one for one in ops.of(self.register, self.find(pk), by=self.actor)}
        found = standing.get(evidence)
        if found is None or not is_photo(found):
            raise Http404
        try:
            picture = Image.open(io.BytesIO(store.evidence.get(found.sha256))).convert("RGB")
        except (OSError, FileNotFoundError) as error:
            raise Http404 from error
        picture.thumbnail(THUMB)
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=80)
        response = HttpResponse(out.getvalue(), content_type="image/jpeg")
        response["Cache-Control"] = "private, max-age=3600"
        return response


class RemovePage(Acting, _OfRecord):
    def post(self, request: HttpRequest, *args: Any, pk: int, evidence: int, **kwargs: Any) -> HttpResponse:
        record = self.find(pk)
        try:
            ops.remove(self.register, record, evidence, reason=request.POST.get("reason", ""), by=self.actor)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        messages.success(request, "已移除")
        return self.back(record)


def is_photo(evidence: Evidence) -> bool:
    return evidence.content_type.startswith("image/")


def shown(register: Any, record: Any, by: Any) -> list[tuple[Evidence, bool]]:
    """The files of a record, each with whether it is a photo."""
    return [(one, is_photo(one)) for one in ops.of(register, record, by=by)]
