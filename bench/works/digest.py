"""The daily mails of fifty staff over 100,000 open cases; beside a run on a day that has them.

The clock has to stand at nine on a working day, so this work alone needs a build with
REDRESS_TEST_HOOKS: `cmake --preset release -DREDRESS_TEST_HOOKS=ON`.
"""

import contextlib
import datetime
import os
import sqlite3
import statistics
import time

import servers as private

from support import complaints, mailbox, sinks
from support.figures import BenchError, Row, compared, shown
from support.house import House
from works.many_cases import multiply

STAFF = 50
MANAGERS = 5            # who read of every case
SECONDS_MOST = 5.0
MEGABYTES_MOST = 96.0   # as for the work "big"
MONDAY = datetime.date(2026, 11, 30)

ON = """
[[staff]]
name = "Person {number}"
email = "person{number}@example.org"
roles = ["{role}"]
"""


def settle(house: House) -> None:
    """Every case is open, belongs to one of the staff, and ends between a month ago and a week ahead."""
    text = house.settings.read_text()
    text = text.replace("reminders = false", "reminders = true").replace("enabled = false",
                                                                          "enabled = true")
    house.settings.write_text(text + "".join(
        ON.format(number=number, role="complaints-manager" if number < MANAGERS else "owner")
        for number in range(STAFF - 1)))
    with contextlib.closing(sqlite3.connect(house.database)) as writer, writer:
        writer.execute("UPDATE complaint_case SET owner = 'person' || (id % ?) || '@example.org'",
                       (STAFF - 1,))
        writer.execute("UPDATE deadline SET told = 1, at = strftime('%Y-%m-%dT23:59:59Z', ?,"
                       " (case_id % 40 - 33) || ' days') WHERE state = 'open'",
                       (MONDAY.isoformat(),))


def once(house: House, now: str) -> tuple:
    """Seconds and greatest resident memory, in megabytes, of a run at that time."""
    begin = time.monotonic()
    process = house.spawn("--once", "--now", now)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise BenchError(f"redressd --once --now ended with {process.returncode}: is it a build "
                         f"with REDRESS_TEST_HOOKS?\n{house.end_of_log()}")
    return time.monotonic() - begin, usage.ru_maxrss / 1024


def run(bench) -> list:
    count = bench.size(100_000, 10_000)
    with bench.place() as (servers, folder):
        mailbox.fill(servers, complaints.plain(1, 3000, 3000))
        port = private.free_port()
        house = House.build(bench.programs, folder / "house", servers, port)
        with sinks.sink(port):
            house.once()
            multiply(house.database, count)
            settle(house)
            written, idle, memory = [], [], []
            for number in range(bench.rounds):
                day = MONDAY + datetime.timedelta(days=number + number // 5 * 2)
                now = f"{day.isoformat()}T09:00:00Z"
                before = house.ask("SELECT count(*) FROM outbox WHERE template = 'digest'")
                seconds, megabytes = once(house, now)
                written.append(seconds)
                memory.append(megabytes)
                mails = house.ask("SELECT count(*) FROM outbox WHERE template = 'digest'") - before
                if mails != STAFF:
                    raise BenchError(f"{mails} daily mails, not {STAFF}\n{house.end_of_log()}")
                idle.append(once(house, now)[0])
    took = statistics.median(mine - other for mine, other in zip(written, idle, strict=True))
    if took > SECONDS_MOST or max(memory) > MEGABYTES_MOST:
        raise BenchError(f"{took:.2f} s and {max(memory):.0f} MB; {SECONDS_MOST:g} s and "
                         f"{MEGABYTES_MOST:g} MB are allowed")
    what = f"{count:,} open cases, {STAFF} staff"
    return [compared("digest", f"{what}: a run with its mails", "s", written,
                     "without", idle),
            Row("digest", f"{what}: greatest resident memory", shown(max(memory), "MB"),
                note=f"limit {MEGABYTES_MOST:g} MB")]
