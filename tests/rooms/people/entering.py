"""Short ways to enter records of people, honours and contests, and to ask what they count."""

from typing import Any

from django.db.models import F, Sum

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import measures
from kebridge.core.ledger.models import Fact
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import Figure, FigureRequest, Scope
from tests.support.world import SYSTEM, save


def scheme(name: str, kind: str = "奖项（表彰）", level: str = "省级") -> Any:
    return save("schemes", by=SYSTEM, raw={"org": "CITY", "name": name, "kind": kind, "level": level})


def appoint(
    name: str, employer: str = "演示大学", day: str = "2024-03-05", *, by: Actor = SYSTEM, **raw: Any
) -> Any:
    return save("appointments", by=by, raw={"org": "CITY", "person_name": name, "employer": employer, "since": day,
                                            "kind": "首席科普专家", "level": "市级", **raw})  # fmt: skip


def nominate(award: str, day: str = "2024-04-01", *, by: Actor = SYSTEM, **raw: Any) -> Any:
    return save("nominations", by=by, raw={"org": "CITY", "schemes": [award], "day": day, "what": "个人",
                                           "level": "省级", "stage": "已推荐", **raw})  # fmt: skip


def guest(name: str, day: str, event: str = "演示产业会议", *, by: Actor = SYSTEM, **raw: Any) -> Any:
    return save("guests", by=by, raw={"org": "CITY", "person_name": name, "day": day, "event": event, "kind": "专家",
                                      "occasion": "产业会议（论坛）", **raw})  # fmt: skip


def inspection(title: str, day: str, leaders: list[tuple[Any, ...]], **raw: Any) -> Any:
    names = ("sender", "post", "persons", "returning")
    return save("visitors", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "purpose": "调研指导",
                                            "level": "省级", **raw},
                lines=[dict(zip(names, line, strict=False)) for line in leaders])  # fmt: skip


def held(code: str, record: Any) -> dict[str, int]:
    """What the ledger holds for one record: measure → net quantity, without zeros."""
    rows = (
        Fact.objects.filter(posting__source_type=code, posting__source_id=record.pk)
        .values_list("measure")
        .annotate(net=Sum(F("sign") * F("quantity")))
    )
    return {measures.by_number(number).code: net for number, net in rows if net}


def figure(metric: str, period: str = "2024", scope: str = "CITY", **filters: Any) -> Figure:
    return figures([FigureRequest(metric, Scope(scope), Period.parse(period), filters)], by=SYSTEM)[0]


def value(metric: str, period: str = "2024", scope: str = "CITY", **filters: Any) -> Any:
    return figure(metric, period, scope, **filters).value


__all__ = ["appoint", "figure", "guest", "held", "inspection", "nominate", "scheme", "value"]
