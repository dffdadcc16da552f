"""Reading mail from memory: the message reader and the classifier, beside GMime.

`reader_bench` (bench/reader) does the work and measures its own CPU, for a mail takes microseconds.
"""

import dataclasses
import json
import statistics
import subprocess

from support.figures import BenchError, Row, compared, percentile, shown

ROUNDS_EACH = 4           # a round of all mails takes about a second
MOST_APART = 0.10         # what both sides read may differ so much, in damaged mail
LEAST_KIB = 4             # below it the fixed costs of a mail are what counts
SLOWEST = 5
SYNTHETIC = "large"       # no public mail is as large


def microseconds(seconds: list, count: int) -> float:
    return statistics.median(seconds) / count * 1e6


def require_same_work(one: dict) -> None:
    for what, ours in one["by_redress"].items():
        theirs = one["by_gmime"][what]
        if abs(ours - theirs) > MOST_APART * max(ours, theirs):
            raise BenchError(f"{one['name']}: the sides read different things: "
                             f"{what} {ours:,} and {theirs:,}")


def joined(sets: list) -> dict:
    """All sets as one."""
    rounds = {side: [sum(seconds) for seconds in zip(*(one[side] for one in sets))]
              for side in ("redress", "gmime", "read", "classify")}
    steps = [{"name": same[0]["name"], "seconds": sum(step["seconds"] for step in same)}
             for same in zip(*(one["steps"] for one in sets))]
    return rounds | {"name": "all of these", "bytes": sum(one["bytes"] for one in sets),
                     "steps": steps, "mails": [mail for one in sets for mail in one["mails"]]}


def beside_gmime(one: dict) -> Row:
    count = len(one["mails"])

    def speeds(side: str) -> list:
        return [one["bytes"] / 1e6 / seconds for seconds in one[side]]

    row = compared("reader", f"{one['name']}: {count:,} mails of "
                   f"{shown(one['bytes'] / count / 1024, 'KiB')}", "MB/s",
                   speeds("redress"), "GMime", speeds("gmime"))
    return dataclasses.replace(
        row, redress=f"{row.redress}, {shown(microseconds(one['redress'], count), 'µs')} a mail",
        other=f"{row.other}, {shown(microseconds(one['gmime'], count), 'µs')}")


def whole(one: dict) -> list:
    count = len(one["mails"])
    single = [mail["classify"] * 1e6 for mail in one["mails"]]
    speed = one["bytes"] / 1e6 / statistics.median(one["read"])
    return [Row("reader", f"{one['name']}: all of read_message",
                f"{shown(speed, 'MB/s')}, {shown(microseconds(one['read'], count), 'µs')} a mail"),
            Row("reader", f"{one['name']}: classifier",
                f"{shown(microseconds(one['classify'], count), 'µs')} a mail; 95 in 100 below "
                f"{shown(percentile(single, 0.95), 'µs')}, at most {shown(max(single), 'µs')}",
                note="wanted: below 200 µs a mail")]


def shares(one: dict) -> Row:
    total = sum(step["seconds"] for step in one["steps"])
    parts = [f"{step['name']} {100 * step['seconds'] / total:.0f} %" for step in one["steps"]]
    return Row("reader", f"{one['name']}: share of each step", ", ".join(parts))


def slowest(one: dict, side: str, what: str) -> Row:
    def cost(mail: dict) -> float:
        return mail[side] * 1e6 / max(mail["bytes"] / 1024, LEAST_KIB)

    worst = sorted(one["mails"], key=cost, reverse=True)[:SLOWEST]
    return Row("reader", f"most {what} for their size, µs a KiB",
               ", ".join(f"{mail['file']} {cost(mail):.0f}" for mail in worst))


def run(bench) -> list:
    if bench.programs.reader is None:
        raise BenchError("there is no reader_bench in that folder: apt-get install "
                         "libgmime-3.0-dev, then configure and build the preset release")
    rounds = ROUNDS_EACH * bench.rounds
    done = subprocess.run([bench.programs.reader, str(rounds), *filter(None, [bench.corpora])],
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise BenchError(done.stderr.strip() or f"reader_bench ended with {done.returncode}")
    sets = json.loads(done.stdout)
    for one in sets:
        require_same_work(one)
    public = joined([one for one in sets if one["name"] != SYNTHETIC])
    return [*(beside_gmime(one) for one in sets if one["name"] != SYNTHETIC),
            beside_gmime(public),
            *(beside_gmime(one) for one in sets if one["name"] == SYNTHETIC),
            *whole(public), shares(public),
            slowest(public, "read", "reading"), slowest(public, "classify", "classifying"),
            slowest(public, "gmime", "of GMime")]
