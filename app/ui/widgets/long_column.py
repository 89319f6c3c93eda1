"""A scrolling column of parts of different heights that makes only the ones in view."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.context import Context

_BAR: Final = 14  # the scroll bar has its room from the start, so that showing it moves nothing
_NEAR_END: Final = 1.5  # viewports from the end at which more is asked for
_SPARE: Final = 16  # parts out of sight that wait for a place


class ColumnPlan(NamedTuple):
    """What a column shows: how many parts, how high each is, how it is made.

    `stops` are the places that arrows lead to, in order; `kept` are never let go of. `renew`
    lets a part show what a place now holds, if it can: that costs less than another part.
    """

    parts: int
    height: Callable[[int, int], int]  # place, width → height, all scaled
    make: Callable[[int], QWidget]
    stops: Sequence[int] = ()
    kept: frozenset[int] = frozenset()
    renew: Callable[[int, QWidget], bool] | None = None


_NOTHING: Final = ColumnPlan(0, lambda _place, _width: 0, lambda _place: QWidget())


class LongColumn(QScrollArea):
    """One stop of the Tab key; arrows, Home, End and the page keys move inside."""

    moved = Signal(int)  # the part that has got the focus
    ending = Signal()  # the end is near: more may be wanted

    def __init__(
        self, ctx: Context, name: str = "", margins: QMargins | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`margins` are scaled; the right one is at least as wide as the scroll bar."""
        self.cells: dict[int, QWidget] = {}  # before Qt's part, whose events come at once
        super().__init__(parent)
        self.ctx = ctx
        self._margins = margins or QMargins()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ctx.px(48))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.canvas = QWidget()
        self.canvas.setObjectName("clear")
        self.canvas.setAccessibleName(name)
        self.setWidget(self.canvas)
        for ground in (self.canvas, self.viewport()):
            # It grows and shrinks at its ends: the parts that stay where they are stay painted.
            ground.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._loose: list[QWidget] = []  # parts without a place that a plan may renew
        self._ordered: list[QWidget] = []  # what Tab goes through
        self.current = -1
        #: What the Tab key comes from: rows are made later than all that stands behind them.
        self.before: QWidget | None = None
        self._plan = _NOTHING
        self._tops: list[int] = [0]
        self._awaited = -1  # what stays in view in every size, until someone scrolls
        self._moves = False  # it is we who scroll
        self._width = 0

    def show_items(self, plan: ColumnPlan, current: int = -1, *, keep: bool = False) -> None:
        """Show these from the top; with `keep` the kept parts are the same as before."""
        before = self.verticalScrollBar().value() if keep else 0
        kept = plan.kept if keep else frozenset[int]()
        loose = [place for place in sorted(self.cells) if place not in kept]
        self._loose = [self.cells.pop(place) for place in loose] + self._loose
        self._plan = plan
        self.current = current if current >= 0 else next(iter(plan.stops), -1)
        self._lay_out()
        for place in self.cells:
            self._place(place)
        self._awaited = -1
        self._scroll_to(before)
        self._fill()

    def add_items(self, plan: ColumnPlan, remade: Sequence[int] = ()) -> None:
        """The same parts and some more at the end: only the `remade` are made again."""
        self._plan = plan
        self._drop([n for n in remade if n in self.cells
                    and not (plan.renew and plan.renew(n, self.cells[n]))])  # fmt: skip
        if self.current < 0:
            self.current = next(iter(plan.stops), -1)
        self._lay_out()
        self._fill()

    def set_current(self, place: int) -> None:
        """The part that Tab leads to."""
        before, self.current = self.current, place
        for changed in {before, place} & set(self.cells):
            self._set_stop(changed)

    def reveal(self, place: int) -> None:
        """Bring a part into view."""
        if not 0 <= place < self._plan.parts:
            return
        self._awaited = place
        bar, margin = self.verticalScrollBar(), self.ctx.px(8)
        top, bottom = self._tops[place] - margin, self._tops[place + 1] + margin
        if self._plan.stops and place == self._plan.stops[0]:
            top = 0  # what stands above the first row is shown with it
        if top < bar.value() or bottom - top > self.viewport().height():
            self._scroll_to(top)
        elif bottom > bar.value() + self.viewport().height():
            self._scroll_to(bottom - self.viewport().height())
        self._fill()

    def _scroll_to(self, value: int) -> None:
        before, self._moves = self._moves, True
        self.verticalScrollBar().setValue(value)
        self._moves = before

    def focus_item(self, place: int) -> None:
        """Bring a part into view and give it the focus."""
        self.reveal(place)
        if place in self.cells:
            self.set_current(place)
            self.cells[place].setFocus(Qt.FocusReason.TabFocusReason)

    # Laying out

    def _lay_out(self) -> None:
        self._width = self._room()
        heights = (self._plan.height(place, self._width) for place in range(self._plan.parts))
        self._tops = list(accumulate(heights, initial=self._margins.top()))
        self.canvas.resize(self.viewport().width(), self._tops[-1] + self._margins.bottom())

    def _room(self) -> int:
        sides = self._margins.left() + max(self._margins.right(), self.ctx.px(_BAR))
        return max(1, self.width() - sides)

    def _place(self, place: int) -> None:
        top = self._tops[place]
        self.cells[place].setGeometry(self._margins.left(), top, self._width,
                                      self._tops[place + 1] - top)  # fmt: skip

    def _fill(self) -> None:
        """Show what has come into view, let go of what has left it."""
        if self._plan.parts:
            top = self.verticalScrollBar().value()
            bottom = top + self.viewport().height()
            first = max(0, bisect_right(self._tops, top) - 1)
            last = min(self._plan.parts, bisect_left(self._tops, bottom))
            wanted = {*range(first, last), self.current, *self._plan.kept} - {-1}
            self._drop([place for place in self.cells if place not in wanted])
            new = sorted(place for place in wanted if place not in self.cells)
            for place in new:
                self._add(place)
            if new:
                self._order_tabs()
        self._put_away()

    def _add(self, place: int) -> None:
        cell = self._reused(place)
        if cell is None:
            cell = self._plan.make(place)
            cell.setParent(self.canvas)
        self.cells[place] = cell
        self._place(place)
        if place in self._plan.stops:
            cell.installEventFilter(self)
            self._set_stop(place)
        cell.show()

    def _reused(self, place: int) -> QWidget | None:
        """The first part without a place that can show what this one holds."""
        renew = self._plan.renew
        found = next((part for part in self._loose if renew and renew(place, part)), None)
        if found is not None:
            self._loose.remove(found)
            if found.underMouse():
                found.hide()  # Qt looks anew for what is under the pointer
        return found

    def _drop(self, places: Sequence[int]) -> None:
        self._loose.extend(self.cells.pop(place) for place in places)

    def _put_away(self) -> None:
        """Hide what has found no place; keep some of it for plans that can renew it."""
        most = _SPARE if self._plan.renew else 0
        for part in self._loose:
            part.hide()
        for part in self._loose[most:]:
            part.deleteLater()
        del self._loose[most:]

    def _set_stop(self, place: int) -> None:
        """Of the rows only the current one, with what is in it, is a stop of the Tab key."""
        lit = place == self.current
        policy = Qt.FocusPolicy.StrongFocus if lit else Qt.FocusPolicy.ClickFocus
        for part in _focusable(self.cells[place]):
            part.setFocusPolicy(policy)

    def _order_tabs(self) -> None:
        """Tab goes from top to bottom, in whichever order the parts were made."""
        chain = [] if self.before is None else [self.before]
        for place in sorted(self.cells):
            chain.extend(_focusable(self.cells[place]))
        if chain != self._ordered:
            self._ordered = chain
            for one, other in pairwise(chain):
                QWidget.setTabOrder(one, other)

    # News

    def _on_scrolled(self, value: int) -> None:
        if not self._moves:
            self._awaited = -1
        self._fill()
        if value and self._tops[-1] - value < self.viewport().height() * (1 + _NEAR_END):
            self.ending.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows lead from row to row; the focus makes a row the current one."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.FocusIn):
            return super().eventFilter(watched, event)
        place = next((n for n, cell in self.cells.items() if cell is watched), -1)
        if place >= 0 and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            goal = self._goal(place, event)
            if goal >= 0:
                self.focus_item(goal)
                return True
        if place >= 0 and isinstance(event, QFocusEvent) and event.gotFocus():
            self.set_current(place)
            self.moved.emit(place)
        return super().eventFilter(watched, event)

    def _goal(self, place: int, event: QKeyEvent) -> int:
        """Where a key leads, -1 if it is not ours."""
        stops = self._plan.stops
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or place not in stops:
            return -1
        at = bisect_left(stops, place)
        page = max(1, self.viewport().height() // max(1, self._tops[place + 1] - self._tops[place]))
        steps = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page, Qt.Key.Key_Home: -len(stops), Qt.Key.Key_End: len(stops),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()), 0)
        return stops[max(0, min(len(stops) - 1, at + step))] if step else -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width; what was at the top stays at the top."""
        self._moves = True  # Qt moves the bar when its range shrinks
        super().resizeEvent(event)
        if self._room() == self._width:  # the bar has come or gone, or the height is another
            self.canvas.resize(self.viewport().width(), self.canvas.height())
        else:
            self._lay_out_again()
        self._fill()
        self._moves = False
        if self._awaited >= 0:
            self.reveal(self._awaited)

    def _lay_out_again(self) -> None:
        bar = self.verticalScrollBar()
        first = max(0, bisect_right(self._tops, bar.value()) - 1)
        rest = bar.value() - self._tops[min(first, len(self._tops) - 1)]
        self._lay_out()
        for place in self.cells:
            self._place(place)
        if bar.value() and first < len(self._tops):
            bar.setValue(self._tops[first] + rest)

    def showEvent(self, event: QShowEvent) -> None:
        """Now there is a view."""
        super().showEvent(event)
        if self._awaited >= 0:
            self.reveal(self._awaited)


def _focusable(cell: QWidget) -> list[QWidget]:
    """The cell and its parts that can have the focus."""
    parts = [cell, *cell.findChildren(QWidget)]
    return [part for part in parts if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
