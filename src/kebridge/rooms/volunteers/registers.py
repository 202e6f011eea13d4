"""Registers of the volunteers room."""

from kebridge.core.records.register import Register

ROOM, ROOM_TITLE = "volunteers", "科技志愿服务"

REGISTERS: tuple[Register, ...] = ()
