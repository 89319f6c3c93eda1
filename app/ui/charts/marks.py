"""The marks of a chart, each saying what its source says: 报道值, 超, 近, 年份不明, 目标, 未载."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.ui.charts.data import ABOVE, BELOW
from app.ui.theme import Theme

DOT: Final = 9.0
TARGET: Final = 10.0
CARET_NEAR, CARET_FAR, CARET_HALF = 16.0, 25.0, 9.0
_HATCH: Final = 5.0
_DOT_RADIUS, _DOT_STEP = 1.5, 5.0


class MarkBrush:
    """Paints marks in one theme's colours and text size."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter = painter
        self._theme = theme

    def dot(self, centre: QPointF, bound: str = "exact") -> None:
        """A reported value, with its caret where the true value lies above or below."""
        radius = self._theme.px(DOT)
        self._painter.setPen(QPen(self._theme.color("paper"), self._theme.px(3)))
        self._painter.setBrush(self._theme.color("river"))
        self._painter.drawEllipse(centre, radius, radius)
        if bound == "about":
            pen = self._pen("river", 2)
            pen.setDashPattern([1.6, 1.4])
            self._hollow(pen, centre, radius + self._theme.px(4))
        self.caret(centre, bound)

    def caret(self, centre: QPointF, bound: str, colour: str = "river") -> None:
        """The open triangle of 超 (above) or 近 (below); nothing for the others."""
        if bound in ABOVE:
            side = -1
        elif bound in BELOW:
            side = 1
        else:
            return
        px = self._theme.px
        half, near, far = px(CARET_HALF), side * px(CARET_NEAR), side * px(CARET_FAR)
        self._painter.setPen(self._pen(colour, 3))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [QPointF(-half, near), QPointF(0, far), QPointF(half, near)]
        self._painter.drawPolyline(QPolygonF([centre + point for point in points]))

    def whisker(self, left: QPointF, right: QPointF) -> None:
        """A horizontal span: the source does not state the year."""
        half = self._theme.px(9)
        self._painter.setPen(QPen(self._theme.color("ink2"), 2))
        self._painter.drawLine(left, right)
        for end in (left, right):
            self._painter.drawLine(end - QPointF(0, half), end + QPointF(0, half))

    def target(self, centre: QPointF) -> None:
        """A hollow gold ring: not reached yet, aimed at."""
        radius = self._theme.px(TARGET)
        self._painter.setBrush(self._theme.color("paper"))
        self._painter.setPen(self._pen("gold", 3))
        self._painter.drawEllipse(centre, radius, radius)

    def link(self, start: QPointF, end: QPointF) -> None:
        """The dotted way to a target."""
        pen = self._pen("river", 3)
        pen.setDashPattern([2 / 3, 8 / 3])
        self._painter.setPen(pen)
        self._painter.drawLine(start, end)

    def missing(self, centre: QPointF, width: float) -> None:
        """A dashed piece of the base line: the sources say nothing."""
        pen = QPen(self._theme.color("ink2"), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.5, 1.5])
        self._painter.setPen(pen)
        half = QPointF(width / 2, 0)
        self._painter.drawLine(centre - half, centre + half)

    def bar(self, box: QRectF, scope: str) -> None:
        """A bar in the fill of its counting scope."""
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if scope == "solid":
            painter.fillRect(box, self._theme.color("river"))
        elif scope in ("hollow", "dotted", "mixed"):
            self._dots(box, scope)
            self._outline(box)
        else:
            painter.fillRect(box, self._theme.color("goldTint"))
            self.lines(box, self._theme.color("gold"), _HATCH, 1.4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def lines(self, box: QRectF, colour: QColor, gap: float, width: float) -> None:
        """Horizontal lines in a box, from its foot upwards."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = box.bottom() - width / 2
        while y >= box.top():
            line = QRectF(box.left(), y - width / 2, box.width(), width)
            self._painter.fillRect(line, colour)
            y -= gap

    def _dots(self, box: QRectF, scope: str) -> None:
        """Dots fill a dotted bar and the right half of a mixed one."""
        if scope == "hollow":
            return
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("river"))
        fine = 0.66 if box.width() < self._theme.px(20) else 1.0  # a sample in a key
        radius, step = self._theme.px(_DOT_RADIUS) * fine, self._theme.px(_DOT_STEP) * fine
        inner = box.adjusted(4 * fine, 4 * fine, -4 * fine, -3 * fine)
        if scope == "mixed":
            inner.setLeft(box.center().x())
        y = inner.bottom() - radius
        while y - radius >= inner.top():
            x = inner.left() + radius
            while x + radius <= inner.right() + 1:
                self._painter.drawEllipse(QPointF(x, y), radius, radius)
                x += step
            y -= step

    def _outline(self, box: QRectF) -> None:
        pen = QPen(self._theme.color("river"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _hollow(self, pen: QPen, centre: QPointF, radius: float) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(centre, radius, radius)

    def _pen(self, colour: str, width: float) -> QPen:
        solid, cap, join = (
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
        return QPen(self._theme.color(colour), width, solid, cap, join)
