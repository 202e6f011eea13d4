"""What projects and funds must satisfy."""

from kebridge.core.records.checks import Found, Lines, Values, not_yet
from kebridge.rooms.projects.enums import GRANTED, FundKind, Status, SupportStatus, Version


def check_fund(values: Values, _lines: Lines) -> Found:
    yield from _check_days(values)
    if values["result"] and values["status"] != Status.ACCEPTED:
        yield "status", "填了验收结果，进展请选“已验收”"
    if bool(values["received"]) != bool(values["received_day"]):
        yield "received", "到账日期和到账金额要一起填，没有到账的都留空"
    if values["kind"] == FundKind.INSTALMENT:
        if not values["received"]:
            yield "received", "续拨要填到账金额和到账日期"
        if values["asked"] or values["granted"]:
            yield "granted", "申请、批准金额填在原来的项目上，续拨只填到账金额"
        return
    if values["status"] not in GRANTED and (values["granted"] or values["received"]):
        yield "status", "填了批准或到账金额，进展请选“已批准”"


def _check_days(values: Values) -> Found:
    status, decided, accepted = values["status"], values["decided"], values["accepted_day"]
    if status == Status.APPLIED and decided:
        yield "status", "填了批准日期，请选批准还是未获批"
    if status != Status.APPLIED and not decided:
        yield "decided", "批准、未获批的要填文件的日期，“获批几个”按它统计"
    if decided and decided < values["day"]:
        yield "decided", "批准日期早于申报日期"
    if status == Status.ACCEPTED and not accepted:
        yield "accepted_day", "已验收的要填验收日期"
    if accepted and status != Status.ACCEPTED:
        yield "status", "填了验收日期，进展请选“已验收”"
    if accepted and decided and accepted < decided:
        yield "accepted_day", "验收日期早于批准日期"
    yield from not_yet(values, "day", "decided", "received_day", "accepted_day")


def check_support(values: Values, _lines: Lines) -> Found:
    ended, status = values["ended"], values["status"]
    yield from not_yet(values, "day", "ended")
    if ended and ended < values["day"]:
        yield "ended", "验收（终止）日期早于立项日期"
    if bool(ended) == (status == SupportStatus.RUNNING):
        yield "ended", "实施中的不填验收（终止）日期；已验收、未通过、终止的要填"
    if bool(values["result"]) != (status == SupportStatus.ACCEPTED):
        yield "result", "已验收的要填验收结果，其他进展不填"


def check_budget(values: Values, lines: Lines) -> Found:
    days = [line["day"] for line in lines]
    if any(day.year != values["year"] for day in days):
        yield "year", f"批复日期要在{values['year']}年内；上年末批复的填1月1日"
    if len(days) != len(set(days)):
        yield "year", "同一天只能有一个预算版本"
    first = [line["version"] for line in sorted(lines, key=lambda line: line["day"])]
    if first and (first[0] != Version.ORIGINAL or first.count(Version.ORIGINAL) > 1):
        yield "year", "最早的版本是年初预算，以后的都是调整预算"


def check_spending(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if not values["amount"]:
        yield "amount", "金额要大于零"
