"""The years below the river: a press shows one; where they would crowd, some are left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.widgets.pressable import Pressable


class YearMark(Pressable):
    """2024: leads to its year."""

    def __init__(self, ctx: Context, year: int, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self.year = year
        self._is_here = False
        self.setAccessibleName(ctx.words("timeline.year", year=year))

    def set_here(self, *, inside: bool) -> None:
        """Whether the picture shows some of it."""
        if inside != self._is_here:
            self._is_here = inside
            self.update()

    def _font(self) -> QFont:
        return self.ctx.theme.make_font(12, "display", 700)

    def shape_radius(self) -> float:
        """Half a pill."""
        return self.ctx.px(10)

    def sizeHint(self) -> QSize:
        """The number with a little air: 24 px high to be pressed."""
        width = QFontMetricsF(self._font()).horizontalAdvance("2024")
        return QSize(round(width) + self.ctx.px(2), self.ctx.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The year; lit under the pointer."""
        painter = QPainter(self)
        if self.hovered:
            self.paint_box(painter, QRectF(self.rect()), "riverTint", radius=self.ctx.px(4))
        ink = "onRiverTint" if self.hovered else "ink1" if self._is_here else "ink3"
        painter.setFont(self._font())
        painter.setPen(self.ctx.theme.color(ink))
        told = str(self.year)
        left = (self.width() - painter.fontMetrics().horizontalAdvance(told)) / 2
        painter.drawText(self.baseline_for(painter, QRectF(self.rect())) + QPointF(left, 0), told)


def placed_years(
    middles: Sequence[float], lengths: Sequence[float], along: float, gap: float
) -> list[bool]:
    """Which of them can stand without touching: the newest first, then backwards."""
    shown = [False] * len(middles)
    limit = along
    for place in range(len(middles) - 1, -1, -1):
        half = lengths[place] / 2
        if middles[place] + half <= limit and middles[place] - half >= -1:
            shown[place] = True
            limit = middles[place] - half - gap
    return shown
