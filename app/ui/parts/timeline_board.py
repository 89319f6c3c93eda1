"""The body of the timeline: lanes, river, list, and the card of what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.model.event import Event
from app.ui.context import Context
from app.ui.parts.timeline_card import EventCard
from app.ui.parts.timeline_side import TimelineSide
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.overview import Overview
from app.ui.timeline.reach import Reach
from app.ui.timeline.stage import Chosen
from app.ui.widgets.notes import EmptyState

_ROOMY: Final = 1480  # scaled pixels that have room for the list beside the lanes


class TimelineBoard(QWidget):
    """`moved`: another stretch is on screen; `chosen`: another event; `opened` tells an entry."""

    moved = Signal()
    chosen = Signal()
    opened = Signal(str)
    cleared = Signal()
    listed = Signal(bool)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._is_listed: bool | None = None  # as the visitor wants it; None: as there is room
        self.canvas = TimelineCanvas(ctx, self)
        self.overview = Overview(ctx, self)
        self.side = TimelineSide(ctx)
        words = ctx.words
        self.nothing = EmptyState(ctx, words("timeline.none"), words("timeline.none.reason"),
                                  action=words("timeline.filter.clear"))  # fmt: skip
        self.card = EventCard(ctx, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        px, direction = self.ctx.px, QBoxLayout.Direction
        self._lanes = QBoxLayout(direction.TopToBottom)
        self._lanes.setSpacing(px(10))
        self._lanes.addWidget(self.canvas, 1)
        self._lanes.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        self._lanes.addWidget(self.overview)
        body = QBoxLayout(direction.LeftToRight, self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(24))
        body.addLayout(self._lanes, 1)
        body.addWidget(self.side)
        for one, other in pairwise((self.canvas, self.card, self.overview, self.side.list)):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        canvas, overview, card, side = self.canvas, self.overview, self.card, self.side
        canvas.moved.connect(self._on_moved)
        canvas.chosen.connect(self._on_chosen)
        canvas.opened.connect(self.opened)
        overview.moved.connect(self._on_frame)
        overview.zoomed.connect(canvas.zoom)
        overview.year_asked.connect(self._on_year)
        card.opened.connect(self.opened)
        card.walked.connect(self._on_walked)
        card.closed.connect(self.put_away)
        side.walked.connect(self._on_walked)
        side.opened.connect(self._on_row_opened)
        self.nothing.opened.connect(self.cleared)

    # What the page uses

    def show_events(self, events: Sequence[Event], reach: Reach) -> None:
        """Show these; none has its own picture."""
        self.canvas.set_events(events, reach)
        self.overview.set_events(events, reach)
        self.canvas.setVisible(bool(events))
        self.nothing.setVisible(not events)
        self._on_moved()

    def list_events(self) -> None:
        """The list follows when the picture has come to rest."""
        if not self.side.isHidden():
            self.side.show_events(self.canvas.in_view(), self.selected())

    def set_listed(self, *, is_listed: bool) -> None:
        """Show the list beside the lanes, or put it away."""
        self._is_listed = is_listed
        self._fit()
        self.list_events()

    def set_down(self, *, is_down: bool) -> None:
        """Let time run downwards on a high page."""
        self.canvas.set_down(is_down=is_down)
        self.overview.set_down(is_down=is_down)
        direction = QBoxLayout.Direction
        self._lanes.setDirection(direction.LeftToRight if is_down else direction.TopToBottom)

    def selected(self) -> str:
        """The id of the event that is selected, the first of several; "" for none."""
        return self.canvas.selected.ids[0] if self.canvas.selected else ""

    def put_away(self) -> bool:
        """Close the card; False where none is open."""
        if self.canvas.selected is None:
            return False
        self.canvas.select(None)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # News

    def _on_moved(self) -> None:
        self.overview.set_frame(self.canvas.stage.scale, self.canvas.range_words())
        self._place_card()
        self.moved.emit()

    def _on_chosen(self, chosen: Chosen | None) -> None:
        if chosen is None:
            self.card.hide()
        else:
            found = [self.canvas.stage.events[one] for one in chosen.ids]
            if len(found) == 1:
                self.card.show_event(found[0])
            else:
                self.card.show_pile(found, chosen.lane)
            self._place_card()
        self.side.show_current(self.selected())
        self.chosen.emit()

    def _place_card(self) -> None:
        """The card stands at its event, and goes with it out of sight."""
        canvas = self.canvas
        anchor = QRectF() if canvas.isHidden() else canvas.anchor()
        if canvas.selected is None or anchor.isEmpty():
            self.card.hide()
            return
        corner = canvas.geometry().topLeft()
        area = QRectF(canvas.geometry())
        if not canvas.is_down():
            area = area.united(QRectF(self.overview.geometry()))
        self.card.place(anchor.translated(corner.x(), corner.y()), area)
        self.card.show()
        self.card.raise_()

    def _on_row_opened(self, event_id: str) -> None:
        self.opened.emit(self.canvas.stage.events[event_id].entry)

    def _on_walked(self, event_id: str) -> None:
        """An event was picked in a list."""
        lane = self.canvas.stage.lane_of(event_id)
        if lane:
            self.canvas.select(Chosen(lane, (event_id,)))

    def _on_frame(self, first: float, last: float) -> None:
        self.canvas.show_days(first, last, at_once=True)

    def _on_year(self, year: int) -> None:
        self.canvas.show_days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)

    # Room

    def _fit(self) -> None:
        roomy = self.width() >= self.ctx.px(_ROOMY)
        is_listed = roomy if self._is_listed is None else self._is_listed
        if is_listed == self.side.isHidden():
            self.side.setVisible(is_listed)
            self.list_events()
        self.listed.emit(is_listed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list stands open where there is room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Once everything has its place, so has the card."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_card()
        return done
