"""A list of events: name and date, the shape of its lane before them; Enter opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.model.event import Event
from app.ui.context import Context
from app.ui.items.event_rows import EventRows
from app.ui.timeline.event_marks import EventMarks
from app.ui.timeline.event_words import EventWords
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.typeset import typeset

_LEAD, _AIR = 26, 7
Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """Shape, label, date."""

    def __init__(self, ctx: Context, view: EventList) -> None:
        super().__init__(view)
        self.ctx, self._view = ctx, view
        self._marks = EventMarks(ctx.theme)
        self._made: dict[tuple[str, int], tuple[Paragraph, Paragraph]] = {}

    def forget(self) -> None:
        """Another theme, language or text size."""
        self._marks = EventMarks(self.ctx.theme)
        self._made.clear()

    def _broken(self, event: Event, width: int) -> tuple[Paragraph, Paragraph]:
        found = self._made.get((event.id, width))
        if found is None:
            ctx, words, theme = self.ctx, self._view.rows.words, self.ctx.theme
            room = max(ctx.px(60), width - ctx.px(_LEAD + 8))
            title = typeset(words.label(event), ctx.language)
            when = typeset(words.when(event), ctx.language)
            bold = "smallStrong" if event.importance == 1 else "small"
            found = (Paragraph(title, theme.font(bold), ctx.px(20), room),
                     Paragraph(when, theme.font("caption"), ctx.px(17), room))  # fmt: skip
            self._made[event.id, width] = found
        return found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        del option
        width = self._view.viewport().width()
        title, when = self._broken(self._view.rows.event_at(index.row()), width)
        return QSize(width, title.height + when.height + self.ctx.px(2 * _AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row; the selected one tinted."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self.ctx.theme, self.ctx.px
        box, event = QRectF(option.rect), self._view.rows.event_at(index.row())
        title, when = self._broken(event, self._view.viewport().width())
        current = self._view.currentIndex() == index
        if current:
            painter.fillRect(box, theme.color("riverTint"))
        shape = QPointF(box.left() + px(12), box.top() + px(_AIR + 10))
        self._marks.paint_point(painter, event.lanes[0], shape, is_hovered=False)
        corner = QPointF(box.left() + px(_LEAD), box.top() + px(_AIR))
        title.paint(painter, corner, theme.color("onRiverTint" if current else "ink1"))
        ink = "onRiverTint" if current else "ink2"
        when.paint(painter, corner + QPointF(0, title.height), theme.color(ink))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.color("line"))
        if current and self._view.hasFocus():
            painter.setPen(QPen(theme.color("focus"), px(3)))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
        painter.restore()


class EventList(QListView):
    """`walked` tells the event that the arrows came to, `opened` the one that Enter asks for."""

    walked = Signal(str)
    opened = Signal(str)

    def __init__(self, ctx: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.rows = EventRows(EventWords(ctx), self)
        self._look = _Rows(ctx, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._look)
        self.setObjectName("indexList")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # the first rows are seen at once
        self.setBatchSize(40)

    def show_events(self, events: Sequence[Event], current: str = "") -> None:
        """Show these; the current one is brought into view."""
        self.rows.set_events(events)
        self.show_current(current)

    def show_current(self, event_id: str) -> None:
        """Tint an event without telling anybody."""
        number = self.rows.number_of(event_id)
        index = self.rows.index(number) if number >= 0 else QModelIndex()
        if index == self.currentIndex():
            return
        self.setCurrentIndex(index)
        if number >= 0:
            self.scrollTo(index)

    def is_waiting(self) -> bool:
        """Whether rows have still to be laid out."""
        return self.isVisible() and self.rows.rowCount() > 0 and not (
            self.indexAt(QPoint(8, 8)).isValid()
        )  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: its shapes are drawn anew."""
        if event.type() == QEvent.Type.StyleChange:
            self._look.forget()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.currentIndex()
            if index.isValid():
                self.opened.emit(self.rows.event_at(index.row()).id)
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        row = self.currentIndex().row()
        if row not in (before, -1):
            self.walked.emit(self.rows.event_at(row).id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.walked.emit(self.rows.event_at(index.row()).id)
