"""The lanes of time to look at and to walk in: drag, wheel, pinch and keys move and zoom it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.model.event import Event
from app.ui.context import Context
from app.ui.timeline.axes import Axes
from app.ui.timeline.bands import Sizes
from app.ui.timeline.canvas_frame import paint_frame, spoken
from app.ui.timeline.canvas_hands import CanvasHands
from app.ui.timeline.event_words import stretch_of
from app.ui.timeline.glide import Glide
from app.ui.timeline.labels import BED_ACROSS, Labels
from app.ui.timeline.lanes import MONTH, YEAR, Lane
from app.ui.timeline.packing import Mark
from app.ui.timeline.reach import Reach
from app.ui.timeline.scale import TimeScale
from app.ui.timeline.stage import Chosen, Look, Stage
from app.ui.timeline.walking import brought_in, opened_out
from app.ui.widgets.typeset import plain_tip

_GUTTER, _RULER = 92, 52
_GUTTER_DOWN, _RULER_DOWN = 44, 76
_LEAST_ALONG: Final = 240


class TimelineCanvas(QWidget):
    """`moved`: another stretch is on screen; `chosen` tells a Chosen or None, `opened` an id."""

    moved = Signal()
    chosen = Signal(object)
    opened = Signal(str)
    spoken_role = QAccessible.Role.Chart
    hands: CanvasHands | None = None  # Qt sends the first events before there are any

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.stage = Stage(self._length)
        self.labels = Labels(ctx, {})
        self.selected: Chosen | None = None
        self.hovered: Mark | None = None
        self.key_focus = False
        self._is_down = False
        self._glide = Glide(ctx, self._on_glide, self)
        self.hands = CanvasHands(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)

    # What pages use

    def set_events(self, events: Sequence[Event], reach: Reach) -> None:
        """Show these events; what is on screen stays."""
        self.stage.set_events(events, reach)
        self.labels = Labels(self.ctx, self.stage.events)
        self.hovered = None
        if self.selected and not all(one in self.stage.events for one in self.selected.ids):
            self.selected = None
        self._lay_out()

    def look_at(self, scale: TimeScale, *, at_once: bool = False) -> None:
        """Glide to another stretch of time."""
        self._glide.go(self.stage.scale, self.stage.reach.held(scale), at_once=at_once)

    def show_days(self, start: float, end: float, *, at_once: bool = False) -> None:
        """The same, told in days."""
        self.look_at(self.stage.reach.fitted(start, end, self.stage.scale.width), at_once=at_once)

    def zoom(self, factor: float, at: float | None = None, *, at_once: bool = False) -> None:
        """Magnify around a place of the axis, else around what is selected or the middle."""
        scale = self._glide.target(self.stage.scale)
        if at is None:
            found = self._place()
            at = found if found is not None else scale.width / 2
        self.look_at(scale.zoomed(factor, at), at_once=at_once)

    def pan(self, pixels: float, *, at_once: bool = True) -> None:
        """Push the paper to the left by so many pixels."""
        self.look_at(self._glide.target(self.stage.scale).panned(pixels), at_once=at_once)

    def select(self, chosen: Chosen | None, *, bring: bool = True) -> None:
        """Select an event or a cluster, bring it into view and tell it."""
        self.selected = chosen
        if chosen is not None and bring and (span := self.stage.span(chosen)) is not None:
            self.look_at(brought_in(self.stage.scale, span))
        self._tell()
        self.update()
        self.chosen.emit(chosen)

    def press(self, chosen: Chosen) -> None:
        """A press or Enter: a cluster comes apart, one event is selected, then opened."""
        scale = opened_out(self.stage, chosen) if len(chosen.ids) > 1 else None
        if scale is not None:
            self.select(None)
            self.look_at(scale)
        elif chosen == self.selected and len(chosen.ids) == 1:
            self.opened.emit(self.stage.events[chosen.ids[0]].entry)
        else:
            self.select(chosen, bring=False)

    def anchor(self) -> QRectF:
        """Where the selected event stands; empty if it is not in view."""
        found = self.stage.find(self.selected) if self.selected else None
        if found is None:
            return QRectF()
        start, end = self.stage.x(found[1])
        axes = self.axes()
        if end < 0 or start > axes.along:
            return QRectF()
        across, half = self.stage.y(*found), self.stage.look.point / 2
        return axes.box(max(0.0, start), min(end, axes.along), across - half, across + half)

    def in_view(self) -> list[Event]:
        """The events on screen, in order of time, each once."""
        scale, found = self.stage.scale, {}
        for lane in self.stage.lanes:
            for number in lane.visible(scale.start, scale.end):
                found[lane.spans[number].id] = self.labels.event(lane, number)
        return sorted(found.values(), key=_by_time)

    def range_words(self) -> str:
        """The stretch on screen: 2018年3月–2026年5月."""
        scale = self.stage.scale
        days = scale.end - scale.start
        grain = YEAR if days > 3000 else MONTH if days > 75 else 0
        return stretch_of(scale.start, scale.end, self.ctx.language, grain)

    # Layout

    def set_down(self, *, is_down: bool) -> None:
        """Let time run downwards, or to the right."""
        if is_down != self._is_down:
            self._is_down = is_down
            self._lay_out()

    def is_down(self) -> bool:
        """Whether time runs downwards."""
        return self._is_down

    def axes(self) -> Axes:
        """The plot as it is laid out now."""
        px, down = self.ctx.px, self.is_down()
        left = px(_RULER_DOWN if down else _GUTTER)
        top = px(_GUTTER_DOWN if down else _RULER)
        return Axes(QRectF(left, top, max(1, self.width() - left), max(1, self.height() - top)),
                    down)  # fmt: skip

    def _look(self) -> Look:
        px = self.ctx.px
        if self.is_down():
            sizes = Sizes(self._column(), px(BED_ACROSS), px(8), 1)
            return Look(sizes, px(22), px(26), px(6), beside=True)
        return Look(Sizes(px(24), px(18), px(10)), px(22), px(26), px(6))

    def _column(self) -> float:
        """How wide a lane is that runs downwards: all share what is left beside their beds."""
        lanes, px = self.stage.lanes, self.ctx.px
        beds = sum(px(BED_ACROSS) for lane in lanes if lane.has_years)
        room = self.axes().across - beds - px(8) * len(lanes)
        return max(float(px(32)), room / max(1, len(lanes)) - 1)

    def _lay_out(self) -> None:
        axes = self.axes()
        self.labels.is_beside = axes.is_down
        self.stage.lay_out(self._look(), axes.along, axes.across)
        self.updateGeometry()
        self._tell()
        self.update()
        self.moved.emit()

    def _length(self, lane: Lane, number: int, height: float) -> float:
        return self.labels.length(lane, number, height)

    def _place(self) -> float | None:
        """The place of what is selected along the axis, if it is in view."""
        box = self.anchor()
        return self.axes().split(box.center())[0] if not box.isEmpty() else None

    # News

    def _on_glide(self, scale: TimeScale, *, is_moving: bool) -> None:
        self.stage.is_moving = is_moving
        self.stage.show(scale)
        self.hovered = None
        self.update()
        self.moved.emit()
        if not is_moving:
            self._tell()

    def _tell(self) -> None:
        """What screen readers hear."""
        self.setAccessibleDescription(self.ctx.words("timeline.canvas.hint"))
        self.setAccessibleName(spoken(self))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, ticks, lanes, their names."""
        paint_frame(self, QPainter(self), event.rect())

    # Qt

    def minimumSizeHint(self) -> QSize:
        """One row for each lane."""
        px = self.ctx.px
        if self.is_down():
            return QSize(px(480), px(_GUTTER_DOWN + _LEAST_ALONG))
        return QSize(px(480), round(px(_RULER) + self.stage.least()))

    def sizeHint(self) -> QSize:
        """The least is enough; more is welcome."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same days over another width."""
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme, language or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.labels = Labels(self.ctx, self.stage.events)
            self._lay_out()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pinches, and the name of what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        is_ours = self.hands is not None and self.hands.handle(event)
        return is_ours or super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        found = self.stage.at(*self.axes().split(QPointF(event.pos())))
        if found is None or found[1].is_named:
            QToolTip.hideText()
            return
        band, mark = found
        words = self.labels.words
        first = self.labels.event(band.lane, mark.members[0])
        told = f"{words.label(first)} · {words.when(first)}"
        if mark.count > 1:
            told = self.ctx.words.count("timeline.count", mark.count) + f" · {words.when(first)}"
        QToolTip.showText(event.globalPos(), plain_tip(told), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys walk, zoom and pan."""
        if self.hands is None or not self.hands.press_key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self.key_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )  # fmt: skip
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        self.key_focus = False
        self.update()
        super().focusOutEvent(event)


def _by_time(event: Event) -> tuple[str, str, int, str]:
    return event.start, event.end, event.importance, event.id
