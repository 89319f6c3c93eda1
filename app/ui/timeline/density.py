"""Where events are too many to be seen one by one, their lane becomes water: as wide as they are many."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.ui.timeline.axes import Axes
from app.ui.timeline.bands import Band
from app.ui.timeline.scale import TimeScale

_LEAST_BIN: Final = 5.0  # pixels
_STRANDS: Final = (-0.55, 0.0, 0.55)


@dataclass(frozen=True, slots=True)
class Flow:
    """Half widths along the axis, 0 to 1, at places a fixed step apart."""

    first: float
    step: float
    widths: tuple[float, ...]


def flow(band: Band, scale: TimeScale) -> Flow:
    """How many events lie where on screen; the steps stand on fixed days, so that nothing flickers."""
    days = 2.0 ** math.ceil(math.log2(_LEAST_BIN / scale.day_width))
    start = (math.floor(scale.start / days) - 1) * days
    number = math.ceil((scale.end - start) / days) + 2
    counts = band.lane.counts(start, days, number)
    most = math.log1p(max(counts, default=0)) or 1.0
    widths = tuple(math.log1p(count) / most for count in counts)
    first = (start + days / 2 - scale.start) * scale.day_width
    return Flow(first, days * scale.day_width, widths)


def paint_flow(
    painter: QPainter, axes: Axes, band: Band, told: Flow, river: list[QColor]
) -> None:
    """Banks, bed and three strands."""
    middle, most = band.top + band.height / 2, band.height * 0.4
    places = [told.first + told.step * number for number in range(len(told.widths))]

    def line(share: float) -> list[QPointF]:
        return [
            axes.point(place, middle + share * most * width)
            for place, width in zip(places, told.widths, strict=True)
        ]

    upper, lower = line(-1), line(1)
    painter.setPen(QPen(river[4], 0))
    painter.setBrush(river[4])
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    painter.setPen(QPen(river[2], 1))
    for share in _STRANDS:
        painter.drawPolyline(QPolygonF(line(share)))
    painter.setPen(QPen(river[0], 1.4))
    painter.drawPolyline(QPolygonF(upper))
    painter.drawPolyline(QPolygonF(lower))
