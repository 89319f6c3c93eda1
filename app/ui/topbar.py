"""The top bar: search, the offline seal, language, theme, bookmarks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.text import EN, ZH_HANS, ZH_HANT
from app.ui.context import Context
from app.ui.page import empty
from app.ui.routes import Route
from app.ui.widgets.button import IconButton
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.marks import IconMark
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.segment import Segment

_SHORT: Final = {ZH_HANS: "简", ZH_HANT: "繁", EN: "EN"}


class TopBar(QWidget):
    """Built again for every language and text size; the words typed stay."""

    searched = Signal(str)
    search_entered = Signal(str)
    search_stepped = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._row = QHBoxLayout(self)
        self._build("")

    def retranslate(self) -> None:
        """Another language or text size: the same parts, new."""
        asked = self.search.text()
        lit = self.search.edit.hasFocus()
        empty(self._row)
        self._build(asked)
        if lit:
            self.focus_search()

    def _build(self, asked: str) -> None:
        ctx, px, words = self.ctx, self.ctx.px, self.ctx.words
        self.setFixedHeight(px(64))
        self._row.setContentsMargins(px(40), 0, px(40), 1)
        self._row.setSpacing(px(12))
        self.search = SearchBox(
            ctx, words("window.search.placeholder"), words("window.search.key"),
            words("window.search.clear"), short=words("window.search.short"),
        )  # fmt: skip
        self.search.setMaximumWidth(px(440))
        self.search.set_text(asked)
        self.search.typed.connect(self.searched)
        self.search.entered.connect(self.search_entered)
        self.search.stepped.connect(self.search_stepped)
        self._row.addWidget(self.search, 10)
        self._row.addStretch(1)
        self._build_status()
        self._build_choices()

    def _build_status(self) -> None:
        px = self.ctx.px
        self._status = QWidget()
        row = QHBoxLayout(self._status)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(IconMark(self.ctx, "verified", "ink2", 18))
        told = self.ctx.words("window.status")
        row.addWidget(PlainLabel(self.ctx, told, "small", "ink2", wrap=False))
        self._row.addWidget(self._status)

    def _build_choices(self) -> None:
        ctx, words = self.ctx, self.ctx.words
        choices = [
            (key, short, "", words(f"window.language.{key}")) for key, short in _SHORT.items()
        ]
        self.language = Segment(ctx, words("window.language"), choices, ctx.language)
        self.language.chosen.connect(self._on_language)
        self._row.addWidget(self.language)
        self.theme = IconButton(ctx, "theme_dark", "")
        self.theme.clicked.connect(self._on_theme)
        self._row.addWidget(self.theme)
        self.favourites = IconButton(ctx, "save", words("window.favourites"))
        self.favourites.clicked.connect(self._on_favourites)
        self._row.addWidget(self.favourites)
        self.show_theme()
        self._fit()

    def show_theme(self) -> None:
        """The moon by day, the sun by night."""
        dark = self.ctx.theme.is_dark
        self.theme.set_icon("theme_light" if dark else "theme_dark")
        self.theme.set_name(
            self.ctx.words("window.theme.to-light" if dark else "window.theme.to-dark")
        )

    def focus_search(self) -> None:
        """Ready to type; what stands there is selected."""
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _on_language(self, key: str) -> None:
        self.ctx.set_language(key)

    def _on_theme(self) -> None:
        self.ctx.set_theme("light" if self.ctx.theme.is_dark else "dark")

    def _on_favourites(self) -> None:
        self.ctx.go(Route("favourites"))

    def _fit(self) -> None:
        """In a narrow window the status gives way to the search."""
        px = self.ctx.px
        others = self.language.sizeHint().width() + 2 * px(40) + 4 * px(12) + 2 * px(40)
        room = self.width() - others - self._status.sizeHint().width()
        self._status.setVisible(room >= px(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and a hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ctx.theme.color("paper"))
        line = self.ctx.theme.color("line")
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
