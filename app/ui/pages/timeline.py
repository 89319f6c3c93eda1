"""The timeline: everything with a date in lanes of kinds, from decades down to a day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.model.event import Event
from app.model.query import Query
from app.ui.context import Context
from app.ui.page import Page, empty
from app.ui.parts.timeline_card import EventCard
from app.ui.parts.timeline_side import TimelineSide
from app.ui.parts.timeline_tools import TimelineFilters, TimelineHead
from app.ui.routes import Route
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.event_words import years_of
from app.ui.timeline.lanes import Span
from app.ui.timeline.overview import Overview
from app.ui.timeline.reach import Reach, asked_range, told_range
from app.ui.timeline.stage import Chosen
from app.ui.timeline.stretches import nearest_stretch, stretch_days
from app.ui.widgets.notes import EmptyState

_FACETS: Final = ("kind", "edition", "category")
_SETTLES_MS: Final = 350
_AROUND: Final = 200.0  # days before and after an event that the route asks for
_ROOMY: Final = 1560  # scaled pixels of page that have room for the list beside the lanes
_ZOOM: Final = 1.6
_DOWN: Final = 1.15  # higher than wide by so much: time runs downwards


class TimelinePage(Page):
    """`timeline?kind=activity&edition=edition/2024&from=2023-01&to=2024-12&at=edition/2024`."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._language = ""
        self._all: tuple[Event, ...] = ()
        self._told = ("", "")  # the range that the route was told last
        self._is_listed: bool | None = None  # as the visitor wants it; None: as there is room
        self.head: TimelineHead | None = None
        self.filters: TimelineFilters | None = None
        self.side: TimelineSide | None = None
        self.nothing: EmptyState | None = None
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.content.setObjectName("pageContent")
        self._column = QVBoxLayout(self.content)
        self.canvas = TimelineCanvas(ctx, self.content)
        self.overview = Overview(ctx, self.content)
        self.card = EventCard(ctx, self.content)
        self.area.setWidget(self.content)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES_MS)
        self._connect()

    def _connect(self) -> None:
        canvas, overview, card = self.canvas, self.overview, self.card
        canvas.moved.connect(self._on_moved)
        canvas.chosen.connect(self._on_chosen)
        canvas.opened.connect(self._on_opened)
        overview.moved.connect(self._on_frame)
        overview.zoomed.connect(canvas.zoom)
        overview.year_asked.connect(self._on_year)
        card.opened.connect(self._on_opened)
        card.walked.connect(self._on_walked)
        card.closed.connect(self.leave)
        self._settling.timeout.connect(self._settle)

    # Filling

    def enter(self, route: Route) -> None:
        """Show what the route lets through, where it asks to look."""
        self.route = route
        is_first = not self._language
        if self._language != self.ctx.language:
            self._all = self.ctx.library.events(Query())
            self._build()
        chosen = {facet: route.values(facet) for facet in _FACETS}
        where = {facet: values for facet, values in chosen.items() if facet != "kind"}
        near = self.ctx.library.events(Query(route.param("q"), where, language=self.ctx.language))
        kinds = chosen["kind"]
        events = tuple(one for one in near if not kinds or one.kind in kinds)
        assert self.filters is not None
        counts = Counter(one.kind for one in near)
        self.filters.set_state(counts, chosen, route.param("q"))
        self._show_events(events)
        self._look_where(route, is_first=is_first)
        at = route.param("at")
        lane = self.canvas.stage.lane_of(at)
        self.canvas.select(Chosen(lane, (at,)) if lane else None, bring=False)

    def retranslate(self) -> None:
        """All words anew; what is on screen stays."""
        self._language = self._language and "?"
        super().retranslate()

    def _build(self) -> None:
        ctx, column, px = self.ctx, self._column, self.ctx.px
        for kept in (self.canvas, self.overview, self.card):
            kept.setParent(self.content)
        empty(column)
        column.setContentsMargins(px(40), px(16), px(40), px(12))
        column.setSpacing(px(12))
        self.head = TimelineHead(ctx)
        self.head.stretch_asked.connect(self._on_stretch)
        self.head.zoomed.connect(self._on_zoomed)
        self.head.list_asked.connect(self._on_list)
        self.filters = TimelineFilters(ctx, self._all)
        self.filters.changed.connect(self._on_filter)
        self.filters.cleared.connect(self._on_cleared)
        self.side = TimelineSide(ctx)
        self.side.walked.connect(self._on_walked)
        self.side.opened.connect(self._on_row_opened)
        self.nothing = EmptyState(ctx, ctx.words("timeline.none"), ctx.words("timeline.none.reason"),
                                  action=ctx.words("timeline.filter.clear"))  # fmt: skip
        self.nothing.opened.connect(self._on_cleared)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lanes = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lanes.setSpacing(px(10))
        self._lanes.addWidget(self.canvas, 1)
        self._lanes.addWidget(self.nothing, 1)
        self._lanes.addWidget(self.overview)
        body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        body.setSpacing(px(24))
        body.addLayout(self._lanes, 1)
        body.addWidget(self.side)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addLayout(body, 1)
        for kept in (self.canvas, self.overview):
            kept.show()
        self._order_tabs()
        self._language = ctx.language
        self._fit()

    def _order_tabs(self) -> None:
        assert self.filters and self.side
        order = (self.filters.clear, self.canvas, self.card, self.overview, self.side)
        for one, other in zip(order, order[1:], strict=False):
            QWidget.setTabOrder(one, other)

    def _show_events(self, events: tuple[Event, ...]) -> None:
        assert self.head and self.nothing
        reach = reach_of(self._all)
        self.canvas.set_events(events, reach)
        self.overview.set_events(events, reach)
        self.canvas.setVisible(bool(events))
        self.nothing.setVisible(not events)
        first, last = years_of(events)
        told = self.ctx.words.count("timeline.lead", len(events), first=first, last=last)
        self.head.tell(told if events else "")

    def _look_where(self, route: Route, *, is_first: bool) -> None:
        """Where the route says, else around the event it names, else where one was."""
        asked = (route.param("from"), route.param("to"))
        days = asked_range(*asked)
        event = self.canvas.stage.events.get(route.param("at"))
        if days is not None:
            if asked != self._told or is_first:
                self.canvas.show_days(*days, at_once=True)
        elif event is not None:
            middle = Span.of(event).middle
            self.canvas.show_days(middle - _AROUND, middle + _AROUND, at_once=True)
        elif is_first:
            self.canvas.show_days(*self._days_of("years"), at_once=True)
        self._told = asked

    def _days_of(self, stretch: str) -> tuple[float, float]:
        scale = self.canvas.stage.scale
        return stretch_days(stretch, (scale.start + scale.end) / 2, self.canvas.stage.reach, [
            Span.of(event) for event in self._all if event.kind == "edition"
        ])  # fmt: skip

    # The contract

    def title(self) -> str:
        """时间轴."""
        return self.ctx.words("timeline.title")

    def subject(self) -> str:
        """The entry of what is selected."""
        chosen = self.canvas.selected
        if chosen is None or len(chosen.ids) > 1:
            return ""
        return self.canvas.stage.events[chosen.ids[0]].entry

    def print_now(self) -> None:
        """The picture as it is."""
        self.print_widget(self.content)

    def leave(self) -> bool:
        """Esc puts the card away first."""
        if self.canvas.selected is None:
            return False
        self.canvas.select(None)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def is_waiting(self) -> bool:
        """Whether list and route have still to follow."""
        return self._settling.isActive()

    # News

    def _on_moved(self) -> None:
        if self.head is None:
            return
        scale = self.canvas.stage.scale
        self.overview.set_frame(scale, self.canvas.range_words())
        self.head.stretch.set_current(nearest_stretch(scale, self.canvas.stage.reach))
        self._place_card()
        self._settling.start()

    def _settle(self) -> None:
        """Movement has come to rest: the list and the route follow."""
        if self.route is None or not self.isVisible():
            return
        self._list_events()
        self._told = told_range(self.canvas.stage.scale)
        chosen = self.canvas.selected
        at = chosen.ids[0] if chosen else ""
        kept = {"from": self._told[0], "to": self._told[1], "at": at}
        self.settled.emit(self.route.with_params(**kept))

    def _list_events(self) -> None:
        assert self.side
        if not self.side.isHidden():
            chosen = self.canvas.selected
            self.side.show_events(self.canvas.in_view(), chosen.ids[0] if chosen else "")

    def _on_chosen(self, chosen: Chosen | None) -> None:
        assert self.side
        if chosen is None:
            self.card.hide()
        else:
            found = [self.canvas.stage.events[one] for one in chosen.ids]
            if len(found) == 1:
                self.card.show_event(found[0], chosen.lane)
            else:
                self.card.show_pile(found, chosen.lane)
            self.side.show_current(chosen.ids[0])
            self._place_card()
        self._settling.start()

    def _place_card(self) -> None:
        """The card stands at its event, and goes with it out of sight."""
        anchor = QRectF() if self.canvas.isHidden() else self.canvas.anchor()
        if self.canvas.selected is None or anchor.isEmpty():
            self.card.hide()
            return
        corner = self.canvas.geometry().topLeft()
        area = QRectF(self.canvas.geometry()).united(QRectF(self.overview.geometry()))
        self.card.place(anchor.translated(corner.x(), corner.y()), area)
        self.card.show()
        self.card.raise_()

    def _on_opened(self, entry: str) -> None:
        self._settle()
        self.navigate.emit(Route.to(entry))

    def _on_row_opened(self, event_id: str) -> None:
        self._on_opened(self.canvas.stage.events[event_id].entry)

    def _on_walked(self, event_id: str) -> None:
        """An event was picked in a list."""
        lane = self.canvas.stage.lane_of(event_id)
        if lane:
            self.canvas.select(Chosen(lane, (event_id,)))

    def _on_frame(self, first: float, last: float) -> None:
        self.canvas.show_days(first, last, at_once=True)

    def _on_year(self, year: int) -> None:
        self.canvas.show_days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)

    def _on_stretch(self, key: str) -> None:
        self.canvas.show_days(*self._days_of(key))

    def _on_zoomed(self, steps: int) -> None:
        self.canvas.zoom(_ZOOM**steps)

    def _on_filter(self, facet: str, values: tuple[str, ...]) -> None:
        if self.route is not None:
            self.navigate.emit(self.route.with_params(**{facet: values}))

    def _on_cleared(self) -> None:
        if self.route is not None:
            nothing: dict[str, str | tuple[str, ...]] = dict.fromkeys((*_FACETS, "q"), ())
            self.navigate.emit(self.route.with_params(**nothing))

    def _on_list(self) -> None:
        assert self.head
        self._is_listed = self.head.listing.isChecked()
        self._fit()
        self._list_events()

    # Room

    def _fit(self) -> None:
        """Time runs downwards on a high page; the list stands open where there is room."""
        if self.head is None or self.side is None:
            return
        is_down = self.height() > self.width() * _DOWN
        self.canvas.set_down(is_down=is_down)
        self.overview.set_down(is_down=is_down)
        direction = QBoxLayout.Direction
        self._lanes.setDirection(direction.LeftToRight if is_down else direction.TopToBottom)
        roomy = self.width() >= self.ctx.px(_ROOMY)
        listed = roomy if self._is_listed is None else self._is_listed
        self.side.setVisible(listed)
        self.head.listing.setChecked(listed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self.area.setGeometry(self.rect())
        self._fit()


def reach_of(events: tuple[Event, ...]) -> Reach:
    """All the time there is, in whole years."""
    first, last = years_of(events)
    if not events:
        first = last = date.today().year
    return Reach(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)

