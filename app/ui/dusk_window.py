"""A window that speaks before there is content: dusk at its left, words and ways at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.text import EN, LANGUAGES, ZH_HANS, ZH_HANT
from app.settings import Settings
from app.ui.context import Context
from app.ui.page import empty
from app.ui.parts.dusk_side import DuskSide
from app.ui.widgets.button import Button
from app.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from app.store.library import Library

_SHORT: Final = {ZH_HANS: "简", ZH_HANT: "繁", EN: "EN"}


class _Speaker(Context):
    """A context without content: these windows ask for words, colours and sizes only."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(cast("Library", None), settings)


class DuskWindow(QWidget):
    """Its kinds fill the column and name the ways; the language is changed in `settings`."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.ctx = _Speaker(settings)
        self.ctx.setParent(self)
        self.ctx.dress()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.resize(self.ctx.px(1280), self.ctx.px(800))
        self.ctx.language_changed.connect(self.build)

    def fill(self, column: QVBoxLayout) -> None:
        """Put in what there is to say."""
        raise NotImplementedError

    def ways(self) -> list[Button]:
        """The buttons at the foot, the last is the usual one."""
        return []

    def build(self) -> None:
        """Say everything, or say it again in another language."""
        empty(self._row)
        px = self.ctx.px
        self.setWindowTitle(self.ctx.words("window.name"))
        self._row.addWidget(DuskSide(self.ctx))
        column = QVBoxLayout()
        column.setContentsMargins(px(40), px(48), px(40), px(40))
        column.setSpacing(px(10))
        self.fill(column)
        column.addStretch(1)
        column.addLayout(self._foot())
        self._row.addLayout(column, 1)

    def _foot(self) -> QHBoxLayout:
        ctx, words = self.ctx, self.ctx.words
        row = QHBoxLayout()
        row.setSpacing(ctx.px(12))
        choices = [(key, _SHORT[key], "", words(f"window.language.{key}")) for key in LANGUAGES]
        self.language = Segment(ctx, words("window.language"), choices, ctx.language)
        self.language.chosen.connect(ctx.set_language)
        row.addWidget(self.language)
        row.addStretch(1)
        for button in self.ways():
            row.addWidget(button)
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        QPainter(self).fillRect(self.rect(), self.ctx.theme.color("paper"))
