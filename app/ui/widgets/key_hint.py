"""A key as a small cap: Ctrl K, Enter, Esc, ↑."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context


class KeyHint(QWidget):
    """A 20 px cap with the name of a key."""

    def __init__(self, ctx: Context, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._words = text
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _font(self) -> QFont:
        return self.ctx.theme.font("caption")

    def sizeHint(self) -> QSize:
        """Words and 6 px at each side."""
        width = QFontMetricsF(self._font()).horizontalAdvance(self._words)
        return QSize(max(self.ctx.px(26), round(width) + self.ctx.px(13)), self.ctx.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cap and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.ctx.theme.color("lineStrong"), 1))
        radius = self.ctx.px(4)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(self._font())
        painter.setPen(self.ctx.theme.color("ink2"))
        metrics = painter.fontMetrics()
        left = (self.width() - metrics.horizontalAdvance(self._words)) / 2
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), self._words)
