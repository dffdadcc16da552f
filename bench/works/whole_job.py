"""Fetch over TLS, store durably, read, decide, acknowledge; beside mbsync, which only copies."""

import servers as private

from support import complaints, mailbox, mbsync, sinks
from support.figures import compared, cpu_a_mail
from support.house import House
from support.imap_client import fetch_rate


def run(bench) -> list:
    with bench.place() as (servers, folder):
        count, size = mailbox.fill(servers, complaints.plain(bench.size(3000, 300), 2000, 8000))
        fetch_rate(servers.imaps_port, servers.ca, count, size)  # Dovecot writes its indices once
        port, spent = private.free_port(), []

        def redress() -> float:
            mailbox.unmark(servers)
            house = House.build(bench.programs, folder / "house", servers, port)
            with sinks.sink(port):
                took = house.once()
            house.require("SELECT count(*) FROM outbox WHERE purpose = 'acknowledgement'"
                          " AND state = 'sent'", count)
            house.require("SELECT count(*) FROM message WHERE state = 'recorded' AND marked = 1",
                          count)
            spent.append(house.cpu_seconds)
            house.remove()
            return count / took

        def copy() -> float:
            return mbsync.rate(folder / "copy", servers.imaps_port, servers.ca, count)

        ours, theirs = bench.alternate(redress, copy)
    return [compared("whole-job", f"{count:,} mails", "/s", ours, "mbsync", theirs,
                     cpu_a_mail(spent, count))]
