"""Sources: who tells what; a list at the left, the citation card of one at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.items.supports import Support, ordered_sources, supports
from app.ui.page import Page, empty
from app.ui.parts.source_card import SourceCard
from app.ui.parts.source_list import SourceList
from app.ui.parts.support_row import SupportRow, SupportText, support_height
from app.ui.routes import Route
from app.ui.widgets.long_column import ColumnPlan, LongColumn
from app.ui.widgets.notes import EmptyState

_LIST: Final = 0.346  # of the width, as in the print
_LEAST, _MOST = 340, 480


class SourcesPage(Page):
    """`sources` shows the first one, `source/…` that one."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.list: SourceList | None = None
        self.card: SourceCard | None = None
        self.rows: list[Support] = []
        self._all_rows: list[Support] = []
        self._texts: dict[int, SupportText] = {}
        self._language = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.facts: LongColumn | None = None

    def enter(self, route: Route) -> None:
        """Show a source; the list stays as it is unless the language changed."""
        sources = ordered_sources(self.ctx.library.entries("source"))
        if self.list is None or self._language != self.ctx.language:
            self._build()
            assert self.list is not None
            self.list.show_sources(sources)
        if not sources:
            self._show_nothing()
            return
        ids = [one.id for one in sources]
        wanted = route.id or ids[0]
        source = self.ctx.library.entry(wanted)
        place = (ids.index(wanted) + 1 if wanted in ids else 0, len(ids))
        self.list.select(source.id)
        self._all_rows = supports(self.ctx.library.supported_by(source.id))
        self.card = SourceCard(self.ctx, source, place, self._all_rows)
        self.card.sort_chosen.connect(self._on_sort)
        self._show_rows("", self.card)

    def _build(self) -> None:
        empty(self._row)
        ctx, px = self.ctx, self.ctx.px
        self._language = ctx.language
        self.list = SourceList(ctx)
        self.list.opened.connect(self._on_opened)
        margins = QMargins(px(48), 0, px(48), px(48))
        self.facts = LongColumn(ctx, ctx.words("sources.facts"), margins)
        self.facts.setObjectName("surface")
        side = QWidget()
        side.setObjectName("surface")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.facts)
        self._row.addWidget(self.list)
        self._row.addWidget(side, 1)
        self._place_list()

    def _show_rows(self, sort: str, card: SourceCard) -> None:
        """The card, and below it the rows of this sort."""
        assert self.facts is not None
        self.rows = [row for row in self._all_rows if sort in ("", row.sort)]
        self._texts.clear()
        stops = range(1, len(self.rows) + 1)
        plan = ColumnPlan(len(self.rows) + 1, self._height, self._make, stops, frozenset((0,)))
        self.facts.show_items(plan, keep=self.facts.cells.get(0) is card)

    def _show_nothing(self) -> None:
        words = self.ctx.words
        empty(self._row)
        self.list = self.facts = None
        state = EmptyState(self.ctx, words("sources.empty"), words("sources.empty.reason"))
        holder = QVBoxLayout()
        holder.setContentsMargins(*[self.ctx.px(40)] * 4)
        holder.addWidget(state)
        holder.addStretch(1)
        self._row.addLayout(holder)

    def _height(self, place: int, width: int) -> int:
        if place == 0:
            return self.card.height_for(width) if self.card is not None else 0
        return support_height(self.ctx, self._text(place - 1), width)

    def _text(self, number: int) -> SupportText:
        if number not in self._texts:
            self._texts[number] = SupportText.of(self.ctx, self.rows[number])
        return self._texts[number]

    def _make(self, place: int) -> QWidget:
        if place == 0:
            assert self.card is not None
            return self.card
        row = SupportRow(self.ctx, self.rows[place - 1])
        row.clicked.connect(self._on_row)
        return row

    def title(self) -> str:
        """The name of the source."""
        return self.card.name.accessibleName() if self.card else self.ctx.words("sources.title")

    def subject(self) -> str:
        """The source on show."""
        return self.card.source.id if self.card is not None else ""

    # News

    def _on_opened(self, source: str) -> None:
        self.navigate.emit(Route.to(source))

    def _on_sort(self, sort: str) -> None:
        if self.card is not None:
            self._show_rows(sort, self.card)

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, SupportRow):
            self.navigate.emit(Route.to(row.row.entry.id))

    # Qt

    def place(self) -> int:
        """How far the facts are scrolled."""
        return self.facts.verticalScrollBar().value() if self.facts is not None else 0

    def return_to(self, place: int) -> None:
        """Scroll back to where the page was left."""
        if self.facts is not None:
            self.facts.verticalScrollBar().setValue(place)

    def _place_list(self) -> None:
        px = self.ctx.px
        if self.list is not None:
            width = max(px(_LEAST), min(px(_MOST), round(self.width() * _LIST)))
            self.list.setFixedWidth(min(width, round(self.width() * 0.42) or width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes its share."""
        self._place_list()
        super().resizeEvent(event)
