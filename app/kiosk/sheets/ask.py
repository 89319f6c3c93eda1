"""还在看吗？ A dial of sixty ticks, two answers."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.sheets.base import SheetLayer
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.pen import Pen

TICKS: Final = 60
_RADIUS: Final = 169
_DIAL: Final = 246  # its middle, from the panel's top


class AskSheet(SheetLayer):
    """`stayed` and `left_now` are the answers; a touch beside the panel means: still here."""

    stayed = Signal()
    left_now = Signal()

    def __init__(
        self, ctx: KioskContext, seconds: int, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, 918, 804, ctx.words("kiosk.ask"), parent)
        self.seconds, self.count = seconds, count
        words, wide = ctx.words, self.panel_width
        half = (wide - 2 * 51 - 24) / 2
        stay = TouchButton(ctx, words("kiosk.ask.stay"), "primary")
        leave = TouchButton(ctx, words("kiosk.ask.leave"))
        self.put(stay, 51, 618, half, 119).clicked.connect(self.stayed)
        self.put(leave, 51 + half + 24, 618, half, 119).clicked.connect(self.left_now)

    def set_remaining(self, seconds: int) -> None:
        """So many seconds are left."""
        if seconds != self.seconds:
            self.seconds = seconds
            self.setAccessibleDescription(self.ctx.words.count("kiosk.ask.note", seconds))
            self.update(self.panel())

    def beside(self) -> None:
        """Whoever touches is still here."""
        self.stayed.emit()

    def paint(self, pen: Pen) -> None:
        """Dial, question, what will happen."""
        wide = self.panel_width
        self._paint_dial(pen, wide / 2)
        figure = self.ctx.words("kiosk.ask")
        pen.word(str(self.seconds), "figureXL", "ink1", wide / 2 - 120, _DIAL - 80, 240, 150,
                 align="center")  # fmt: skip
        told = self.ctx.words.count("kiosk.ask.note", self.seconds)
        if self.ctx.is_large:
            pen.word(figure, "h1", "ink1", 40, 428, wide - 80, 84, align="center")
            pen.words(told, "small", "ink2", 40, 516, wide - 80, lines=2, align="center")
        else:
            pen.word(figure, "h1", "ink1", 40, 455, wide - 80, 80, align="center")
            pen.word(told, "body", "ink2", 40, 530, wide - 80, 46, align="center", least=0.6)

    def _paint_dial(self, pen: Pen, middle: float) -> None:
        left = round(TICKS * self.seconds / max(1, self.count))
        painter = pen.painter
        for tick in range(TICKS):
            is_second = tick * self.count % TICKS < self.count
            angle = math.tau * tick / TICKS - math.pi / 2
            inner = _RADIUS - (32 if is_second else 17)
            ink = "lacquer" if tick >= TICKS - left else "lineStrong"
            pen_width = 5.0 if is_second else 3.0
            painter.setPen(QPen(pen.color(ink), pen_width, Qt.PenStyle.SolidLine,
                                Qt.PenCapStyle.RoundCap))  # fmt: skip
            way = QPointF(math.cos(angle), math.sin(angle))
            centre = QPointF(middle, _DIAL)
            painter.drawLine(centre + way * inner, centre + way * (_RADIUS - 2))
