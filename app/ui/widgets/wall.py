"""A scrolling wall of cards or rows that makes only the ones in view, however many there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.context import Context
from app.ui.widgets.cover_view import CoverSlot
from app.ui.widgets.imprint import Keeps
from app.ui.widgets.wall_shape import WallShape
from app.ui.widgets.wall_stock import WallStock

_REST_MS: Final = 90  # covers are asked for when the wall rests, not for what flies by
_BOTTOM: Final = 48  # paper below the last row
_FEATURE_COLUMNS: Final = 3  # the fewest that leave room beside a feature


class _Canvas(QWidget):
    """The paper that the cells lie on; opaque, so that scrolling only paints what is new."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        QPainter(self).fillRect(event.rect(), self._ctx.theme.color("paper"))


class WallPlan(NamedTuple):
    """How the cells are laid out, in unscaled px; a `least` of 0 means one column."""

    least: int
    row_height: Callable[[int], int]  # scaled height for a scaled cell width
    gap: int = 24
    row_gap: int = 22
    most: int = 6
    fewest: int = 2
    featured: bool = False


class Wall(QScrollArea):
    """`show_items(count, make, plan)`: `make(index)` gives the widget of a cell.

    The wall is one stop of the Tab key: arrows, Home, End and the page keys move inside it.
    """

    moved = Signal(int)  # the cell that has the focus

    def __init__(self, ctx: Context, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ctx.px(64))
        self._canvas = _Canvas(ctx)
        self._canvas.setAccessibleName(name)
        self.setWidget(self._canvas)
        self.cells: dict[int, QWidget] = {}
        self._make: Callable[[int], QWidget] | None = None
        self._plan: WallPlan | None = None
        self.shape_now = WallShape(0, 1, 1, 1)
        self.current = 0
        self._top = 0
        self._stock = WallStock(self._made_ahead, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_name(self, name: str) -> None:
        """What it holds, for screen readers."""
        self._canvas.setAccessibleName(name)

    def show_items(self, count: int, make: Callable[[int], QWidget], plan: WallPlan) -> None:
        """Show these from the top."""
        self._drop(list(self.cells))
        self._stock.clear()
        self._make, self._plan = make, plan
        self.current = 0
        self._lay_out(count)
        self.verticalScrollBar().setValue(0)
        self._fill()

    def focus_cell(self, index: int) -> None:
        """Bring a cell into view and give it the focus."""
        if not 0 <= index < self.shape_now.count:
            return
        place = self.shape_now.cell(index)
        margin = self.ctx.px(8)
        self.ensureVisible(place.left, place.top + place.height // 2, 0,
                           place.height // 2 + margin)  # fmt: skip
        self._fill()
        self.cells[index].setFocus(Qt.FocusReason.TabFocusReason)

    # Laying out

    def _lay_out(self, count: int) -> None:
        plan, px = self._plan, self.ctx.px
        width = max(1, self.width() - px(16))  # the scroll bar keeps its place
        if plan is None:
            return
        gap, least = px(plan.gap), px(plan.least)
        columns = 1
        if least:
            columns = max(plan.fewest, min(plan.most, (width + gap) // (least + gap)))
        columns = max(1, min(columns, width // px(96)))
        cell = (width - gap * (columns - 1)) // columns
        row, row_gap = max(1, plan.row_height(cell)), px(plan.row_gap)
        # A feature that is higher than the wall would hide its own words.
        fits = columns >= _FEATURE_COLUMNS and 2 * row + row_gap <= self.viewport().height()
        self.shape_now = WallShape(
            count, width, columns, row, gap, row_gap, featured=plan.featured and fits
        )
        self._canvas.resize(self.viewport().width(), self.shape_now.height + px(_BOTTOM))

    def _fill(self) -> None:
        """Show what has come into view, put aside what has left it."""
        if self._make is None or not self.shape_now.count:
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        shown = self.shape_now.shown(top, top + height)
        gone = [one for one in self.cells if one not in shown and one != self.current]
        if self._looks_ahead:
            self._put_aside(gone)
        else:
            self._drop(gone)
        for index in shown:
            if index not in self.cells:
                self._add(index)
        if self._looks_ahead:
            self._look_ahead(shown, top, height)

    @property
    def _looks_ahead(self) -> bool:
        """Cards are made ahead; rows are not, which number their seals as they are made."""
        return self._plan is not None and bool(self._plan.least)

    def _look_ahead(self, shown: range, top: int, height: int) -> None:
        """A view below and one above."""
        around = self.shape_now.shown(max(0, top - height), top + 2 * height)
        below = [one for one in around if one > shown[-1]]
        above = [one for one in reversed(around) if one < shown[0]]
        self._stock.want(one for one in (*below, *above) if one not in self.cells)

    def _made(self, index: int) -> QWidget:
        """A cell in its place, all but shown."""
        assert self._make is not None
        cell = self._make(index)
        cell.setParent(self._canvas)
        cell.setGeometry(*self.shape_now.cell(index))
        cell.ensurePolished()
        if isinstance(cell, Keeps):
            cell.on_paper = True
        return cell

    def _made_ahead(self, index: int) -> QWidget:
        """The same, painted already."""
        cell = self._made(index)
        if isinstance(cell, Keeps):
            cell.prepare()
        return cell

    def _add(self, index: int) -> None:
        cell = self._stock.take(index) or self._made(index)
        if self._rest.isActive():
            for slot in cell.findChildren(CoverSlot):
                slot.hold()
        self.cells[index] = cell
        self._set_stop(index)
        cell.show()
        # At last: before, it would be asked about each event of its coming.
        self._target(cell).installEventFilter(self)

    def _put_aside(self, indexes: list[int]) -> None:
        for index in indexes:
            cell = self.cells.pop(index)
            self._target(cell).removeEventFilter(self)
            cell.hide()
            for slot in cell.findChildren(CoverSlot):
                slot.release()  # what is hidden asks for nothing
            self._stock.put(index, cell)

    def _drop(self, indexes: list[int]) -> None:
        for index in indexes:
            cell = self.cells.pop(index)
            self._target(cell).removeEventFilter(self)
            cell.hide()
            cell.deleteLater()

    def _target(self, cell: QWidget) -> QWidget:
        return cell.focusProxy() or cell

    def _set_stop(self, index: int) -> None:
        """Only the current cell is a stop of the Tab key."""
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        self._target(self.cells[index]).setFocusPolicy(strong if index == self.current else click)

    def _index_of(self, watched: QObject) -> int:
        return next((n for n, cell in self.cells.items() if self._target(cell) is watched), -1)

    # News

    def _on_scrolled(self, value: int) -> None:
        fast = abs(value - self._top) > self.viewport().height() * 0.6
        self._top = value
        if fast or self.verticalScrollBar().isSliderDown() or self._rest.isActive():
            self._rest.start()
        self._fill()

    def _on_rest(self) -> None:
        for cell in self.cells.values():
            for slot in cell.findChildren(CoverSlot):
                slot.release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows inside the wall; the focus makes a cell the current one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            index = self._index_of(watched)
            goal = self._goal(index, event) if index >= 0 else -1
            if goal >= 0:
                if goal != index:
                    self.focus_cell(goal)
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            index = self._index_of(watched)
            if index >= 0:
                self._make_current(index)
        return super().eventFilter(watched, event)

    def _make_current(self, index: int) -> None:
        before, self.current = self.current, index
        for changed in {before, index} & set(self.cells):
            self._set_stop(changed)
        self.moved.emit(index)

    def _goal(self, index: int, event: QKeyEvent) -> int:
        """Where a key leads, -1 if it is not ours."""
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        ):  # fmt: skip
            return -1
        shape = self.shape_now
        page = max(1, self.viewport().height() // (shape.row_height + shape.row_gap))
        steps: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }  # fmt: skip
        key = event.key()
        if key in steps:
            return shape.step(index, *steps[key])
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key == Qt.Key.Key_Home else shape.count - 1
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            rows = page if key == Qt.Key.Key_PageDown else -page
            row = max(0, min(shape.rows - 1, shape.place(index)[0] + rows))
            return min(shape.count - 1, shape.first_of(row))
        return -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width; what was at the top stays at the top."""
        super().resizeEvent(event)
        if self._plan is None:
            return
        before = self.shape_now
        top = self.verticalScrollBar().value()
        first = before.shown(top, top)
        self._lay_out(before.count)
        if self.shape_now != before:
            self._stock.clear()
        same = (before.featured, before.columns)
        if (self.shape_now.featured, self.shape_now.columns) != same:
            self._drop(list(self.cells))
        for index, cell in self.cells.items():
            cell.setGeometry(*self.shape_now.cell(index))
        if first and top:
            self.verticalScrollBar().setValue(self.shape_now.cell(first[0]).top)
        self._fill()
