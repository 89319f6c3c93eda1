"""One line of which some runs are told apart: the letters that a pinyin search met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.typeset import plain_tip, typeset


class Run(NamedTuple):
    """A stretch of a line."""

    text: str
    strong: bool = False


def marked_runs(text: str, marks: Sequence[tuple[int, int]]) -> list[Run]:
    """A text cut at its marks."""
    runs: list[Run] = []
    at = 0
    for start, end in marks:
        if at < start:
            runs.append(Run(text[at:start]))
        runs.append(Run(text[start:end], strong=True))
        at = end
    if at < len(text):
        runs.append(Run(text[at:]))
    return runs


def paint_runs(
    painter: QPainter, ctx: Context, runs: Sequence[Run], box: QRectF,
    ink: str = "ink2", size: float = 12,
) -> bool:  # fmt: skip
    """Paint a line into a box; strong runs are bold and gold. False if some of it is cut off."""
    left = box.left()
    fonts = _fonts(ctx, size)
    measures = tuple(map(QFontMetricsF, fonts))
    inks = (ctx.theme.color(ink), ctx.theme.color("gold"))
    metrics = measures[False]
    base = box.top() + (box.height() + metrics.ascent() - metrics.descent()) / 2
    for run in runs:
        painter.setFont(fonts[run.strong])
        painter.setPen(inks[run.strong])
        measure = measures[run.strong]
        room = box.right() - left
        width = measure.horizontalAdvance(run.text)
        if width > room + 1:
            cut = measure.elidedText(run.text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, base), cut)
            return False
        painter.drawText(QPointF(left, base), run.text)
        left += width
    return True


def runs_width(ctx: Context, runs: Sequence[Run], size: float = 12) -> float:
    """How wide a line is."""
    measures = tuple(map(QFontMetricsF, _fonts(ctx, size)))
    return sum(measures[run.strong].horizontalAdvance(run.text) for run in runs)


def _fonts(ctx: Context, size: float) -> tuple[QFont, QFont]:
    """The font of plain runs, and that of strong ones."""
    return ctx.theme.make_font(size, "ui", 400), ctx.theme.make_font(size, "ui", 700)


class RunsLabel(QWidget):
    """A line of runs as a widget; what does not fit is told by the tool tip."""

    def __init__(self, ctx: Context, size: float = 13, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._size = size
        self._runs: list[Run] = []
        # It takes the width there is: other words move nothing around it.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Say this."""
        self.setAccessibleName("".join(run.text for run in runs))
        self._runs = [Run(typeset(run.text, self.ctx.language), run.strong) for run in runs]
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        width = runs_width(self.ctx, self._runs, self._size)
        return QSize(round(width) + 2, self.ctx.px(22))

    def minimumSizeHint(self) -> QSize:
        """It can be cut."""
        return QSize(self.ctx.px(80), self.ctx.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        whole = paint_runs(painter, self.ctx, self._runs, QRectF(self.rect()), "ink2", self._size)
        self.setToolTip("" if whole else plain_tip(self.accessibleName()))
