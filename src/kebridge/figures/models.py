"""Reports and their signed editions."""

from django.db import models

from kebridge.core.access.models import ScopedQuerySet
from kebridge.core.privacy.fields import EncryptedTextField


class Report(models.Model):
    """A report in the making: its template is text that the office edits."""

    scope_path = "org"
    org = models.ForeignKey("orgs.Organisation", models.PROTECT, related_name="+", verbose_name="单位")
    title = models.CharField("标题", max_length=120)
    period = models.CharField("时期", max_length=40)
    template = models.TextField("模板")
    is_closed = models.BooleanField("含限定范围内容", default=False)
    revision = models.IntegerField(default=1)
    changed_at = models.DateTimeField("修改时间", auto_now=True)
    changed_by = models.CharField("修改人", max_length=80)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "报告"
        constraints = [models.UniqueConstraint(fields=["org", "title"], name="figures_report_title")]

    def __str__(self) -> str:
        return self.title


class Edition(models.Model):
    """签发稿: a report frozen with the seal it was computed at; later corrections make a new one (更正稿 R1)."""

    scope_path = "report__org"
    report = models.ForeignKey(Report, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField("稿次")
    seal = models.ForeignKey("ledger.Seal", models.PROTECT, related_name="+")
    template = models.TextField("模板")
    is_closed = models.BooleanField("含限定范围内容", default=False)
    html = models.TextField()
    docx = models.BinaryField()
    figures = models.JSONField("数")
    signed_at = models.DateTimeField("签发时间", auto_now_add=True)
    signed_by = models.CharField("签发人", max_length=80)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "签发稿"
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="figures_edition_number")]

    def __str__(self) -> str:
        return f"{self.report} {self.label}"

    @property
    def label(self) -> str:
        return "签发稿" if self.number == 0 else f"更正稿 R{self.number}"


class RememberedChoice(models.Model):
    """What a person chose for figures said in certain words: used again in the organisation's next draft.

    The words may name people, so they lie encrypted; `digest` finds them again. No value of a figure is kept.
    """

    scope_path = "org"
    org = models.ForeignKey("orgs.Organisation", models.PROTECT, related_name="+", verbose_name="单位")
    digest = models.CharField(max_length=64)
    words = EncryptedTextField("原文的说法")
    metric = models.CharField("指标", max_length=80)
    filters = models.JSONField("限定", default=dict)
    scope = models.CharField("范围", max_length=60, blank=True)
    made_at = models.DateTimeField("选定时间", auto_now=True)
    made_by = models.CharField("选定人", max_length=80)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "核稿时的选择"
        constraints = [models.UniqueConstraint(fields=["org", "digest"], name="figures_choice_once")]

    def __str__(self) -> str:
        return self.metric
