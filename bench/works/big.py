"""A mailbox of 10,000 mails, a tenth of them with half a megabyte: the most memory ever held.

The daemon runs as it does every day, so that fetching, reading and sending overlap.
"""

import time

import servers as private

from support import complaints, mailbox, proc, sinks
from support.figures import BenchError, Row
from support.house import House

BIG_BYTES = 500_000
LIMIT_MIB = 96

# Asked often, so it reads no more than the ends of some indices.
DONE = """SELECT (SELECT max(id) FROM message) = {count}
 AND NOT EXISTS (SELECT 1 FROM message WHERE state = 'journalled')
 AND NOT EXISTS (SELECT 1 FROM outbox WHERE state <> 'sent')"""


def messages(count: int):
    small = complaints.plain(count, 2000, 8000)
    for number, message in enumerate(small):
        big = number % 10 == 9
        yield complaints.with_attachment(number, BIG_BYTES) if big else message


def run(bench) -> list:
    with bench.place() as (servers, folder):
        count, size = mailbox.fill(servers, messages(bench.size(10_000, 500)))
        port = private.free_port()
        house = House.build(bench.programs, folder / "house", servers, port)
        with sinks.sink(port):
            begin = time.monotonic()
            with house.running() as process:
                end = house.wait_for(DONE.format(count=count), process)
                peak = proc.mebibytes(process.pid, "VmHWM")
        house.require("SELECT sum(length) FROM raw_message", size)
        house.require("SELECT count(*) FROM message WHERE state = 'recorded'", count)
        house.require("SELECT count(*) FROM outbox WHERE purpose = 'acknowledgement'"
                      " AND state = 'sent'", count)
    if peak >= LIMIT_MIB:
        raise BenchError(f"big: redressd held {peak:.1f} MiB; {LIMIT_MIB} MiB is the limit")
    took = end - begin
    return [Row("big", f"{count:,} mails, {size / 1e6:.0f} MB",
                f"at most {peak:.1f} MiB, {took:.1f} s, {count / took:.0f}/s", "", "",
                f"limit {LIMIT_MIB} MiB")]
