"""Intake behind a link with a round trip of 20 ms, where every wait for an answer shows.

mbsync is beside it, because it, too, keeps what it fetches.
"""

from delay_proxy import delayed
from support import mbsync
from support.figures import compared, cpu_a_mail
from works.intake import MAIL_BYTES, fill, intake_rate

ROUND_TRIP_MS = 20.0


def run(bench) -> list:
    spent = []
    with bench.place() as (servers, folder):
        count, size = fill(servers, bench.size(1500, 300))
        with delayed(servers.imaps_port, ROUND_TRIP_MS / 2) as port:
            ours, theirs = bench.alternate(
                lambda: intake_rate(bench, servers, folder, count, size, port, spent),
                lambda: mbsync.rate(folder / "copy", port, servers.ca, count))
    what = f"{count:,} mails of {MAIL_BYTES // 1000} KB, {ROUND_TRIP_MS:g} ms away"
    return [compared("distant", what, "/s", ours, "mbsync", theirs, cpu_a_mail(spent, count))]
