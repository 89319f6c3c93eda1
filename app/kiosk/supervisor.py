"""Keeps a totem running where no systemd watches over it: on Windows, macOS, in an X session.

Starts the program as a child and hands it the write end of a pipe; `Heart.beat` writes there from
the screen's thread. A child that falls silent is ended and started anew, one that crashes is
started anew, exit 0 ends the watch (staff left), exit 75 is a planned restart. Three crashes soon
after the start lead to safe mode (ZHANBAN_SAFE_MODE=1) with growing pauses. Standard library only.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Any, Final

from app.base.errors import AppError
from app.kiosk.watchdog import EXIT_RESTART, PIPE_VARIABLE, SAFE_VARIABLE

if sys.platform == "win32":
    import msvcrt

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: `beat` + `look` + `dump` + `pause`: a frozen picture stands no longer, under ten.

    `first_beat`: until the first sign of life. `dump`: for a frozen child to write where it hangs.
    `fast`: a run that lived shorter counts as a fast crash, `fast_most` of them mean safe mode.
    `steady`: a run that lived longer ends safe mode. `polite`: to end when asked to.
    """

    first_beat: float = 30.0
    beat: float = 7.0
    dump: float = 1.0
    look: float = 0.25
    fast: float = 20.0
    fast_most: int = 3
    steady: float = 300.0
    pause: float = 1.0
    longest_pause: float = 60.0
    polite: float = 5.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How one run ended; `lived` is the time to its last sign of life."""

    code: int
    is_frozen: bool
    lived: float


class Supervisor:
    """Watches over one command until it ends by itself or `stop` is called."""

    def __init__(self, command: Sequence[str], limits: Limits | None = None) -> None:
        self._command = list(command)
        self._limits = limits or Limits()
        self._is_stopped = threading.Event()
        self._last_beat: float | None = None
        self._crashes = 0
        self._is_safe = False

    def stop(self) -> None:
        """End the child and the watch; may be called from a signal or another thread."""
        self._is_stopped.set()

    def run(self) -> int:
        """Watch; 0 when staff left or the watch was stopped.

        AppError `kiosk-not-started` if the command cannot even be started the first time.
        """
        is_first = True
        while not self._is_stopped.is_set():
            ended = self._run_once(is_first=is_first)
            is_first = False
            _log.warning("%s", ended)
            if self._is_stopped.is_set() or (ended.code == 0 and not ended.is_frozen):
                break
            self._is_stopped.wait(self._judge(ended))
        return 0

    def _judge(self, ended: Ended) -> float:
        """Count crashes, decide on safe mode; seconds to wait before the next start."""
        limits = self._limits
        if ended.lived >= limits.steady:
            self._is_safe = False
        if ended.code == EXIT_RESTART and not ended.is_frozen:
            self._crashes = 0
            return limits.pause if ended.lived < limits.fast else 0.0
        self._crashes = self._crashes + 1 if ended.lived < limits.fast else 0
        if self._crashes >= limits.fast_most and not self._is_safe:
            self._is_safe = True
            _log.error("crashed %d times soon after the start: safe mode", self._crashes)
        doublings = min(max(0, self._crashes - 1), 10)
        return min(limits.pause * float(1 << doublings), limits.longest_pause)

    def _run_once(self, *, is_first: bool) -> Ended:
        hearing, speaking = os.pipe()
        self._last_beat = None
        started = time.monotonic()
        try:
            child = _started(self._command, speaking, is_safe=self._is_safe)
        except OSError as fault:
            os.close(hearing)
            if is_first:
                raise AppError(
                    "kiosk-not-started", command=self._command[0], cause=fault.strerror
                ) from fault
            return Ended(127, is_frozen=False, lived=0.0)
        finally:
            os.close(speaking)
        listener = threading.Thread(target=self._listen, args=(hearing,), daemon=True)
        listener.start()
        is_frozen = self._watch(child, started)
        _end_group(child)
        listener.join(2)
        lived = (self._last_beat or started) - started
        return Ended(child.wait(), is_frozen, lived)

    def _watch(self, child: subprocess.Popen[bytes], started: float) -> bool:
        """Wait for the end; True if the child had to be ended because it was silent."""
        limits = self._limits
        while child.poll() is None:
            if self._is_stopped.wait(limits.look):
                _ask_to_end(child, limits.polite)
                return False
            beaten, now = self._last_beat, time.monotonic()
            silent = now - (started if beaten is None else beaten)
            if silent > (limits.first_beat if beaten is None else limits.beat):
                _log.error("no sign of life for %.1f s: ended", silent)
                _end_frozen(child, limits.dump)
                return True
        return False

    def _listen(self, hearing: int) -> None:
        """Note every sign of life until the other end is closed."""
        with os.fdopen(hearing, "rb", buffering=0) as pipe:
            while pipe.read(4096):
                self._last_beat = time.monotonic()


def supervise(command: Sequence[str], limits: Limits | None = None) -> int:
    """Watch over a command from the main thread; SIGTERM and Ctrl+C end both. For `kiosk run`."""
    supervisor = Supervisor(command, limits)

    def stop(_number: int, _frame: FrameType | None) -> None:
        supervisor.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        return supervisor.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def own_command(*arguments: str) -> list[str]:
    """The command line that starts this very installation, `--kiosk` unless told otherwise."""
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "app"]
    return [*program, *(arguments or ("--kiosk",))]


def _started(command: list[str], speaking: int, *, is_safe: bool) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONFAULTHANDLER": "1"}
    environment.pop(SAFE_VARIABLE, None)
    if is_safe:
        environment[SAFE_VARIABLE] = "1"
    how: dict[str, Any] = {"stdin": subprocess.DEVNULL}
    if sys.platform == "win32":
        handle = msvcrt.get_osfhandle(speaking)
        inheritable = True
        os.set_handle_inheritable(handle, inheritable)
        how["startupinfo"] = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        environment[PIPE_VARIABLE] = str(handle)
    else:
        how |= {"pass_fds": (speaking,), "start_new_session": True}
        environment[PIPE_VARIABLE] = str(speaking)
    return subprocess.Popen(command, env=environment, **how)


def _ask_to_end(child: subprocess.Popen[bytes], patience: float) -> None:
    child.terminate()
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        child.kill()


def _end_frozen(child: subprocess.Popen[bytes], patience: float) -> None:
    """First the signal at which Python writes where it hangs, then the one nobody survives."""
    if sys.platform != "win32":
        child.send_signal(signal.SIGABRT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(patience)
    child.kill()


def _end_group(child: subprocess.Popen[bytes]) -> None:
    """What the child started ends with it, so that nothing holds the screen or the pipe."""
    child.wait()
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
