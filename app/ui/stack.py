"""The stack of pages: made at the first visit, switched by route, with a history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.base.errors import AppError
from app.ui.catalogue import make_page
from app.ui.context import Context
from app.ui.history import History
from app.ui.page import FaultPage, Page
from app.ui.routes import LISTS_WITH_DETAIL, Route


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
        page, before = self._page(route.page), self._on_show()
        self._remember_place()
        if replace:
            self.history.replace(route)
        else:
            self.history.push(route)
        self._show(page, route)
        if not replace:
            self._move_on(before)

    def step(self, steps: int) -> None:
        """Back (-1) or forward (1), to where the page was left."""
        before = self._on_show()
        self._remember_place()
        stop = self.history.step(steps)
        if stop is not None:
            page = self._page(stop.route.page)
            self._show(page, stop.route)
            page.return_to(stop.place)
            self._move_on(before, back=steps < 0)

    def _on_show(self) -> tuple[Page, str] | None:
        page, stop = self.page, self.history.current
        if page is None or stop is None:
            return None
        return page, "" if stop.route.page in LISTS_WITH_DETAIL else page.subject()

    def _move_on(self, before: tuple[Page, str] | None, *, back: bool = False) -> None:
        """Another page comes in with a motion; the first one and other filters do not."""
        if before is not None and before != self._on_show() and self.page is not None:
            from app.ui.entrance import bring_in

            bring_in(self.ctx, self, self.page, back=back)

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
        """Another text size: every page is made anew; place and focus stay where they can."""
        place = self.page.place() if self.page is not None else 0
        focused = self._focused_name()
        self.close_pages()
        stop = self.history.current
        if stop is not None:
            self._show(self._page(stop.route.page), stop.route)
            if self.page is not None:
                self.page.return_to(place)
            self._focus_again(focused)

    def _focused_name(self) -> str:
        """What a screen reader calls the part that has the focus, if it is on the page."""
        part = QApplication.focusWidget()
        return part.accessibleName() if part is not None and self.isAncestorOf(part) else ""

    def _focus_again(self, name: str) -> None:
        """The same part of the new page."""
        parts = self.page.findChildren(QWidget) if self.page is not None and name else []
        for part in parts:
            named = part.accessibleName() == name
            if named and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                part.setFocus(Qt.FocusReason.TabFocusReason)
                return

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
        page = self.page
        if stop is None or page is None:
            return
        try:
            self._say_again(page)
        except AppError as fault:
            page = self._missing(fault)
            page.show_route(stop.route)
            self.setCurrentWidget(page)
        self.arrived.emit(stop.route, page.title())

    def _say_again(self, page: Page) -> None:
        name = next((name for name, known in self._pages.items() if known is page), "")
        if name in self._stale:
            self._stale.discard(name)
            page.retranslate()

    def _missing(self, fault: AppError) -> Page:
        """The page that says that there is no such place, or that it could not be filled."""
        page = self._page("missing")
        assert isinstance(page, FaultPage)
        page.tell(fault)
        return page

    def _remember_place(self) -> None:
        if self.page is not None:
            self.history.leave_at(self.page.place())

    def _page(self, name: str) -> Page:
        page = self._pages.get(name)
        if page is None:
            try:
                page = make_page(name, self.ctx)
            except AppError as fault:
                return self._missing(fault)
            self._pages[name] = page
            page.navigate.connect(self.go)
            page.settled.connect(self._on_settled)
            page.title_changed.connect(self._on_title)
            self.addWidget(page)
        return page

    def _on_settled(self, route: Route) -> None:
        """The page on show has moved within its stop: going back leads to where it was."""
        if self.page is not None and self.page is self.sender():
            self.page.route = route
            self.history.replace(route)

    def _on_title(self) -> None:
        stop = self.history.current
        if stop is not None and self.page is not None:
            self.arrived.emit(stop.route, self.page.title())

    def _show(self, page: Page, route: Route) -> None:
        try:
            self._say_again(page)
            page.show_route(route)
        except AppError as fault:
            page = self._missing(fault)
            page.show_route(route)
        self.setCurrentWidget(page)
        page.return_to(0)
        self.arrived.emit(route, page.title())
