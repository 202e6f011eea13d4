"""What several registers of the room declare alike."""

ROOM, ROOM_TITLE = "people", "人才与人员"
EMPLOYER_HELP = "单位全称；同名同单位的视为同一个人，不同的人在单位后写明部门"
