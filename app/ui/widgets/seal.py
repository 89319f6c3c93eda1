"""The source seal 源1: a small gold box behind every fact that opens its citation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.model.entry import VERIFIED, Citation
from app.ui.context import Context
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.seal_book import SealBook, SealText


class Seal(Pressable):
    """18 px to see, 24 px to hit. Pressed, it opens the citation popover."""

    def __init__(self, ctx: Context, told: SealText, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.clicked.connect(self._on_clicked)
        self.tell(told)

    def tell(self, told: SealText) -> None:
        """Stand for these citations, in the place of others."""
        ctx, self.told, self._width = self.ctx, told, 0
        self._words = seal_words(ctx, told)
        names = [ctx.library.entry(source).name.told(ctx.language) for source in _sources(told)]
        key = "common.seal.name" if told.verified else "common.seal.name-unverified"
        self.setAccessibleName(ctx.words(key, seal=self._words, sources="; ".join(names)))
        self.update()

    def _font(self) -> QFont:
        return self.ctx.theme.make_font(11.5, "ui", 700)

    def sizeHint(self) -> QSize:
        """The box and the padding that makes it easy to hit."""
        px = self.ctx.px
        if not self._width:  # kept: flowing text asks for it with every line it breaks
            words = QFontMetricsF(self._font()).horizontalAdvance(self._words)
            self._width = round(words) + px(10) + px(4)
        return QSize(self._width, px(24))

    def measure_again(self) -> None:
        """Other fonts, other widths."""
        self._width = 0

    def shape_box(self) -> QRectF:
        """The box inside the hit area."""
        px = self.ctx.px
        return QRectF(px(2), px(3), self.width() - px(4), self.height() - px(6))

    def shape_radius(self) -> float:
        """Nearly square, as a seal is."""
        return self.ctx.px(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and words."""
        painter = QPainter(self)
        box = self.shape_box()
        lit = self.hovered or self.isDown()
        fill = "goldTint" if lit else ""
        self.paint_box(painter, box, fill, "gold", dashed=not self.told.verified)
        painter.setFont(self._font())
        painter.setPen(self.ctx.theme.color("onGoldTint" if lit else "gold"))
        metrics = painter.fontMetrics()
        left = (self.width() - metrics.horizontalAdvance(self._words)) / 2
        painter.drawText(self.baseline_for(painter, box) + QPointF(left - box.left(), 0),
                         self._words)  # fmt: skip

    def _on_clicked(self) -> None:
        from app.ui.widgets.citation import CitationPopover

        CitationPopover(self.ctx, self.told.citations, self).open_at(self)


def _sources(told: SealText) -> list[str]:
    return list(dict.fromkeys(one.source for one in told.citations))


def seal_words(ctx: Context, told: SealText) -> str:
    """What stands in the box of a seal: 源1, 源1–4, 待核."""
    if not told.verified:
        return ctx.words("common.seal.unverified")
    if told.first == told.last:
        return ctx.words("common.seal.single", n=told.first)
    return ctx.words("common.seal.range", first=told.first, last=told.last)


def seals_for(
    ctx: Context, book: SealBook, citations: Sequence[Citation], check: str = VERIFIED,
    parent: QWidget | None = None,
) -> list[Seal]:  # fmt: skip
    """The seals of a fact, in order."""
    return [Seal(ctx, told, parent) for told in book.seals(citations, check)]
