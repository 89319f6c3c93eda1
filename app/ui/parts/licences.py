"""The licences of what is in the program, readable inside it."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.base import paths
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.sheet import Sheet

# what it covers → its texts below resources; the words are settings.licence.<key>
LICENCES: Final = {
    "zhanban": ("licences/zhanban.txt",),
    "qt": ("licences/LGPL-3.0.txt", "licences/GPL-3.0.txt"),
    "fonts": ("fonts/OFL.txt",),
    "content": ("licences/CC-BY-4.0.txt",),
    "others": ("licences/others.txt",),
}


@cache
def licence_text(key: str) -> str:
    """The whole text, one licence after the other."""
    texts = [(paths.resources() / name).read_text("utf-8").strip() for name in LICENCES[key]]
    return f"\n\n{'=' * 72}\n\n".join(texts)


class _Text(QPlainTextEdit):
    """As high as the window has room for."""

    def __init__(self, ctx: Context, text: str, room: int) -> None:
        super().__init__(text)
        self._height = max(ctx.px(240), min(ctx.px(520), room - ctx.px(200)))

    def sizeHint(self) -> QSize:
        """Told here, because the style sheet says how low a field may be."""
        return QSize(super().sizeHint().width(), self._height)


class LicenceSheet(Sheet):
    """One licence in a field that scrolls and can be copied from."""

    def __init__(self, ctx: Context, window: QWidget, key: str) -> None:
        super().__init__(ctx, window, ctx.words(f"settings.licence.{key}"), 860)
        self.text = _Text(ctx, licence_text(key), window.height())
        self.text.setReadOnly(True)
        self.text.setAccessibleName(ctx.words(f"settings.licence.{key}"))
        self.column.addWidget(self.text, 1)


class _Link(Button):
    """Opens one licence."""

    def __init__(self, ctx: Context, key: str) -> None:
        super().__init__(ctx, ctx.words(f"settings.licence.{key}"), "ghost", trailing="open")
        self.key = key


class LicenceLinks(QWidget):
    """One link for each licence."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(6))
        self.links = {key: _Link(ctx, key) for key in LICENCES}
        for link in self.links.values():
            link.clicked.connect(self._on_link)
            column.addWidget(link)

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, _Link):
            LicenceSheet(self.ctx, self.window(), link.key).open_now()
