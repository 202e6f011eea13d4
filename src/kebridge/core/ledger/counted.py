"""What counted models are made of: writes note their root in the open block by themselves."""

from typing import Any

from django.db import models

from kebridge.core.access.models import ScopedQuerySet
from kebridge.core.ledger.postings import current_block


class CountedQuerySet(ScopedQuerySet):
    """Bulk writes of counted rows touch every root they reach."""

    def update(self, **kwargs: Any) -> int:
        self._require_scope()
        for root in self.model.roots_of(list(self._chain().unscoped("roots of an update"))):
            current_block().touch(root)
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._require_scope()
        roots = self.model.roots_of(list(self._chain().unscoped("roots of a delete")))
        done = super().delete()
        for root in roots:
            if not isinstance(root, self.model):
                current_block().touch(root)
        return done

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        created = super().bulk_create(objs, *args, **kwargs)
        for root in self.model.roots_of(created):
            current_block().touch(root)
        return created


class CountedModel(models.Model):
    """A root whose facts are in the ledger; `revision` counts its postings."""

    scope_path = "org"
    revision = models.IntegerField(default=0, editable=False)
    objects = CountedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        block = current_block()
        self.revision = block.next_revision(self)
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "revision"}
        super().save(*args, **kwargs)
        block.bumped(self)
        block.touch(self, in_hand=True)

    @classmethod
    def roots_of(cls, rows: list[Any]) -> list[Any]:
        return rows


class CountedLine(models.Model):
    """A child row of a counted record; `root` names the field that leads to it."""

    root = "record"
    objects = CountedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        current_block().touch(getattr(self, self.root))

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        done = super().delete(*args, **kwargs)
        current_block().touch(getattr(self, self.root))
        return done

    @classmethod
    def roots_of(cls, rows: list[Any]) -> list[Any]:
        found = {getattr(row, f"{cls.root}_id"): row for row in rows}
        return [getattr(row, cls.root) for row in found.values()]
