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
from app.ui.widgets.imprint import Imprint
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.seal import Seal, seals_for
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.typeset import typeset

_COVER: Final = 48
_ROOM: Final = 330  # unscaled: the least for the name before columns move below it
_SEALS: Final = 88  # room for seals beside all columns
_FEW_SEALS: Final = 60  # and beside the status alone
_LEAST: Final = 200  # and before even the status does


class RowCell(NamedTuple):
    """A column of a row: its words, its width in unscaled px; `status` draws the tag."""

    words: str
    width: int = 120
    status: str = ""
    swatch: str = ""


class _Texts(NamedTuple):
    """What a row of this width shows: two texts, the columns that there is room for, and how."""

    title: Paragraph
    meta: Paragraph
    cells: tuple[RowCell, ...]
    tail: int
    stacked: bool


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
        self._made: dict[int, _Texts] = {}
        self.slot = CoverSlot(ctx, cover, self)
        self._imprint = Imprint(self)
        self.on_paper = False  # whether what lies below is plain paper: then its look is kept
        self.seals: list[Seal] = []
        if book is not None:
            self.seals = seals_for(ctx, book, citations, check, self)
        told = (title, *(cell.words for cell in cells), meta)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def measure_again(self) -> None:
        """Lines may break elsewhere."""
        self._made.clear()
        self._imprint.forget()

    def sizeHint(self) -> QSize:
        """As the list says."""
        return QSize(self.ctx.px(480), table_row_height(self.ctx))

    def _tail(self, least: int = _SEALS) -> int:
        """What seals and caret take: `least` keeps the columns of all rows in line."""
        seals = sum(seal.sizeHint().width() + self.ctx.px(2) for seal in self.seals)
        return max(seals, self.ctx.px(least)) + self.ctx.px(36)

    def _texts(self) -> _Texts:
        """What fits: all columns, else the status alone, else the status below the name."""
        found = self._made.get(self.width())
        if found is None:
            px = self.ctx.px
            rest = self.width() - px(12 + _COVER + 14 + 12)
            statuses = tuple(cell for cell in self._cells if cell.status)
            room = rest - self._tail() - sum(px(cell.width) for cell in self._cells)
            cells, least, stacked = self._cells, _SEALS, False
            if room < px(_ROOM):
                cells, least = statuses, _FEW_SEALS
                room = rest - self._tail(least) - sum(px(cell.width) for cell in statuses)
                stacked = room < px(_LEAST)
            if stacked:
                cells, least, room = (), 0, rest - self._tail(0)
            found = self._broken(max(1, room - px(16)), cells, self._tail(least), stacked=stacked)
            self._made = {self.width(): found}
        return found

    def _broken(self, room: int, cells: tuple[RowCell, ...], tail: int, *, stacked: bool) -> _Texts:
        wide = len(cells) == len(self._cells)
        theme, language = self.ctx.theme, self.ctx.language
        small, line = theme.font("caption"), theme.line("caption")
        lines = (3 if language == EN else 2) - stacked
        title = Paragraph(self._title, theme.font("bodyStrong"), self.ctx.px(23), room,
                          1 if stacked and language != EN else 2)  # fmt: skip
        lines = max(1, lines - title.lines + 1)
        # Where there is no room for columns they take the place of the summary.
        moved = joined(*(cell.words for cell in self._cells if not cell.status))
        told = typeset(self._meta if wide else moved, language)
        meta = Paragraph(told, small, line, room, lines)
        if not wide and self._meta:
            fuller = Paragraph(
                typeset(f"{moved}\n{self._meta}", language), small, line, room, lines
            )
            meta = meta if fuller.elided else fuller
        return _Texts(title, meta, cells, tail, stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Seals stand before the caret."""
        super().resizeEvent(event)
        self._place_parts()

    def _place_parts(self) -> None:
        px = self.ctx.px
        self.slot.resize(QSize(px(_COVER), px(_COVER)))
        left = self.width() - self._texts().tail - px(12)
        for seal in self.seals:
            size = seal.sizeHint()
            seal.setGeometry(left, (self.height() - size.height()) // 2,
                             size.width(), size.height())  # fmt: skip
            left += size.width() + px(2)

    def prepare(self) -> None:
        """Paint what it will look like when it comes into view."""
        self._place_parts()
        look, paper = self.slot.look(asks=False), self.ctx.theme.color("paper")
        self._imprint.prepare(look, paper, self._draw, self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        """At rest it is a picture."""
        look = self.slot.look()
        if self.on_paper and not (self.hovered or self.isDown() or self.key_focus):
            self._imprint.paint(look, self.ctx.theme.color("paper"), self._draw)
        else:
            self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        """Ground, cover, words, columns, caret."""
        theme, px = self.ctx.theme, self.ctx.px
        box = QRectF(self.rect())
        if self.hovered or self.isDown():
            painter.fillRect(box, theme.color("riverTint" if self.isDown() else "surface"))
        painter.fillRect(QRectF(0, 0, box.width(), 1), theme.color("line"))
        cover = QRectF(px(12), (self.height() - px(_COVER)) / 2, px(_COVER), px(_COVER))
        clip = QPainterPath()
        clip.addRoundedRect(cover, px(2), px(2))
        self.slot.draw(painter, cover, clip)
        self._paint_words(painter, cover.right() + px(14))
        size = px(16)
        caret = QRectF(self.width() - px(12) - size, (self.height() - size) / 2, size, size)
        self.ctx.draw_icon(painter, caret, "open", "river" if self.hovered else "ink2")
        if self.key_focus:
            self.paint_box(painter, box, "", "focus", px(3), 0)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        theme, px = self.ctx.theme, self.ctx.px
        told = self._texts()
        status = next((cell for cell in self._cells if cell.status), None)
        tag = px(24) if told.stacked and status else 0
        words = told.title.height + tag + (told.meta.height if told.meta.natural_width else 0)
        corner = QPointF(left, (self.height() - words) / 2)
        told.title.paint(painter, corner, theme.color("river" if self.hovered else "ink1"))
        corner += QPointF(0, told.title.height)
        if tag and status:
            shown = typeset(status.words, self.ctx.language)
            paint_status(painter, theme, corner, status.status, shown)
            corner += QPointF(0, tag)
        told.meta.paint(painter, corner, theme.color("ink2"))
        self._paint_columns(painter, told)

    def _paint_columns(self, painter: QPainter, told: _Texts) -> None:
        theme, px = self.ctx.theme, self.ctx.px
        left = self.width() - told.tail - px(12)
        left -= sum(px(cell.width) for cell in told.cells)
        for cell in told.cells:
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
