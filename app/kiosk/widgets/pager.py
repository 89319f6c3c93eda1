"""Leafing: back, a tide gauge with its float, on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.pen import Pen


class PagerRow(QWidget):
    """`turned` tells -1 or 1. At an end the arrow there is inert."""

    turned = Signal(int)

    def __init__(
        self, ctx: KioskContext, page: int, pages: int, width: float, height: float = 88,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx, self.page, self.pages, self.wide = ctx, page, pages, width
        words = ctx.words
        self.previous = TouchButton(ctx, "", "secondary", icon="prev",
                                    name=words("kiosk.browse.previous"), parent=self)  # fmt: skip
        self.next = TouchButton(ctx, "", "primary", icon="open", name=words("kiosk.browse.next"),
                                parent=self)  # fmt: skip
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < pages)
        px = ctx.px
        self.previous.setGeometry(0, 0, px(160), px(height))
        self.next.setGeometry(px(width) - px(160), 0, px(160), px(height))
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        key = "kiosk.browse.page" if width > 1200 else "kiosk.browse.page.short"
        self._words = words(key, n=page + 1, m=max(1, pages))
        self.setAccessibleName(self._words)

    def _on_previous(self) -> None:
        self.turned.emit(-1)

    def _on_next(self) -> None:
        self.turned.emit(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The gauge with a float, and where one is in words."""
        pen = Pen(QPainter(self), self.ctx)
        middle = self.height() / self.ctx.factor / 2
        room = self.wide - 400
        words = min(pen.width_of(self._words, "small") + 4, room * 0.62)
        gauge = min(420.0, room - words - 24)
        left = 200 + (room - words - 24 - gauge) / 2
        self._paint_gauge(pen, left, gauge, middle + 14)
        pen.word(self._words, "small", "ink2", left + gauge + 24, 0, words, middle * 2)
        pen.painter.end()

    def _paint_gauge(self, pen: Pen, left: float, width: float, base: float) -> None:
        ticks = max(1, int(width / 14))
        for tick in range(ticks + 1):
            x = left + width * tick / ticks
            tall = 28 if tick % 10 == 0 or tick == ticks else 14
            pen.line(x, base, x, base - tall, "lineStrong", 1.6)
        share = 0.0 if self.pages < 2 else self.page / (self.pages - 1)
        x = left + width * share
        painter = pen.painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color("lacquer"))
        tip = QPointF(x, base - 6)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-14, -26), tip + QPointF(14, -26)]))
