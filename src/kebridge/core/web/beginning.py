"""Contents with which a new form begins, handed from the page that found them; nothing is stored before it is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core import signing

from kebridge.core.access.actors import Actor
from kebridge.core.records import fields as kinds
from kebridge.core.records.register import Register
from kebridge.core.web.forming import Typed, fresh

_SALT, LASTS = "kebridge.begun", 30 * 60  # seconds: long enough for a telephone call, too short to be kept
EXPIRED = "带过来的内容已经过期，没有填入。请回到上一步，重新生成。"


@dataclass(frozen=True)
class Begun:
    """`notes`: what the person must still look at, above the form."""

    typed: Typed
    notes: tuple[str, ...] = ()


def begin_with(
    register: Register,
    values: Mapping[str, str],
    lines: Sequence[Mapping[str, str]] = (),
    notes: Sequence[str] = (),
    *,
    by: Actor,
) -> str:
    """The address of the new form with these contents: only for the one who asked, and for half an hour."""
    held = {
        "r": register.code,
        "u": by.user_id,
        "v": dict(values),
        "l": [dict(one) for one in lines],
        "n": list(notes),
    }
    return f"/r/{register.code}/new/?begun={signing.dumps(held, salt=_SALT, compress=True)}"


def begun(token: str, register: Register, by: Actor, *, is_answer: bool = False) -> Begun:
    """A fresh form with the contents laid over it; the fresh form alone, and a note, where the token does not hold.

    `is_answer`: the form was already opened with it and is sent now, however long that took.
    """
    typed = fresh(register, by)
    try:
        held = signing.loads(token, salt=_SALT, max_age=None if is_answer else LASTS)
    except signing.BadSignature:
        return Begun(typed, (EXPIRED,))
    if held["r"] != register.code or held["u"] != by.user_id:
        return Begun(typed, (EXPIRED,))
    known = {one.name for one in register.fields}
    typed.values |= {name: value for name, value in held["v"].items() if name in known}
    line_names = {one.name for one in register.line_fields}
    # The defaults of a line, without its day: that of today is no guess for another event.
    defaults = {
        one.name: typed.lines.get(0, {}).get(one.name, "")
        for one in register.line_fields
        if one.kind != kinds.DAY
    }
    for number, line in enumerate(held["l"]):
        typed.lines[number] = defaults | {name: value for name, value in line.items() if name in line_names}
    return Begun(typed, tuple(held["n"]))
