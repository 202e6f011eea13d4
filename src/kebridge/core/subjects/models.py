"""Pseudonymous identities of what is counted: a random number and a kind, never a name."""

import secrets

from django.db import models


class SubjectKind(models.TextChoices):
    PERSON = "person", "人"
    BODY = "body", "单位"
    SCHOOL = "school", "学校"
    FIRM = "firm", "企业"
    ORGANISATION = "organisation", "组织"
    COUNTY = "county", "县区"


def random_id() -> int:
    """A positive 62-bit number that tells nothing about its subject."""
    return secrets.randbits(62) + 1


class Subject(models.Model):
    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    kind = models.CharField("类别", max_length=20, choices=SubjectKind.choices)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "统计对象"

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk:x}"
