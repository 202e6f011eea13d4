"""The API made from registers. Imported by the site's addresses only: django-ninja takes long to import."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Query, Status
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import django_auth

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.api.shapes import (
    Correcting,
    Entering,
    PageShape,
    RecordShape,
    RegisterShape,
    Trouble,
    record_shape,
    register_shape,
)
from kebridge.core.ledger.postings import LostRace
from kebridge.core.records import closed, ops, queries
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Fault, Invalid
from kebridge.core.records.register import Register
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal

MOST_A_PAGE, USUAL_A_PAGE = 200, 50
_TROUBLES = dict.fromkeys((400, 401, 403, 404, 409, 422), Trouble)

api = NinjaAPI(title="科桥接口", version="1", auth=django_auth, urls_namespace="api", docs_url=None)


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


def _seen(by: Actor) -> list[Register]:
    """The registers that the actor may read."""
    return [one for one in registers.every() if closed.may_see(one, by)]


def _register(code: str, by: Actor) -> Register:
    for one in _seen(by):
        if one.code == code:
            return one
    raise HttpError(404, "没有这个登记簿，或您看不到它")


@api.get("/registers", response={200: list[RegisterShape], **_TROUBLES})
def list_registers(request: HttpRequest) -> Any:
    """The registers that you may see, with their fields."""
    return [register_shape(one) for one in _seen(_actor(request))]


@api.get("/r/{code}", response={200: PageShape, **_TROUBLES})
def list_records(
    request: HttpRequest, code: str, page: int = 1, size: int = Query(USUAL_A_PAGE, ge=1)
) -> Any:
    """Records by `q`, `state`, `org` (code, with all below it), `from`, `to` and the register's filters."""
    by = _actor(request)
    register = _register(code, by)
    wanted = {name: value for name, value in request.GET.items() if isinstance(value, str)}
    for name in ("from", "to"):
        _require_day(wanted.get(name, ""))
    found = queries.search(register, by, wanted).exclude(state=State.PRACTICE)
    found = found.order_by(*register.order, "-pk")
    pages = Paginator(found.prefetch_related(*register.prefetch), min(size, MOST_A_PAGE))
    shown = pages.get_page(page)
    return {
        "count": pages.count,
        "page": shown.number,
        "pages": pages.num_pages,
        "records": [record_shape(register, record) for record in shown],
    }


@api.get("/r/{code}/{int:pk}", response={200: RecordShape, **_TROUBLES})
def get_record(request: HttpRequest, code: str, pk: int) -> Any:
    by = _actor(request)
    register = _register(code, by)
    record = queries.find(register, by, pk)
    if record.state == State.PRACTICE:
        raise HttpError(404, "没有这条记录，或您看不到它")
    return record_shape(register, record)


@api.post("/r/{code}", response={201: RecordShape, **_TROUBLES})
def enter_record(request: HttpRequest, code: str, typed: Entering) -> Any:
    """Enter a record; it counts at once unless the register is reviewed."""
    by = _actor(request)
    register = _register(code, by)
    _refuse_unknown(register, typed)
    record = ops.save_record(
        register,
        typed.values,
        typed.lines,
        by=by,
        reason=typed.reason,
        is_draft=typed.draft,
        origin_note="接口",
    )
    return Status(201, record_shape(register, queries.find(register, by, record.pk)))


@api.put("/r/{code}/{int:pk}", response={200: RecordShape, **_TROUBLES})
def correct_record(request: HttpRequest, code: str, pk: int, typed: Correcting) -> Any:
    """Correct a record; refused (409) when it changed since `revision` was read."""
    by = _actor(request)
    register = _register(code, by)
    _refuse_unknown(register, typed)
    queries.find(register, by, pk)
    ops.save_record(
        register, typed.values, typed.lines, by=by, pk=pk, revision=typed.revision, reason=typed.reason
    )
    return record_shape(register, queries.find(register, by, pk))


def _refuse_unknown(register: Register, typed: Entering | Correcting) -> None:
    """A misspelt name must not pass as a blank."""
    known, lines = {one.name for one in register.fields}, {one.name for one in register.line_fields}
    faults = [Fault(name, f"没有“{name}”这一项") for name in typed.values if name not in known]
    for number, line in enumerate(typed.lines):
        faults += [Fault(name, f"明细里没有“{name}”这一项", number) for name in line if name not in lines]
    if faults:
        raise Invalid(faults)


def _require_day(typed: str) -> None:
    try:
        if typed:
            date.fromisoformat(typed)
    except ValueError as error:
        raise Refusal(f"“{typed}”不是日期", repair="请写成 2024-03-05") from error


def _trouble(
    request: HttpRequest, status: int, message: str, faults: list[dict[str, Any]] | None = None
) -> HttpResponse:
    return api.create_response(request, {"message": message, "faults": faults or []}, status=status)


@api.exception_handler(Refusal)
def _refused(request: HttpRequest, refusal: Any) -> HttpResponse:
    status = 403 if isinstance(refusal, Denied) else 409 if isinstance(refusal, LostRace) else 400
    faults = []
    if isinstance(refusal, Invalid):
        status = 422
        faults = [{"field": one.field, "message": one.message, "line": one.line} for one in refusal.faults]
    return _trouble(request, status, str(refusal), faults)


@api.exception_handler(ObjectDoesNotExist)
def _missing(request: HttpRequest, _error: Any) -> HttpResponse:
    return _trouble(request, 404, "没有这条记录，或您看不到它")


@api.exception_handler(AuthenticationError)
def _signed_out(request: HttpRequest, _error: Any) -> HttpResponse:
    return _trouble(request, 401, "请先登录")


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: Any) -> HttpResponse:
    return _trouble(request, error.status_code, str(error))


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: Any) -> HttpResponse:
    faults = [{"field": str(one["loc"][-1]), "message": one["msg"], "line": None} for one in error.errors]
    return _trouble(request, 422, "请求的格式不对", faults)


# The API says 401 by itself: a program cannot follow a redirect to the sign-in page.
urls = api.urls
for _pattern in urls[0]:
    assert _pattern.callback
    login_not_required(_pattern.callback)
