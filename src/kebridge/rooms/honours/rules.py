"""What honours must satisfy."""

from kebridge.core.records.checks import Found, Lines, Values, not_yet, proven
from kebridge.rooms.honours.enums import Recipient

FARTHEST_YEARS = 3
_IN_SYSTEM = (Recipient.ASSOCIATION, Recipient.MUSEUM, Recipient.SOCIETY)


def check_honour(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    named = [name for name in ("recipient_org", "recipient_body", "recipient_name") if values[name]]
    if values["recipient"] == Recipient.PERSON:
        if named != ["recipient_name"]:
            yield "recipient_name", "授予个人的，只填“获得者名称（姓名）”"
    elif not named:
        yield "recipient_name", "获得者要写明：科协系统单位、其他单位或名称，填一个"
    elif values["recipient_org"] and values["recipient_body"]:
        yield "recipient_body", "获得者只写一个；几个单位获得的每个登记一条"
    if values["employer"] and values["recipient"] != Recipient.PERSON:
        yield "employer", "只有授予个人的才填工作单位"
    if values["recipient"] in _IN_SYSTEM and values["recipient_body"]:
        yield "recipient_body", "科协、科技馆、学会请填在“获得的科协系统单位”"
    if not values["copies"]:
        yield "copies", "数量至少是1"
    year = values["year"]
    if year and not 0 <= values["day"].year - year <= FARTHEST_YEARS:
        yield "year", f"评选年度{year}与授予日期{values['day']:%Y-%m-%d}对不上，请核对"


def check_ranking(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if not values["place"] and not values["tier"]:
        yield "place", "位次和等次（方阵）至少填一个"
    if values["place"] and values["population"] and values["place"] > values["population"]:
        yield "place", f"位次{values['place']}大于参加排名的个数{values['population']}"
    yield from proven(values, "source", "出处要写明榜单名称和日期，例如“平台2024年12月全省排名表”")


def check_first(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    yield from proven(values, "evidence", "依据要写明文件、报道或上级确认，只写“据了解”的不能登记")
