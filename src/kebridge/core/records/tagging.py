"""Records that give a tag: programmes, schemes, campaigns, frames. The tag is the name that everybody types."""

from collections.abc import Callable
from typing import Any

from kebridge.core.ledger.models import Tag


def gives_tag(scheme: Tag.Scheme) -> Callable[[Any], None]:
    """The `prepare` of a register whose records give a tag of this scheme."""

    def prepare(record: Any) -> None:
        record.tag, _ = Tag.objects.get_or_create(scheme=scheme, name=record.name)

    return prepare


def keeps_tag_named(record: Any, **_: Any) -> None:
    """The `after_save` of such a register: the tag follows the record's name."""
    if record.tag.name != record.name:
        record.tag.name = record.name
        record.tag.save(update_fields=["name"])
