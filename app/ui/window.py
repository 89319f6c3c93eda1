"""The window: a rail, a top bar and a stack; it only switches pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.ui.accessible import install_roles
from app.ui.context import Context
from app.ui.keys import bind_keys
from app.ui.rail import Rail
from app.ui.routes import Route
from app.ui.stack import PageStack
from app.ui.topbar import TopBar

if TYPE_CHECKING:
    from app.ui.widgets.notes import Toast


class Window(QMainWindow):
    """`go(route)` shows a place; everything else asks the context or the stack."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        install_roles()
        self.ctx = ctx
        self.rail = Rail(ctx)
        self.topbar = TopBar(ctx)
        self.stack = PageStack(ctx)
        self._toast: Toast | None = None
        self._build()
        self._connect()
        bind_keys(self)

    def _build(self) -> None:
        self.setMinimumSize(1120, 720)
        frame = QWidget()
        row = QHBoxLayout(frame)
        right = QVBoxLayout()
        for layout in (row, right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        right.addWidget(self.topbar)
        right.addWidget(self.stack, 1)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(frame)

    def _connect(self) -> None:
        self.ctx.route_asked.connect(self.go)
        self.ctx.message_told.connect(self._on_message)
        self.ctx.language_changed.connect(self._on_language)
        self.ctx.scale_changed.connect(self._on_scale)
        self.ctx.theme_changed.connect(self.topbar.show_theme)
        self.stack.arrived.connect(self._on_arrived)
        self.topbar.searched.connect(self._on_searched)
        self.topbar.search_entered.connect(self.stack.enter_pressed)
        self.topbar.search_stepped.connect(self.stack.step_asked)

    def go(self, route: Route) -> None:
        """Show a place and remember it."""
        self.stack.go(route)

    def _on_searched(self, text: str) -> None:
        stop, lives = self.stack.history.current, self.stack.shows("search")
        before = stop.route if stop is not None and lives and text else Route("search")
        self.stack.go(before.with_params(q=text), replace=lives)  # a choice of facets stays

    def _on_arrived(self, route: Route, title: str) -> None:
        self.rail.set_section(route.section)
        words = self.ctx.words
        self.setWindowTitle(words("window.title", page=title) if title else words("window.name"))
        self.topbar.search.set_text(route.param("q") if route.page == "search" else "")

    def _on_message(self, text: str, undo: object) -> None:
        from app.ui.widgets.notes import Toast

        if self._toast is not None:
            self._toast.leave()
        self._toast = Toast(self.ctx, self, text, undo if callable(undo) else None)
        self._toast.destroyed.connect(self._on_toast_gone)
        self._toast.appear()

    def _on_toast_gone(self) -> None:
        self._toast = None

    def _on_language(self) -> None:
        self.rail.retranslate()
        self.topbar.retranslate()
        self.stack.retranslate()

    def _on_scale(self) -> None:
        self.rail.rescale()
        self.topbar.retranslate()
        self.stack.rebuild()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons of a mouse go back and forward."""
        if not self.stack.follow_mouse(event.button()):
            super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing running."""
        self.stack.close_pages()
        super().closeEvent(event)
