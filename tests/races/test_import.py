"""Imports that are killed, and imports of the same workbook at the same time."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from kebridge.core.ledger import verify
from kebridge.core.ledger.models import Posting
from kebridge.core.orgs import trees
from tests.core.transfer.workbooks import LECTURE, VISIT, book, rows_of, take
from tests.races.racing import address
from tests.support.world import make_world

pytestmark = [pytest.mark.races, pytest.mark.django_db(transaction=True)]
WORKER = Path(__file__).with_name("import_worker.py")
POINTS = 6


def sheets():
    """References, records in bulk with lines and members, and one kind that is written row by row."""
    return {
        "organisations": [{"org": "CITY", "code": "N", "name": "演示丁县科技馆", "type": "科技馆"}],
        "programmes": [{"org": "CITY", "name": "全国科普日"}],
        "visits": [{**VISIT, "org": "N", "day": f"2024-03-{n:02d}"} for n in range(1, 31)],
        "activities": [
            {**LECTURE, "title": f"第{n}场讲座", "programmes": "全国科普日", "partners": "演示大学",
             "lines": [{"day": "2024-05-12", "body": f"演示第{n}小学", "on_site": n + 1}]}
            for n in range(30)
        ],
    }  # fmt: skip


def begin(path, *more):
    connection.close()
    environment = {**os.environ, "KEBRIDGE_DB": address(), "DJANGO_SETTINGS_MODULE": "kebridge.settings"}
    return subprocess.Popen(
        [sys.executable, WORKER, path, *map(str, more)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def planned(process):
    assert process.stdout.readline() == "planned\n"


def go(process):
    process.stdin.write("go\n")
    process.stdin.flush()


def test_whenever_an_import_is_killed_the_ledger_is_whole_and_the_same_file_completes_it(tmp_path):
    make_world()
    path = tmp_path / "全部.xlsx"
    path.write_bytes(book(**sheets()))
    chance = random.Random(20240305)
    killed = 0
    for point in sorted(chance.sample(range(2, 40), POINTS)):
        process = begin(path, point)
        planned(process)
        go(process)
        process.communicate(timeout=120)
        if process.returncode == -signal.SIGKILL:
            killed += 1
            trees.forget_all()
            assert list(verify.problems()) == []
            assert rows_of("visits").count() in (0, 30)
            assert rows_of("activities").count() == rows_of("visits").count()
    assert killed >= 2
    trees.forget_all()
    take(**sheets())
    assert (rows_of("visits").count(), rows_of("activities").count()) == (30, 30)
    assert list(verify.problems()) == []
    postings = Posting.objects.count()
    take(**sheets())
    assert Posting.objects.count() == postings


def test_two_imports_of_the_same_workbook_at_once_count_once(tmp_path):
    make_world()
    path = tmp_path / "两遍.xlsx"
    path.write_bytes(book(visits=[{**VISIT, "day": f"2024-03-{n:02d}"} for n in range(1, 31)]))
    both = [begin(path), begin(path)]
    for process in both:
        planned(process)
    for process in both:
        go(process)
    told = sorted(process.communicate(timeout=120)[0].strip()[:7] for process in both)
    assert told == ["refused", "新增30条"]
    assert rows_of("visits").count() == 30
    assert list(verify.problems()) == []
