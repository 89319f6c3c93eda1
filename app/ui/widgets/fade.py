"""The paper that the lower edge of a scrolling wall fades into while there is more below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.context import Context


class Fade(QWidget):
    """Lies on the lower edge of `area`; away while it scrolls, for what lies on top is repainted.

    Without it scrolling moves the picture and paints only what is new.
    """

    HEIGHT: Final = 36
    _REST_MS: Final = 140

    def __init__(self, ctx: Context, area: QScrollArea) -> None:
        super().__init__(area)
        self.ctx = ctx
        self._area = area
        self._bar = area.verticalScrollBar()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(self._REST_MS)
        self._rest.timeout.connect(self.refresh)
        self._bar.valueChanged.connect(self._on_scrolled)
        self._bar.rangeChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Show it where there is more below."""
        height = self.ctx.px(self.HEIGHT)
        width = self._area.width() - self.ctx.px(14)
        self.setGeometry(0, self._area.height() - height, width, height)
        self.setVisible(self._bar.value() < self._bar.maximum())
        self.raise_()

    def _on_scrolled(self) -> None:
        self.hide()
        self._rest.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """From nothing to paper."""
        paper = self.ctx.theme.color("paper")
        clear = QColor(paper)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(0.85, paper)
        QPainter(self).fillRect(QRectF(self.rect()), gradient)
