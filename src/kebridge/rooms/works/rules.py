"""What other works, trainings and meetings must satisfy."""

from django.utils import timezone

from kebridge.core.records.checks import Found, Lines, Values, not_yet
from kebridge.rooms.works.enums import MeetingKind, WorkKind

SHORTEST_EVIDENCE = 4
LONGEST_DAYS = 60
_NUMBERED = (MeetingKind.CONGRESS, MeetingKind.PLENARY, MeetingKind.STANDING)


def check_work(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="办过以后再登记")
    if not values["quantity"]:
        yield "quantity", "数量至少是1；没有发生的不用登记"
    if len(values["evidence"]) < SHORTEST_EVIDENCE:
        yield "evidence", "佐证要写明是什么材料，例如“现场照片和活动通知”"
    if values["kind"] == WorkKind.CAMPAIGN and len(values["items"] or ()) != 1:
        yield "items", "参与中心工作的，“工作框架与事项”里写一项中心工作的名称；先在“工作框架”登记"
    if values["kind"] == WorkKind.OTHER and not values["label"]:
        yield "label", "类别选“其他事项”的，要在“细类”里写明是什么"


def check_training(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="办过以后再登记")
    if not 1 <= values["days"] <= LONGEST_DAYS:
        yield "days", f"天数应在1到{LONGEST_DAYS}之间"


def check_meeting(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="办过以后再登记")
    if bool(values["term"]) != bool(values["session"]) and values["kind"] in _NUMBERED:
        yield "session" if values["term"] else "term", "“第几届”和“第几次”要一起填，例如5届4次"


def check_assignment(values: Values, lines: Lines) -> Found:
    since, until = values["since"], values["until"]
    if until and until < since:
        yield "until", "结束日期早于起始日期"
    for line in lines:
        if line["day"] > timezone.localdate():
            yield "since", f"{line['day']:%Y-%m-%d}的措施还没有到日期；做过以后再登记"
        elif line["day"] < since or (until and line["day"] > until):
            yield "since", f"{line['day']:%Y-%m-%d}的措施不在分包的起止日期内"
