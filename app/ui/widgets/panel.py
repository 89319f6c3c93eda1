"""A card that holds a part of a page: surface with a hairline."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.context import Context


class Panel(QWidget):
    """Fill `column`."""

    def __init__(self, ctx: Context, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        px = ctx.px
        self.column.setContentsMargins(px(28), px(22), px(28), px(24))
        self.column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface and hairline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.ctx.theme.color("surface"))
        painter.setPen(QPen(self.ctx.theme.color("line"), 1))
        radius = self.ctx.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
