"""The stack of pages: made at the first visit, switched by route, with a history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.catalogue import make_page
from app.ui.context import Context
from app.ui.history import History
from app.ui.page import Page
from app.ui.routes import Route


class PageStack(QStackedWidget):
    """`arrived` tells the route and the title of what is shown."""

    arrived = Signal(object, str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setObjectName("stack")
        self.history = History()
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        ctx.library_changed.connect(self._on_library)

    @property
    def page(self) -> Page | None:
        """The page on show."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def shows(self, name: str) -> bool:
        """Whether the page on show has this name."""
        stop = self.history.current
        return stop is not None and stop.route.page == name

    def go(self, route: Route, *, replace: bool = False) -> None:
        """Show a place; `replace` puts it in the place of the present one."""
        page = self._page(route.page)
        self._remember_place()
        if replace:
            self.history.replace(route)
        else:
            self.history.push(route)
        self._show(page, route)

    def step(self, steps: int) -> None:
        """Back (-1) or forward (1), to where the page was left."""
        self._remember_place()
        stop = self.history.step(steps)
        if stop is not None:
            page = self._page(stop.route.page)
            self._show(page, stop.route)
            page.return_to(stop.place)

    def leave_or_back(self) -> None:
        """Esc: the page closes what it has open, else one goes back."""
        if self.page is not None and not self.page.leave():
            self.step(-1)

    def follow_mouse(self, button: Qt.MouseButton) -> bool:
        """Side buttons go back and forward."""
        steps = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(button, 0)
        if steps:
            self.step(steps)
        return bool(steps)

    def enter_pressed(self, text: str) -> None:
        """Enter in the search box: the page on show may open its first result."""
        if self.page is not None:
            self.page.search_entered(text)

    def step_asked(self, steps: int) -> None:
        """Arrows in the search box walk through the results."""
        if self.page is not None:
            self.page.search_stepped(steps)

    def retranslate(self) -> None:
        """Another language: the page on show at once, the others when they are visited."""
        self._stale = set(self._pages)
        self._refresh()

    def rebuild(self) -> None:
        """Another text size: every page is made anew."""
        self.close_pages()
        stop = self.history.current
        if stop is not None:
            self._show(self._page(stop.route.page), stop.route)

    def close_pages(self) -> None:
        """Let go of all pages."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()

    def _on_library(self) -> None:
        self.rebuild()

    def _refresh(self) -> None:
        stop = self.history.current
        if stop is not None and (page := self._pages.get(stop.route.page)) is not None:
            self._say_again(stop.route.page, page)
            self.arrived.emit(stop.route, page.title())

    def _say_again(self, name: str, page: Page) -> None:
        if name in self._stale:
            self._stale.discard(name)
            page.retranslate()

    def _remember_place(self) -> None:
        if self.page is not None:
            self.history.leave_at(self.page.place())

    def _page(self, name: str) -> Page:
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = make_page(name, self.ctx)
            page.navigate.connect(self.go)
            page.title_changed.connect(self._on_title)
            self.addWidget(page)
        return page

    def _on_title(self) -> None:
        stop = self.history.current
        if stop is not None and self.page is not None:
            self.arrived.emit(stop.route, self.page.title())

    def _show(self, page: Page, route: Route) -> None:
        self._say_again(route.page, page)
        page.show_route(route)
        self.setCurrentWidget(page)
        page.return_to(0)
        self.arrived.emit(route, page.title())
