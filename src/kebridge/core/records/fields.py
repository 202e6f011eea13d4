"""Fields of a register: the model says what they hold, the declaration adds 口径, example and group."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.models import Organisation
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.privacy.fields import EncryptedTextField

TEXT, LONG, CHOICE, FLAG = "text", "long", "choice", "flag"
COUNT, NUMBER, YEAR, DAY, TIME = "count", "number", "year", "day", "time"
ORG, ORGS, BODY, BODIES, TAGS = "org", "orgs", "body", "bodies", "tags"
REFERENCES = frozenset({ORG, ORGS, BODY, BODIES, TAGS})
SEPARATOR = "、"
TODAY, MONTH, NOTHING = "today", "month", "nothing"
FIRST_GROUP = "基本情况"
PROGRESS = "进展"  # how far a thing has come: so the field is called wherever a record goes on


@dataclass(frozen=True)
class Field:
    """One field of a form, a column of a template, a line of the help.

    `most`: the longest text or largest number that its column holds. `scale`: how many stored units make a shown one (1,000 metres a kilometre). `body_kind`: what kind of body
    a name that is new becomes. `choices` may be a function, read when needed. `begins`: what a day that must
    be written is in a new form: TODAY (the day of the register by itself), the first of this MONTH or NOTHING.
    """

    name: str
    label: str = ""
    kind: str = ""
    required: bool | None = None
    help: str = ""
    example: str = ""
    unit: str = ""
    scale: int = 1
    group: str = FIRST_GROUP
    body_kind: str = "body"
    scheme: str = "programme"
    sensitive: bool = False
    default: Any = None
    choices: Callable[[], list[tuple[str, str]]] | None = None
    is_line: bool = False
    most: int | None = None
    begins: str = ""

    def bound_to(self, model: type[models.Model], *, is_line: bool = False) -> "Field":
        """The field completed from the model's own."""
        source: Any = model._meta.get_field(self.name)
        choices = self.choices
        if choices is None and source.choices:
            fixed = list(source.choices)
            choices = lambda: fixed  # noqa: E731 (a value behind the same door as computed choices)
        required = self.required
        if required is None:
            required = not (source.blank or source.null or source.many_to_many or source.has_default())
        return replace(
            self,
            label=self.label or str(source.verbose_name),
            kind=self.kind or _kind_of(source, self.scale, has_choices=choices is not None),
            required=required,
            default=self.default if self.default is not None else _default_of(source),
            choices=choices,
            sensitive=self.sensitive or isinstance(source, EncryptedTextField),
            is_line=is_line,
            most=_most_of(source),
        )

    def options(self) -> list[tuple[str, str]]:
        return self.choices() if self.choices else []

    def text(self, record: Any) -> str:
        """What a person types for the value that `record` holds; personal data stay masked."""
        if self.kind in (ORGS, BODIES, TAGS):
            return SEPARATOR.join(sorted(self._member_names(record)))
        if self.kind == ORG:
            org_id = getattr(record, f"{self.name}_id")
            return latest_tree().name(org_id) if org_id else ""
        if self.kind == BODY:
            body = getattr(record, self.name)
            return body.name if body else ""
        return self.text_of(getattr(record, self.name))

    def text_of(self, value: Any) -> str:
        """The canonical text of a cleaned or stored value."""
        if value is None or value == "":
            return ""
        if self.kind == CHOICE:
            return dict(self.options()).get(value, str(value))
        if self.kind == ORG and isinstance(value, str):
            return _org_name(value)
        if self.kind == ORGS and not hasattr(value, "name"):
            return SEPARATOR.join(sorted(map(_org_name, value)))
        if self.kind == FLAG:
            return "是" if value else "否"
        if isinstance(value, date):
            return value.isoformat()
        if self.kind == NUMBER:
            return format((Decimal(value) / self.scale).normalize(), "f")
        if isinstance(value, (list, tuple, frozenset)) and not hasattr(value, "name"):
            return SEPARATOR.join(sorted(str(getattr(item, "name", item)) for item in value))
        return str(getattr(value, "name", value))

    def _member_names(self, record: Any) -> list[str]:
        members = getattr(record, self.name).all()
        if self.kind == ORGS:
            return [latest_tree().name(member.pk) for member in members]
        return [member.name for member in members]


def _org_name(typed: str) -> str:
    """The name of the organisation that was typed by its code, or as it was typed."""
    node = latest_tree().by_code.get(typed)
    return node.name if node else typed


def _default_of(source: Any) -> Any:
    has_value = not source.many_to_many and source.has_default() and not callable(source.default)
    return source.default if has_value else None


def _most_of(source: Any) -> int | None:
    """By the narrower of the databases: a length or a whole number."""
    related = getattr(source, "related_model", None)
    if related is not None:
        is_named = related is not Organisation and any(f.name == "name" for f in related._meta.fields)
        return related._meta.get_field("name").max_length if is_named else None
    if isinstance(source, EncryptedTextField) or source.choices:
        return None
    _, largest = BaseDatabaseOperations.integer_field_ranges.get(
        source.get_internal_type(), (0, source.max_length)
    )
    return largest


def _kind_of(source: Any, scale: int, *, has_choices: bool) -> str:
    target = getattr(source, "related_model", None)
    if target is not None:
        many = source.many_to_many
        if target is Organisation:
            return ORGS if many else ORG
        if target is Tag:
            return TAGS
        return BODIES if many else BODY
    if has_choices:
        return CHOICE
    if isinstance(source, models.DateField):
        return DAY
    if isinstance(source, models.BooleanField):
        return FLAG
    if isinstance(source, models.IntegerField):
        return COUNT if scale == 1 else NUMBER
    long_from = 200
    is_long = isinstance(source, models.TextField) and not isinstance(source, EncryptedTextField)
    return LONG if is_long or (source.max_length or 0) > long_from else TEXT
