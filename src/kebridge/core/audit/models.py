"""Who did what, to what, why and from where: written by operations, never changed."""

from django.db import models


class Entry(models.Model):
    """One intent of one actor, in words that a person reads."""

    at = models.DateTimeField("时间")
    actor_id = models.BigIntegerField("操作人", null=True)
    actor_name = models.CharField("操作人姓名", max_length=80)
    address = models.CharField("来源地址", max_length=45, blank=True)
    action = models.CharField("动作", max_length=40)
    source_type = models.CharField("对象类别", max_length=40, blank=True)
    source_id = models.BigIntegerField("对象", null=True)
    org_id = models.BigIntegerField("组织", null=True)
    summary = models.CharField("内容", max_length=300)
    reason = models.CharField("原因", max_length=200, blank=True)
    changes = models.JSONField("字段变化", default=dict)

    class Meta:
        verbose_name = "审计记录"
        indexes = [
            models.Index(fields=["source_type", "source_id"], name="audit_source"),
            models.Index(fields=["at"], name="audit_at"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.summary}"
