"""Where name and date stand at the end (GB/T 9704-2012, 7.3.5.2)."""

from __future__ import annotations

from .titles import width


def sign_off_blanks(org: str, date: str) -> tuple[float, float]:
    """Blanks to the right of name and date, in characters."""
    name, day = width(org), width(date)
    if not org or not date:
        return 2.0, 2.0
    if day > name:
        return 2.0 + day + 2.0 - name, 2.0
    return 2.0, max(2.0 + name - 2.0 - day, 0.0)
