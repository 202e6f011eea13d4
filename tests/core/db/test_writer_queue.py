"""The queue of writers: first come, first served; a dead process holds up nobody."""

import os
import subprocess
import sys
import threading
import time

from django.db import connection

from kebridge.core.db.queue import WriterQueue


def drawn(path):
    return int.from_bytes(path.read_bytes()[:8], "little")


def wait_until(condition):
    for _ in range(2000):
        if condition():
            return
        time.sleep(0.005)
    raise AssertionError("it never happened")


def test_turns_come_in_the_order_of_asking(tmp_path):
    path = tmp_path / "queue"
    first, order, threads = WriterQueue(str(path)), [], []
    first.enter()

    def take_a_turn(name):
        queue = WriterQueue(str(path))
        queue.enter()
        order.append(name)
        queue.close()

    for number in range(8):
        threads.append(threading.Thread(target=take_a_turn, args=(number,)))
        threads[-1].start()
        wait_until(lambda: drawn(path) == number + 2)  # noqa: B023 (waited for at once)
    assert order == []
    first.leave()
    for thread in threads:
        thread.join()
    assert order == list(range(8))
    first.close()


def test_entering_twice_is_once_and_leaving_twice_too(tmp_path):
    queue, other = WriterQueue(str(tmp_path / "queue")), WriterQueue(str(tmp_path / "queue"))
    queue.enter()
    queue.enter()
    queue.leave()
    queue.leave()
    other.enter()
    assert (queue.held, other.held, drawn(tmp_path / "queue")) == (False, True, 2)
    queue.close()
    other.close()


def test_a_killed_process_holds_up_nobody(tmp_path):
    path = str(tmp_path / "queue")
    code = (
        "import sys; from kebridge.core.db.queue import WriterQueue; queue = WriterQueue(sys.argv[1]); queue.enter();"
        "print('in', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ
    )
    assert holder.stdout.readline() == b"in\n"
    queue, entered = WriterQueue(path), threading.Event()
    waiting = threading.Thread(target=lambda: (queue.enter(), entered.set()))
    waiting.start()
    wait_until(lambda: drawn(tmp_path / "queue") == 2)
    assert not entered.is_set()
    holder.kill()
    holder.wait()
    waiting.join()
    assert entered.is_set()
    queue.close()


def test_sqlite_in_a_file_has_a_queue_and_postgresql_none():
    held = getattr(connection, "writers", None)
    assert (held is None) == (connection.vendor == "postgresql")
