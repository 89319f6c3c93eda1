"""A page that lists the entries of a kind: facets, count, order, grid or rows, all in the route."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Entry
from app.model.query import Query
from app.ui.context import Context
from app.ui.items.found_pages import FoundPages
from app.ui.page import Page, empty
from app.ui.parts.facets import Facet, FacetPanel
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.fade import Fade
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.notes import EmptyState
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.segment import Segment
from app.ui.widgets.select_box import SelectBox
from app.ui.widgets.wall import Wall, WallPlan

_WIDEST: Final = 1824  # DESIGN §5: content stops growing here
_MARGIN: Final = 40
_GRID, _LIST = "grid", "list"


class BrowsePage(Page):
    """Subclasses name their kind and words and make cards and rows."""

    kind = ""
    words = ""  # namespace
    orders: tuple[str, ...] = ("edition", "importance", "name")
    views: tuple[str, ...] = (_GRID, _LIST)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.book = SealBook()
        self.found: FoundPages | None = None
        self._language = ""
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.facets = FacetPanel(ctx)
        self.facets.changed.connect(self._on_facet)
        self.wall = Wall(ctx)
        keeps = self.wall.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.wall.setSizePolicy(keeps)
        self._fade = Fade(ctx, self.wall)

    # What subclasses say

    @abstractmethod
    def facets_offered(self, counts: Mapping[str, Mapping[str, int]]) -> list[Facet]:
        """The facets; `counts` are those of the whole kind, so that empty choices can be left."""

    @abstractmethod
    def plan(self, view: str) -> WallPlan:
        """How cards or rows are laid out."""

    @abstractmethod
    def make_cell(self, entry: Entry, index: int, view: str) -> QWidget:
        """The card or row of an entry, connected to `open_cell`."""

    def summary(self, found: FoundPages) -> str:
        """What stands behind the count."""
        del found
        return ""

    # Asking

    def say(self, key: str, **facts: object) -> str:
        """Words of this page."""
        return self.ctx.words(f"{self.words}.{key}", **facts)

    def title(self) -> str:
        """The page's name."""
        return self.say("title")

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """What the route lets through, per facet."""
        route = self.route or Route(self.words)
        found = {name: route.values(name) for name in self.facets.groups}
        return {name: values for name, values in found.items() if values}

    def view(self) -> str:
        """The view of the route, else the first."""
        asked = self.route.param("view") if self.route else ""
        return asked if asked in self.views else self.views[0]

    def order(self) -> str:
        """The order of the route, else the first."""
        asked = self.route.param("order") if self.route else ""
        return asked if asked in self.orders else self.orders[0]

    def _query(self, where: Mapping[str, tuple[str, ...]]) -> Query:
        asked = {"kind": (self.kind,), **where}
        return Query(where=asked, order=self.order(), language=self.ctx.language)

    # Filling

    def enter(self, route: Route) -> None:
        """Show what the route lets through."""
        self.route = route
        if self._language != self.ctx.language:
            self._build()
        self.book = SealBook()
        chosen = self.chosen()
        self.found = FoundPages(self.ctx.library, self._query(chosen))
        self.facets.set_state(self.found.counts, chosen)
        self._sort.set_current(self.order())
        self._segment.set_current(self.view())
        self._say_count(filtered=bool(chosen))
        self._show_found()

    def retranslate(self) -> None:
        """All words anew."""
        self._language = ""
        super().retranslate()

    def _build(self) -> None:
        for kept in (self.facets, self.wall):
            kept.setParent(self)
        empty(self._column)
        whole = FoundPages(self.ctx.library, Query(where={"kind": (self.kind,)}))
        self.facets.set_facets(self.facets_offered(whole.counts))
        self.wall.set_name(self.title())
        self._column.addLayout(self._head())
        self._column.addSpacing(self.ctx.px(24))
        body = QHBoxLayout()
        body.setSpacing(self.ctx.px(16))
        body.addWidget(self.facets)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._count_line())
        right.addSpacing(self.ctx.px(14))
        self._empty = self._make_empty()
        right.addWidget(self._empty)
        right.addWidget(self.wall, 1)
        body.addLayout(right, 1)
        self._column.addLayout(body, 1)
        self._place_margins()
        self._order_tabs()
        self._language = self.ctx.language

    def _head(self) -> QHBoxLayout:
        ctx = self.ctx
        row = QHBoxLayout()
        row.setSpacing(ctx.px(12))
        told = QVBoxLayout()
        told.setSpacing(ctx.px(2))
        told.addWidget(PlainLabel(ctx, self.title(), "h1"))
        told.addWidget(PlainLabel(ctx, self.say("lead"), "small", "ink2", measure=70))
        row.addLayout(told, 1)
        orders = [(order, self.say(f"order.{order}")) for order in self.orders]
        self._sort = SelectBox(ctx, "", orders, self.order(), icon="sort")
        self._sort.chosen.connect(self._on_order)
        views = [(view, "", view, ctx.words(f"detail.view.{view}")) for view in self.views]
        self._segment = Segment(ctx, ctx.words("detail.view"), views, self.view())
        self._segment.chosen.connect(self._on_view)
        row.addWidget(self._sort, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._segment, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(ctx.px(16))
        return row

    def _count_line(self) -> QHBoxLayout:
        ctx = self.ctx
        row = QHBoxLayout()
        row.setSpacing(ctx.px(10))
        middle = Qt.AlignmentFlag.AlignVCenter
        self._count = PlainLabel(ctx, "", "bodyStrong", wrap=False)
        self._told = PlainLabel(ctx, "", "small", "ink2", wrap=False)
        self._hint = PlainLabel(ctx, self.say("hint"), "small", "ink2", wrap=False)
        self._clear = Button(ctx, ctx.words("detail.clear-filters"), "ghost", icon="clear")
        self._clear.clicked.connect(self.clear_filters)
        row.addWidget(self._count, 0, middle)
        row.addWidget(self._told, 0, middle)
        row.addStretch(1)
        row.addWidget(self._hint, 0, middle)
        row.addWidget(self._clear, 0, middle)
        row.addSpacing(ctx.px(16))
        return row

    def _make_empty(self) -> QWidget:
        ctx = self.ctx
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, ctx.px(16), 0)
        state = EmptyState(ctx, ctx.words("detail.none"), ctx.words("detail.none.reason"),
                           action=ctx.words("detail.clear-filters"))  # fmt: skip
        state.opened.connect(self.clear_filters)
        column.addWidget(state)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return holder

    def _say_count(self, *, filtered: bool) -> None:
        found = self.found
        total = found.total if found else 0
        self._count.set_words(self.ctx.words.count("common.items", total))
        self._told.set_words(self.summary(found) if found and total else "")
        self._clear.setVisible(filtered)
        self._fit_line()

    def _fit_line(self) -> None:
        """Beside the count, the hint goes first and the summary next where there is no room."""
        if not self._language:
            return
        room = self.wall.width() - self.ctx.px(40)
        told = self._count.sizeHint().width() + self._told.sizeHint().width()
        told += self._clear.sizeHint().width() if not self._clear.isHidden() else 0
        self._told.setVisible(told < room)
        hinted = told + self._hint.sizeHint().width() + self.ctx.px(24) < room
        self._hint.setVisible(self._clear.isHidden() and hinted)

    def _show_found(self) -> None:
        total = self.found.total if self.found else 0
        self._empty.setVisible(not total)
        self.wall.setVisible(bool(total))
        self.wall.show_items(total, self._make, self.plan(self.view()))
        self._fade.refresh()

    def _make(self, index: int) -> QWidget:
        assert self.found is not None
        return self.make_cell(self.found.hit(index).entry, index, self.view())

    def _order_tabs(self) -> None:
        QWidget.setTabOrder(self._sort, self._segment)

    # News

    def open_cell(self) -> None:
        """What cards and rows call when they are pressed."""
        entry_id = str(getattr(self.sender(), "entry_id", ""))
        if entry_id:
            self.navigate.emit(Route.to(entry_id))

    def clear_filters(self) -> None:
        """Let everything through; order and view stay."""
        if self.route is not None:
            nothing: dict[str, str | tuple[str, ...]] = dict.fromkeys(self.facets.groups, ())
            self.navigate.emit(self.route.with_params(**nothing))

    def _on_facet(self, name: str, values: tuple[str, ...]) -> None:
        if self.route is not None:
            self.navigate.emit(self.route.with_params(**{name: values}))

    def _on_order(self, key: str) -> None:
        if self.route is not None:
            told = "" if key == self.orders[0] else key
            self.navigate.emit(self.route.with_params(order=told))

    def _on_view(self, key: str) -> None:
        if self.route is not None:
            told = "" if key == self.views[0] else key
            self.navigate.emit(self.route.with_params(view=told))

    # The history's place

    def place(self) -> int:
        """How far the wall is scrolled."""
        return self.wall.verticalScrollBar().value()

    def return_to(self, place: int) -> None:
        """Scroll back to where the page was left."""
        self.wall.verticalScrollBar().setValue(place)

    def _place_margins(self) -> None:
        px = self.ctx.px
        spare = max(0, self.width() - _WIDEST) // 2
        # The wall keeps 16 px for its scroll bar, which thus stands in the margin.
        self._column.setContentsMargins(spare + px(_MARGIN), px(26),
                                        spare + px(_MARGIN - 16), 0)  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins grow when the content has stopped growing."""
        super().resizeEvent(event)
        self._place_margins()
        self._fit_line()
        self._fade.refresh()
