"""Intake behind a link with a round trip of 20 ms, where every wait for an answer shows."""

from delay_proxy import delayed
from works import intake

ROUND_TRIP_MS = 20.0


def run(bench) -> list:
    return intake.run_distant(bench, ROUND_TRIP_MS, delayed)
