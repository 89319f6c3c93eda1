"""A row of a list: cover, name with a line below, columns of small facts, seals, a caret."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.entry import VERIFIED, Citation
from app.model.text import EN
from app.ui.context import Context
from app.ui.parts.naming import joined
from app.ui.parts.status import paint_status
from app.ui.widgets.cover_view import CoverSlot, CoverSpec
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.seal import Seal, seals_for
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.typeset import typeset

_COVER: Final = 48
_ROOM: Final = 330  # unscaled: the least for the name before columns move below it


class RowCell(NamedTuple):
    """A column of a row: its words, its width in unscaled px; `status` draws the tag."""

    words: str
    width: int = 120
    status: str = ""
    swatch: str = ""


def table_row_height(ctx: Context) -> int:
    """All rows of a list are equally high: a name and two lines, in English three."""
    lines = 3 if ctx.language == EN else 2
    return ctx.px(23) + lines * ctx.theme.line("caption") + ctx.px(22)


class TableRow(Pressable):
    """The whole row is the target; its seals lie above it."""

    ring_inset = True

    def __init__(
        self, ctx: Context, cover: CoverSpec, title: str, meta: str = "",
        cells: Sequence[RowCell] = (), citations: Sequence[Citation] = (),
        book: SealBook | None = None, *, check: str = VERIFIED, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self.entry_id = cover.seed
        self._title = typeset(title, ctx.language)
        self._meta = meta
        self._cells = tuple(cells)
        self._made: dict[int, tuple[Paragraph, Paragraph, bool]] = {}
        self.slot = CoverSlot(ctx, cover, self)
        self.seals: list[Seal] = []
        if book is not None:
            self.seals = seals_for(ctx, book, citations, check, self)
        told = (title, *(cell.words for cell in cells), meta)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def measure_again(self) -> None:
        """Lines may break elsewhere."""
        self._made.clear()

    def sizeHint(self) -> QSize:
        """As the list says."""
        return QSize(self.ctx.px(480), table_row_height(self.ctx))

    def _tail(self) -> int:
        seals = sum(seal.sizeHint().width() + self.ctx.px(2) for seal in self.seals)
        return max(seals, self.ctx.px(88)) + self.ctx.px(36)

    def _columns(self, *, wide: bool) -> list[RowCell]:
        return [cell for cell in self._cells if wide or cell.status]

    def _texts(self) -> tuple[Paragraph, Paragraph, bool]:
        """Name, the line below, and whether there is room for the columns."""
        found = self._made.get(self.width())
        if found is None:
            px, theme = self.ctx.px, self.ctx.theme
            rest = self.width() - px(12 + _COVER + 14) - self._tail() - px(12)
            wide = rest - sum(px(cell.width) for cell in self._cells) >= px(_ROOM)
            room = rest - sum(px(cell.width) for cell in self._columns(wide=wide)) - px(16)
            # Where there is no room for columns they take the place of the summary.
            moved = joined(*(cell.words for cell in self._cells if not cell.status))
            meta = typeset(self._meta if wide else moved, self.ctx.language)
            lines = 3 if self.ctx.language == EN else 2
            small = theme.font("caption")
            title = Paragraph(self._title, theme.font("bodyStrong"), px(23), max(1, room), 2)
            lines -= title.lines - 1
            told = Paragraph(meta, small, theme.line("caption"), max(1, room), lines)
            if not wide and self._meta:
                both = typeset(f"{moved}\n{self._meta}", self.ctx.language)
                fuller = Paragraph(both, small, theme.line("caption"), max(1, room), lines)
                told = told if fuller.elided else fuller
            found = (title, told, wide)
            self._made = {self.width(): found}
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Seals stand before the caret."""
        super().resizeEvent(event)
        px = self.ctx.px
        self.slot.resize(QSize(px(_COVER), px(_COVER)))
        left = self.width() - self._tail() - px(12)
        for seal in self.seals:
            size = seal.sizeHint()
            seal.setGeometry(left, (self.height() - size.height()) // 2,
                             size.width(), size.height())  # fmt: skip
            left += size.width() + px(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, cover, words, columns, caret."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        box = QRectF(self.rect())
        if self.hovered or self.isDown():
            painter.fillRect(box, theme.color("riverTint" if self.isDown() else "surface"))
        painter.fillRect(QRectF(0, 0, box.width(), 1), theme.color("line"))
        cover = QRectF(px(12), (self.height() - px(_COVER)) / 2, px(_COVER), px(_COVER))
        clip = QPainterPath()
        clip.addRoundedRect(cover, px(2), px(2))
        self.slot.paint(painter, cover, clip)
        title, meta, wide = self._texts()
        words = title.height + (meta.height if meta.natural_width else 0)
        corner = QPointF(cover.right() + px(14), (self.height() - words) / 2)
        title.paint(painter, corner, theme.color("river" if self.hovered else "ink1"))
        meta.paint(painter, corner + QPointF(0, title.height), theme.color("ink2"))
        self._paint_columns(painter, self._columns(wide=wide))
        size = px(16)
        caret = QRectF(self.width() - px(12) - size, (self.height() - size) / 2, size, size)
        self.ctx.draw_icon(painter, caret, "open", "river" if self.hovered else "ink2")
        if self.key_focus:
            self.paint_box(painter, box, "", "focus", px(3), 0)

    def _paint_columns(self, painter: QPainter, cells: Sequence[RowCell]) -> None:
        theme, px = self.ctx.theme, self.ctx.px
        left = self.width() - self._tail() - px(12) - sum(px(cell.width) for cell in cells)
        for cell in cells:
            words = typeset(cell.words, self.ctx.language)
            if cell.status:
                corner = QPointF(left, (self.height() - px(22)) / 2)
                paint_status(painter, theme, corner, cell.status, words)
            else:
                self._paint_cell(painter, left, cell, words)
            left += px(cell.width)

    def _paint_cell(self, painter: QPainter, left: float, cell: RowCell, words: str) -> None:
        theme, px = self.ctx.theme, self.ctx.px
        room = px(cell.width) - px(12)
        if cell.swatch:
            top = (self.height() - px(16)) / 2
            ground = theme.category(cell.swatch).ground
            painter.fillRect(QRectF(left, top, px(8), px(16)), ground)
            left, room = left + px(16), room - px(16)
        told = Paragraph(words, theme.font("small"), theme.line("small"), max(1, room), 2)
        told.paint(painter, QPointF(left, (self.height() - told.height) / 2), theme.color("ink2"))
