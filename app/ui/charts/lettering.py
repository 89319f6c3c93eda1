"""Words in charts: typeset, aligned to a point, with the box of a seal drawn where none lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.theme import Theme
from app.ui.widgets.typeset import typeset

LEFT: Final = 0.0
MIDDLE: Final = 0.5
RIGHT: Final = 1.0
_SEAL_PADDING, _SEAL_HEIGHT, _SEAL_GAP = 5.0, 18.0, 6.0


class Lettering:
    """Writes with one theme's fonts and colours."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def font(self, size: float, *, bold: bool = False, serif: bool = False) -> QFont:
        return self.theme.make_font(size, "display" if serif else "ui", 700 if bold else 400)

    def width(self, text: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(typeset(text, self.theme.language))

    def write(
        self,
        painter: QPainter,
        text: str,
        font: QFont,
        colour: QColor,
        point: QPointF,
        *,
        align: float = MIDDLE,
    ) -> None:
        """Text whose capitals are centred on the point's height."""
        shown = typeset(text, self.theme.language)
        metrics = QFontMetricsF(font)
        left = point.x() - metrics.horizontalAdvance(shown) * align
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(left, point.y() + metrics.capHeight() / 2), shown)

    def seals_width(self, texts: Sequence[str]) -> float:
        """What a row of seals takes behind a label, its gap included."""
        if not texts:
            return 0.0
        metrics, px = QFontMetricsF(self._seal_font()), self.theme.px
        widths = [metrics.horizontalAdvance(text) + 2 * px(_SEAL_PADDING) for text in texts]
        return sum(widths) + px(_SEAL_GAP) * len(texts)

    def draw_seals(self, painter: QPainter, texts: Sequence[str], start: QPointF) -> None:
        """Seals for a picture that is carried away: nothing to press, the same look."""
        font, px, gold = self._seal_font(), self.theme.px, self.theme.color("gold")
        left, height = start.x() + px(_SEAL_GAP), px(_SEAL_HEIGHT)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for text in texts:  # not typeset: 源1 is one word
            width = metrics.horizontalAdvance(text) + 2 * px(_SEAL_PADDING)
            box = QRectF(left, start.y() - height / 2, width, height)
            painter.setPen(QPen(gold, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            baseline = box.center().y() + metrics.capHeight() / 2
            painter.drawText(QPointF(left + px(_SEAL_PADDING), baseline), text)
            left += width + px(_SEAL_GAP)

    def _seal_font(self) -> QFont:
        return self.theme.make_font(11.5, "ui", 700)
