"""Cards of a totem: a print or a figure, a name, where it belongs; the whole card is the target."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainterPath, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.screens.listings import CardText
from app.kiosk.widgets.cited import seal_texts
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch
from app.ui.widgets.cover_view import CoverSlot
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.seal import seal_words
from app.ui.widgets.seal_book import SealBook

_TALL: Final = 260  # cards lower than this have their print at the left


class TouchCard(Touch):
    """`told.parts`: a figure stands where others have a print."""

    def __init__(
        self, ctx: KioskContext, told: CardText, book: SealBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, f"{told.title}, {told.meta}", parent)
        self.told = told
        self.entry_id = told.id
        self._is_figure = bool(told.parts[1])
        self._seals = seal_texts(book, told.citations, told.check) if self._is_figure else ()
        self.cover = None if self._is_figure else CoverSlot(ctx, told.cover, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The print has another size."""
        super().resizeEvent(event)
        if self.cover is not None:
            w, h = self._print()
            self.cover.resize(QSize(self.ctx.px(w), self.ctx.px(h)))

    def _is_tall(self) -> bool:
        return self.down >= _TALL

    def _print(self) -> tuple[float, float]:
        if self._is_tall():
            words = 42 + self.kiosk.type.line("h3") + self.kiosk.type.line("caption")
            return self.across, self.down - words - 12
        return min(self.across * 0.34, self.down), self.down

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Ground, print or figure, words, caret, frame."""
        down = self.isDown()
        path = pen.box(0, 0, w, h, "riverTint" if down else "surface")
        if self.cover is not None:
            wide, high = self._print()
            part = QPainterPath()
            part.addRect(QRectF(0, 0, wide, high))
            self.cover.paint(pen.painter, QRectF(0, 0, wide, high), path.intersected(part))
        if self._is_figure:
            self._paint_figure(pen, w, h)
        elif self._is_tall():
            self._paint_words(pen, 30, self._print()[1], w, h)
        else:
            self._paint_words(pen, self._print()[0] + 22, 0, w, h)
        pen.box(0, 0, w, h, "", "river" if down else "lineStrong")

    def _paint_words(self, pen: Pen, left: float, top: float, w: float, h: float) -> None:
        caret = 70 if w > 400 and self._is_tall() else 16
        room = w - left - caret
        lines = 1 if self._is_tall() else 2
        title = pen.paragraph(self.told.title, "h3", room, lines=max(1, lines), least=0.72)
        if title.elided and self._is_tall():
            title = pen.paragraph(self.told.title, "h3", room, lines=2, least=0.72)
        role = "small" if self._is_tall() else "caption"
        meta = self._meta(pen, role, room, h - top - title.height)
        start = top + (h - top - title.height - meta.height) / 2
        title.paint(pen.painter, QPointF(left, start), pen.color("ink1"))
        meta.paint(pen.painter, QPointF(left, start + title.height - 2), pen.color("ink2"))
        if caret > 30:
            pen.icon("open", "river", w - 66, (top + h) / 2 - 18, 36)

    def _meta(self, pen: Pen, role: str, room: float, high: float) -> Paragraph:
        """Where it belongs: in two lines where they fit."""
        lines = 2 if 2 * self.kiosk.type.line(role) + 12 <= high else 1
        return pen.paragraph(self.told.meta, role, room, lines=lines)

    def _paint_figure(self, pen: Pen, w: float, h: float) -> None:
        ink = "gold" if self.told.is_target else "river"
        pen.fill(0, 0, w, 6, "goldFill" if self.told.is_target else "river")
        tall = self._is_tall()
        role = "figureL" if tall else "figureM"
        line = self.kiosk.type.line(role)
        prefix, number, unit = self.told.parts
        title = pen.paragraph(self.told.title, "h3" if tall else "bodyStrong", w - 60, lines=2,
                              least=0.75)  # fmt: skip
        meta = self._meta(pen, "caption", w - 60, h - line - title.height - 10)
        start = max(12.0, (h - line - title.height - meta.height - 10) / 2)
        tail = 110 * len(self._seals)
        room = w - 160 - tail
        drawn = pen.word(prefix + number, role, ink, 30, start, room, line, least=0.6)
        wide = pen.word(unit.strip(), "bodyStrong", ink, 30 + drawn + 8, start + line * 0.12,
                        w - 60 - tail - drawn - 8, line)  # fmt: skip
        left = 30 + drawn + wide + 22
        for one in self._seals:
            left += 8 + pen.seal(seal_words(self.ctx, one), left, start + line / 2 - 14,
                                 sure=one.verified)  # fmt: skip
        title.paint(pen.painter, QPointF(30, start + line + 6), pen.color("ink1"))
        corner = QPointF(30, start + line + 6 + title.height)
        meta.paint(pen.painter, corner, pen.color("ink2"))
