"""The overview of the timeline: its frame is dragged and stretched, years are jumped to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.model.event import Event
from app.ui.context import Context
from app.ui.timeline.overview_years import YearMark
from app.ui.timeline.reach import Reach
from app.ui.timeline.river_strip import RiverStrip

_GRIP: Final = 9  # pixels around an edge of the frame that drag it
_STEP: Final = 0.2  # of the frame, with an arrow


class Overview(RiverStrip):
    """`moved` tells the first and the last day that the frame was put to."""

    moved = Signal(float, float)
    zoomed = Signal(float)
    year_asked = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._grip = ""
        self._grip_at = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def set_events(self, events: Sequence[Event], reach: Reach) -> None:
        """Show the years of these events."""
        super().set_events(events, reach)
        for mark in self.years:
            mark.clicked.connect(self._on_year)

    def _on_year(self) -> None:
        mark = self.sender()
        if isinstance(mark, YearMark):
            self.year_asked.emit(mark.year)

    def _grip_under(self, along: float) -> str:
        first, last = (self.x_of(day) for day in self.days)
        grip = self.ctx.px(_GRIP)
        if last - first > 3 * grip and abs(along - first) <= grip:
            return "first"
        if last - first > 3 * grip and abs(along - last) <= grip:
            return "last"
        return "frame" if first - grip <= along <= last + grip else ""

    def _drag(self, along: float) -> None:
        first, last = self.days
        moved = self.day_at(along) - self.day_at(self._grip_at)
        self._grip_at = along
        if self._grip == "first":
            first = min(first + moved, last - 1)
        elif self._grip == "last":
            last = max(last + moved, first + 1)
        else:
            first, last = first + moved, last + moved
        self.moved.emit(first, last)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame or of one of its edges; elsewhere the frame comes there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        along, _ = self.axes().split(event.position())
        self._grip = self._grip_under(along)
        self._grip_at = along
        if not self._grip:
            first, last = self.days
            middle = self.day_at(along)
            self._grip = "frame"
            self.moved.emit(middle - (last - first) / 2, middle + (last - first) / 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        along, _ = self.axes().split(event.position())
        if self._grip:
            self._drag(along)
            return
        shapes = {"frame": Qt.CursorShape.OpenHandCursor, "": Qt.CursorShape.PointingHandCursor}
        sizing = Qt.CursorShape.SizeVerCursor if self.is_down else Qt.CursorShape.SizeHorCursor
        self.setCursor(shapes.get(self._grip_under(along), sizing))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the frame; with Ctrl it zooms."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1.0018**turned)
        else:
            self._push(-turned / 600)
        event.accept()

    def _push(self, share: float) -> None:
        first, last = self.days
        moved = (last - first) * share
        self.moved.emit(first + moved, last + moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, plus and minus zoom, Home and End go to the ends."""
        key, (first, last) = event.key(), self.days
        days = last - first
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._push(-_STEP)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._push(_STEP)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoomed.emit(1 / 1.6 if key == Qt.Key.Key_Minus else 1.6)
        elif key == Qt.Key.Key_Home:
            self.moved.emit(self.reach.first, self.reach.first + days)
        elif key == Qt.Key.Key_End:
            self.moved.emit(self.reach.last - days, self.reach.last)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self.key_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
        )  # fmt: skip
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        self.key_focus = False
        self.update()
        super().focusOutEvent(event)
