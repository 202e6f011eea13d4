"""What media records must satisfy."""

from kebridge.core.records.checks import Found, Lines, Values, not_yet, proven
from kebridge.rooms.media.enums import OF_AREA


def check_coverage(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="刊播、截取以后再登记")


def check_snapshot(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="刊播、截取以后再登记")
    if values["observed"] in OF_AREA and values["account"]:
        yield "account", "信息员、传播量、志愿者等是辖区合计，不属于某个账号，账号请留空"
    if values["observed"] not in OF_AREA and not values["account"]:
        yield "account", "关注、阅读、播放、作品数要写明是哪个账号的"
    yield from proven(values, "source", "出处要写明后台页面或通报的名称，例如“平台后台首页截图”")


def check_account(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "founded")
    if values["closed"] and values["closed"] < values["founded"]:
        yield "closed", "注销日期早于开通日期"


def check_column(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "opened")
    if values["closed"] and values["closed"] < values["opened"]:
        yield "closed", "停办日期早于开办日期"


def check_item(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "day", then="刊播、截取以后再登记")
    if not values["copies"]:
        yield "copies", "条数至少是1"
    days = [line["day"] for line in lines]
    for number, day in enumerate(days, start=1):
        if day < values["day"]:
            yield "", f"第{number}行截取日期{day:%Y-%m-%d}早于发布日期"
        if day in days[: number - 1]:
            yield "", f"第{number}行：{day:%Y-%m-%d}的浏览量写了两次，一天只留一个数"
