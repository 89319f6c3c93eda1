"""The lacquer seal with the name of the house."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from app.kiosk.widgets.pen import Pen

_SIGNS = ("展", "伴")
_HEIGHT = 108 / 84  # of its width


def paint_emblem(pen: Pen, x: float, y: float, width: float, *, night: bool = False) -> None:
    """The seal `width` wide; `night`: the brighter red of the dark theme."""
    height = width * _HEIGHT
    fill = "#C8442D" if night else "#B93A24"
    pen.box(x, y, width, height, fill, radius=width * 0.06)
    font = pen.ctx.type.make_font(1, "display", 700)
    font.setPixelSize(max(1, round(width * 0.45)))
    metrics = QFontMetricsF(font)
    pen.painter.setFont(font)
    pen.painter.setPen(pen.color("#FFFFFF"))
    for number, sign in enumerate(_SIGNS):
        left = x + (width - metrics.horizontalAdvance(sign)) / 2
        middle = y + height * (0.31 + 0.37 * number)
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        pen.write(QPointF(left, base), sign)
