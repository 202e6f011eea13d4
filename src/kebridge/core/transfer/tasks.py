"""Background tasks of imports."""

from django_tasks import task

from kebridge.core.transfer import running


@task()
def plan(job_id: int) -> None:
    running.plan_job(job_id)


@task()
def commit(job_id: int) -> None:
    running.commit_job(job_id)
