"""How long a complainant waits: from delivery into the mailbox to the last byte of the answer.

The daemon has nothing else to do, and each mail waits until the one before is marked. Beside it a
client idles on the same mailbox, which shows when the server first speaks of the mail: Dovecot
gathers news for half a second before it does.
"""

import concurrent.futures
import random
import smtplib
import statistics
import time

from support import complaints, mailbox
from support.figures import Row, percentile, shown
from support.house import House
from support.imap_client import ImapClient
from support.sinks import StampingSink

SECONDS = 30.0  # an acknowledgement that takes longer is lost
MAIL_BYTES = 3000


def deliver(servers, sender: str, message: bytes) -> float:
    """By LMTP, as a mail server does; the monotonic time when the mailbox has it."""
    with smtplib.LMTP(str(servers.dovecot.lmtp_socket)) as lmtp:
        lmtp.sendmail(sender, complaints.MAILBOX, message)
        return time.monotonic()


def one(servers, house, process, sink, number: int, message: bytes) -> tuple:
    """Milliseconds until the acknowledgement, and until the idling client was told."""
    with ImapClient(servers.imaps_port, servers.ca) as client, \
            concurrent.futures.ThreadPoolExecutor(1) as pool:
        news = pool.submit(client.await_news)
        time.sleep(0.2 + random.random() / 2)  # both idle by then; not in step with any clock
        delivered = deliver(servers, complaints.sender(number), message)
        answered = sink.wait_for(complaints.sender(number), SECONDS)
        told = news.result(SECONDS)
    house.wait_for(f"SELECT count(*) = {number + 1} FROM message WHERE marked = 1", process)
    return (answered - delivered) * 1000, (told - delivered) * 1000


def run(bench) -> list:
    count = bench.size(50, 10)
    with bench.place() as (servers, folder), StampingSink() as sink:
        mailbox.fill(servers, [])
        house = House.build(bench.programs, folder / "house", servers, sink.port)
        with house.running() as process:
            house.wait_for("SELECT count(last_polled) FROM mailbox", process)
            times = [one(servers, house, process, sink, number, message) for number, message
                     in enumerate(complaints.plain(count, MAIL_BYTES, MAIL_BYTES))]
        house.require("SELECT count(*) FROM outbox WHERE state = 'sent'", count)
    answers, told = zip(*times)
    return [Row("latency", f"{count} single mails, {name}", shown(pick(answers), "ms"),
                f"told by the server after {shown(pick(told), 'ms')}",
                f"{pick(answers) / pick(told):.2f}", f"{count} mails")
            for name, pick in (("median", statistics.median),
                               ("95th percentile", lambda values: percentile(values, 0.95)))]
