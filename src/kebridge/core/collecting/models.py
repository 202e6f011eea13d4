"""Collection links (填报链接): one register, one unit, one named receiver, for a time, without an account."""

from django.db import models
from django.utils import timezone

from kebridge.core.access.models import ScopedQuerySet

RECEIVER_LENGTH = 40


class CollectionLink(models.Model):
    """Only a digest of the link is stored. What comes in through it waits for review; `received` counts it."""

    scope_path = "org"
    org = models.ForeignKey("orgs.Organisation", models.PROTECT, verbose_name="单位", related_name="+")
    register = models.CharField("登记簿", max_length=60)
    receiver = models.CharField("收件人", max_length=RECEIVER_LENGTH)
    request = models.CharField("请对方填什么", max_length=200, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField("截止")
    closed = models.DateTimeField("停用时间", null=True)
    received = models.PositiveIntegerField("已收到", default=0)
    made_by = models.BigIntegerField(null=True)
    made_by_name = models.CharField("发出人", max_length=80)
    made_at = models.DateTimeField("发出时间", auto_now_add=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "填报链接"
        indexes = [models.Index(fields=["register", "org"], name="collecting_register")]

    def __str__(self) -> str:
        return f"{self.receiver} {self.register}"

    @property
    def is_open(self) -> bool:
        return self.closed is None and self.expires > timezone.now()

    @property
    def note(self) -> str:
        """What a record that came through it says of its origin."""
        return f"填报链接{self.pk}（{self.receiver}）"
