"""What keeps background work alive: signs of life of workers, which planned runs were started, what people asked for."""

from django.db import models


class Beat(models.Model):
    """A worker lives: written every few seconds while it runs."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.worker_id} {self.at:%H:%M:%S}"


class Due(models.Model):
    """A planned run that was handed to the workers; UNIQUE, so that several workers start it once."""

    schedule = models.CharField("计划", max_length=40)
    due_at = models.DateTimeField("应在")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["schedule", "due_at"], name="jobs_due_once")]

    def __str__(self) -> str:
        return f"{self.schedule} {self.due_at:%Y-%m-%d %H:%M}"


class ErrandState(models.TextChoices):
    WAITING = "waiting", "等待处理"
    RUNNING = "running", "正在处理"
    DONE = "done", "已完成"
    FAILED = "failed", "没有完成"
    GONE = "gone", "已过保存期"


UNDER_WAY = (ErrandState.WAITING, ErrandState.RUNNING)


class Errand(models.Model):
    """Something that a person asked for and a worker makes. A file is kept by digest under DATA/outputs (`files.store.outputs`).

    `key` says what was asked for, by whom and at which position of the ledger; `reach` what the maker could see;
    `finding` is what the page shows.
    """

    kind = models.CharField(max_length=40)
    args = models.JSONField(default=dict)
    key = models.CharField(max_length=64)
    title = models.CharField("内容", max_length=200)
    back = models.TextField(blank=True)
    state = models.CharField("状态", max_length=12, choices=ErrandState.choices, default=ErrandState.WAITING)
    step = models.CharField("正在做什么", max_length=60, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = models.TextField("说明", blank=True)
    finding = models.JSONField(default=dict)
    filename = models.CharField("文件名", max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField("字节数", default=0)
    reach = models.JSONField(default=dict)
    attempts = models.PositiveSmallIntegerField(default=0)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField("经办人", max_length=80)
    address = models.CharField(max_length=45, blank=True)
    asked_at = models.DateTimeField("提出时间", auto_now_add=True)
    finished_at = models.DateTimeField("完成时间", null=True)

    class Meta:
        verbose_name = "后台事项"
        indexes = [models.Index(fields=["actor_id", "-asked_at"], name="jobs_errand_actor")]
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(state__in=["waiting", "running"]), name="jobs_errand_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.get_state_display()}"

    @property
    def percent(self) -> int:
        return min(100, self.done * 100 // self.total) if self.total else 0

    @property
    def is_running(self) -> bool:
        return self.state in UNDER_WAY
