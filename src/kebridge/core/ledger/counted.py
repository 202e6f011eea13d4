"""What counted models are made of: writes note their root in the open block by themselves."""

from typing import Any

from django.db import models

from kebridge.core.access.models import ScopedQuerySet
from kebridge.core.db import guard
from kebridge.core.ledger.postings import current_block


class CountedQuerySet(ScopedQuerySet):
    """Bulk writes of counted rows touch every root they reach."""

    def update(self, **kwargs: Any) -> int:
        self._require_scope()
        self._note(self._chain().unscoped("roots of an update"))
        root = getattr(self.model, "root", "")
        for name in kwargs.keys() & {root, f"{root}_id"}:
            # Lines move to another record: that one is due as well.
            current_block().note_ids(self.model.root_model(), {getattr(kwargs[name], "pk", kwargs[name])})
        with guard.accounted():
            return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._require_scope()
        self.model.require_deletable()
        self._note(self._chain().unscoped("roots of a delete"))
        with guard.accounted():
            return super().delete()

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        block = current_block()
        with guard.accounted():
            created = super().bulk_create(objs, *args, **kwargs)
        block.note_ids(self.model.root_model(), {row.root_id for row in created})
        return created

    def _note(self, rows: models.QuerySet[Any]) -> None:
        current_block().note_ids(self.model.root_model(), {row.root_id for row in rows})


class LinkQuerySet(models.QuerySet[Any]):
    """Many-to-many rows of counted records: writing them touches the records that own them."""

    def update(self, **kwargs: Any) -> int:
        self._note(self.all())
        with guard.accounted():
            return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._note(self.all())
        with guard.accounted():
            return super().delete()

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        objs = list(objs)
        self._note(objs)
        with guard.accounted():
            return super().bulk_create(objs, *args, **kwargs)

    def _note(self, rows: Any) -> None:
        owner = self.model._meta.auto_created
        link = next(field for field in self.model._meta.concrete_fields if field.related_model is owner)
        current_block().note_ids(owner, {getattr(row, link.attname) for row in rows})


def watch_links(model: type[models.Model]) -> None:
    """Give the many-to-many tables of a counted model managers that touch its records."""
    for relation in model._meta.many_to_many:
        through: Any = relation.remote_field.through
        if through._meta.auto_created is model:
            through._meta.local_managers.clear()
            through.add_to_class("objects", LinkQuerySet.as_manager())


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
        is_partial = kwargs.get("update_fields") is not None
        if is_partial:
            kwargs["update_fields"] = {*kwargs["update_fields"], "revision"}
        with guard.accounted():
            super().save(*args, **kwargs)
        block.saved(self, is_partial=is_partial)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        self.require_deletable()

    @classmethod
    def root_model(cls) -> type[models.Model]:
        return cls

    @property
    def root_id(self) -> int:
        return int(self.pk)

    @classmethod
    def require_deletable(cls) -> None:
        """Raises UnguardedWrite: a record is voided, its number and history stay."""
        raise guard.UnguardedWrite(f"{cls._meta.verbose_name}的记录不能删除", repair="请改为作废")


class CountedLine(models.Model):
    """A child row of a counted record; `root` names the field that leads to it."""

    root = "record"
    objects = CountedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        block = current_block()
        stored = type(self)._base_manager.filter(pk=self.pk) if self.pk else ()
        roots = {row.root_id for row in stored}
        with guard.accounted():
            super().save(*args, **kwargs)
        block.note_ids(self.root_model(), {*roots, self.root_id})

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        block = current_block()
        with guard.accounted():
            done = super().delete(*args, **kwargs)
        block.note_ids(self.root_model(), {self.root_id})
        return done

    @classmethod
    def root_model(cls) -> type[models.Model]:
        found: type[models.Model] = cls._meta.get_field(cls.root).related_model  # type: ignore[assignment]
        return found

    @property
    def root_id(self) -> int:
        return int(getattr(self, f"{self.root}_id"))

    @classmethod
    def require_deletable(cls) -> None:
        """Lines come and go with their record."""
