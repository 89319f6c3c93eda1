"""A monkey at the totem: random taps, swipes and keys for as long as one likes, with memory told.

    python tests/bench/monkey.py [EVENTS] [SEED]   (100,000 and 1; an odd seed: landscape)

Memory is read where it can be compared: nobody is there, the session is reset, attract runs and
nothing is being painted. What is resident may grow by a twentieth at most after the first tenth;
what of it is the program's own (no files) is told beside it.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from kiosk_stage import LANDSCAPE, PORTRAIT, Memory, Totem, memory, standing
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.kiosk.memory import hold_memory
from app.kiosk.mode import KioskWindow
from app.kiosk.policy import Mode
from app.ui.picture import make_application

_KEYS = (Qt.Key.Key_R, Qt.Key.Key_Z, Qt.Key.Key_5, Qt.Key.Key_Backspace, Qt.Key.Key_Escape,
         Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_F4,
         Qt.Key.Key_Q, Qt.Key.Key_Delete, Qt.Key.Key_F11, Qt.Key.Key_Space)  # fmt: skip
_HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier,
         Qt.KeyboardModifier.AltModifier)  # fmt: skip
_SIZES = (PORTRAIT, LANDSCAPE)
TENTHS = 10
MOST_GROWTH = 0.05


class Monkey:
    """Acts on the window's handle, as fingers and keyboards do."""

    def __init__(self, window: KioskWindow, seed: int) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.deeds = {"tap": 0, "swipe": 0, "key": 0, "drum": 0}

    def act(self) -> int:
        """One deed; how many events it was."""
        draw = self.chance.random()
        if draw < 0.80:
            return self._tap()
        if draw < 0.90:
            return self._swipe()
        return self._key() if draw < 0.99 else self._drum()

    def _point(self) -> QPoint:
        chance = self.chance
        return QPoint(chance.randrange(self.window.width()), chance.randrange(self.window.height()))

    def _tap(self, point: QPoint | None = None) -> int:
        at = point or self._point()
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        self.deeds["tap"] += 1
        return 1

    def _swipe(self) -> int:
        handle, at = self.window.windowHandle(), self._point()
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
        end = QPoint(self.chance.randrange(self.window.width()), at.y())
        QTest.mouseMove(handle, end)
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
        self.deeds["swipe"] += 1
        return 1

    def _key(self) -> int:
        QTest.keyClick(self.window.windowHandle(), self.chance.choice(_KEYS),
                       self.chance.choice(_HELD))  # fmt: skip
        self.deeds["key"] += 1
        return 1

    def _drum(self) -> int:
        """On the corner of the staff door, never by its recipe."""
        count = self.chance.choice((2, 3, 4, 6, 9))
        for _ in range(count):
            self._tap(QPoint(30, 30))
        self.deeds["drum"] += 1
        return count


class Rest(NamedTuple):
    """What the program holds while nobody is there."""

    events: int
    memory: Memory
    widgets: int
    objects: int  # of Python's

    def __str__(self) -> str:
        own, resident = self.memory.own / 1024, self.memory.resident / 1024
        return (f"{self.events:>8} events  {own:6.1f} MB of its own, {resident:6.1f} resident "
                f" {self.widgets} widgets  {self.objects} objects")  # fmt: skip


class Growth(NamedTuple):
    """Shares, of what is the program's own and of all that is resident."""

    own: float
    resident: float


class Day:
    """Many monkeys in a row at one totem."""

    def __init__(self, totem: Totem, seed: int, faults: list[BaseException]) -> None:
        self.totem, self.faults = totem, faults
        self.monkey = Monkey(totem.window, seed)
        self.rests: list[Rest] = []
        self.doors = self.visitors = self.done = 0

    def play(self, events: int) -> None:
        """Until so many events are done or something breaks."""
        window, clock = self.totem.window, self.totem.clock
        told = events // TENTHS
        while self.done < events and not self.faults:
            self.done += self.monkey.act()
            clock.now += 0.5
            QTest.qWait(0)
            window.tick()
            self.doors += window.layers.pin is not None
            if self.monkey.chance.random() < 0.002:
                self.walk_off()
            if self.done >= told:
                self.walk_off()
                self.rests.append(self.rest())
                print(self.rests[-1], flush=True)
                told += events // TENTHS

    def walk_off(self) -> None:
        """Nobody is there any more: the question, the countdown, attract."""
        self.visitors += 1
        while self.totem.window.mode is not Mode.ATTRACT and not self.faults:
            self.totem.clock.now += 0.25
            self.totem.window.tick()
            QTest.qWait(0)

    def rest(self) -> Rest:
        """Read when every print is painted and everything let go of is gone."""
        calm = 0
        while calm < 20:
            QTest.qWait(5)
            calm = calm + 1 if self.totem.ctx.covers.idle() else 0
        return Rest(self.done, memory(), len(QApplication.allWidgets()), len(gc.get_objects()))

    @property
    def growth(self) -> Growth:
        """Of the last tenth over the first."""
        first, last = self.rests[0].memory, self.rests[-1].memory
        return Growth(last.own / first.own - 1, last.resident / first.resident - 1)

    @property
    def trend(self) -> float:
        """Own kilobytes a thousand events from the first tenth on: the line of least squares."""
        return slope([(rest.events / 1000, rest.memory.own) for rest in self.rests])

    def tell(self, seconds: float) -> bool:
        """The result; whether it is a good one."""
        is_there, growth = self.totem.window.isVisible(), self.growth
        print(f"{self.done} events of {self.visitors} visitors in {seconds:.0f} s"
              f" {self.monkey.deeds}; faults {len(self.faults)}, staff door opened {self.doors}"
              f" times, window there: {is_there}, memory since the first tenth"
              f" {growth.own:+.1%} of its own, {growth.resident:+.1%} resident; trend"
              f" {self.trend:+.1f} kB a thousand events")  # fmt: skip
        for fault in self.faults:
            print(repr(fault))
        return is_there and not self.faults and not self.doors and growth.resident <= MOST_GROWTH


def slope(points: list[tuple[float, float]]) -> float:
    """Of the straight line that lies nearest to the points."""
    if len(points) < 2:
        return 0.0
    x0 = sum(x for x, _ in points) / len(points)
    y0 = sum(y for _, y in points) / len(points)
    return sum((x - x0) * (y - y0) for x, y in points) / sum((x - x0) ** 2 for x, _ in points)


def run(events: int, seed: int) -> int:
    """0 if nothing broke, nobody got in and memory stood still."""
    hold_memory()
    app = make_application()
    faults: list[BaseException] = []

    def note(_kind: object, fault: BaseException, _trace: object) -> None:
        faults.append(fault)

    sys.excepthook = note
    started = time.perf_counter()
    with (
        tempfile.TemporaryDirectory() as folder,
        standing(Path(folder), _SIZES[seed % 2], is_still=True) as totem,
    ):
        day = Day(totem, seed, faults)
        day.play(events)
        is_good = day.tell(time.perf_counter() - started)
        del app
        return 0 if is_good else 1


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    sys.exit(run(*(asked + [100_000, 1][len(asked) :])))
