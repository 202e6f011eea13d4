"""What every page knows: the person, the navigation, whether the data are a demonstration."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from kebridge.core.web import navigation


def house(request: HttpRequest) -> dict[str, Any]:
    """`demo_mark`, `actor`, `navigation` (made only when a page asks for it)."""
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "demo_mark": (Path(settings.DATA) / "demo.mark").exists(),
        "navigation": SimpleLazyObject(lambda: navigation.groups(actor, request.path) if actor else []),
    }
