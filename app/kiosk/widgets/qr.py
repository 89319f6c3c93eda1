"""A QR code as phones want it: whole pixels a module, a margin of four, black on white."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.codes import QUIET, Code


class CodeView(QWidget):
    """As large as whole pixels allow, in the middle of its box."""

    def __init__(self, code: Code, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self._picture = _drawn(code)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)

    def module(self) -> int:
        """Pixels of the panel that one module takes."""
        side = min(self.width(), self.height()) * self.devicePixelRatioF()
        return max(1, int(side) // (self.code.side + 2 * QUIET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every module as many whole pixels."""
        painter = QPainter(self)
        ratio, size = self.devicePixelRatioF(), self.module()
        painter.scale(1 / ratio, 1 / ratio)
        full = (self.code.side + 2 * QUIET) * size
        left = (round(self.width() * ratio) - full) // 2
        top = (round(self.height() * ratio) - full) // 2
        painter.drawImage(QRect(left, top, full, full), self._picture)
        painter.end()


def _drawn(code: Code) -> QImage:
    """One pixel a module, with its margin."""
    side = code.side + 2 * QUIET
    picture = QImage(side, side, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    for row, modules in enumerate(code.modules):
        for column, is_dark in enumerate(modules):
            if is_dark:
                picture.setPixel(column + QUIET, row + QUIET, 0)
    return picture
