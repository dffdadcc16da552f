"""Mail into the journal, and no further; beside a client that fetches the same and throws it away.

All is history, because it is older than the first run, so nothing is to be sent. The clock stops
when the last message is in the journal; then the daemon is killed, and the database it leaves is
asked whether each byte is there: what is journalled is durable.
"""

import os
import time

from support import complaints, mailbox, mbsync
from support.figures import compared, cpu_a_mail
from support.house import House, cpu_of
from support.imap_client import fetch_rate

MAIL_BYTES = 32_000


def intake_rate(bench, servers, folder, count: int, size: int, port: int, spent: list) -> float:
    """Messages a second from the start of redressd to the last commit of the journal.

    Adds the seconds of CPU to `spent`.
    """
    house = House.build(bench.programs, folder / "house", servers, 1, start="now", imaps_port=port)
    begin = time.monotonic()
    process = house.spawn("--once")
    try:
        took = house.wait_for(f"SELECT max(id) >= {count} FROM message", process) - begin
    finally:
        process.kill()
        spent.append(cpu_of(process))
    house.require("SELECT count(*) FROM message WHERE history = 1", count)
    house.require("SELECT sum(length) FROM raw_message", size)
    house.remove()
    return count / took


def fill(servers, count: int) -> tuple:
    count, size = mailbox.fill(servers, complaints.plain(count, MAIL_BYTES, MAIL_BYTES))
    fetch_rate(servers.imaps_port, servers.ca, count, size)  # Dovecot writes its indices once
    os.sync()
    return count, size


def run(bench) -> list:
    with bench.place() as (servers, folder):
        count, size = fill(servers, bench.size(3000, 300))
        port, spent = servers.imaps_port, []
        ours, theirs = bench.alternate(
            lambda: intake_rate(bench, servers, folder, count, size, port, spent),
            lambda: fetch_rate(port, servers.ca, count, size))
    return [compared("intake", f"{count:,} mails of {MAIL_BYTES // 1000} KB", "/s", ours,
                     "raw fetch", theirs, cpu_a_mail(spent, count))]
