"""A QR code as phones want it: whole pixels a module, a margin of four, black on white."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.codes import QUIET, Code


class CodeView(QWidget):
    """As large as whole pixels allow, in the middle of its box."""

    def __init__(self, code: Code, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)

    def module(self) -> int:
        """Pixels of the panel that one module takes."""
        side = min(self.width(), self.height()) * self.devicePixelRatioF()
        return max(1, int(side) // (self.code.side + 2 * QUIET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """White, then the dark modules in runs."""
        painter = QPainter(self)
        ratio, size = self.devicePixelRatioF(), self.module()
        painter.scale(1 / ratio, 1 / ratio)
        full = (self.code.side + 2 * QUIET) * size
        left = (round(self.width() * ratio) - full) // 2
        top = (round(self.height() * ratio) - full) // 2
        painter.fillRect(QRect(left, top, full, full), Qt.GlobalColor.white)
        for row, modules in enumerate(self.code.modules):
            y = top + (row + QUIET) * size
            for column, is_dark in enumerate(modules):
                if is_dark:
                    x = left + (column + QUIET) * size
                    painter.fillRect(QRect(x, y, size, size), Qt.GlobalColor.black)
        painter.end()
