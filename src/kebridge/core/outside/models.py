"""That a record was handed over in the columns of an outside system."""

from django.db import models


class HandedOver(models.Model):
    """One record in one exported file. Never changed; reached only through a record that its reader may see.

    `revision` is the record's when it was exported: a later one means that the other side holds an older state.
    """

    pack = models.CharField("报送表", max_length=60)
    register = models.CharField("登记簿", max_length=60)
    record_id = models.BigIntegerField("业务记录")
    revision = models.PositiveIntegerField("修订")
    at = models.DateTimeField("导出时间")
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField("导出人", max_length=80)

    class Meta:
        verbose_name = "已对外报送"
        indexes = [models.Index(fields=["register", "record_id"], name="outside_record")]

    def __str__(self) -> str:
        return f"{self.pack} {self.register}-{self.record_id}"
