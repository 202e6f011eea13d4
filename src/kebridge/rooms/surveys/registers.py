"""Registers of the surveys room."""

from kebridge.core.records.register import Register

ROOM, ROOM_TITLE = "surveys", "调查与素质监测"

REGISTERS: tuple[Register, ...] = ()
