"""The keys of the house, bound to the window in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from app.ui.routes import Route

if TYPE_CHECKING:
    from app.ui.window import Window

# act → its keys; the first is the one that help shows
KEYS: Final = {
    "search": ("Ctrl+K", "Ctrl+F", "Ctrl+L", "F6", "/"),
    "back": ("Alt+Left",),
    "forward": ("Alt+Right",),
    "home": ("Alt+Home",),
    "keep": ("Ctrl+D",),
    "favourites": ("Ctrl+B",),
    "timeline": ("Ctrl+T",),
    "print": ("Ctrl+P",),
    "settings": ("Ctrl+,",),
    "full": ("F11",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "normal": ("Ctrl+0",),
    "close": ("Esc",),
    "help": ("F1",),
}


class _Hands(QObject):
    """What each key does."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def search(self) -> None:
        self._window.topbar.focus_search()

    def slash(self) -> None:
        """A slash searches unless it is being typed."""
        from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            focused.insert("/")
        elif not isinstance(focused, (QTextEdit, QPlainTextEdit)):
            self.search()

    def back(self) -> None:
        self._window.stack.step(-1)

    def forward(self) -> None:
        self._window.stack.step(1)

    def home(self) -> None:
        self._window.go(Route("home"))

    def keep(self) -> None:
        """What the page on show is about is kept, or kept no longer."""
        from app.ui.widgets.keep_button import toggle_keep

        page = self._window.stack.page
        if page is not None and page.subject():
            toggle_keep(self._window.ctx, page.subject())

    def print(self) -> None:
        page = self._window.stack.page
        if page is not None:
            page.print_now()

    def favourites(self) -> None:
        self._window.go(Route("favourites"))

    def timeline(self) -> None:
        self._window.go(Route("timeline"))

    def settings(self) -> None:
        self._window.go(Route("settings"))

    def full(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def larger(self) -> None:
        self._window.ctx.step_scale(1)

    def smaller(self) -> None:
        self._window.ctx.step_scale(-1)

    def normal(self) -> None:
        self._window.ctx.set_scale(1.0)

    def close(self) -> None:
        if self._window.isFullScreen():
            self.full()
        else:
            self._window.stack.leave_or_back()

    def help(self) -> None:
        from app.ui.help import KeysSheet

        KeysSheet(self._window.ctx, self._window).open_now()


def bind_keys(window: Window) -> None:
    """Bind every key of the table."""
    hands = _Hands(window)
    for act, keys in KEYS.items():
        for key in keys:
            called: Callable[[], None] = hands.slash if key == "/" else getattr(hands, act)
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(called)
