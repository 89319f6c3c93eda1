"""Where events are too many to be seen one by one, their lane is a tide."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.timeline.axes import Axes
from app.ui.timeline.bands import Band
from app.ui.timeline.scale import TimeScale

_LEAST_BIN: Final = 5.0  # pixels
_HIGHEST: Final = 0.42  # of the band, to each side of its middle


def tide(band: Band, scale: TimeScale) -> list[tuple[float, float]]:
    """(place along the axis, height from 0 to 1); the steps stand on fixed days, so that nothing

    flickers while the picture is moved.
    """
    days = 2.0 ** math.ceil(math.log2(_LEAST_BIN / scale.day_width))
    start = math.floor(scale.start / days) * days
    counts = band.lane.counts(start, days, math.ceil((scale.end - start) / days) + 1)
    most = math.log1p(max(counts, default=0)) or 1.0
    first, step = (start + days / 2 - scale.start) * scale.day_width, days * scale.day_width
    return [
        (first + step * place, math.log1p(count) / most)
        for place, count in enumerate(counts)
        if count
    ]


def paint_tide(
    painter: QPainter, axes: Axes, band: Band, heights: list[tuple[float, float]], colour: QColor
) -> None:
    """A stroke for each step, like the ticks of a gauge."""
    middle, most = band.top + band.height / 2, band.height * _HIGHEST
    left, top = axes.plot.left(), axes.plot.top()
    if axes.is_down:
        x = left + middle
        lines = [QLineF(x - most * high, top + at, x + most * high, top + at)
                 for at, high in heights]  # fmt: skip
    else:
        y = top + middle
        lines = [QLineF(left + at, y - most * high, left + at, y + most * high)
                 for at, high in heights]  # fmt: skip
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003
    painter.setPen(QPen(colour, 3))
    painter.drawLines(lines)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
