"""Chips of a totem: as many as there is room for, the others behind “more”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch
from app.ui.widgets.typeset import typeset

_GAP: Final = 15
_PAD: Final = 26
_SWATCH: Final = 14 + 12
_LEAST: Final = 112
_MOST: Final = 330


class TouchChip(Touch):
    """A word in a frame; chosen, it is dark."""

    def __init__(
        self, ctx: KioskContext, key: str, words: str, *, category: str = "",
        is_chosen: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, words, parent)
        self.key, self.words, self.category, self.is_chosen = key, words, category, is_chosen
        if is_chosen:
            self.setAccessibleDescription(ctx.words("common.selected"))

    def wish(self) -> float:
        """The width it would like, in pixels of the design."""
        role = "bodyStrong" if self.is_chosen else "body"
        metrics = QFontMetricsF(self.kiosk.type.font(role))
        words = metrics.horizontalAdvance(typeset(self.words, self.kiosk.language))
        wide = words + 2 * _PAD + (_SWATCH if self.category else 0) + 2
        return float(min(_MOST, max(_LEAST, wide)))

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Frame, swatch, word."""
        if self.is_chosen:
            pen.box(0, 0, w, h, "ink1")
        else:
            pressed = self.isDown()
            pen.box(0, 0, w, h, "riverTint" if pressed else "surface",
                    "river" if pressed else "lineStrong")  # fmt: skip
        left = float(_PAD)
        if self.category:
            color = self.kiosk.type.category(self.category).ground.name()
            pen.fill(left, (h - 36) / 2, 14, 36, color)
            left += _SWATCH
        role, ink = ("bodyStrong", "paper") if self.is_chosen else ("body", "ink1")
        pen.word(self.words, role, ink, left, 0, w - left - _PAD + 6, h)


class ChipRow(QWidget):
    """One row. `chosen` tells a key; `turned` that the next chips are wanted."""

    chosen = Signal(str)
    turned = Signal(int)

    def __init__(
        self, ctx: KioskContext, chips: Sequence[tuple[str, str, str]], current: str,
        room: tuple[float, float], first: int = 0, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`chips`: key, words, category; the first one always stands. `room`: width, height."""
        super().__init__(parent)
        self.ctx = ctx
        self.chips: list[TouchChip] = []
        self._more: TouchChip | None = None
        self._next = 0
        self._fill(chips, current, room, first)

    def _fill(
        self, chips: Sequence[tuple[str, str, str]], current: str, room: tuple[float, float],
        first: int,
    ) -> None:  # fmt: skip
        ctx, (width, height) = self.ctx, room
        made = [TouchChip(ctx, key, words, category=category, is_chosen=key == current, parent=self)
                for key, words, category in chips]  # fmt: skip
        head, rest = made[:1], made[1:]
        more = TouchChip(ctx, "", ctx.words("kiosk.browse.more"), parent=self)
        left = sum(one.wish() + _GAP for one in head)
        needed = left + sum(one.wish() + _GAP for one in rest) - _GAP
        is_cut = needed > width
        limit = width - (more.wish() + _GAP if is_cut else 0)
        place = first if is_cut and first < len(rest) else 0
        shown = list(head)
        while place < len(rest) and left + rest[place].wish() <= limit:
            shown.append(rest[place])
            left += rest[place].wish() + _GAP
            place += 1
        self._next = place if place < len(rest) else 0
        self._place(shown, more if is_cut else None, height)
        for one in made:
            if one not in shown:
                one.hide()
                one.deleteLater()
        if not is_cut:
            more.hide()
            more.deleteLater()

    def _place(self, shown: list[TouchChip], more: TouchChip | None, height: float) -> None:
        px, left = self.ctx.px, 0.0
        self.chips = shown
        for one in [*shown, *([more] if more else [])]:
            wide = one.wish()
            one.setGeometry(px(left), 0, px(left + wide) - px(left), px(height))
            one.clicked.connect(self._on_chip)
            left += wide + _GAP
        self._more = more

    def _on_chip(self) -> None:
        chip = self.sender()
        if chip is self._more:
            self.turned.emit(self._next)
        elif isinstance(chip, TouchChip):
            self.chosen.emit(chip.key)
