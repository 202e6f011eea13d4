"""Registers of the designations room."""

from kebridge.core.records.register import Register

ROOM, ROOM_TITLE = "designations", "阵地与命名"

REGISTERS: tuple[Register, ...] = ()
