"""How a signed project looks in the list: icon, name and parties, edition, place, amount, seals."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.context import Context
from app.ui.items.project_rows import ProjectRow
from app.ui.items.project_table import COLUMNS, ProjectTable
from app.ui.parts.naming import joined
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.seal import seal_words
from app.ui.widgets.seal_book import SealBook, SealText
from app.ui.widgets.typeset import typeset

INSET: Final = 12  # the tint reaches further than the words
_LEAD: Final = 48  # icon box and gap
_FIXED: Final = {"edition": 104, "place": 132, "amount": 124, "type": 120, "source": 144}
_LEAST_NAME: Final = 240
_GIVES_WAY: Final = ("type", "place")  # columns that join the small line where it is narrow
_MEASURED: Final = 500  # records whose heights are measured word by word
Index = QModelIndex | QPersistentModelIndex


def column_widths(ctx: Context, width: int) -> list[int]:
    """The width of each column, 0 for one that has no room."""
    fixed = {name: ctx.px(one) for name, one in _FIXED.items()}
    for column in _GIVES_WAY:
        if width - sum(fixed.values()) < ctx.px(_LEAST_NAME):
            fixed[column] = 0
    rest = width - sum(fixed.values())
    name = min(rest, max(ctx.px(_LEAST_NAME), round(width * 0.45)))
    fixed["source"] += rest - name
    return [name, *(fixed[one] for one in COLUMNS[1:])]


class ProjectCells(QStyledItemDelegate):
    """Paints the cells; `lit` is the row under the pointer, `hidden` ones join the small line."""

    def __init__(self, ctx: Context, table: ProjectTable, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.ctx = ctx
        self._view = view
        self._table = table
        self._book = SealBook()
        self.lit = -1
        self.by_keyboard = False
        self.hidden: tuple[str, ...] = ()

    def start(self, book: SealBook) -> None:
        """The page is filled anew: seals are numbered from this book."""
        self._book = book

    def name_room(self, width: int) -> int:
        """How wide the words of the first column may get."""
        return width - self.ctx.px(INSET + _LEAD + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then what the column says."""
        painter.save()
        box = QRectF(option.rect)
        row, number = self._table.row(index.row()), index.row()
        selected = self._is_current(index)
        self._paint_ground(painter, box, index, selected=selected)
        inner = box.adjusted(0, 1, 0, 0)
        column = COLUMNS[index.column()]
        if column == "name":
            self._paint_name(painter, inner, row, number, selected=selected)
        elif column == "amount":
            self._paint_amount(painter, inner, row)
        elif column == "type":
            self._paint_type(painter, inner, row)
        elif column == "source":
            self._paint_sources(painter, inner, number)
        else:
            words = row.edition_words if column == "edition" else row.place_words
            self._paint_words(painter, inner, words)
        self._paint_focus(painter, box, index)
        painter.restore()

    def _is_current(self, index: Index) -> bool:
        return self._view.selectionModel().isRowSelected(index.row())

    def _paint_ground(
        self, painter: QPainter, box: QRectF, index: Index, *, selected: bool
    ) -> None:
        theme, px = self.ctx.theme, self.ctx.px
        if selected:
            painter.fillRect(box, theme.color("riverTint"))
        elif index.row() == self.lit:
            painter.fillRect(box, theme.color("surface"))
        left = px(INSET) if index.column() == 0 else 0
        right = px(INSET) if COLUMNS[index.column()] == "source" else 0
        line = QRectF(box.left() + left, box.top(), box.width() - left - right, 1)
        painter.fillRect(line, theme.color("line"))
        if selected and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), px(4), box.height()),
                             theme.color("river"))  # fmt: skip

    def _paint_focus(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """A ring around the row, or around its sources when the arrows have come to these."""
        current = self._view.currentIndex()
        if not self.by_keyboard or current.row() != index.row():
            return
        width = self.ctx.px(3)
        color = self.ctx.theme.color("focus")
        last = COLUMNS[index.column()] == "source"
        if COLUMNS[current.column()] == "source":
            if last:
                painter.setPen(QPen(color, width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(-6, 2, -2, -2))
            return
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), width), color)
        painter.fillRect(QRectF(box.left(), box.bottom() - width, box.width(), width), color)
        if index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), width, box.height()), color)
        if last:
            painter.fillRect(QRectF(box.right() - width, box.top(), width, box.height()), color)

    def _paint_name(
        self, painter: QPainter, box: QRectF, row: ProjectRow, number: int, *, selected: bool
    ) -> None:
        ctx, px, theme = self.ctx, self.ctx.px, self.ctx.theme
        size = px(36)
        mark = QRectF(box.left() + px(INSET), box.center().y() - size / 2, size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("river" if row.is_batch else "sunk"))
        painter.drawRoundedRect(mark, px(2), px(2))
        pad = (size - px(20)) / 2
        ctx.draw_icon(painter, mark.adjusted(pad, pad, -pad, -pad),
                      "batch" if row.is_batch else "named_project",
                      "onRiver" if row.is_batch else "ink2")  # fmt: skip
        room = self.name_room(round(box.width()))
        name, meta = self._name_and_meta(row, number, room)
        small = meta.height if meta is not None else 0
        corner = QPointF(mark.right() + px(12), box.center().y() - (name.height + small) / 2)
        lit = number == self.lit and not selected
        ink = "onRiverTint" if selected else "river" if lit else "ink1"
        name.paint(painter, corner, theme.color(ink))
        if meta is not None:
            meta.paint(painter, corner + QPointF(0, name.height), theme.color("ink2"))

    def _name_and_meta(
        self, row: ProjectRow, number: int, room: float
    ) -> tuple[Paragraph, Paragraph | None]:
        """All of the words, broken for this room: no record is cut short."""
        theme, told = self.ctx.theme, self._meta(row, number)
        name = Paragraph(typeset(row.name, self.ctx.language), theme.font("bodyStrong"),
                         self.ctx.px(22), room, 2 if self._is_long() else 0)  # fmt: skip
        if not told:
            return name, None
        lines = 1 if self._is_long() else 0
        return name, Paragraph(told, theme.font("caption"), theme.line("caption"), room, lines)

    def _is_long(self) -> bool:
        """Too many records to ask each what stands below its name before it is seen."""
        return self._table.rowCount() > _MEASURED

    def row_height(self, number: int, room: int) -> int:
        """As high as its words, 52 where they fit on two lines."""
        row, px = self._table.row(number), self.ctx.px
        if self._is_long():
            metrics = QFontMetricsF(self.ctx.theme.font("bodyStrong"))
            over = metrics.horizontalAdvance(typeset(row.name, self.ctx.language)) > room
            return px(74 if over else 52)
        name, meta = self._name_and_meta(row, number, room)
        words = name.height + (meta.height if meta is not None else 0)
        return max(px(52), words + px(12))

    def _meta(self, row: ProjectRow, number: int) -> str:
        told = [row.type_words if "type" in self.hidden and not row.is_batch else "",
                row.place_words if "place" in self.hidden else ""]  # fmt: skip
        return typeset(joined(self._table.detail(number).meta, *told), self.ctx.language)

    def _paint_words(self, painter: QPainter, box: QRectF, words: str) -> None:
        theme = self.ctx.theme
        told = Paragraph(typeset(words, self.ctx.language), theme.font("small"),
                         theme.line("small"), box.width() - self.ctx.px(12), 2)  # fmt: skip
        corner = QPointF(box.left(), box.center().y() - told.height / 2)
        told.paint(painter, corner, theme.color("ink1"))

    def _paint_amount(self, painter: QPainter, box: QRectF, row: ProjectRow) -> None:
        ctx, theme = self.ctx, self.ctx.theme
        told = row.amount is not None
        words = row.amount_words if told else ctx.words("common.undisclosed")
        painter.setFont(self._fitting("figureRow" if told else "small", words, box.width()))
        painter.setPen(theme.color("ink1" if told else "ink3"))
        self._paint_right(painter, box, typeset(words, ctx.language))

    def _fitting(self, role: str, words: str, width: float) -> QFont:
        """The font of this role, smaller where the words would not fit."""
        font = QFont(self.ctx.theme.font(role))
        needed = QFontMetricsF(font).horizontalAdvance(words)
        room = width - self.ctx.px(28)
        if needed > room:
            font.setPixelSize(max(self.ctx.px(12), int(font.pixelSize() * room / needed)))
        return font

    def _paint_right(self, painter: QPainter, box: QRectF, words: str) -> None:
        metrics = QFontMetricsF(painter.font())
        left = box.right() - self.ctx.px(24) - metrics.horizontalAdvance(words)
        base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), words)

    def _paint_type(self, painter: QPainter, box: QRectF, row: ProjectRow) -> None:
        if not row.type_words:
            return
        theme, px = self.ctx.theme, self.ctx.px
        painter.setFont(theme.font("caption"))
        words = typeset(row.type_words, self.ctx.language)
        metrics = QFontMetricsF(painter.font())
        tag = QRectF(box.left(), box.center().y() - px(11),
                     metrics.horizontalAdvance(words) + px(16), px(22))  # fmt: skip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunk"))
        painter.drawRoundedRect(tag, px(3), px(3))
        painter.setPen(theme.color("ink2"))
        base = tag.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(tag.left() + px(8), base), words)

    # Seals

    def _seals(self, number: int) -> tuple[SealText, ...]:
        detail = self._table.detail(number)
        return self._book.seals(detail.citations, detail.check)

    def seal_boxes(self, cell: QRect, number: int) -> list[QRectF]:
        """Where the seals of this row stand in its last cell."""
        px, font = self.ctx.px, self.ctx.theme.make_font(11.5, "ui", 700)
        left, boxes = float(cell.left() + px(2)), []
        for told in self._seals(number):
            width = QFontMetricsF(font).horizontalAdvance(seal_words(self.ctx, told)) + px(10)
            boxes.append(QRectF(left, cell.center().y() - px(9), round(width), px(18)))
            left += width + px(5)
        room = cell.right() - px(INSET + 20)
        return [box for box in boxes if box.right() <= room] or boxes[:1]

    def _paint_sources(self, painter: QPainter, box: QRectF, number: int) -> None:
        ctx, theme, px = self.ctx, self.ctx.theme, self.ctx.px
        painter.setFont(theme.make_font(11.5, "ui", 700))
        metrics = QFontMetricsF(painter.font())
        places = self.seal_boxes(box.toRect(), number)
        for told, place in zip(self._seals(number), places, strict=False):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(theme.color("gold"), 1)
            if not told.verified:
                pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), px(2), px(2))
            words = seal_words(ctx, told)
            painter.setPen(theme.color("gold"))
            left = place.center().x() - metrics.horizontalAdvance(words) / 2
            base = place.center().y() + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left, base), words)
        caret = QRectF(box.right() - px(INSET + 16), box.center().y() - px(8), px(16), px(16))
        ctx.draw_icon(painter, caret, "open", "river" if number == self.lit else "ink2")
