"""Words with their source seals behind them, in the line: drawn, never touched by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from app.kiosk.widgets.pen import Pen
from app.model.entry import VERIFIED, Citation
from app.ui.widgets.seal import seal_words
from app.ui.widgets.seal_book import SealBook, SealText

_GAP: Final = 10
_MOST: Final = 3  # seals behind one text


def seal_texts(
    book: SealBook, citations: Sequence[Citation], check: str = VERIFIED
) -> tuple[SealText, ...]:
    """What stands behind a text; many runs become one."""
    return book.seals(citations, check)[:_MOST]


def paint_cited(
    pen: Pen, words: str, seals: Sequence[SealText], role: str, color: str,
    box: tuple[float, float, float], *, lines: int = 0, least: float = 0.7,
) -> float:  # fmt: skip
    """Wrapped words at (x, y) of a width, then the seals; told is the height."""
    x, y, w = box
    tail = sum(_GAP + seal_width(pen, one) for one in seals)
    made = pen.paragraph(words, role, w, lines=lines, least=least, tail=tail)
    made.paint(pen.painter, QPointF(x, y), pen.color(color))
    left, top = x + made.end.x(), y + made.end.y()
    if not 0 < lines <= made.lines and left + tail > x + w + 4:
        left, top = x - _GAP, top + made.line_height
    for one in seals:
        left += _GAP
        middle = top + made.line_height / 2 - 18
        left += pen.seal(seal_words(pen.ctx, one), left, middle, sure=one.verified)
    return max(made.height, top + made.line_height - y)


def seal_width(pen: Pen, told: SealText) -> float:
    """How wide a seal will be."""
    font = pen.theme.make_font(20, "ui", 700)
    return QFontMetricsF(font).horizontalAdvance(seal_words(pen.ctx, told)) + 18
