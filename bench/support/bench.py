"""What every work is given: the programs, how much to do, a folder, and how to measure in turn."""

import contextlib
import os
import pathlib
import tempfile

import servers as private

from .house import Programs

ROUNDS, QUICK_ROUNDS = 5, 2


class Bench:
    def __init__(self, programs: Programs, quick: bool, rounds: int = 0, corpora: str = ""):
        self.programs, self.quick, self.corpora = programs, quick, corpora
        self.rounds = rounds or (QUICK_ROUNDS if quick else ROUNDS)

    def size(self, full: int, quick: int) -> int:
        return quick if self.quick else full

    @contextlib.contextmanager
    def place(self):
        """A private Dovecot and a folder for what the programs write."""
        with private.Servers(postfix=False) as servers, \
                tempfile.TemporaryDirectory(prefix="redress-bench-") as name:
            yield servers, pathlib.Path(name)

    def alternate(self, ours, theirs) -> tuple:
        """Both sides in turn, each first as often as the other: their figures, round by round."""
        figures = ([], [])
        for number in range(self.rounds):
            for side in ((0, 1), (1, 0))[number % 2]:
                os.sync()  # nobody pays for what another has left to write
                figures[side].append((ours, theirs)[side]())
        return figures
