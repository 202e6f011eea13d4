"""What all registers of the room declare alike."""

ROOM, ROOM_TITLE = "planning", "规划与制度"
