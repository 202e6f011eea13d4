"""What records of venues must satisfy."""

from itertools import pairwise

from kebridge.core.records.checks import Found, Lines, Values, not_yet
from kebridge.rooms.venues.enums import Milestone

FARTHEST_KM = 1200


def check_museum(values: Values, _lines: Lines) -> Found:
    steps = [(label, name, values[name]) for name, label in Milestone.choices if values[name]]
    if not steps:
        yield "opened", "已开放的馆要填开馆日期；在建的填到了哪一步的日期"
    yield from not_yet(values, *(name for _, name, _ in steps), then="到了这一步再填")
    for (before, _, earlier), (label, name, day) in pairwise(steps):
        if day < earlier:
            yield name, f"{label}日期早于{before}日期"
    if values["closed"] and not values["opened"]:
        yield "closed", "没有开放过的馆不填闭馆日期"


def check_visit(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="开放以后再登记")


def check_tour(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "opened")
    if values["closed"] and values["closed"] < values["opened"]:
        yield "closed", "撤展日期早于开展日期"
    for number, line in enumerate(lines, start=1):
        if line["day"] < values["opened"] or (values["closed"] and line["day"] > values["closed"]):
            yield "opened", f"第{number}行的日期{line['day']:%Y-%m-%d}不在开展期内"


def check_caravan(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "in_service")
    if values["retired"] and values["retired"] < values["in_service"]:
        yield "retired", "停用日期早于启用日期"


def check_trip(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="出车以后再登记")
    distance = values["odometer_end"] - values["odometer_start"]
    if distance < 0:
        yield "odometer_end", f"收车里程表{values['odometer_end']}小于出车里程表{values['odometer_start']}"
    elif distance > FARTHEST_KM:
        yield "odometer_end", f"一天行驶{distance}公里，超过{FARTHEST_KM}公里，请核对里程表"


def check_group(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="来过以后再登记")
    if values["people"] == 0:
        yield "people", "团体人数不能是0；没有来的团体不用登记"
