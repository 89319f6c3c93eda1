"""A row of a record: label, value, seals; touched, it opens its source or leads on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.screens.telling import Line
from app.kiosk.widgets.cited import seal_width
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch
from app.model.text import EN
from app.ui.widgets.seal import seal_words
from app.ui.widgets.seal_book import SealText

_LABEL: Final = 0.28  # of the width
_LABEL_EN: Final = 0.32
_GAP: Final = 10
_CARET: Final = 44


class FactRow(Touch):
    """Without a value it says 资料未载 and cannot be touched."""

    def __init__(
        self, ctx: KioskContext, line: Line, seals: Sequence[SealText],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        value = line.value or ctx.words("common.missing")
        super().__init__(ctx, f"{line.label}: {value}", parent)
        self.line, self.seals, self.value = line, tuple(seals), value
        self.setEnabled(bool(line.value) and bool(line.route or line.citations or len(value) > 20))

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Rule, label, value, seals or caret."""
        if self.isDown():
            pen.fill(0, 2, w, h - 2, "riverTint")
        pen.fill(0, 0, w, 2, "line")
        share = _LABEL_EN if self.kiosk.language == EN else _LABEL
        first = round(w * share)
        label = pen.paragraph(self.line.label, "small", first - 14, lines=2, least=0.74)
        label.paint(pen.painter, QPointF(0, (h - label.height) / 2 + 1), pen.color("ink3"))
        tail = sum(seal_width(pen, one) + _GAP for one in self.seals)
        if self.line.route is not None:
            tail = _CARET
            pen.icon("open", "river", w - 34, (h - 30) / 2, 30)
        self._paint_value(pen, first, w - first - tail, h)

    def _paint_value(self, pen: Pen, left: float, room: float, h: float) -> None:
        ink = "ink3" if not self.line.value else "gold" if self.line.is_target else "ink1"
        role = "bodyStrong" if self.line.is_figure else "body"
        value = pen.paragraph(self.value, role, room, lines=1, least=0.84)
        if value.elided:
            value = pen.paragraph(self.value, "small", room, lines=2, least=0.8)
        top = (h - value.height) / 2 + 1
        value.paint(pen.painter, QPointF(left, top), pen.color(ink))
        x = left + (value.natural_width if value.lines == 1 else room)
        for one in self.seals:
            x += _GAP
            x += pen.seal(seal_words(self.ctx, one), x, h / 2 - 17, sure=one.verified)
