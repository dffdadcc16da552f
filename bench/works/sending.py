"""Acknowledgements out, from a database where all wait; beside Postfix's smtp-source.

A first run finds nobody at the SMTP port, so that every acknowledgement is written and none sent.
Each round sends them from a copy of that database, made due by hand: once cut to 2 KB, which is
about the sender alone, once as they were written. The clock runs from the first mail claimed to the
last one recorded as sent.
"""

import contextlib
import shutil
import sqlite3
import subprocess
import time

import servers as private

from support import complaints, mailbox, sinks
from support.figures import BenchError, compared
from support.house import House

CUT_BYTES = 2000
CONNECTIONS = "4"  # as many as the settings of the house have
# Asked often, so the two read no more than the ends of an index.
BEGUN = "SELECT EXISTS (SELECT 1 FROM outbox WHERE state <> 'sent' AND state = 'sending')"
ENDED = "SELECT NOT EXISTS (SELECT 1 FROM outbox WHERE state <> 'sent')"
WAITING = "SELECT count(*) FROM outbox WHERE purpose = 'acknowledgement' AND state = 'pending'"
SENT = "SELECT count(*) FROM outbox WHERE purpose = 'acknowledgement' AND state = 'sent'"


def make_due(house: House) -> None:
    """Ends the pause after the failed first try."""
    with contextlib.closing(sqlite3.connect(house.database)) as writer, writer:
        writer.execute("UPDATE outbox SET next_try = created WHERE state IN ('pending', 'unknown')")


def cut(house: House) -> None:
    """A letter's head and the beginning of its text are a mail as good as another."""
    with contextlib.closing(sqlite3.connect(house.database)) as writer, writer:
        writer.execute("UPDATE outbox_bytes SET bytes = CAST(substr(bytes, 1, ?) || x'0d0a' AS BLOB)",
                       (CUT_BYTES - 2,))


def send_rate(prepared: House, folder, port: int, count: int) -> float:
    house = prepared.copy(folder / "house")
    with sinks.sink(port):
        process = house.spawn("--once")
        begin = house.wait_for(BEGUN, process)
        end = house.wait_for(ENDED, process)
        process.wait()
    house.require(SENT, count)
    house.remove()
    return count / (end - begin)


def source_rate(port: int, count: int, size: int) -> float:
    """The same number and size by smtp-source over as many connections, each one reused."""
    program = shutil.which("smtp-source", path="/usr/sbin:/usr/bin")
    if not program:
        raise BenchError("there is no smtp-source here: apt-get install postfix")
    with sinks.sink(port):
        begin = time.monotonic()
        subprocess.run([program, "-d", "-s", CONNECTIONS, "-m", str(count), "-l", str(size),
                        "-f", "comments@example.org", "-t", "person@example.net",
                        f"127.0.0.1:{port}"], check=True)
        return count / (time.monotonic() - begin)


def compare(bench, prepared: House, folder, port: int, count: int):
    size = int(prepared.ask("SELECT avg(length(bytes)) FROM outbox_bytes"))
    ours, theirs = bench.alternate(lambda: send_rate(prepared, folder, port, count),
                                   lambda: source_rate(port, count, size))
    return compared("sending", f"{count:,} mails of {size / 1000:.1f} KB", "/s", ours,
                    "smtp-source", theirs)


def run(bench) -> list:
    with bench.place() as (servers, folder):
        count, _ = mailbox.fill(servers, complaints.plain(bench.size(3000, 300), 2000, 2000))
        port = private.free_port()
        prepared = House.build(bench.programs, folder / "prepared", servers, port)
        prepared.once()
        prepared.require(WAITING, count)
        make_due(prepared)
        short = prepared.copy(folder / "short")
        cut(short)
        return [compare(bench, house, folder, port, count) for house in (short, prepared)]
