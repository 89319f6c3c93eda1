"""Something that is only looked at: drawn by whoever made it, named for screen readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen


class Sketch(QLabel):
    """`paint` draws in pixels of the design; touches go through."""

    def __init__(
        self, ctx: KioskContext, name: str, paint: Callable[[Pen], None],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx, self._paint = ctx, paint
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hand over."""
        pen = Pen(QPainter(self), self._ctx)
        self._paint(pen)
        pen.painter.end()
