"""What a work measured, as a line for the terminal and as a row of a table."""

import dataclasses
import statistics


class BenchError(RuntimeError):
    """The work was not done, or not all of it: there is no figure."""


@dataclasses.dataclass
class Row:
    """One measured work. A row without another side has an empty `other` and `ratio`."""

    work: str
    what: str
    redress: str
    other: str = ""
    ratio: str = ""
    note: str = ""  # how many rounds, or a limit that was kept

    def line(self) -> str:
        parts = [self.work.ljust(12), self.what, f"redress {self.redress}", self.other]
        if self.ratio:
            parts.append(f"ratio {self.ratio}")
        if self.note:
            parts.append(f"({self.note})")
        return "  ".join(part for part in parts if part)

    def markdown(self) -> str:
        cells = (self.work, self.what, self.redress, self.other, self.ratio, self.note)
        return f"| {' | '.join(cells)} |"


HEADING = ("| work | what | redress | compared with | ratio | rounds |\n"
           "|---|---|---|---|---|---|")


def shown(value: float, unit: str) -> str:
    """Three figures that mean something, and the unit: 412/s, 8.51 ms."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}{'' if unit.startswith('/') else ' '}{unit}"


def cpu_a_mail(seconds: list, count: int) -> str:
    """Hardly moved by what else runs on the machine, so the best guide from change to change."""
    return f"{statistics.median(seconds) / count * 1000:.2f} ms of CPU a mail"


def compared(work: str, what: str, unit: str, ours, other_name: str, others,
             note: str = "") -> Row:
    """Two sides measured in turn: their medians, and the median of the ratios round by round.

    The machine is slower in some rounds than in others; both sides of one round share that.
    """
    ratios = [mine / other for mine, other in zip(ours, others, strict=True)]
    return Row(work, what, shown(statistics.median(ours), unit),
               f"{other_name} {shown(statistics.median(others), unit)}",
               f"{statistics.median(ratios):.2f}",
               f"median of {len(ratios)}; {min(ratios):.2f}-{max(ratios):.2f}" +
               (f"; {note}" if note else ""))


def percentile(values, share: float) -> float:
    """The smallest value that `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]
