"""Small still signs: an icon that only tells."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context


class IconMark(QWidget):
    """An icon beside words; screen readers hear the words."""

    def __init__(
        self, ctx: Context, icon: str, color: str = "ink2", size: int = 20,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._icon, self._color, self._size = icon, color, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.ctx.px(self._size), self.ctx.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        self.ctx.draw_icon(QPainter(self), QRectF(self.rect()), self._icon, self._color)
