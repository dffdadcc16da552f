"""What the daemon costs while nothing happens in ten mailboxes and their junk folders."""

import time

from support import mailbox, proc
from support.figures import Row
from support.house import House

MAILBOXES = 10
SETTLE_SECONDS = 5


def run(bench) -> list:
    seconds = bench.size(60, 10)
    addresses = [f"department{number}@example.org" for number in range(MAILBOXES)]
    with bench.place() as (servers, folder):
        for address in addresses:
            mailbox.fill(servers, [], address)
        house = House.build(bench.programs, folder / "house", servers, 1, addresses, junk="auto")
        with house.running() as process:
            house.wait_for(f"SELECT count(last_polled) >= {2 * MAILBOXES} FROM mailbox", process)
            time.sleep(SETTLE_SECONDS)
            before = proc.cpu_seconds(process.pid)
            time.sleep(seconds)
            spent = proc.cpu_seconds(process.pid) - before
            resident, own = (proc.mebibytes(process.pid, key) for key in ("VmRSS", "RssAnon"))
        house.require("SELECT count(*) FROM mailbox_trouble", 0)
    what = f"{MAILBOXES} mailboxes, {2 * MAILBOXES} folders"
    return [Row("idle", what, f"{resident:.1f} MiB resident, {own:.1f} MiB of its own"),
            Row("idle", what, f"{spent * 1000:.1f} ms of CPU in {seconds} s")]
