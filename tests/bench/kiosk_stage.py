"""A totem for the benches: the real window with real content and a clock that the bench sets on."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize

from app.content.seeds import ensure_content
from app.kiosk.context import KioskContext
from app.kiosk.memory import settle_memory
from app.kiosk.mode import KioskWindow
from app.kiosk.options import OptionsFile
from app.kiosk.pin import StaffDoor
from app.kiosk.tally import Tally
from app.settings import Settings
from app.store.library import Library
from app.store.statistics import Statistics
from app.store.visits import FILE_NAME, Visits

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
PIN = "204718"


class Clock:
    """Stands still until it is set on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Running(Clock):
    """Goes by itself, as a totem's does; may be set on as well."""

    def __call__(self) -> float:
        return time.monotonic() + self.now


class Listener(Tally):
    """Counts as ever, and remembers for the bench what was searched in which session."""

    def __init__(self, statistics: Statistics) -> None:
        super().__init__(statistics)
        self.sessions = 0
        self.heard: dict[str, set[int]] = {}

    def searched(self, text: str, language: str, *, is_found: bool) -> None:
        self.heard.setdefault(" ".join(text.casefold().split()), set()).add(self.sessions)
        super().searched(text, language, is_found=is_found)

    def end(self, idle: float = 0.0) -> None:
        super().end(idle)
        self.sessions += 1


def noon() -> datetime:
    """Always open."""
    return datetime(2026, 4, 29, 12)


class Memory(NamedTuple):
    """Kilobytes of this process: all that is resident, and what is its alone.

    The difference is files that the system keeps for all: the program's libraries, and the fonts,
    counted as often as Qt has them open.
    """

    resident: int
    own: int


def memory() -> Memory:
    """As the system tells it now."""
    told = Path("/proc/self/status").read_text("ascii").splitlines()
    found = {name: int(rest.split()[0]) for name, _, rest in (one.partition(":") for one in told)
             if name in ("VmRSS", "RssAnon")}  # fmt: skip
    return Memory(found["VmRSS"], found["RssAnon"])


@dataclass(frozen=True, slots=True)
class Totem:
    """The window and what it stands on."""

    window: KioskWindow
    clock: Clock
    tally: Listener
    visits: Visits

    @property
    def ctx(self) -> KioskContext:
        return self.window.ctx


@contextmanager
def standing(
    folder: Path, size: tuple[int, int], *, is_still: bool, clock: Clock | None = None
) -> Iterator[Totem]:
    """A totem in attract, with a PIN; `is_still`: nothing moves by itself."""
    library = Library.open(ensure_content(folder).path)
    visits = Visits.open(folder / FILE_NAME)
    file, clock = OptionsFile.open(folder), clock or Clock()
    StaffDoor(file).set_pin(PIN)
    ctx = KioskContext(library, Settings(reduced_motion=is_still))
    tally = Listener(visits.statistics())
    window = KioskWindow(ctx, file, tally=tally, clock=clock, wall_clock=noon, is_windowed=True)
    window.resize(QSize(*size))
    window.show()
    settle_memory()
    try:
        yield Totem(window, clock, tally, visits)
    finally:
        ctx.covers.close()
        window.allow_close()
        window.close()
        window.deleteLater()
        library.close()
        visits.close()
