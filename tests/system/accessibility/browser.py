"""A Chromium without a window, spoken to over a socket in the words of its DevTools protocol."""

import contextlib
import json
import pathlib
import socket
import subprocess

SECONDS = 120  # for one answer; the machine may be busy with other tests
FLAGS = ("--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars",
         "--no-first-run", "--disable-background-networking", "--disable-component-update",
         # Its sandbox wants rights that containers have not; it sees nothing but pages of ours.
         "--no-sandbox",
         # A mail fetches nothing, and neither does the browser for itself.
         "--host-resolver-rules=MAP * ~NOTFOUND")


class Browser:
    """One tab. What the browser answers with an error, or does not answer in time, raises."""

    def __init__(self, folder: pathlib.Path):
        """Keeps its profile and its complaints in the folder, which is the caller's to remove."""
        self.complaints = folder / "chromium.log"
        self.socket, theirs = socket.socketpair()
        self.socket.settimeout(SECONDS)
        self.received, self.calls, self.session = b"", 0, {}
        self.loaded = set()  # documents, by the identifiers of their loading
        with theirs, self.complaints.open("wb") as log:
            # It reads from descriptor 3 and writes to 4.
            self.process = subprocess.Popen(
                ["bash", "-c", f'exec "$@" 3<&{theirs.fileno()} 4>&{theirs.fileno()}', "bash",
                 "chromium", *FLAGS, f"--user-data-dir={folder / 'profile'}", "about:blank"],
                pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.session = {"sessionId": session}
        self.call("Page.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)

    def close(self) -> None:
        try:
            self.session = {}
            self.call("Browser.close")
            self.process.wait(SECONDS)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.socket.close()

    def call(self, method: str, **parameters) -> dict:
        self.calls += 1
        words = {"id": self.calls, "method": method, "params": parameters, **self.session}
        with contextlib.suppress(ConnectionError):  # the want of an answer says why
            self.socket.sendall(json.dumps(words).encode() + b"\0")
        while (answer := self.next_message()).get("id") != self.calls:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def next_message(self) -> dict:
        while b"\0" not in self.received:
            more = b""
            with contextlib.suppress(ConnectionError):
                more = self.socket.recv(1 << 20)
            if not more:
                told = self.complaints.read_text(errors="replace")
                raise RuntimeError("chromium ended: " + told[-2000:])
            self.received += more
        text, _, self.received = self.received.partition(b"\0")
        message = json.loads(text)
        if message.get("method") == "Page.lifecycleEvent" and message["params"]["name"] == "load":
            self.loaded.add(message["params"]["loaderId"])
        return message

    def before_every_page(self, script: str) -> None:
        """Runs it in each page that is opened from now on; the page itself has nothing of it."""
        self.call("Page.addScriptToEvaluateOnNewDocument", source=script)

    def open(self, page: pathlib.Path) -> None:
        """Comes back when the page has loaded."""
        done = self.call("Page.navigate", url=page.resolve().as_uri())
        if "errorText" in done:
            raise RuntimeError(f"{page}: {done['errorText']}")
        while done["loaderId"] not in self.loaded:
            self.next_message()

    def show(self, width: int, height: int, scheme: str) -> None:
        """From now on the window has this size in pixels, its reader likes "light" or "dark"."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def evaluate(self, expression: str):
        """The value of a JavaScript expression; of a promise, what it comes to."""
        done = self.call("Runtime.evaluate", expression=expression, awaitPromise=True,
                         returnByValue=True)
        if "exceptionDetails" in done:
            raise RuntimeError(json.dumps(done["exceptionDetails"])[:2000])
        return done["result"].get("value")
