"""One line of which some runs are told apart: the letters that a pinyin search met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.typeset import typeset

_LINE = 22  # the height of a line of a label
_WEIGHTS = (400, 700)  # of plain runs, of strong ones
_PART = re.compile(r"\S*\s*")  # what stands before a space, with it


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
) -> None:  # fmt: skip
    """Paint a line into a box; strong runs are bold and gold, what is too long is cut."""
    left = box.left()
    fonts = tuple(ctx.theme.make_font(size, "ui", weight) for weight in _WEIGHTS)
    inks = (ctx.theme.color(ink), ctx.theme.color("gold"))
    metrics = QFontMetricsF(fonts[False])
    base = box.top() + (box.height() + metrics.ascent() - metrics.descent()) / 2
    for run in runs:
        painter.setFont(fonts[run.strong])
        painter.setPen(inks[run.strong])
        room = box.right() - left
        width = ctx.theme.width(run.text, size, _WEIGHTS[run.strong])
        if width > room + 1:
            measure = QFontMetricsF(fonts[run.strong])
            cut = measure.elidedText(run.text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, base), cut)
            return
        painter.drawText(QPointF(left, base), run.text)
        left += width


def runs_width(ctx: Context, runs: Sequence[Run], size: float = 12) -> float:
    """How wide a line is."""
    return sum(ctx.theme.width(run.text, size, _WEIGHTS[run.strong]) for run in runs)


def broken_runs(
    ctx: Context, runs: Sequence[Run], room: float, size: float = 12
) -> list[list[Run]]:
    """The lines that runs take in this width, broken between words."""
    lines: list[list[Run]] = [[]]
    left = room
    for word in _words(runs):
        width = runs_width(ctx, word, size)
        if lines[-1] and width > left:
            lines.append([])
            left = room
        lines[-1].extend(word)
        left -= width
    return lines


def _words(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs cut at spaces; a word may consist of several, of which some are strong."""
    words: list[list[Run]] = [[]]
    for run in runs:
        for part in filter(None, _PART.findall(run.text)):
            words[-1].append(run._replace(text=part))
            if part[-1].isspace():
                words.append([])
    return [word for word in words if word]


class RunsLabel(QWidget):
    """Runs as a widget, in as many lines as they take."""

    def __init__(self, ctx: Context, size: float = 13, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._size = size
        self._runs: list[Run] = []
        # It takes the width there is: other words of as many lines move nothing around it.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Say this."""
        self.setAccessibleName("".join(run.text for run in runs))
        before = self.heightForWidth(self.width())
        self._runs = [Run(typeset(run.text, self.ctx.language), run.strong) for run in runs]
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        width = runs_width(self.ctx, self._runs, self._size)
        return QSize(round(width) + 2, self.ctx.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        """It can be broken."""
        return QSize(self.ctx.px(80), self.ctx.px(_LINE))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self.ctx.px(_LINE) * max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[list[Run]]:
        if runs_width(self.ctx, self._runs, self._size) <= width:
            return [self._runs]
        return broken_runs(self.ctx, self._runs, width, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines."""
        painter = QPainter(self)
        box = QRectF(0, 0, self.width(), self.ctx.px(_LINE))
        for line in self._lines(self.width()):
            paint_runs(painter, self.ctx, line, box, "ink2", self._size)
            box.translate(0, box.height())
