"""Filters and tags of every page: icons, numbers, days, addresses, permission."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kebridge.core.access.actors import Actor
from kebridge.core.orgs.trees import latest_tree, tree_today
from kebridge.core.wording.styles import FEN

register = template.Library()
ICONS = "vendor/bootstrap-icons-1.13.2/icons.svg"


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "pencil" %}`: always beside a word."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static(ICONS), name
    )


@register.filter
def number(value: Any) -> str:
    """1234567 → 1,234,567; nothing stays nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, (int, Decimal)):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return str(value)


@register.filter
def money(fen: int | None) -> str:
    """Fen as yuan: 123456 → 1,234.56."""
    return "" if fen is None else f"{Decimal(fen) / FEN:,.2f}"


@register.filter
def day(value: date | datetime | None) -> str:
    """2024-03-05, for tables."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return value.isoformat()


@register.filter
def moment(value: datetime | None) -> str:
    """2024-03-05 14:07."""
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M}" if value else ""


@register.filter
def prose_day(value: date | datetime | None) -> str:
    """2024年3月5日, for sentences."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value:%Y年%-m月%-d日}"


@register.filter
def org_name(org_id: int | None) -> str:
    """The name of an organisation today."""
    if not org_id:
        return ""
    tree = tree_today()
    return tree.name(org_id) if org_id in tree.nodes else latest_tree().name(org_id)


@register.filter
def item(mapping: Any, key: Any) -> Any:
    """`{{ mapping|item:key }}`."""
    return mapping.get(key, "") if mapping else ""


@register.simple_tag(takes_context=True)
def querystring_with(context: template.Context, **changes: Any) -> str:
    """The address's query with some parts changed; an empty value drops the part."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value in ("", None):
            query.pop(name, None)
        else:
            query[name] = value
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def may(context: template.Context, verb: str, org_id: int | None = None) -> bool:
    """`{% may "change" record.org_id as ok %}`: whether the person may do it there (or anywhere)."""
    actor: Actor | None = getattr(context.get("request"), "actor", None)
    return bool(actor and actor.can(verb, org_id))
