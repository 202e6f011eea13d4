"""Why a counted record is corrected or voided: a list that everybody knows, and a field for the rest."""

from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal

OTHER = "其他"
GONE_ON = "工作有了进展"
REASONS = ("登记错误", GONE_ON, "漏报补登", "重复登记", "数量核实后更正", "单位归属有误", OTHER)
USUAL = REASONS[0]
MOST = 200


def usual(register: Register) -> str:
    """What is recorded step by step changes because work goes on; all else because it was entered wrong."""
    return GONE_ON if register.goes_on else USUAL


def told(chosen: str, written: str = "") -> str:
    """The reason as it is kept: the chosen one, with what was written beside it.

    Raises Refusal: 其他 without a word.
    """
    chosen, written = chosen.strip(), " ".join(written.split())
    if chosen == OTHER and not written:
        raise Refusal("原因选了“其他”，要写明是什么", repair="请在“写明”一栏写一句")
    if chosen in ("", OTHER):
        return written[:MOST]
    return (f"{chosen}：{written}" if written else chosen)[:MOST]
