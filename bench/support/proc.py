"""What the kernel knows of a process."""

import pathlib
import re


def mebibytes(pid: int, key: str) -> float:
    """A line of /proc/PID/status that is given in kB: VmRSS, VmHWM, RssAnon."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(rf"^{key}:\s+(\d+) kB$", text, re.MULTILINE)[1]) / 1024


def cpu_seconds(pid: int) -> float:
    """Of all its threads, by the scheduler's own count, which is finer than clock ticks."""
    return sum(int(path.read_text().split()[0])
               for path in pathlib.Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e9
