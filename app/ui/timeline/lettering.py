"""Words that are painted in every frame: shaped and measured once, then only drawn."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTransform


class _Word(NamedTuple):
    text: QStaticText
    width: float


class Lettering:
    """One font. `draw` takes the middle of the capitals' height, as marks are placed."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        metrics = QFontMetricsF(font)
        self.caps = metrics.capHeight()
        # From the middle of the capitals up to where Qt begins a line.
        self._rise = metrics.ascent() - self.caps / 2
        self._metrics = metrics
        self._words: dict[str, _Word] = {}

    def width(self, told: str) -> float:
        """How wide words are."""
        return self._word(told).width

    def draw(self, painter: QPainter, told: str, left: float, middle: float) -> None:
        """Words from the left, in the pen's colour."""
        painter.setFont(self.font)
        painter.drawStaticText(QPointF(left, middle - self._rise), self._word(told).text)

    def draw_centred(self, painter: QPainter, told: str, at: QPointF) -> None:
        """Words around a point."""
        self.draw(painter, told, at.x() - self.width(told) / 2, at.y())

    def _word(self, told: str) -> _Word:
        found = self._words.get(told)
        if found is None:
            text = QStaticText(told)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            text.prepare(QTransform(), self.font)
            found = self._words[told] = _Word(text, self._metrics.horizontalAdvance(told))
        return found
