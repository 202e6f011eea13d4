"""Evidence: files that prove a record, kept by the digest of their content."""

from django.db import models


class Evidence(models.Model):
    """One file of one record; the same content is stored once."""

    source_type = models.CharField("登记簿", max_length=40)
    source_id = models.BigIntegerField("记录")
    name = models.CharField("文件名", max_length=160)
    sha256 = models.CharField("摘要", max_length=64)
    content_type = models.CharField("类型", max_length=80)
    size = models.PositiveIntegerField("字节数")
    at = models.DateTimeField("上传时间", auto_now_add=True)
    actor_name = models.CharField("上传人", max_length=80)
    removed = models.BooleanField("已移除", default=False)

    class Meta:
        verbose_name = "佐证材料"
        indexes = [models.Index(fields=["source_type", "source_id"], name="files_source")]

    def __str__(self) -> str:
        return self.name
