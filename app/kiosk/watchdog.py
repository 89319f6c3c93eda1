"""Tells whoever watches over the totem that its screen is alive: systemd, or our supervisor.

The screen's own thread calls `beat` every `interval` seconds, so that a hung window is noticed
and not only a dead process. systemd is spoken to by its sd_notify protocol, one datagram a
message; the supervisor through a pipe whose number it hands over in the environment. Nothing here
ever raises or blocks: a watcher that went away must not take the exhibition with it.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt

PIPE_VARIABLE: Final = "ZHANBAN_HEARTBEAT"
SAFE_VARIABLE: Final = "ZHANBAN_SAFE_MODE"
LEAVE_VARIABLE: Final = "ZHANBAN_LEAVE_FILE"
BEAT: Final = b"beat\n"
EXIT_RESTART: Final = 75  # a planned restart, asked for by staff
_USUAL_INTERVAL: Final = 1.0
_UNIX: Final = getattr(socket, "AF_UNIX", -1)


class Heart:
    """The totem's side. Without a watcher every call does nothing."""

    def __init__(
        self, address: str = "", pipe: int | None = None, interval: float = 0.0, leave: str = ""
    ) -> None:
        self._address = address
        self._pipe = pipe
        self._leave = leave
        #: Seconds between two beats; 0 if nobody waits for them.
        self.interval = interval
        if pipe is not None and sys.platform != "win32":
            os.set_blocking(pipe, False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Heart:
        """The heart that this process was started with.

        systemd names a process in WATCHDOG_PID when only that one is to answer. Behind a
        compositor the number is the compositor's: then the unit says NotifyAccess=all and we
        answer all the same, half as long as the time that systemd gives.
        """
        known = os.environ if environment is None else environment
        address = _socket_address(known.get("NOTIFY_SOCKET", ""))
        pipe = _inherited(known.get(PIPE_VARIABLE, ""))
        if environment is None:  # what we start ourselves must not beat for us
            os.environ.pop(PIPE_VARIABLE, None)
        interval = _USUAL_INTERVAL if pipe is not None else 0.0
        microseconds = known.get("WATCHDOG_USEC", "")
        if address and microseconds.isdigit() and int(microseconds) > 0:
            asked = int(microseconds) / 2_000_000
            interval = min(interval, asked) if interval else asked
        return cls(address, pipe, interval, known.get(LEAVE_VARIABLE, ""))

    def ready(self, status: str = "") -> None:
        """The first picture is on the screen."""
        self._notify("READY=1" + (f"\nSTATUS={_one_line(status)}" if status else ""))
        self._send_beat()

    def beat(self) -> None:
        """The screen's thread is alive."""
        self._notify("WATCHDOG=1")
        self._send_beat()

    def say(self, status: str) -> None:
        """What the totem does, for `systemctl status`."""
        self._notify(f"STATUS={_one_line(status)}")

    def stopping(self) -> None:
        """The totem ends on purpose."""
        self._notify("STOPPING=1")

    def leave(self) -> None:
        """Staff ended the totem: ask the generated unit not to start it again.

        The unit restarts whatever happens, because a compositor hides how its client ended; it
        looks for this file before it starts anew.
        """
        if self._leave:
            with contextlib.suppress(OSError):
                Path(self._leave).touch()
        self.stopping()

    def _send_beat(self) -> None:
        if self._pipe is None:
            return
        try:
            os.write(self._pipe, BEAT)
        except BlockingIOError:
            return  # nobody has read for a while: it is full of beats already
        except OSError:
            self._pipe = None  # the supervisor is gone

    def _notify(self, message: str) -> None:
        if not self._address:
            return
        with contextlib.suppress(OSError), socket.socket(_UNIX, socket.SOCK_DGRAM) as channel:
            channel.settimeout(0)
            channel.sendto(message.encode(), self._address)


def is_safe_mode(environment: Mapping[str, str] | None = None) -> bool:
    """Whether the supervisor asks for the careful start after several crashes."""
    known = os.environ if environment is None else environment
    return known.get(SAFE_VARIABLE, "") == "1"


def _socket_address(text: str) -> str:
    """A path, or an abstract name that begins with @; anything else is not ours to speak to."""
    if _UNIX == -1 or text[:1] not in ("/", "@"):
        return ""
    return "\0" + text[1:] if text.startswith("@") else text


def _inherited(text: str) -> int | None:
    """The write end of the supervisor's pipe: a file number, on Windows a handle."""
    if not text.isdigit():
        return None
    try:
        if sys.platform == "win32":
            return msvcrt.open_osfhandle(int(text), os.O_WRONLY)
        os.fstat(int(text))
    except OSError:
        return None
    return int(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
