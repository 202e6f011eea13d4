"""What records of Party work must satisfy."""

from kebridge.core.records.checks import Found, Lines, Values, first_of_month, not_before, not_yet

LONGEST_DAYS = 30


def check_session(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "day", then="开过以后再登记")
    if not 1 <= values["days"] <= LONGEST_DAYS:
        yield "days", f"天数应在1到{LONGEST_DAYS}之间"
    if not values["ordinal"]:
        yield "ordinal", "当日第几次从1算起"
    kinds = [line["obligation"] for line in lines]
    if len(kinds) != len(set(kinds)):
        yield "kind", "同一类议题在一次会议里只填一行"


def check_talk(values: Values, _lines: Lines) -> Found:
    yield from first_of_month(values)
    if not values["people"]:
        yield "people", "没有谈话的月份不用登记，请作零报告"


def check_body(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "founded")
    first = values["founded"] or values["known_from"]
    if not first:
        yield "founded", "填成立日期；成立很久、日期不明的填“登记起始日期”"
    elif values["ended"] and values["ended"] < first:
        yield "ended", "撤销日期早于成立日期"


def check_campaign(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "since")
    yield from not_before(values, "until", "结束日期", "since", "启动日期")
