"""Registers of the appeals room."""

from kebridge.core.records.register import Register

ROOM, ROOM_TITLE = "appeals", "诉求与来信来访"

REGISTERS: tuple[Register, ...] = ()
