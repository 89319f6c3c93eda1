"""The list of indicators at the left: the one on show stands on paper with a lacquer bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.context import Context
from app.ui.parts.figure_index import IndexModel, IndexRow
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.typeset import typeset

_PAD = 16
Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """Heads small and bold, topics with their unit and number of points."""

    def __init__(self, ctx: Context, model: IndexModel, view: FigureList) -> None:
        super().__init__(view)
        self.ctx, self._model, self._view = ctx, model, view
        self.current = ""
        self._sizes: dict[tuple[IndexRow, int, bool, bool], QSize] = {}

    def _broken(self, row: IndexRow, width: int) -> tuple[Paragraph, Paragraph]:
        theme, px, language = self.ctx.theme, self.ctx.px, self.ctx.language
        room = max(px(80), width - px(_PAD) - px(12))
        role, line = ("smallStrong", 22) if not row.key else ("body", 22)
        if row.key and row.key == self.current:
            role = "bodyStrong"
        title = Paragraph(typeset(row.title, language), theme.font(role), px(line), room, 3)
        meta = Paragraph(typeset(row.meta, language), theme.font("caption"),
                         theme.line("caption"), room, 1)  # fmt: skip
        return title, meta

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines; asked for every row whenever the list is laid out, so kept."""
        del option
        row, width = self._model.row(index.row()), self._view.viewport().width()
        key = (row, width, row.key == self.current, index.row() == 0)
        found = self._sizes.get(key)
        if found is None:
            found = self._sizes[key] = QSize(width, self._height(row, width, first=key[3]))
        return found

    def forget(self) -> None:
        """Another font: heights are measured again."""
        self._sizes.clear()

    def _height(self, row: IndexRow, width: int, *, first: bool) -> int:
        px = self.ctx.px
        title, meta = self._broken(row, width)
        if not row.key:
            return title.height + px(6 if first else 26)
        return title.height + (meta.height if row.meta else 0) + px(16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        theme, px = self.ctx.theme, self.ctx.px
        box, row = QRectF(option.rect), self._model.row(index.row())
        title, meta = self._broken(row, round(box.width()))
        if not row.key:
            corner = QPointF(box.left() + px(12), box.bottom() - px(6) - title.height)
            title.paint(painter, corner, theme.color("ink3"))
            painter.restore()
            return
        shown, lit = row.key == self.current, index.row() == self._view.lit
        if shown or lit:
            painter.fillRect(box, theme.color("surface"))
        if shown:
            bar = QRectF(box.left(), box.top(), px(4), box.height())
            painter.fillRect(bar, theme.color("lacquer"))
        corner = QPointF(box.left() + px(_PAD), box.top() + px(8))
        ink = "ink1" if shown or not lit else "river"
        title.paint(painter, corner, theme.color(ink))
        if row.meta:
            meta.paint(painter, corner + QPointF(0, title.height), theme.color("ink2"))
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(theme.color("focus"), px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(2, 2, -2, -2))
        painter.restore()


class FigureList(QListView):
    """Arrows walk, Enter or a press opens; `opened` tells the key of the topic."""

    opened = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.lit = -1
        self.rows = IndexModel(self)
        self.look = _Rows(ctx, self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.look)
        self.setObjectName("indexList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_rows(self, rows: list[IndexRow], current: str) -> None:
        """Show these rows, and which topic is on the page."""
        self.look.forget()
        self.look.current = current
        self.rows.set_rows(rows)
        self.show_current(current)

    def show_current(self, key: str) -> None:
        """Which topic is on the page."""
        self.look.current = key
        number = self.rows.number_of(key)
        if number >= 0:
            index = self.rows.index(number)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (key := self.rows.row(index.row()).key):
            self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press opens."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is lit."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        topic = index.isValid() and bool(self.rows.row(index.row()).key)
        self.lit = index.row() if topic else -1
        shape = Qt.CursorShape.PointingHandCursor if topic else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def leaveEvent(self, event: object) -> None:
        """No row is."""
        self.lit = -1
        self.viewport().update()
        super().leaveEvent(event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles break elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
