"""Reading times of day as staff type them or as Excel holds them."""

import re
from datetime import time
from typing import Any

from kebridge.core.wording.numbers import tidy

_HOW = "请写成09:30"
_CLOCK = re.compile(
    r"(?P<half>凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?\s*(?P<hour>\d{1,2})\s*"
    r"(?:[:：点时]\s*(?P<minute>\d{1,2}|半|整)?\s*分?)(?::\d{2})?"
)
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚"})
_MIDNIGHT = frozenset({"晚上", "晚", "凌晨"})
_NOON, _DAY_MINUTES = 12, 24 * 60


def parse_time(typed: Any) -> str:
    """09:30. Raises ValueError: in plain Chinese, no time of day can be read from it."""
    if isinstance(typed, time):
        return f"{typed:%H:%M}"
    if isinstance(typed, float) and 0 <= typed < 1:
        minutes = round(typed * _DAY_MINUTES) % _DAY_MINUTES
        return f"{minutes // 60:02}:{minutes % 60:02}"
    text = tidy(str(typed))
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(f"“{text}”不是时间，{_HOW}")
    hour = int(found["hour"])
    minute = {"半": 30, "整": 0, None: 0}.get(found["minute"], -1)
    minute = int(found["minute"]) if minute < 0 else minute
    if found["half"] in _MIDNIGHT and hour == _NOON:
        hour = 0
    elif found["half"] in _AFTERNOON and hour < _NOON:
        hour += _NOON
    if hour >= 24 or minute >= 60:
        raise ValueError(f"“{text}”不是时间，{_HOW}")
    return f"{hour:02}:{minute:02}"
