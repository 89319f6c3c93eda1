"""Measures frames of a real window: from an event to the pixels, wall and the thread's own CPU.

CPU is the time of the screen's thread alone, so that workers and other processes do not disturb
it. Wall is what a person waits, with both.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

FRAME_MS = 16.0
_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
_PATIENCE_MS = 250  # what has painted nothing by then paints nothing
_NOTHING_MS = 0.3  # a turn of the event loop that did nothing


class Spread(NamedTuple):
    """What frames of a kind take, in milliseconds: CPU, then wall."""

    frames: int
    p50: float
    p95: float
    p99: float
    worst: float
    wall_p50: float
    wall_p99: float
    between: float  # the longest turn of the event loop that followed none of the events

    @classmethod
    def of(cls, meter: Meter) -> Spread:
        """Of all that the meter has seen since it was cleared."""
        cpu, wall = meter.cpu, meter.wall
        told = [percentile(cpu, share) for share in (50, 95, 99, 100)]
        told += [percentile(wall, 50), percentile(wall, 99), max(meter.turns, default=0.0)]
        return cls(len(cpu), *(round(one, 2) for one in told))


def percentile(values: list[float], share: float) -> float:
    """The value that so many per cent do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share / 100))] if values else 0.0


class Meter(QObject):
    """`frame(act)` counts what follows from an act, `rest` what comes of itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.cpu: list[float] = []
        self.wall: list[float] = []
        self.turns: list[float] = []
        self.painted = 0
        self._wake = QTimer(self)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """All pixels of a window go out with this event."""
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted += 1
        return False

    def clear(self) -> None:
        """Begin another case."""
        for kept in (self.cpu, self.wall, self.turns):
            kept.clear()

    def frame(self, act: Callable[[], object]) -> bool:
        """From the act to its pixels; one without pixels counts as a turn."""
        before, clock = self.painted, QElapsedTimer()
        clock.start()
        began, used = time.perf_counter(), time.thread_time()
        act()
        while self.painted == before and clock.elapsed() < _PATIENCE_MS:
            self._wake.start(_PATIENCE_MS)
            QApplication.processEvents(_WAIT)
        self._wake.stop()
        cpu, wall = (time.thread_time() - used) * 1e3, (time.perf_counter() - began) * 1e3
        if self.painted == before:
            self.turns.append(cpu)
            return False
        self.cpu.append(cpu)
        self.wall.append(wall)
        return True

    def rest(self, milliseconds: int, *, follows: bool = False) -> None:
        """What comes of itself; with `follows` its paints are frames: those of a motion."""
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < milliseconds:
            QTest.qSleep(1)
            before, began, used = self.painted, time.perf_counter(), time.thread_time()
            QApplication.processEvents()
            cpu = (time.thread_time() - used) * 1e3
            if follows and self.painted > before:
                self.cpu.append(cpu)
                self.wall.append((time.perf_counter() - began) * 1e3)
            elif cpu > _NOTHING_MS:
                self.turns.append(cpu)

    def settle(self, is_done: Callable[[], bool]) -> None:
        """Let everything come to rest, uncounted."""
        calm = 0
        while calm < 5:
            QTest.qSleep(5)
            QApplication.processEvents()
            calm = calm + 1 if is_done() else 0
