"""Time runs to the right, or downwards on a high page: one geometry for both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True, slots=True)
class Axes:
    """The plot: its corner, its lengths along and across time."""

    plot: QRectF
    is_down: bool = False

    @property
    def along(self) -> float:
        return self.plot.height() if self.is_down else self.plot.width()

    @property
    def across(self) -> float:
        return self.plot.width() if self.is_down else self.plot.height()

    def point(self, along: float, across: float) -> QPointF:
        """A point of the plot on the widget."""
        if self.is_down:
            return QPointF(self.plot.left() + across, self.plot.top() + along)
        return QPointF(self.plot.left() + along, self.plot.top() + across)

    def box(self, start: float, end: float, top: float, bottom: float) -> QRectF:
        """A stretch along the axis and across it, as a rectangle of the widget."""
        return QRectF(self.point(start, top), self.point(end, bottom))

    def split(self, point: QPointF) -> tuple[float, float]:
        """A point of the widget as along and across."""
        x, y = point.x() - self.plot.left(), point.y() - self.plot.top()
        return (y, x) if self.is_down else (x, y)
