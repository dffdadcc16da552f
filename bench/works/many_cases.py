"""A start, and `redressctl status`, over 100,000 cases; beside the same over one case.

One complaint is taken in and acknowledged in earnest. Its rows are then copied within the database,
so that every table has what the program itself would have written there (but for the audit trail's
hashes, which only `redressctl verify` reads).
"""

import contextlib
import pathlib
import socket
import sqlite3
import time

import servers as private

from support import complaints, mailbox, sinks
from support.figures import BenchError, compared
from support.house import House

READY_SECONDS = 60

# What must differ from copy to copy; all other columns are taken as they are. n.i counts from 1.
COPIES = {
    "complaint_case": {"id": "id + n.i", "number": "number + n.i",
                       "reference": "printf('%s-%d-%06d', prefix, year, number + n.i)"},
    "participant": {"case_id": "case_id + n.i", "address": "n.i || address",
                    "address_key": "n.i || address_key"},
    "message": {"id": "id + n.i", "uid": "uid + n.i", "case_id": "case_id + n.i",
                "message_id": "n.i || message_id", "content_digest": "n.i || content_digest"},
    "raw_message": {"message_id": "message_id + n.i"},
    "deadline": {"id": "NULL", "case_id": "case_id + n.i"},
    "outbox": {"id": "id + n.i", "case_id": "case_id + n.i", "serial": "serial || n.i",
               "message_id": "n.i || message_id", "recipient_key": "n.i || recipient_key"},
    "delivery_attempt": {"id": "NULL", "outbox_id": "outbox_id + n.i"},
    "event": {"id": "NULL", "reference": "substr(reference, 1, 9) || (substr(reference, 10) + n.i)",
              "message_id": "message_id + n.i"},
}


def multiply(database: pathlib.Path, count: int) -> None:
    with contextlib.closing(sqlite3.connect(database)) as writer, writer:
        writer.execute("CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT"
                       f" i + 1 FROM c WHERE i < {count - 1}) SELECT i FROM c")
        for table, changed in COPIES.items():
            columns = [row[1] for row in writer.execute(f"PRAGMA table_info({table})")]
            values = [changed.get(column, column) for column in columns]
            writer.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)}"
                           f" FROM (SELECT * FROM {table}) CROSS JOIN n")


def start_ms(house: House) -> float:
    """Milliseconds from exec to READY=1."""
    address = str(house.folder / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address)
        manager.settimeout(READY_SECONDS)
        begin = time.monotonic()
        with house.running(env={"NOTIFY_SOCKET": address}):
            while b"READY=1" not in manager.recv(4096).split(b"\n"):
                pass
            took = time.monotonic() - begin
    pathlib.Path(address).unlink()
    return took * 1000


def status_ms(house: House) -> float:
    begin = time.monotonic()
    house.tell("status")
    return (time.monotonic() - begin) * 1000


def run(bench) -> list:
    count = bench.size(100_000, 10_000)
    with bench.place() as (servers, folder):
        mailbox.fill(servers, complaints.plain(1, 3000, 3000))
        port = private.free_port()
        small = House.build(bench.programs, folder / "small", servers, port)
        with sinks.sink(port):
            small.once()
        small.require("SELECT count(*) FROM outbox WHERE state = 'sent'", 1)
        large = small.copy(folder / "large")
        multiply(large.database, count)
        if large.tell("case", "list", "--json").count("\n") != count:
            raise BenchError(f"redressctl case list does not show {count} cases")
        starts = bench.alternate(lambda: start_ms(large), lambda: start_ms(small))
        statuses = bench.alternate(lambda: status_ms(large), lambda: status_ms(small))
    return [compared("many-cases", f"{count:,} cases, {what}", "ms", times[0], "with one case",
                     times[1])
            for what, times in (("start to ready", starts), ("redressctl status", statuses))]
