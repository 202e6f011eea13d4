"""Nightly work."""

from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import task

from kebridge.core.access.actors import Actor
from kebridge.core.jobs.errands import ops as errands
from kebridge.core.ledger import seals
from kebridge.core.transfer import ops as imports


@task()
def seal() -> None:
    """Seal what was posted since the last seal."""
    seals.seal(by=Actor.system("定时存证"))


@task()
def tidy() -> None:
    """Forget ended sessions, the files of imports long finished and of errands past their time."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    imports.forget_old(by=Actor.system("定时清理"))
    errands.forget_old(by=Actor.system("定时清理"))
