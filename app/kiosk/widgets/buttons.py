"""Buttons of a totem: words, an icon before or behind them, a square with an icon."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch

# kind → fill, edge, ink; then the same while a finger is on it
_LOOKS: Final = {
    "primary": (("river", "", "onRiver"), ("riverPressed", "", "onRiver")),
    "secondary": (("surface", "lineStrong", "ink1"), ("riverTint", "river", "onRiverTint")),
    "danger": (("surface", "err", "err"), ("errTint", "err", "err")),
    "dusk": (("", "dusk.soft", "dusk.text"), ("dusk.land", "dusk.text", "dusk.text")),
    "plain": (("", "", "river"), ("riverTint", "", "onRiverTint")),
}
_ICON: Final = 36
_GAP: Final = 14
_TALL: Final = 118  # buttons of a question speak louder


class TouchButton(Touch):
    """A verb; `icon` stands before, `trailing` behind the words. Disabled, it is dashed."""

    def __init__(
        self, ctx: KioskContext, words: str, kind: str = "secondary", *, icon: str = "",
        trailing: str = "", name: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, name or words, parent)
        self.words, self.kind, self.icon_name, self.trailing = words, kind, icon, trailing

    def set_words(self, words: str) -> None:
        """Say another verb."""
        self.words = words
        self.setAccessibleName(words)
        self.update()

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Box, icon, words, icon."""
        fill, edge, ink = _LOOKS[self.kind][1 if self.isDown() else 0]
        if not self.isEnabled():
            pen.box(0, 0, w, h, "", "line", dashed=True)
            ink = "ink3"
        elif fill or edge:
            pen.box(0, 0, w, h, fill, edge)
        icons = [name for name in (self.icon_name, self.trailing) if name]
        gap = _GAP if self.words else 0
        room = w - 24 - len(icons) * (_ICON + gap)
        role = "h3" if h >= _TALL else "bodyStrong"
        taken = min(pen.width_of(self.words, role), room)
        left = (w - taken - len(icons) * (_ICON + gap)) / 2
        if self.icon_name:
            pen.icon(self.icon_name, ink, left, (h - _ICON) / 2, _ICON)
            left += _ICON + gap
        drawn = pen.word(self.words, role, ink, left, 0, room, h)
        if self.trailing:
            pen.icon(self.trailing, ink, left + drawn + gap, (h - _ICON) / 2, _ICON)


class MoreTouch(TouchButton):
    """还有 4: an arrow over words."""

    def __init__(self, ctx: KioskContext, words: str, parent: QWidget | None = None) -> None:
        super().__init__(ctx, words, "primary", parent=parent)

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """River ground, arrow, words."""
        pen.box(0, 0, w, h, "riverPressed" if self.isDown() else "river")
        pen.icon("open", "onRiver", (w - 40) / 2, h / 2 - 44, 40)
        pen.word(self.words, "captionStrong", "onRiver", 4, h / 2 + 6, w - 8, 36, align="center")
