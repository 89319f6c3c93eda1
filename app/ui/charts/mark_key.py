"""Samples of marks and fills, for the words that explain them beside a chart."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.charts.marks import MarkBrush
from app.ui.context import Context

KINDS: Final = ("dot", "above", "below", "about", "whisker", "target", "missing")
_SAMPLE, _BOX = 28, 14
_DRAWN_AT: Final = 0.72  # samples are a little smaller than marks


class MarkKey(QWidget):
    """One mark as the chart draws it: dot, above, below, about, whisker, target or missing."""

    def __init__(self, ctx: Context, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for a caret above or below the dot."""
        return QSize(self._ctx.px(_SAMPLE), self._ctx.px(_SAMPLE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark in the middle."""
        painter = QPainter(self)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(_DRAWN_AT, _DRAWN_AT)
        brush, px = MarkBrush(painter, self._ctx.theme), self._ctx.px
        if self._kind == "target":
            brush.target(QPointF())
        elif self._kind == "missing":
            brush.missing(QPointF(), px(32))
        elif self._kind == "whisker":
            brush.whisker(QPointF(-px(13), 0), QPointF(px(13), 0))
        else:
            shift = {"above": px(8), "below": -px(8)}.get(self._kind, 0)
            brush.dot(QPointF(0, shift), self._kind)


class ScopeKey(QWidget):
    """One fill as the bars have it: solid, hollow or hatched."""

    def __init__(self, ctx: Context, scope: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._scope = scope
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small box."""
        return QSize(self._ctx.px(_BOX), self._ctx.px(_BOX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box."""
        painter = QPainter(self)
        MarkBrush(painter, self._ctx.theme).bar(QRectF(self.rect()), self._scope)
