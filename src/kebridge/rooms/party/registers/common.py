"""What all registers of the room declare alike: the closed circle."""

from typing import Any

from kebridge.core.ledger.measures import Visibility

CLOSED: dict[str, Any] = {
    "room": "party", "room_title": "党的建设", "visibility": Visibility.CLOSED, "takes_notes": False,
}  # fmt: skip
