"""The large print of an entry, with the way back on it and what it is below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.parts.heading import BackButton
from app.ui.routes import Route
from app.ui.widgets.cover_view import CoverSlot, CoverSpec
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.typeset import typeset


class CoverPanel(QWidget):
    """Fills what it is given; the caption stands on the water, in the colour of the disc."""

    def __init__(
        self, ctx: Context, words: str, back: Route, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._note = ""
        self._category = ""
        self.slot = CoverSlot(ctx, CoverSpec("", ""), self)
        self.button = BackButton(ctx, words, back, self)
        self.button.move(ctx.px(24), ctx.px(24))

    def show_entry(self, spec: CoverSpec, slug: str, back_words: str) -> None:
        """Another print."""
        words = self.ctx.words
        self._category = spec.category
        self.slot.show_cover(spec)
        self._note = words("common.cover.note", id=slug)
        self.button.say(back_words)
        self.button.adjustSize()
        self.setAccessibleName(self._note)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as the page gives."""
        super().resizeEvent(event)
        self.slot.resize(event.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Print and caption."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        self.slot.paint(painter, QRectF(self.rect()))
        told = Paragraph(typeset(self._note, self.ctx.language), theme.font("caption"),
                         theme.line("caption"), self.width() - px(48))  # fmt: skip
        corner = QPointF(px(24), self.height() - told.height - px(16))
        ink = theme.category(self._category)
        # The waves end around the caption: a line through words would strike them out.
        calm = QRectF(corner, QSizeF(told.natural_width, told.height))
        painter.fillRect(calm.adjusted(-px(6), 0, px(6), 0), ink.dark)
        told.paint(painter, corner, ink.disc)
