"""Kinds of errands by name. A kind is named by the address of its class, so that a start of the program loads none of them."""

ADDRESSES: dict[str, str] = {}


def register(code: str, address: str) -> None:
    """Make a kind known: apps do it when they are ready."""
    ADDRESSES[code] = address
