"""What all registers of the room declare alike."""

ROOM, ROOM_TITLE = "projects", "项目资金"
