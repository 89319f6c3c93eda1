"""A monkey at the totem: random taps, swipes and keys for as long as one likes, with memory told.

python tests/bench/monkey.py [events] [seed]   (100,000 and 1 by default)
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from kiosk_stage import LANDSCAPE, PORTRAIT, Clock, memory, standing
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.kiosk.memory import hold_memory
from app.kiosk.mode import KioskWindow
from app.ui.picture import make_application

_KEYS = (Qt.Key.Key_R, Qt.Key.Key_Z, Qt.Key.Key_5, Qt.Key.Key_Backspace, Qt.Key.Key_Escape,
         Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_F4,
         Qt.Key.Key_Q, Qt.Key.Key_Delete, Qt.Key.Key_F11, Qt.Key.Key_Space)  # fmt: skip
_HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier,
         Qt.KeyboardModifier.AltModifier)  # fmt: skip
_SIZES = (PORTRAIT, LANDSCAPE)


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


def run(events: int, seed: int) -> int:
    """0 if nothing broke, nobody got in and memory stood still."""
    hold_memory()
    app = make_application()
    faults: list[BaseException] = []

    def note(_kind: object, fault: BaseException, _trace: object) -> None:
        faults.append(fault)

    sys.excepthook = note
    with tempfile.TemporaryDirectory() as folder:
        size = _SIZES[seed % 2]
        with standing(Path(folder), size, is_still=True) as totem:
            monkey = Monkey(totem.window, seed)
            return _play(app, totem.window, totem.clock, monkey, events, faults)


def _play(
    app: QApplication, window: KioskWindow, clock: Clock, monkey: Monkey, events: int,
    faults: list[BaseException],
) -> int:  # fmt: skip
    done, tenth, at_tenth, started, doors = 0, events // 10, 0, time.perf_counter(), 0
    told = tenth
    while done < events and not faults:
        done += monkey.act()
        clock.now += 0.5
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        window.tick()
        doors += window.layers.pin is not None
        if monkey.chance.random() < 0.002:
            clock.now += 90  # the visitor walks off
        if done >= told:
            at_tenth = at_tenth or memory()
            print(f"{done:>8} events  {memory() / 1024:7.1f} MB  {window.mode.value}", flush=True)
            told += tenth
    grown = memory() / at_tenth - 1 if at_tenth else 0.0
    seconds = time.perf_counter() - started
    print(f"{done} events in {seconds:.0f} s {monkey.deeds}; faults {len(faults)}, staff door"
          f" opened {doors} times, window there: {window.isVisible()}, memory since the first"
          f" tenth {grown:+.1%}")  # fmt: skip
    for fault in faults:
        print(repr(fault))
    return 0 if not faults and not doors and window.isVisible() and grown < 0.05 else 1


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    sys.exit(run(*(asked + [100_000, 1][len(asked) :])))
