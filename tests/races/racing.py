"""Starting processes together on the database of the running test, and hearing what they did."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from django.db import connection

WORKER = Path(__file__).with_name("worker.py")


def address():
    """The address of the test's own database, for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    user = quote(given["USER"]) + (f":{quote(given['PASSWORD'])}" if given["PASSWORD"] else "")
    return f"postgresql://{user}@{given['HOST']}:{given['PORT']}/{given['NAME']}"


class Racer:
    def __init__(self, job, plain_sqlite=None, **given):
        environment = {**os.environ, "KEBRIDGE_DB": address(), "DJANGO_SETTINGS_MODULE": "kebridge.settings"}
        if plain_sqlite:
            environment = {**os.environ, "RACE_PLAIN_SQLITE": str(plain_sqlite)}
            environment.pop("DJANGO_SETTINGS_MODULE", None)
        self.process = subprocess.Popen(
            [sys.executable, WORKER, job, json.dumps(given)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip

    def wait_until(self, word):
        line = self.process.stdout.readline()
        assert line == f"{word}\n", line

    def go(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def result(self):
        last = self.process.stdout.read().splitlines()[-1:]
        assert self.process.wait() == 0
        return json.loads(last[0])

    def kill(self):
        self.process.kill()
        self.process.wait()


def start(*racers):
    """Let all begin at once."""
    connection.close()
    together(racers, "ready")


def together(racers, word):
    """When all have said the word, all go on."""
    for racer in racers:
        racer.wait_until(word)
    for racer in racers:
        racer.go()


def race(*racers):
    """Let all begin at once; what each returned, in order."""
    start(*racers)
    return [racer.result() for racer in racers]
