"""What an organisation's card must satisfy."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_CODE = re.compile(r"[A-Za-z0-9-]{1,40}")


def check_card(values: Mapping[str, Any], _lines: Sequence[Mapping[str, Any]]) -> Iterable[tuple[str, str]]:
    if not _CODE.fullmatch(values["code"]):
        yield "code", f"代码“{values['code']}”只能用字母、数字和横线，例如 NY-KJG"
    if not values.get("org"):
        yield "org", "“隶属单位”没有填"


def check_unchanged(card: Any) -> Iterable[tuple[str, str]]:
    """Name, type, parent and founding are changed by dated events, not by overwriting."""
    if card.pk is None:
        return
    stored = type(card)._base_manager.get(pk=card.pk)
    for name, label in (("code", "代码"), ("name", "名称"), ("type", "类型"), ("org_id", "隶属单位"),
                        ("founded", "成立日期"), ("known_from", "登记起始日期")):  # fmt: skip
        if getattr(stored, name) != getattr(card, name):
            yield name.removesuffix("_id"), f"“{label}”要用“更名、变更类型、调整隶属”等办理，写明生效日期"
