"""What designations and their reviews must satisfy."""

from kebridge.core.records.checks import Found, Lines, Values, not_yet
from kebridge.rooms.designations.enums import PASSING, DesignationGrade, ReviewResult

_ENDS = (("until", "有效期截止日期"), ("withdrawn", "撤销日期"), ("completed", "验收日期"))


def check_designation(values: Values, _lines: Lines) -> Found:
    day, started, is_named = values["day"], values["started"], values["grade"] == DesignationGrade.NAMED
    first = day or started
    if not first:
        yield "day", "命名日期没有填；还没有命名、正在创建的，填“启动创建（申报）日期”"
        return
    yield from not_yet(values, "day", "completed", then="还在创建的只填“启动创建（申报）日期”")
    if day and started and day < started:
        yield "day", f"命名日期{day:%Y-%m-%d}早于启动创建日期{started:%Y-%m-%d}"
    if started and not is_named:
        yield "started", "只有“命名（认定）”才填启动创建日期"
    for name, label in _ENDS:
        if values[name] and not is_named:
            yield name, f"只有“命名（认定）”才填{label}"
        elif values[name] and values[name] < first:
            yield name, f"{label}早于{'命名' if day else '启动创建'}日期"
    if values["until"] and not day:
        yield "until", "还没有命名，不填有效期截止日期"


def check_review(values: Values, _lines: Lines) -> Found:
    if not values["handed_in"] and not values["day"]:
        yield "handed_in", "年度报告交来日期和结果日期至少填一个"
    yield from not_yet(values, "handed_in", "day", "rectified")
    if bool(values["day"]) != bool(values["result"]):
        yield ("day" if values["result"] else "result"), "结果和结果日期要一起填；还没有结果的都留空"
        return
    yield from _rectification(values)


def _rectification(values: Values) -> Found:
    until, done, day = values["rectify_until"], values["rectified"], values["day"]
    if values["result"] == ReviewResult.TO_RECTIFY and not until:
        yield "rectify_until", "结果是限期整改的，要填整改期限"
    if until and values["result"] in ("", *PASSING):
        yield "rectify_until", "没有结果或结果合格的，不填整改期限"
    elif until and day and until < day:
        yield "rectify_until", "整改期限早于结果日期"
    if done and not until:
        yield "rectified", "没有填整改期限，不填整改完成日期"
    elif done and day and done < day:
        yield "rectified", "整改完成日期早于结果日期"
