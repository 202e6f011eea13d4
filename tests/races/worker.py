"""One process of a race: `python worker.py JOB {json}`; says it is ready, waits for a line, works, prints JSON.

Times are of the monotonic clock, which all processes of a machine share.
"""

import json
import os
import sys
import time

import django
from django.conf import settings


def start_plain(path):
    """Django with its own SQLite settings: the control that must fail."""
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": path}}, USE_TZ=True
    )


def edit(pk, times, pause):
    """Add one visitor, again and again, each time under the lock."""
    from kebridge.core.ledger.postings import posting
    from kebridge.rooms.venues.models import VisitDay

    for _ in range(times):
        with posting(by=system()) as block:
            record = block.lock(VisitDay, pk)
            time.sleep(pause)
            record.individuals += 1
            record.save()
    return {"done": times}


def stale_edit(pk, times, pause):
    """Read without a lock, think, save: a lost race is refused, then tried again."""
    from kebridge.core.ledger.postings import LostRace, posting
    from kebridge.rooms.venues.models import VisitDay

    done = lost = 0
    while done < times:
        record = VisitDay.objects.unscoped("a race").get(pk=pk)
        time.sleep(pause)
        record.individuals += 1
        try:
            with posting(by=system()):
                record.save()
            done += 1
        except LostRace:
            lost += 1
    return {"done": done, "lost": lost}


def naive_edit(value):
    """The control: read the net, think until told, insert the difference; no lock, no revision."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(SUM(quantity), 0) FROM scratch_fact")
        net = cursor.fetchone()[0]
        say("read")
        sys.stdin.readline()
        cursor.execute("INSERT INTO scratch_fact (quantity) VALUES (%s)", [value - net])
        cursor.execute("UPDATE scratch_record SET value = %s", [value])
    return {"net": int(net)}


def write_in_turn(name, times, pause):
    """Transactions that read, take their time, and write."""
    from django.db import OperationalError, connection, transaction

    turns, errors = [], 0
    for _ in range(times):
        asked = time.monotonic()
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT COUNT(*) FROM scratch_turn")
                cursor.fetchone()
                began = time.monotonic()
                time.sleep(pause)
                cursor.execute("INSERT INTO scratch_turn (name) VALUES (%s)", [name])
                written = time.monotonic()
            turns.append((asked, began, written))
        except OperationalError:
            errors += 1
    return {"turns": turns, "errors": errors}


def sign_in(times):
    """Sessions saved as a sign-in saves them, and single statements outside any transaction."""
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import connection

    turns = []
    for number in range(times):
        asked = time.monotonic()
        store = SessionStore()
        store["user"] = number
        store.save()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE scratch_turn SET name = name WHERE name = %s", ["nobody"])
        turns.append((asked, asked, time.monotonic()))
    return {"turns": turns, "errors": 0}


def enter(org, first, count):
    """Enter visits and activities one after the other, until killed or done."""
    from datetime import date, timedelta

    from kebridge.core.records import register as registers
    from kebridge.core.records.ops import save_record

    say("entering")
    for number in range(count):
        day = (date(2000, 1, 1) + timedelta(days=first + number)).isoformat()
        raw = {"org": org, "day": day, "individuals": number, "grouped": 3}
        record = save_record(registers.get("visits"), raw, by=system())
        save_record(registers.get("visits"), {**raw, "grouped": 4}, by=system(), pk=record.pk)
        title = {"org": org, "title": f"活动{first + number}", "day": day, "kind": "报告会/讲座"}
        lines = [{"day": day, "on_site": 5}, {"day": day, "on_site": 6}]
        save_record(registers.get("activities"), title, lines, by=system())
    return {"done": count}


def keep_sealing(times, pause):
    from kebridge.core.ledger.seals import seal

    made = []
    for _ in range(times):
        if found := seal(by=system()):
            made.append(found.pk)
        time.sleep(pause)
    return {"seals": made}


def say(word):
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def system():
    from kebridge.core.access.actors import Actor

    return Actor.system("测试")


JOBS = {
    job.__name__: job for job in (edit, stale_edit, naive_edit, write_in_turn, sign_in, enter, keep_sealing)
}


def main():
    job, given = sys.argv[1], json.loads(sys.argv[2])
    if plain := os.environ.get("RACE_PLAIN_SQLITE"):
        start_plain(plain)
    django.setup()
    from django.db import connection

    connection.ensure_connection()
    say("ready")
    sys.stdin.readline()
    sys.stdout.write(json.dumps(JOBS[job](**given)) + "\n")


if __name__ == "__main__":
    main()
