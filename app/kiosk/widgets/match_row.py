"""Found entries: a row that is looked at or touched, and the card within reach."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.screens.matches import Match
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch
from app.ui.widgets.cover_view import CoverSlot

_PRINT: Final = 120


class MatchTouch(Touch):
    """`is_card`: a frame around it, as in the strip within reach. Disabled: only looked at."""

    def __init__(
        self, ctx: KioskContext, match: Match, *, is_card: bool, is_lit: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, f"{match.name}, {match.meta}", parent)
        self.match, self.is_card, self.is_lit = match, is_card, is_lit
        self.entry_id = match.entry.id
        self.cover = CoverSlot(ctx, match.cover, self)

    def _print(self) -> QRectF:
        side = min(_PRINT, self.down - 28)
        wide = 112 if self.is_card else side
        high = self.down - 40 if self.is_card else side
        return QRectF(20 if self.is_card else 0, (self.down - high) / 2, wide, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The print has another size."""
        super().resizeEvent(event)
        box = self._print()
        self.cover.resize(QSize(self.ctx.px(box.width()), self.ctx.px(box.height())))

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Ground, print, name with marks, spelling, where it belongs."""
        down = self.isDown()
        if self.is_card:
            pen.box(0, 0, w, h, "riverTint" if down else "surface",
                    "river" if down else "lineStrong")  # fmt: skip
        else:
            if down or self.is_lit:
                pen.fill(-2, 2, w + 4, h - 2, "riverTint")
            pen.fill(0, h - 2, w, 2, "line")
        box = self._print()
        if self.is_lit and not self.is_card:
            box.translate(10, 0)
        self.cover.paint(pen.painter, box)
        caret = 0 if self.is_card or not self.isEnabled() else 60
        left = box.right() + (20 if self.is_card else 24)
        self._paint_words(pen, left, w - left - 14 - caret, h)
        if caret:
            pen.icon("open", "river", w - 44, (h - 36) / 2, 36)

    def _paint_words(self, pen: Pen, left: float, room: float, h: float) -> None:
        match, theme = self.match, self.kiosk.type
        has_spelling = bool(match.spelled)
        lines = [theme.line("h3"), theme.line("caption") if has_spelling else 0,
                 theme.line("caption")]  # fmt: skip
        squeeze = min(1.0, (h - 16) / (sum(lines) - 4))
        y = (h - sum(lines) * squeeze) / 2
        pen.word(match.name, "h3", "ink1", left, y, room, lines[0] * squeeze, marks=match.marks,
                 least=0.75)  # fmt: skip
        y += lines[0] * squeeze
        if has_spelling:
            pen.spelled(match.spelled, match.spelled_marks, left, y, room, lines[1] * squeeze)
            y += lines[1] * squeeze
        pen.word(match.meta, "caption", "ink2", left, y, room, lines[2] * squeeze)
