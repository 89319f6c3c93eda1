"""Three languages, each in its own words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.sheets.base import SheetLayer
from app.kiosk.widgets.chips import TouchChip
from app.kiosk.widgets.pen import Pen
from app.model.text import LANGUAGES

_HEIGHT: Final = 112
_PAD: Final = 48


class LanguageSheet(SheetLayer):
    """`chosen` tells a language."""

    chosen = Signal(str)

    def __init__(self, ctx: KioskContext, parent: QWidget | None = None) -> None:
        height = 150 + len(LANGUAGES) * (_HEIGHT + 16)
        super().__init__(ctx, 720, height, ctx.words("kiosk.language"), parent)
        for number, language in enumerate(LANGUAGES):
            words = ctx.words(f"kiosk.language.{language}")
            chip = TouchChip(ctx, language, words, is_chosen=language == ctx.language)
            self.put(chip, _PAD, 124 + number * (_HEIGHT + 16), self.panel_width - 2 * _PAD,
                     _HEIGHT)  # fmt: skip
            chip.clicked.connect(self._on_chip)

    def paint(self, pen: Pen) -> None:
        """The question."""
        words = self.ctx.words("kiosk.language")
        pen.word(words, "h2", "ink1", _PAD, 36, self.panel_width - 2 * _PAD, 64)

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, TouchChip):
            self.chosen.emit(chip.key)
            self.closed.emit()
