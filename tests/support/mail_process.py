"""A server process of the tests: started in the foreground, diagnosed, stopped or killed whole."""

import contextlib
import ctypes
import os
import pathlib
import random
import signal
import socket
import subprocess
import time

HOST = "127.0.0.1"

START_TRIES = 5        # a port found free may be taken by another instance a moment later
START_SECONDS = 60.0
STOP_SECONDS = 60.0
WAIT_SECONDS = 60.0    # what a test waits for a mail, unless it says otherwise
POLL_SECONDS = 0.05
LOG_LINES = 60         # of a server's log shown when it fails

# Below the range that the kernel gives to outgoing connections, so that none of these takes our port.
FIRST_PORT, LAST_PORT = 20000, 32000


class ServerError(RuntimeError):
    """A server did not start, stop or answer; its text holds the end of the server's log."""


def free_port() -> int:
    """A TCP port of loopback that nobody listens on at this moment."""
    for _ in range(200):
        port = random.randint(FIRST_PORT, LAST_PORT)
        with socket.socket() as probe:
            with contextlib.suppress(OSError):
                probe.bind((HOST, port))
                return port
    raise ServerError(f"no free port between {FIRST_PORT} and {LAST_PORT}")


def end_of(path: pathlib.Path) -> str:
    """The last lines of a log, for a message."""
    if not path.exists():
        return f"({path.name} is empty)"
    lines = path.read_text(errors="replace").splitlines()[-LOG_LINES:]
    return "\n".join(f"  {path.name}: {line}" for line in lines) or f"({path.name} is empty)"


def die_with_parent() -> None:
    """Runs in a new child: its own session, and a SIGTERM when this process dies without stopping it."""
    os.setsid()
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # 1: PR_SET_PDEATHSIG


def wait_until(predicate, timeout: float = WAIT_SECONDS, what: str = "what was waited for"):
    """Asks `predicate` until it gives something true, which is returned. TimeoutError after `timeout`."""
    deadline = time.monotonic() + timeout
    while True:
        value = predicate()
        if value:
            return value
        if time.monotonic() > deadline:
            raise TimeoutError(f"after {timeout:g} s: not seen: {what}")
        time.sleep(POLL_SECONDS)


class Server:
    """One server process in the foreground, the leader of its own session."""

    name = "server"

    def __init__(self, folder: pathlib.Path):
        folder.mkdir()
        self.folder = folder
        self.log = folder / "log"
        self.process = None

    def command(self) -> list:
        raise NotImplementedError

    def assign_ports(self) -> None:
        raise NotImplementedError

    def configure(self) -> None:
        raise NotImplementedError

    def answers(self) -> bool:
        """Whether the server greets on its port."""
        raise NotImplementedError

    def start(self) -> None:
        """Starts on fresh ports, and tries others where one was taken meanwhile."""
        for attempt in range(1, START_TRIES + 1):
            self.assign_ports()
            self.configure()
            try:
                self.resume()
                return
            except ServerError:
                if attempt == START_TRIES:
                    raise

    def resume(self) -> None:
        """Starts again with the same ports, configuration and mail."""
        with open(self.folder / "output", "ab") as output:
            self.process = subprocess.Popen(self.command(), stdin=subprocess.DEVNULL, stdout=output,
                                            stderr=output, preexec_fn=die_with_parent)
        try:
            wait_until(lambda: self.process.poll() is not None or self.answers(), START_SECONDS,
                       f"a greeting of {self.name}")
        except TimeoutError as error:
            self.kill()
            raise ServerError(f"{error}\n{self.diagnosis()}") from None
        if self.process.poll() is not None:
            status, self.process = self.process.returncode, None
            raise ServerError(f"{self.name} ended at once with status {status}\n{self.diagnosis()}")

    def stop(self) -> None:
        """Stops in good order; mail and ports are kept. Does nothing where it does not run."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """SIGKILL to the server and everything it started: as a power cut would."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.resume()

    def freeze(self) -> None:
        """Stops all its processes where they stand: connections stay, and nothing answers."""
        self.process.send_signal(signal.SIGSTOP)
        self._signal_family(signal.SIGSTOP)

    def thaw(self) -> None:
        """Lets all go on. Does nothing where it does not run."""
        if self.process:
            self._signal_family(signal.SIGCONT)
            self.process.send_signal(signal.SIGCONT)

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        family = self._family()
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(how)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            how = signal.SIGKILL
            self.process.kill()
            self.process.wait()
        for pid in family:  # workers leave by themselves soon; after a kill nobody tells them
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, how)
        wait_until(lambda: not any(alive(pid) for pid in family), STOP_SECONDS,
                   f"the end of all processes of {self.name}")
        self.process = None

    def _signal_family(self, number: signal.Signals) -> None:
        for pid in self._family():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def _family(self) -> list:
        """Process ids of all descendants of the server."""
        parents = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError, ValueError):
                parents[int(stat.parent.name)] = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        found, queue = [], [self.process.pid]
        while queue:
            parent = queue.pop()
            children = [pid for pid, its_parent in parents.items() if its_parent == parent]
            found += children
            queue += children
        return found

    def diagnosis(self) -> str:
        return f"{end_of(self.folder / 'output')}\n{end_of(self.log)}"


def alive(pid: int) -> bool:
    """Whether that process still runs; a zombie does not."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def greets(port: int, greeting: bytes) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=2) as connection:
            return connection.recv(len(greeting)) == greeting
    except OSError:
        return False
