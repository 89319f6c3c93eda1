"""How long a totem that died or froze is away: real supervisor, real program, real signals.

    python tests/bench/revival.py [TIMES]   (3 by default)

`zhanban kiosk run` is started with the content built already and is listened to as systemd would.
kill: the program is killed by signal 9. freeze: its own thread falls asleep for good, as in a bug.
Each is told from the blow to READY (the first picture is on the screen, in attract); what the
screen shows meanwhile is black (killed) or the frozen picture. One line each; the exit code is 1
where a frozen picture stood for 10 s or the totem was away for longer than that after a kill.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.content.seeds import ensure_content

LIMIT = 10.0
PATIENCE = 90.0
# Loaded by every Python that starts with this folder on its path: a signal is the bug.
BUG = "import signal, time\nsignal.signal(signal.SIGUSR1, lambda *_: time.sleep(100000))\n"


class Watched:
    """The supervisor, its child, and what the child tells."""

    def __init__(self, folder: Path) -> None:
        address = str(folder / "notify")
        self.hearing = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.hearing.bind(address)
        self.hearing.settimeout(PATIENCE)
        hook = folder / "hook"
        hook.mkdir()
        (hook / "sitecustomize.py").write_text(BUG, encoding="utf-8")
        told = {**os.environ, "NOTIFY_SOCKET": address, "PYTHONPATH": str(hook)}
        command = [sys.executable, "-m", "app", "kiosk", "run", "--", "--data-dir",
                   str(folder / "data"), "--windowed"]  # fmt: skip
        self.process = subprocess.Popen(
            command, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def child(self) -> int:
        """The program's number."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return int(path.read_text("ascii").split()[0])

    def until(self, word: str) -> float:
        """The moment at which the totem says this."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if word in self.hearing.recv(4096).decode().split("\n"):
                return time.monotonic()
        raise TimeoutError(word)

    def serve(self) -> float:
        """Until it is ready, shows attract and has beaten once after that."""
        ready = self.until("READY=1")
        self.until("WATCHDOG=1")
        return ready

    def forget(self) -> None:
        """What was said so far does not count."""
        self.hearing.settimeout(0)
        with contextlib.suppress(BlockingIOError):
            while self.hearing.recv(4096):
                pass
        self.hearing.settimeout(PATIENCE)


@contextlib.contextmanager
def watched(folder: Path) -> Iterator[Watched]:
    """Started; ended as systemd ends it."""
    made = Watched(folder)
    try:
        yield made
    finally:
        made.process.terminate()
        made.process.wait(20)
        made.hearing.close()


def _gone(number: int) -> float:
    """The moment at which a process is no more."""
    end = time.monotonic() + PATIENCE
    while Path(f"/proc/{number}").exists() and time.monotonic() < end:
        time.sleep(0.01)
    return time.monotonic()


def blow(totem: Watched, number: signal.Signals) -> tuple[float, float]:
    """Seconds until what was there is gone from the screen, and until attract is back."""
    child = totem.child()
    totem.forget()
    began = time.monotonic()
    os.kill(child, number)
    gone = _gone(child) - began
    return gone, totem.serve() - began


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    is_late = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ensure_content(folder / "data")
        started = time.monotonic()
        with watched(folder) as totem:
            print(f"start: {totem.serve() - started:.1f} s to the first picture", flush=True)
            for word, number in (("kill", signal.SIGKILL), ("freeze", signal.SIGUSR1)):
                seen = []
                for _ in range(times):
                    time.sleep(21)  # a run that lived shorter counts as a fast crash
                    seen.append(blow(totem, number))
                gone, back = (statistics.median(column) for column in zip(*seen, strict=True))
                worst = max(seen, key=lambda pair: pair[1])
                print(f"{word}: gone from the screen after {gone:.1f} s, back in attract after"
                      f" {back:.1f} s (median of {times}; worst {worst[0]:.1f} and {worst[1]:.1f})",
                      flush=True)  # fmt: skip
                is_late |= max(gone, back - gone) > LIMIT
    return int(is_late)


if __name__ == "__main__":
    sys.exit(main())
