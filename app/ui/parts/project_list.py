"""The list of signed projects: a table as high as all its rows, painted as far as it is seen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.context import Context
from app.ui.items.project_rows import ProjectRow
from app.ui.items.project_table import COLUMNS, ProjectTable
from app.ui.parts.project_cells import ProjectCells, column_widths
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.seal_book import SealBook

Index = QModelIndex | QPersistentModelIndex
_NAME, _SOURCE = COLUMNS.index("name"), COLUMNS.index("source")


class ProjectList(QTableView):
    """Arrows walk, Enter opens the record or, in the last column, its sources."""

    opened = Signal(str)
    reached = Signal(QRect)  # the box of the row that the keyboard has come to
    widths_changed = Signal(list)

    def __init__(self, ctx: Context, table: ProjectTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.table = table
        self._anchor = QWidget(self.viewport())
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._anchor.hide()
        self.cells = ProjectCells(ctx, table, self)
        self.setModel(table)
        self.setItemDelegate(self.cells)
        self._build()

    def _build(self) -> None:
        self.setObjectName("recordTable")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)

    def show_rows(self, rows: list[ProjectRow], heads: list[str], book: SealBook) -> None:
        """Show these records; the one that was selected stays so if it is among them."""
        current = self.currentIndex()
        kept = self.table.row(current.row()).id if current.isValid() else ""
        self.cells.start(book)
        self.table.set_rows(rows, heads)
        self._fit()
        self.select_record(kept)

    def select_record(self, entry_id: str) -> None:
        """Tint the row of this record."""
        number = self.table.number_of(entry_id) if entry_id else -1
        if number >= 0:
            self.selectionModel().setCurrentIndex(
                self.table.index(number, _NAME),
                self.selectionModel().SelectionFlag.ClearAndSelect
                | self.selectionModel().SelectionFlag.Rows,
            )

    def _fit(self) -> None:
        """Columns for the width, rows as high as their names, itself as high as all rows."""
        widths = column_widths(self.ctx, self.width())
        for column, width in enumerate(widths):
            self.setColumnHidden(column, width == 0)
            self.setColumnWidth(column, width)
        self.cells.hidden = tuple(
            name for name, width in zip(COLUMNS, widths, strict=True) if not width
        )
        self._fit_rows(self.cells.name_room(widths[_NAME]))
        self.widths_changed.emit(widths)

    def _fit_rows(self, room: int) -> None:
        """Rows are as high as their words."""
        header = self.verticalHeader()
        quiet = QSignalBlocker(header)
        for number in range(self.table.rowCount()):
            height = self.cells.row_height(number, room)
            if header.sectionSize(number) != height:
                header.resizeSection(number, height)
        quiet.unblock()
        self.doItemsLayout()
        self.setFixedHeight(max(1, header.length()))

    # What is pressed

    def open_index(self, index: QModelIndex) -> None:
        """Enter or a press: the sources in the last column, else the record."""
        if not index.isValid():
            return
        if index.column() == _SOURCE and self.open_sources(index):
            return
        self.opened.emit(self.table.row(index.row()).id)

    def open_sources(self, index: QModelIndex) -> bool:
        """The popover of the seals in this row; False if there are none."""
        citations = self.table.detail(index.row()).citations
        if not citations:
            return False
        boxes = self.cells.seal_boxes(self.visualRect(index), index.row())
        self._anchor.setGeometry(boxes[0].toRect() if boxes else self.visualRect(index))
        CitationPopover(self.ctx, citations, self).open_at(self._anchor)
        return True

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is lit."""
        self._light(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: object) -> None:
        """No row is."""
        self._light(-1)
        super().leaveEvent(event)  # type: ignore[arg-type]

    def _light(self, row: int) -> None:
        if row != self.cells.lit:
            self.cells.lit = row
            cursor = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(cursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a seal opens the source, anywhere else the record."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = event.position()
        index = self.indexAt(spot.toPoint())
        if index.column() == _SOURCE:
            boxes = self.cells.seal_boxes(self.visualRect(index), index.row())
            if any(box.adjusted(-2, -4, 2, 4).contains(spot) for box in boxes):
                self.open_sources(index)
                return
        if index.isValid():
            self.opened.emit(self.table.row(index.row()).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows stay ours, whatever the page does with them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_index(self.currentIndex())
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring the row on screen."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus():
            self.reached.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to the row that is selected, else to the first."""
        super().focusInEvent(event)
        self.cells.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid() and self.table.rowCount():
            self.setCurrentIndex(self.table.index(0, _NAME))
        elif self.currentIndex().isValid() and self.cells.by_keyboard:
            self.reached.emit(self.visualRect(self.currentIndex()))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        super().focusOutEvent(event)
        self.cells.by_keyboard = False
        self.viewport().update()
