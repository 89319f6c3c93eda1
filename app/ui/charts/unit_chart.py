"""A square for each thing: the certain ones are filled, what 超 leaves open fades out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from app.ui.charts.chart import Chart, Point, Seals
from app.ui.charts.data import UnitData
from app.ui.charts.marks import MarkBrush
from app.ui.context import Context

_SQUARE, _PITCH = 36, 44
_FADES: Final = (0.9, 0.6, 0.35)
_LINE_GAP, _LINE = 6.0, 1.6


class UnitChart(Chart):
    """Mockup 07: fifty projects, at least forty of them certain."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._data = UnitData("", 0, 0)

    def set_data(self, data: UnitData, seals: Seals | None = None) -> None:
        """Shows so many squares."""
        self._data = data
        self.show_data(seals)

    def chart_name(self) -> str:
        return self._data.name

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What is certain and what is not."""
        words, data = self.ctx.words, self._data
        certain = data.certain_label or words("charts.certain")
        rest = data.rest_label or words("charts.rest")
        mark = "≥ " if data.fading else ""
        other = "≤ " if data.fading else ""
        return (
            (words("charts.head.part"), words("charts.head.value")),
            (certain, f"{mark}{data.certain}"),
            (rest, f"{other}{data.total - data.certain}"),
        )

    def points(self, size: QSizeF) -> list[Point]:
        """The squares are one thing to read."""
        box = QRectF(0, 0, size.width(), size.height())
        return [Point("all", box, self._data.spoken or self._spoken())]

    def paint_chart(self, painter: QPainter, size: QSizeF, *, with_seals: bool) -> None:
        """Rows of squares; `with_seals` changes nothing, its seal stands in the caption."""
        del with_seals
        brush = MarkBrush(painter, self.ctx.theme)
        square, pitch = self._measures(size)
        for number in range(self._data.total):
            row, column = divmod(number, self._data.columns)
            box = QRectF(round(column * pitch), round(row * pitch), square, square)
            if number < self._data.certain:
                brush.bar(box, "solid")
                continue
            brush.bar(box, "hollow")
            step = number - self._data.certain
            if step < self._data.fading:
                fade = _FADES[min(step, len(_FADES) - 1)]
                self._paint_fading(brush, box, fade)

    def sizeHint(self) -> QSize:
        """Ten squares in a row, as many rows as it takes."""
        px, data = self.ctx.px, self._data
        rows = -(-data.total // data.columns)
        gap = px(_PITCH) - px(_SQUARE)
        return QSize(px(_PITCH) * data.columns - gap, max(0, px(_PITCH) * rows - gap))

    def minimumSizeHint(self) -> QSize:
        """Squares may shrink to half."""
        return self.sizeHint() / 2

    def _measures(self, size: QSizeF) -> tuple[int, float]:
        hint = self.sizeHint()
        ratio = min(1.0, size.width() / max(1, hint.width()))
        return round(self.ctx.px(_SQUARE) * ratio), self.ctx.px(_PITCH) * ratio

    def _paint_fading(self, brush: MarkBrush, box: QRectF, fade: float) -> None:
        colour = QColor(self.ctx.theme.color("river"))
        colour.setAlphaF(fade)
        inner = box.adjusted(2, 4, -2, -5)
        brush.lines(inner, colour, _LINE_GAP, _LINE)

    def _spoken(self) -> str:
        head, *rows = self.rows()
        del head
        return self.ctx.words("charts.joint").join(f"{part} {value}" for part, value in rows)
