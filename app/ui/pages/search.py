"""Search: live results by kind, the selected one beside them; what to do when nothing is found."""

from __future__ import annotations

import contextlib
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.model.query import Hit
from app.ui.context import Context
from app.ui.items.answers import Answer, Asked
from app.ui.items.shown_text import shown_text
from app.ui.messages import message
from app.ui.page import Page
from app.ui.parts.asking import Asker
from app.ui.parts.search_filters import FACETS
from app.ui.parts.search_nothing import NothingFound
from app.ui.parts.search_panel import SearchPanel
from app.ui.parts.search_start import StartState
from app.ui.routes import Route
from app.ui.widgets.notes import EmptyState

_REMEMBERED: Final = 80  # characters


class SearchPage(Page):
    """`search?q=yyz&kind=exhibit&edition=edition/2024&category=ai`."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.asker = Asker(ctx.library.path, self)
        self.wanted: Asked | None = None
        self.answer: Answer | None = None
        self.panel: SearchPanel | None = None
        self._opens_first = False  # Enter was pressed before the answer came
        self._wanted_place = 0
        self._plain = QScrollArea()
        self._plain.setFrameShape(QFrame.Shape.NoFrame)
        self._plain.setWidgetResizable(True)
        self._plain.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._plain)
        self.asker.answered.connect(self._on_answered)
        self.asker.continued.connect(self._on_continued)
        self.asker.failed.connect(self._on_failed)
        self.ctx.visits_changed.connect(self._on_visits)

    def enter(self, route: Route) -> None:
        """Ask what the route asks; what is on show stays until the answer has come."""
        self._opens_first = False
        where = tuple((facet, route.values(facet)) for facet in FACETS)
        asked = Asked(route.param("q"), where, self.ctx.language)
        if not asked.text.strip():
            self.asker.stop()
            self.wanted = self.answer = None
            self._show_plain(StartState(self.ctx))
            return
        if asked == self.wanted and (self.asker.is_asking or self._shows(asked)):
            return
        self.wanted = asked
        if self.panel is not None:
            self.panel.hold()
        self.asker.ask(asked)

    def _shows(self, asked: Asked) -> bool:
        return self.answer is not None and self.answer.asked == asked

    def title(self) -> str:
        """搜索 “yyz”."""
        asked = self.route.param("q") if self.route is not None else ""
        words = self.ctx.words
        if not asked.strip():
            return words("search.title")
        return words("search.title-for", q=shown_text(asked))

    def subject(self) -> str:
        """Ctrl+D keeps the selected result."""
        hit = self._selected()
        return hit.entry.id if hit is not None else ""

    def is_waiting(self) -> bool:
        """Whether an answer is on its way."""
        follows = self.panel is not None and self.panel.is_waiting()
        return self.asker.is_asking or follows

    def search_entered(self, text: str) -> None:
        """Enter in the box opens the selected result, or the first as soon as it is known."""
        hit = self._selected()
        shown = self.answer
        is_answer = shown is not None and shown.asked == self.wanted and shown.asked.text == text
        if hit is not None and is_answer:
            self._on_opened(hit.entry.id)
        elif self.asker.is_asking:
            self._opens_first = True

    def search_stepped(self, steps: int) -> None:
        """Arrows in the box walk through the results."""
        if self._selected() is not None and self.panel is not None:
            self.panel.results.step(steps)

    def place(self) -> int:
        """How far the list is scrolled."""
        return self.panel.results.verticalScrollBar().value() if self.panel is not None else 0

    def return_to(self, place: int) -> None:
        """Scroll back, now or as soon as the answer is there."""
        self._wanted_place = place if self.asker.is_asking else 0
        if not self.asker.is_asking and self.panel is not None:
            self.panel.results.verticalScrollBar().setValue(place)

    # Answers

    def _selected(self) -> Hit | None:
        """The selected hit, if results are on show."""
        if self.panel is None or self._stack.currentWidget() is not self.panel:
            return None
        return self.panel.results.current_hit()

    def _on_answered(self, found: Answer) -> None:
        if found.asked != self.wanted:
            return
        before, self.answer = self.answer, found
        if found.is_counted and before is not None and before.is_first_of(found):
            self._show_counted(found)
            return
        if not found.total and not found.elsewhere:
            nothing = NothingFound(self.ctx, found)
            nothing.cleared.connect(self._on_clear)
            self._show_plain(nothing)
            return
        panel = self._panel_for(found)
        same = before is not None and before.asked.text == found.asked.text
        panel.show_answer(found, panel.selected_id() if same else "")
        self._stack.setCurrentWidget(panel)
        if self._wanted_place:
            panel.results.verticalScrollBar().setValue(self._wanted_place)
        first = panel.results.current_hit()
        if self._opens_first and first is not None:
            self._opens_first = False
            self._on_opened(first.entry.id)

    def _show_counted(self, found: Answer) -> None:
        """The same with its counts: what is on show stays where it is."""
        if self.panel is not None and self._stack.currentWidget() is self.panel:
            self.panel.show_counted(found)

    def _panel_for(self, found: Answer) -> SearchPanel:
        """The panel; a new one for another language."""
        if self.panel is not None and self.panel.language == found.asked.language:
            return self.panel
        old, self.panel = self.panel, SearchPanel(self.ctx)
        self.panel.opened.connect(self._on_opened)
        self.panel.narrowed.connect(self._on_narrowed)
        self.panel.widened.connect(self._on_widened)
        self.panel.widest.connect(self._on_widest)
        self.panel.ending.connect(self._on_ending)
        self._stack.addWidget(self.panel)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        return self.panel

    def _on_continued(self, shown: Answer, hits: tuple[Hit, ...]) -> None:
        if self.answer is shown and hits and self.panel is not None:
            self.answer = shown.with_more(hits)
            self.panel.results.show_more(self.answer)

    def _on_failed(self, fault: AppError) -> None:
        words = self.ctx.words
        told = message(fault, words)
        self._show_plain(EmptyState(self.ctx, words("search.failed"), told, icon="rejected"), 40)

    def _show_plain(self, part: QWidget, margin: int = 0) -> None:
        holder = QWidget()
        holder.setObjectName("pageContent")
        column = QVBoxLayout(holder)
        edge = self.ctx.px(margin)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(part)
        if margin:
            column.addStretch(1)
        self._plain.setWidget(holder)
        self._stack.setCurrentWidget(self._plain)
        if self.panel is not None:
            self.panel.leave()

    # News

    def _on_opened(self, entry_id: str) -> None:
        """Go to a result; what led there is remembered."""
        text = " ".join(self.wanted.text.split())[:_REMEMBERED] if self.wanted else ""
        if self.ctx.visits is not None and text:
            with contextlib.suppress(AppError):  # a search that is not remembered is no loss
                self.ctx.visits.remember_search(text.encode("utf-8", "replace").decode())
        self.navigate.emit(Route.to(entry_id))

    def _on_narrowed(self, facet: str, values: tuple[str, ...]) -> None:
        if self.route is not None:
            self.navigate.emit(self.route.with_params(**{facet: values}))

    def _on_widened(self) -> None:
        if self.route is not None:
            self.navigate.emit(self.route.with_params(edition=(), category=()))

    def _on_widest(self) -> None:
        if self.route is not None:
            self.navigate.emit(self.route.with_params(kind=(), edition=(), category=()))

    def _on_clear(self) -> None:
        self.navigate.emit(Route("search"))

    def _on_ending(self) -> None:
        shown = self.answer
        if shown is not None and shown.asked.kind and len(shown.hits) < shown.total:
            self.asker.ask_more(shown)

    def _on_visits(self) -> None:
        """Recent searches have become known or been forgotten."""
        if self.isVisible() and self.wanted is None:
            self._show_plain(StartState(self.ctx))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stack is the page."""
        super().resizeEvent(event)
        self._stack.setGeometry(self.rect())

    def hideEvent(self, event: QHideEvent) -> None:
        """While nobody looks the content file is not held open a second time."""
        super().hideEvent(event)
        self.asker.rest()

    def event(self, event: QEvent) -> bool:
        """Before the page goes, its worker has gone."""
        if event.type() == QEvent.Type.DeferredDelete:
            self.asker.end()
        return super().event(event)
