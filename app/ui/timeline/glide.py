"""Gliding from one stretch of time to another; zoom goes by ratios, so that it feels even."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QObject, QVariantAnimation

from app.ui.context import Context
from app.ui.timeline.scale import TimeScale


class Told(Protocol):
    """Who is told of each step."""

    def __call__(self, scale: TimeScale, *, is_moving: bool) -> None: ...


class Glide(QObject):
    """Moves a scale; without motion it is there at once."""

    def __init__(self, ctx: Context, told: Told, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._told = ctx, told
        self._start = self._end = TimeScale(0, 1, 1)
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.valueChanged.connect(self._on_value)
        self._run.finished.connect(self._on_finished)

    def target(self, now: TimeScale) -> TimeScale:
        """Where the scale is going, else where it is: steps on the way add up."""
        return self._end if self._is_running() else now

    def go(self, start: TimeScale, end: TimeScale, *, at_once: bool) -> None:
        """From here to there."""
        running = self._is_running()
        self._run.stop()
        duration = self._ctx.theme.duration("panel")
        if at_once or not duration or start == end:
            self._told(end, is_moving=False)
            return
        self._start, self._end = start, end
        self._run.setDuration(duration)
        self._run.setEasingCurve(self._ctx.theme.easing("standard" if running else "enter"))
        self._run.start()

    def _is_running(self) -> bool:
        return self._run.state() == QVariantAnimation.State.Running

    def _on_value(self, share: float) -> None:
        self._told(between(self._start, self._end, share), is_moving=share < 1)

    def _on_finished(self) -> None:
        self._told(self._end, is_moving=False)


def between(start: TimeScale, end: TimeScale, share: float) -> TimeScale:
    """A scale on the way: the length by ratio, the place so that what both show stays on course."""
    ratio = end.day_width / start.day_width
    day_width = start.day_width * ratio**share
    # The point that both scales share stands still while the paper grows around it.
    moved = share if math.isclose(ratio, 1) else (1 - ratio**-share) / (1 - 1 / ratio)
    return TimeScale(start.start + (end.start - start.start) * moved, day_width, end.width)
