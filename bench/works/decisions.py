"""What one decision takes, in memory: a complaint, its deadlines, a command of staff.

`decisions_bench` (bench/decisions) does the work and measures it.
"""

import json
import pathlib
import statistics
import subprocess

from support.figures import BenchError, Row, shown

SOURCE = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = 5


def run(bench) -> list:
    program = bench.programs.decisions
    if program is None:
        raise BenchError("there is no decisions_bench in that folder: name a build folder")
    rounds = bench.rounds or (2 if bench.quick else ROUNDS)
    told = [json.loads(subprocess.run([program, SOURCE], check=True, capture_output=True,
                                      text=True).stdout) for _ in range(rounds)]
    return [Row("decisions", f"{pack}: {what}",
                shown(statistics.median(one[pack][what] for one in told), "µs"),
                note=f"median of {rounds}")
            for pack, works in told[0].items() for what in works]
