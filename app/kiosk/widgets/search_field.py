"""The field that leads to the search, and the one that shows what was typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch


class SearchField(Touch):
    """On the home screen: looks like a field, opens the search."""

    def __init__(self, ctx: KioskContext, parent: QWidget | None = None) -> None:
        self.words = ctx.words("kiosk.search.invite")
        super().__init__(ctx, self.words, parent)

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Glass, invitation, A–Z."""
        pen.box(0, 0, w, h, "riverTint" if self.isDown() else "surface", "river", width=3)
        pen.icon("search", "river", 38, (h - 38) / 2, 38)
        pen.word(self.words, "field", "ink2", 103, 0, w - 103 - 140, h)
        pen.box(w - 114, (h - 38) / 2, 79, 38, "riverTint", radius=4)
        pen.word("A–Z", "captionStrong", "onRiverTint", w - 114, (h - 38) / 2, 79, 38,
                 align="center")  # fmt: skip


def paint_typed(pen: Pen, box: tuple[float, float, float, float], shown: str, note: str) -> None:
    """The field over the keypad: glass, what was typed, the caret, how many were found."""
    x, y, w, h = box
    pen.box(x, y, w, h, "surface", "river", width=3)
    pen.icon("search", "river", x + 30, y + (h - 38) / 2, 38)
    left = x + 90
    drawn = pen.word(shown, "key", "ink1", left, y, w - 90 - 200, h)
    caret = left + drawn + (28 if shown else 0)
    pen.fill(caret, y + (h - 52) / 2, 4, 52, "river")
    pen.word(note, "small", "ink2", x + w - 190, y, 158, h, align="right")
