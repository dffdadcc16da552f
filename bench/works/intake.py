"""Mail into the journal, and no further; beside a client that fetches the same and throws it away.

All is history, because it is older than the first run, so nothing is to be sent. The clock stops when
the last message is in the journal; then the daemon is killed, and the database it leaves is asked
whether each byte is there: what is journalled is durable.
"""

import os
import time

from support import complaints, mailbox, mbsync
from support.figures import compared
from support.house import House
from support.imap_client import fetch_rate

MAIL_BYTES = 32_000


def intake_rate(bench, servers, folder, count: int, size: int, port: int) -> float:
    """Messages a second from the start of redressd to the last commit of the journal."""
    house = House.build(bench.programs, folder / "house", servers, 1, start="now", imaps_port=port)
    begin = time.monotonic()
    process = house.spawn("--once")
    try:
        took = house.wait_for(f"SELECT max(id) >= {count} FROM message", process) - begin
    finally:
        process.kill()
        process.wait()
    house.require("SELECT count(*) FROM message WHERE history = 1", count)
    house.require("SELECT sum(length) FROM raw_message", size)
    house.remove()
    return count / took


def fill(bench, servers, count: int) -> tuple:
    count, size = mailbox.fill(servers, complaints.plain(count, MAIL_BYTES, MAIL_BYTES))
    fetch_rate(servers.imaps_port, servers.ca, count, size)  # Dovecot writes its indices once
    os.sync()
    return count, size


def run(bench) -> list:
    with bench.place() as (servers, folder):
        count, size = fill(bench, servers, bench.size(3000, 300))
        port = servers.imaps_port
        ours, theirs = bench.alternate(
            lambda: intake_rate(bench, servers, folder, count, size, port),
            lambda: fetch_rate(port, servers.ca, count, size))
        kilobytes = size // count // 1000
        return [compared("intake", f"{count:,} mails of {kilobytes} KB", "/s", ours, "raw fetch",
                         theirs)]


def run_distant(bench, milliseconds: float, delayed) -> list:
    """The same behind a long link, where mbsync is the measure: it, too, keeps what it fetches."""
    with bench.place() as (servers, folder):
        count, size = fill(bench, servers, bench.size(1500, 300))
        with delayed(servers.imaps_port, milliseconds / 2) as port:
            ours, theirs = bench.alternate(
                lambda: intake_rate(bench, servers, folder, count, size, port),
                lambda: mbsync.rate(folder / "copy", port, servers.ca, count))
        what = f"{count:,} mails of {size // count // 1000} KB, {milliseconds:g} ms away"
        return [compared("distant", what, "/s", ours, "mbsync", theirs)]
