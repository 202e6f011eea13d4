"""The background task of errands."""

from django_tasks import task

from kebridge.core.jobs.errands import running


@task()
def run(errand_id: int) -> None:
    running.run(errand_id)
