"""A display of its own for a real program: looked at through its frame buffer, touched by xdotool.

Also where things are on a totem's screens: the same window is laid out without a display, so that
a tour knows where to touch without any mark in the program.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from app.kiosk.context import KioskContext
from app.kiosk.mode import KioskWindow
from app.kiosk.options import OptionsFile
from app.settings import Settings
from app.store.library import Library

PORTRAIT = (1080, 1920)
PATIENCE_S = 30.0
_XWD = struct.Struct(">25I")  # the header of X's window dump, all numbers
_COLOUR_BYTES = 12
Point = tuple[int, int]


class Display:
    """Xvfb and a window manager, on a number that was free."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._buffer = folder / "Xvfb_screen0"
        read, write = os.pipe()
        geometry = f"{size[0]}x{size[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", geometry, "-nolisten", "tcp",
                   "-fbdir", str(folder)]  # fmt: skip
        self._quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._started = [subprocess.Popen(command, pass_fds=(write,), **self._quiet)]
        os.close(write)
        with os.fdopen(read) as told:
            self.environment = {**os.environ, "DISPLAY": f":{told.readline().strip()}",
                                "QT_QPA_PLATFORM": "xcb"}  # fmt: skip
        self.start("openbox")

    def start(self, *command: str, **more: str) -> subprocess.Popen[bytes]:
        """A program on this display; ended with it."""
        made = subprocess.Popen(command, env=self.environment | more, **self._quiet)
        self._started.append(made)
        return made

    def close(self) -> None:
        """End everything, the display last."""
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def xdotool(self, *words: str) -> str:
        """What it says."""
        told = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True,
                              text=True, check=False, timeout=20)  # fmt: skip
        return told.stdout.strip()

    def tap(self, at: Point) -> None:
        """A press and a release in one place."""
        self.xdotool("mousemove", str(at[0]), str(at[1]), "click", "1")

    def key(self, *names: str) -> None:
        """Keys of a keyboard, one after the other."""
        self.xdotool("key", "--delay", "60", *names)

    def picture(self) -> Image.Image:
        """What stands in the frame buffer."""
        dump = self._buffer.read_bytes()
        head = _XWD.unpack_from(dump)
        offset, wide, high, line, colours = head[0], head[4], head[5], head[12], head[19]
        start = offset + colours * _COLOUR_BYTES
        return Image.frombuffer("RGB", (wide, high), dump[start : start + line * high], "raw",
                                "BGRX", line, 1)  # fmt: skip

    def settled(self) -> Image.Image:
        """What is shown once it stands still."""
        before, end = self.picture(), time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            time.sleep(0.4)
            now = self.picture()
            if now.tobytes() == before.tobytes():
                return now
            before = now
        raise TimeoutError("the screen never stands still")


class LiveTotem:
    """`zhanban --kiosk` on a display; it says what it does as it says to systemd."""

    def __init__(self, display: Display, data_dir: Path, ears: Path) -> None:
        self.display, self.data_dir = display, data_dir
        self.mode = ""
        self._hearing = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._hearing.bind(str(ears))
        self.process = display.start(
            sys.executable, "-m", "app", "--kiosk", "--data-dir", str(data_dir), "--idle", "10",
            NOTIFY_SOCKET=str(ears), ZHANBAN_SAFE_MODE="1",
        )  # fmt: skip
        self._until(lambda words: "READY=1" in words)

    def becomes(self, mode: str) -> None:
        """Wait until it shows this: attract, browse, ask."""
        if self.mode != mode:
            self._until(lambda _words: self.mode == mode)

    def _until(self, is_said: Callable[[str], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            self._hearing.settimeout(max(0.01, end - time.monotonic()))
            with contextlib.suppress(TimeoutError):
                words = self._hearing.recv(4096).decode()
                for line in words.split("\n"):
                    if line.startswith("STATUS="):
                        self.mode = line.removeprefix("STATUS=")
                if is_said(words):
                    return
        raise TimeoutError(f"it stays in “{self.mode}”")

    def close(self) -> None:
        """Nobody listens any more."""
        self._hearing.close()


class Places:
    """Where a finger goes, by laying out the same screens without a display."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.ctx = KioskContext(library, Settings(reduced_motion=True))
        self.window = KioskWindow(self.ctx, OptionsFile.open(folder), is_windowed=True)
        self.window.resize(*PORTRAIT)
        self.window.show()
        self.window.touched()

    def of(self, widget: QWidget) -> Point:
        """The middle of something."""
        point = widget.mapTo(self.window, widget.rect().center())
        return point.x(), point.y()

    def close(self) -> None:
        """Take it away."""
        self.ctx.covers.close()
        self.window.allow_close()
        self.window.close()
        self.window.deleteLater()


def what_is_missing(tools: Sequence[str]) -> str:
    """Why a tour on a display cannot be made here; "" if it can."""
    if not sys.platform.startswith("linux"):
        return "Xvfb is a display of Linux"
    return ", ".join(f"{one} is not installed" for one in tools if shutil.which(one) is None)


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """A portrait panel; the test is left out where its programs are missing."""
    if why := what_is_missing(("Xvfb", "openbox", "xdotool")):
        pytest.skip(why)
    made = Display(tmp_path_factory.mktemp("frame"), PORTRAIT)
    yield made
    made.close()


@pytest.fixture(scope="module")
def live(
    display: Display, content_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveTotem]:
    """A totem that serves on this panel; asks after ten seconds and counts ten."""
    data_dir = tmp_path_factory.mktemp("totem") / "data"
    shutil.copytree(content_file.parent, data_dir)
    OptionsFile.open(data_dir).change(count=10)
    made = LiveTotem(display, data_dir, tmp_path_factory.mktemp("ears") / "ears")
    yield made
    made.close()


@pytest.fixture(scope="module")
def places(
    qapp: QApplication, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Places]:
    """Where things are on the totem's screens."""
    qapp.setStyle("Fusion")
    made = Places(library, tmp_path_factory.mktemp("places"))
    yield made
    made.close()
