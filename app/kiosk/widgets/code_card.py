"""The card with the code of an entry; touched, it opens the whole take-away."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.codes import Takeaway
from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.qr import CodeView
from app.kiosk.widgets.touch import Touch


class CodeCard(Touch):
    """Mockup 15: a code in a thin frame, 扫码带走, 离线可读."""

    def __init__(
        self,
        ctx: KioskContext,
        told: Takeaway,
        *,
        is_kept: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, ctx.words("kiosk.detail.take"), parent)
        self.told, self.is_kept = told, is_kept
        self.view: CodeView | None = None
        if told.codes:
            self.view = CodeView(told.codes[0], self.accessibleName(), self)

    def _frame(self) -> tuple[float, float, float]:
        side = min(self.across - 30, self.down - 132)
        return (self.across - side) / 2, 16, side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The code fills its frame."""
        super().resizeEvent(event)
        if self.view is not None:
            x, y, side = self._frame()
            px = self.ctx.px
            self.view.setGeometry(px(x + 2), px(y + 2), px(side - 4), px(side - 4))

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Card, frame, words."""
        down = self.isDown()
        pen.box(0, 0, w, h, "riverTint" if down else "surface", "river" if down else "lineStrong")
        x, y, side = self._frame()
        pen.box(x, y, side, side, "#FFFFFF", "line", radius=0)
        words = self.kiosk.words
        top = y + side + (h - y - side - 82) / 2
        pen.word(words("kiosk.detail.take"), "bodyStrong", "ink1", 12, top, w - 24, 44,
                 align="center")  # fmt: skip
        note = words("common.saved") if self.is_kept else words("kiosk.detail.take.note")
        pen.word(note, "caption", "ink2", 12, top + 42, w - 24, 36, align="center")
        if self.is_kept:
            pen.icon("saved", "river", w - 52, 4, 40)
