"""The strokes that all art is made of: thin words over QPainter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

Point = tuple[float, float]


def steps(start: float, stop: float, step: float) -> Iterator[float]:
    """start, start + step … as long as it is below stop."""
    value = start
    while value < stop:
        yield value
        value += step


def steps_through(start: float, stop: float, step: float) -> Iterator[float]:
    """start, start + step … up to stop itself, should it be met."""
    value = start
    while value <= stop:
        yield value
        value += step


def polyline(points: Iterable[Point]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    return path


def polygon(points: Iterable[Point]) -> QPainterPath:
    path = polyline(points)
    path.closeSubpath()
    return path


class Ink:
    """Draws plain shapes in named colours; "" means no fill or no stroke."""

    def __init__(self, painter: QPainter, *, gentle: bool = False) -> None:
        """`gentle`: lines without corners, whose joints need no rounding (a third faster)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter = painter
        joins = Qt.PenJoinStyle
        self._join = joins.BevelJoin if gentle else joins.RoundJoin

    def rect(
        self, x: float, y: float, width: float, height: float, colour: str, opacity: float = 1
    ) -> None:
        self._painter.setOpacity(opacity)
        self._painter.fillRect(QRectF(x, y, width, height), QColor(colour))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str = "",
        stroke: str = "",
        width: float = 0,
        opacity: float = 1,
    ) -> None:
        self._dip(fill, stroke, width, opacity, Qt.PenCapStyle.FlatCap)
        self._painter.drawEllipse(QPointF(x, y), radius, radius)

    def shape(
        self,
        path: QPainterPath,
        fill: str = "",
        stroke: str = "",
        width: float = 0,
        opacity: float = 1,
    ) -> None:
        self._dip(fill, stroke, width, opacity, Qt.PenCapStyle.FlatCap)
        self._painter.drawPath(path)

    def line(self, start: Point, end: Point, stroke: str, width: float, opacity: float = 1) -> None:
        self.shape(polyline((start, end)), "", stroke, width, opacity)

    def round_line(
        self, points: Iterable[Point], stroke: str, width: float, opacity: float = 1
    ) -> None:
        """A line with round ends."""
        self._dip("", stroke, width, opacity, Qt.PenCapStyle.RoundCap)
        self._painter.drawPath(polyline(points))

    def thread(
        self, points: Iterable[Point], stroke: str, width: float, opacity: float = 1
    ) -> None:
        """A line up to 2 px wide, as one or two hairlines: Qt paints those five times as fast."""
        count = 1 if width <= 1 else 2
        colour, apart = QColor(stroke), (width - 1) * (count - 1)
        colour.setAlphaF(min(1.0, opacity * width / count))
        self._painter.setOpacity(1)
        self._painter.setPen(QPen(colour, 0))
        line = QPolygonF([QPointF(x, y - apart / 2) for x, y in points])
        self._painter.drawPolyline(line)
        if count == 2:
            self._painter.drawPolyline(line.translated(0, apart))

    def keep_within(self, path: QPainterPath) -> None:
        """Cuts everything off that is drawn outside, until `keep_no_longer`."""
        self._painter.save()
        self._painter.setClipPath(path, Qt.ClipOperation.IntersectClip)

    def keep_no_longer(self) -> None:
        self._painter.restore()

    def _dip(
        self, fill: str, stroke: str, width: float, opacity: float, cap: Qt.PenCapStyle
    ) -> None:
        painter = self._painter
        painter.setOpacity(opacity)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        if stroke:
            solid = Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(stroke), width, solid, cap, self._join))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
