"""A name inside running text that leads to its entry."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.routes import Route
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import plain_tip, typeset


class LinkWord(Pressable):
    """`words` is the link, `tail` what follows it (a comma); `color` for dark grounds."""

    def __init__(
        self, ctx: Context, words: str, route: Route, *, tail: str = "", role: str = "small",
        color: str = "river", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self._words = typeset(words, ctx.language)
        self._tail = typeset(tail, ctx.language)
        self._route = route
        self._role = role
        self._color = color
        self.ring_color = "dusk.text" if color.startswith("dusk.") else "focus"
        self.setAccessibleName(words)
        self.clicked.connect(self._on_clicked)

    def shape_radius(self) -> float:
        """As words are."""
        return self.ctx.px(2)

    def sizeHint(self) -> QSize:
        """One line of words, high enough to be hit."""
        metrics = QFontMetricsF(self.ctx.theme.font(self._role))
        width = metrics.horizontalAdvance(self._words + self._tail)
        return QSize(round(width) + 2, max(self.ctx.px(24), self.ctx.theme.line(self._role)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut is told by the tool tip."""
        super().resizeEvent(event)
        self.setToolTip(plain_tip(self._words) if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, a line under them when the pointer is there."""
        painter = QPainter(self)
        painter.setFont(self.ctx.theme.font(self._role))
        painter.setPen(self.ctx.theme.color(self._color))
        corner = self.baseline_for(painter, QRectF(self.rect()))
        metrics = painter.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(self._tail)
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(corner, words)
        width = metrics.horizontalAdvance(words)
        painter.drawText(corner + QPointF(width, 0), self._tail)
        if self.hovered:
            line = QRectF(0, corner.y() + self.ctx.px(3), width, 1)
            painter.fillRect(line, self.ctx.theme.color(self._color))

    def _on_clicked(self) -> None:
        self.ctx.go(self._route)
