"""What keeps background work alive: signs of life of workers, and which planned runs were started."""

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
