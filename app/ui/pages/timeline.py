"""The timeline: everything with a date in lanes of kinds, from decades down to a day."""

from __future__ import annotations

from collections import Counter
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.model.event import Event
from app.model.query import Query
from app.ui.context import Context
from app.ui.page import Page, empty
from app.ui.parts.timeline_board import TimelineBoard
from app.ui.parts.timeline_tools import TimelineFilters, TimelineHead
from app.ui.routes import Route
from app.ui.timeline.event_words import years_of
from app.ui.timeline.lanes import Span
from app.ui.timeline.reach import Reach, asked_range, told_range
from app.ui.timeline.stage import Chosen
from app.ui.timeline.stretches import nearest_stretch, stretch_days

_FACETS: Final = ("kind", "edition", "category")
_SETTLES_MS: Final = 350
_AROUND: Final = 200.0  # days before and after an event that the route asks for
_ZOOM: Final = 1.6
_DOWN: Final = 1.15  # higher than wide by so much: time runs downwards


class TimelinePage(Page):
    """`timeline?kind=activity&edition=edition/2024&from=2023-01&to=2024-12&at=edition/2024`."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._language = ""
        self._all: tuple[Event, ...] = ()
        self._told = ("", "")  # the range that the route was told last
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.content.setObjectName("pageContent")
        self._column = QVBoxLayout(self.content)
        self._column.setContentsMargins(ctx.px(40), ctx.px(16), ctx.px(40), ctx.px(12))
        self._column.setSpacing(ctx.px(12))
        self.area.setWidget(self.content)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES_MS)
        self._settling.timeout.connect(self._settle)

    # Filling

    def enter(self, route: Route) -> None:
        """Show what the route lets through, where it asks to look."""
        self.route = route
        is_new = self._language != self.ctx.language
        if is_new:
            self._build()
        chosen = {facet: route.values(facet) for facet in _FACETS}
        where = {facet: values for facet, values in chosen.items() if facet != "kind"}
        text = route.param("q")
        near = self.ctx.library.events(Query(text, where, language=self.ctx.language))
        kinds = chosen["kind"]
        events = tuple(one for one in near if not kinds or one.kind in kinds)
        self.filters.set_state(Counter(one.kind for one in near), chosen, text)
        self.head.tell(self._lead(events))
        self.board.show_events(events, reach_of(self._all))
        self._look_where(route, is_new=is_new)
        self._select(route.param("at"))

    def _build(self) -> None:
        """Everything anew: at the first visit and in another language."""
        empty(self._column)
        ctx = self.ctx
        self._all = ctx.library.events(Query())
        self.head = TimelineHead(ctx)
        self.filters = TimelineFilters(ctx, self._all)
        self.board = TimelineBoard(ctx)
        self._column.addWidget(self.head)
        self._column.addWidget(self.filters)
        self._column.addWidget(self.board, 1)
        self.head.stretch_asked.connect(self._on_stretch)
        self.head.zoomed.connect(self._on_zoomed)
        self.head.list_asked.connect(self._on_list)
        self.filters.changed.connect(self._on_filter)
        self.filters.cleared.connect(self._on_cleared)
        self.board.moved.connect(self._on_moved)
        self.board.chosen.connect(self._settling.start)
        self.board.opened.connect(self._on_opened)
        self.board.cleared.connect(self._on_cleared)
        self.board.listed.connect(self.head.listing.setChecked)
        self._language = ctx.language
        self._fit()

    def _lead(self, events: tuple[Event, ...]) -> str:
        if not events:
            return ""
        first, last = years_of(events)
        return self.ctx.words.count("timeline.lead", len(events), first=first, last=last)

    def _look_where(self, route: Route, *, is_new: bool) -> None:
        """Where the route says, else around the event it names, else where one was."""
        canvas = self.board.canvas
        asked = (route.param("from"), route.param("to"))
        days = asked_range(*asked)
        event = canvas.stage.events.get(route.param("at"))
        if days is not None:
            if asked != self._told or is_new:
                canvas.show_days(*days, at_once=True)
        elif event is not None:
            middle = Span.of(event).middle
            canvas.show_days(middle - _AROUND, middle + _AROUND, at_once=True)
        elif is_new:
            canvas.show_days(*self._days_of("years"), at_once=True)
        self._told = asked

    def _select(self, event_id: str) -> None:
        canvas = self.board.canvas
        lane = canvas.stage.lane_of(event_id)
        canvas.select(Chosen(lane, (event_id,)) if lane else None, bring=False)

    def _days_of(self, stretch: str) -> tuple[float, float]:
        stage = self.board.canvas.stage
        editions = [Span.of(event) for event in self._all if event.kind == "edition"]
        middle = (stage.scale.start + stage.scale.end) / 2
        if self.board.canvas.selected and (span := stage.span(self.board.canvas.selected)):
            middle = span.middle
        return stretch_days(stretch, middle, stage.reach, editions)

    # The contract

    def title(self) -> str:
        """时间轴."""
        return self.ctx.words("timeline.title")

    def subject(self) -> str:
        """The entry of what is selected."""
        events = self.board.canvas.stage.events
        chosen = self.board.canvas.selected
        return events[chosen.ids[0]].entry if chosen and len(chosen.ids) == 1 else ""

    def print_now(self) -> None:
        """The picture as it is."""
        self.print_widget(self.content)

    def leave(self) -> bool:
        """Esc puts the card away first."""
        return self.board.put_away()

    def is_waiting(self) -> bool:
        """Whether list and route have still to follow."""
        return self._settling.isActive() or self.board.side.list.is_waiting()

    # News

    def _on_moved(self) -> None:
        stage = self.board.canvas.stage
        self.head.stretch.set_current(nearest_stretch(stage.scale, stage.reach))
        self._settling.start()

    def _settle(self) -> None:
        """Movement has come to rest: the list and the route follow."""
        if self.route is None or not self.isVisible():
            return
        self.board.list_events()
        self._told = told_range(self.board.canvas.stage.scale)
        kept = {"from": self._told[0], "to": self._told[1], "at": self.board.selected()}
        self.settled.emit(self.route.with_params(**kept))

    def _on_opened(self, entry: str) -> None:
        self._settling.stop()
        self._settle()
        self.navigate.emit(Route.to(entry))

    def _on_stretch(self, key: str) -> None:
        self.board.canvas.show_days(*self._days_of(key))

    def _on_zoomed(self, steps: int) -> None:
        self.board.canvas.zoom(_ZOOM**steps)

    def _on_list(self) -> None:
        self.board.set_listed(is_listed=self.head.listing.isChecked())

    def _on_filter(self, facet: str, values: tuple[str, ...]) -> None:
        self._ask(**{facet: values})

    def _on_cleared(self) -> None:
        self._ask(**dict.fromkeys((*_FACETS, "q"), ()))

    def _ask(self, **params: tuple[str, ...]) -> None:
        """Filter otherwise; what is on screen stays there."""
        if self.route is not None:
            self._settling.stop()
            self._settle()
            self.navigate.emit(self.route.with_params(**params))

    # Room

    def _fit(self) -> None:
        if self._language:
            self.board.set_down(is_down=self.height() > self.width() * _DOWN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self.area.setGeometry(self.rect())
        self._fit()


def reach_of(events: tuple[Event, ...]) -> Reach:
    """All the time there is, in whole years."""
    return Reach.of_years(*years_of(events))
