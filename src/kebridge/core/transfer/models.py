"""Imports as people see them: a file handed in, judged, confirmed, written."""

from django.db import models

from kebridge.core.access.models import ScopedQuerySet


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", "等待核对"
    PLANNING = "planning", "正在核对"
    PLANNED = "planned", "等待确认"
    COMMITTING = "committing", "正在导入"
    DONE = "done", "已导入"
    FAILED = "failed", "没有完成"
    ABANDONED = "abandoned", "已放弃"


class ImportJob(models.Model):
    """One uploaded workbook. Files are kept by digest under DATA/imports (`files.store.imports`).

    `counts` is {register code: {verdict: number}}; `preview` is what `transfer.preview` made for the page.
    """

    scope_path = "org"
    org = models.ForeignKey("orgs.Organisation", models.PROTECT, verbose_name="单位", related_name="+")
    filename = models.CharField("文件名", max_length=160)
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField("字节数")
    state = models.CharField("状态", max_length=12, choices=ImportState.choices, default=ImportState.UPLOADED)
    step = models.CharField("正在做什么", max_length=60, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    preview = models.JSONField(default=dict)
    message = models.TextField("说明", blank=True)
    take_right_rows = models.BooleanField("只导入没有错的", default=False)
    reason = models.CharField("原因", max_length=200, blank=True)
    copy_digest = models.CharField(max_length=64, blank=True)
    returned_digest = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField("经办人", max_length=80)
    address = models.CharField(max_length=45, blank=True)
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True)
    planned_at = models.DateTimeField("核对完成时间", null=True)
    finished_at = models.DateTimeField("完成时间", null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "导入"
        indexes = [models.Index(fields=["org", "-uploaded_at"], name="transfer_import_org")]

    def __str__(self) -> str:
        return f"{self.filename} {self.get_state_display()}"

    @property
    def percent(self) -> int:
        return min(100, self.done * 100 // self.total) if self.total else 0

    @property
    def is_running(self) -> bool:
        return self.state in (ImportState.UPLOADED, ImportState.PLANNING, ImportState.COMMITTING)
