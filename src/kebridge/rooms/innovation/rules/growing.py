"""What investment projects, ventures, cultivated firms and estimates must satisfy."""

from collections.abc import Mapping
from typing import Any

from kebridge.core.records.checks import Found, Lines, not_yet
from kebridge.rooms.innovation.enums import AttractionStage, CultivationStage, VentureStage
from kebridge.rooms.innovation.rules.stages import check_ladder

_ATTRACTION = (
    (AttractionStage.LEAD.value, "day", "线索日期"), (AttractionStage.TALKS.value, "talks_day", "洽谈日期"),
    (AttractionStage.TO_SIGN.value, "to_sign_day", "拟签约日期"), (AttractionStage.SIGNED.value, "signed_day", "签约日期"),
    (AttractionStage.STARTED.value, "started_day", "开工日期"),
    (AttractionStage.CREDITED.value, "credited_day", "计入任务日期"),
)  # fmt: skip
_VENTURE = (
    (VentureStage.PLANNED.value, "day", "意向日期"), (VentureStage.LANDED.value, "landed_day", "落地日期"),
    (VentureStage.GROWN.value, "grown_day", "孵化毕业日期"),
)  # fmt: skip
_CULTIVATION = (
    (CultivationStage.CULTIVATED.value, "day", "开始培育日期"), (CultivationStage.APPLIED.value, "applied_day", "申报日期"),
    (CultivationStage.ENTERED.value, "entered_day", "入库日期"),
)  # fmt: skip


def check_attraction(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from check_ladder(values, _ATTRACTION, (AttractionStage.DROPPED.value, "dropped_day", "终止日期"))
    if values["planned"] == 0:
        yield "planned", "计划投入不能是0；还不清楚的先估一个数，定了再改"


def check_venture(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from check_ladder(values, _VENTURE, (VentureStage.ENDED.value, "ended_day", "终止日期"))


def check_cultivation(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from check_ladder(
        values, _CULTIVATION, (CultivationStage.LEFT.value, "left_day", "退库（终止）日期")
    )


def check_impact(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if values["amount"] == 0:
        yield "amount", "估算金额不能是0"
    if values["since"] and values["until"] and values["until"] < values["since"]:
        yield "until", "估算期截止早于起始"
