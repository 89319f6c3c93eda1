"""Reads what painters really write: which words were cut short, which lie outside their widget."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QGlyphRun, QPainter, QTextLine
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.ui.widgets.paragraph import Paragraph

_SLACK = 2.0  # px that a letter may lean over the edge


class Reader:
    """While `listening`, every cut and every overhang is noted as `widget: words`."""

    def __init__(self) -> None:
        self.cut: set[tuple[str, str]] = set()
        self.outside: set[tuple[str, str]] = set()

    def note_cut(self, words: str) -> None:
        self.cut.add((_painter_of(), words))

    def note_text(self, painter: QPainter, box: QRectF, words: str) -> None:
        device = painter.device()
        if not isinstance(device, QWidget) or not words.strip() or box.width() < 1:
            return
        if isinstance(device.parentWidget(), QAbstractScrollArea):
            return  # a list paints rows that reach over its edge
        placed = painter.worldTransform().mapRect(box)
        room = QRectF(device.rect()).adjusted(-_SLACK, -_SLACK * 2, _SLACK, _SLACK * 2)
        if not room.contains(placed):
            named = f"{type(device).__name__} “{device.accessibleName()[:40]}”"
            self.outside.add(
                (named, f"{words} {placed.toRect().getRect()} in {device.size().toTuple()}")
            )


def first_ink(run: QGlyphRun) -> float:
    """Where the first sign of a run begins to be seen."""
    font, sign, at = run.rawFont(), run.glyphIndexes()[0], run.positions()[0]
    return at.x() + font.boundingRect(sign).left()


def _painter_of() -> str:
    """The widget that is being painted or measured."""
    frame = sys._getframe(1)
    while frame is not None:
        owner = frame.f_locals.get("self")
        if isinstance(owner, QWidget):
            return type(owner).__name__
        frame = frame.f_back  # type: ignore[assignment]
    return "?"


@contextmanager
def listening() -> Iterator[Reader]:
    """Note what is painted in between."""
    reader = Reader()
    kept = [(kind, kind.elidedText) for kind in (QFontMetrics, QFontMetricsF)]
    paint = Paragraph.paint
    draw_text, draw_line = QPainter.drawText, QTextLine.draw

    def wrap(elide: Any) -> Any:
        def elided(metrics: Any, text: str, mode: Any, width: float, *more: Any) -> str:
            told = elide(metrics, text, mode, width, *more)
            if told != text and not isinstance(sys._getframe(1).f_locals.get("self"), Paragraph):
                reader.note_cut(text)  # what is broken and then not shown does not count
            return str(told)

        return elided

    def drawn(painter: QPainter, *given: Any) -> Any:
        if len(given) == 2 and isinstance(given[0], QPointF) and isinstance(given[1], str):
            metrics = QFontMetricsF(painter.font())
            width = metrics.horizontalAdvance(given[1].strip())
            top = given[0].y() - metrics.capHeight()
            box = QRectF(given[0].x(), top, width, metrics.capHeight())
            reader.note_text(painter, box, given[1])
        return draw_text(painter, *given)

    def lined(line: QTextLine, painter: QPainter, at: QPointF) -> Any:
        middle = at.y() + line.y() + line.ascent()
        box = QRectF(at.x() + line.x(), middle - line.ascent() / 2, line.naturalTextWidth(),
                     line.ascent() / 2)  # fmt: skip
        # An opening mark hangs: half of its square is empty, and may be outside.
        box.setLeft(at.x() + min(map(first_ink, line.glyphRuns()), default=line.x()))
        reader.note_text(painter, box, f"line {line.textStart()}–")
        return draw_line(line, painter, at)

    def painted(broken: Paragraph, *given: Any) -> None:
        if broken.elided:
            reader.note_cut(broken.text)
        paint(broken, *given)

    try:
        Paragraph.paint = painted  # type: ignore[method-assign]
        for kind, elide in kept:
            kind.elidedText = wrap(elide)  # type: ignore[method-assign]
        QPainter.drawText = drawn  # type: ignore[method-assign,assignment]
        QTextLine.draw = lined  # type: ignore[method-assign,assignment]
        yield reader
    finally:
        Paragraph.paint = paint  # type: ignore[method-assign]
        for kind, elide in kept:
            kind.elidedText = elide  # type: ignore[method-assign]
        QPainter.drawText = draw_text  # type: ignore[method-assign]
        QTextLine.draw = draw_line  # type: ignore[method-assign]
