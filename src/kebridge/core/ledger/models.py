"""The tables of the ledger. Nothing here is ever updated or deleted; only `postings` and `seals` add rows."""

from django.db import models
from django.db.models import Q


class Posting(models.Model):
    """One revision of one record: who, when, why. Its facts may be none (a change that counts nothing)."""

    source_type = models.CharField("登记簿", max_length=40)
    source_id = models.BigIntegerField("记录")
    revision = models.IntegerField("版本")
    at = models.DateTimeField("时间")
    actor_id = models.BigIntegerField("操作人", null=True)
    actor_name = models.CharField("操作人姓名", max_length=80)
    reason = models.CharField("原因", max_length=200, blank=True)
    restated = models.BooleanField("程序升级", default=False)

    class Meta:
        verbose_name = "计入"
        constraints = [
            models.UniqueConstraint(
                fields=["source_type", "source_id", "revision"], name="ledger_posting_revision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_type} {self.source_id} r{self.revision}"


class TagSet(models.Model):
    """A set of tags that facts share; `key` is their ids in ascending order."""

    key = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.key


class TagSetMember(models.Model):
    tagset = models.ForeignKey(TagSet, models.PROTECT, related_name="members")
    tag = models.ForeignKey("ledger.Tag", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "tagset"], name="ledger_tagset_member")]

    def __str__(self) -> str:
        return f"{self.tagset_id} {self.tag_id}"


class Tag(models.Model):
    """A programme or plan item that facts may carry, many at once."""

    class Scheme(models.TextChoices):
        PROGRAMME = "programme", "品牌活动"
        PLAN = "plan", "计划事项"
        SCHEME = "scheme", "奖项、赛事与计划"

    scheme = models.CharField("体系", max_length=20, choices=Scheme.choices)
    name = models.CharField("名称", max_length=60)

    class Meta:
        verbose_name = "标签"
        constraints = [models.UniqueConstraint(fields=["scheme", "name"], name="ledger_tag_name")]

    def __str__(self) -> str:
        return self.name


class Fact(models.Model):
    """One ledger row (see `rows.FactRow`); words are stored as the small numbers of `rows`."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="facts")
    measure = models.SmallIntegerField()
    org = models.ForeignKey("orgs.Organisation", models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    since = models.DateField(null=True)
    quantity = models.BigIntegerField()
    sign = models.SmallIntegerField()
    subject = models.ForeignKey(
        "subjects.Subject", models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )
    kind = models.CharField(max_length=40)
    level = models.CharField(max_length=40)
    grade = models.CharField(max_length=120)
    audience = models.CharField(max_length=40)
    channel = models.CharField(max_length=40)
    place = models.CharField(max_length=40)
    basis = models.SmallIntegerField()
    state = models.SmallIntegerField()
    origin = models.SmallIntegerField()
    tagset = models.ForeignKey(TagSet, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        verbose_name = "台账明细"
        indexes = [
            # All that figures read: they never visit the rows themselves.
            models.Index(
                fields=[
                    "measure",
                    "day",
                    "org",
                    "origin",
                    "state",
                    "basis",
                    "sign",
                    "quantity",
                    "subject",
                    "tagset",
                    "kind",
                ],
                name="ledger_fact_figure",
            ),
            models.Index(
                fields=["measure", "org", "day"], name="ledger_fact_summary", condition=Q(origin__gt=0)
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(sign__in=(1, -1)), name="ledger_fact_sign"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.day} {self.sign * self.quantity}"


class Seal(models.Model):
    """A batch of postings and the digest that chains it to the batch before; `id` is the seal number."""

    at = models.DateTimeField("时间")
    actor_name = models.CharField("操作人", max_length=80)
    postings = models.IntegerField("计入笔数")
    facts = models.IntegerField("明细条数")
    previous = models.CharField("上一存证摘要", max_length=64)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "存证"

    def __str__(self) -> str:
        return f"第{self.pk}号 {self.digest[:12]}"


class SealedPosting(models.Model):
    posting = models.OneToOneField(Posting, models.PROTECT, primary_key=True, related_name="sealed")
    seal = models.ForeignKey(Seal, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.posting_id} in {self.seal_id}"


class Closing(models.Model):
    """All periods up to `through` are closed: entries that count in them need a reason."""

    through = models.DateField("封账到")
    at = models.DateTimeField("时间", auto_now_add=True)
    actor_name = models.CharField("操作人", max_length=80)

    class Meta:
        verbose_name = "封账"

    def __str__(self) -> str:
        return f"{self.through:%Y-%m-%d}"
