"""One indicator over the years: its line, the tide below it, what each source really says."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.ui.art.palettes import motif_palette_on
from app.ui.charts.axis import grouped
from app.ui.charts.chart import Chart, Point, Seals
from app.ui.charts.data import LineData, LinePoint
from app.ui.charts.lettering import LEFT, RIGHT
from app.ui.charts.line_layout import LineLayout
from app.ui.charts.marks import MarkBrush
from app.ui.charts.tide import paint_tide
from app.ui.context import Context

_SERIES_WIDTH: Final = 3.5


class LineChart(Chart):
    """Mockup 08: dots, carets, whiskers and targets over fifteen tide lines."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._data = LineData("", "", (), 2018, 2025)

    def set_data(self, data: LineData, seals: Seals | None = None) -> None:
        """Shows an indicator; `seals` lie behind the labels of their points."""
        self._data = data
        self.show_data(seals)

    def chart_name(self) -> str:
        return self._data.name

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Year, value as told, kind."""
        words = self.ctx.words
        head = (words("charts.head.year"), self._value_head(), words("charts.head.kind"))
        told = [(_year(point), point.label, self._kind(point)) for point in self._data.points]
        gaps = [(str(year), words("charts.missing"), "") for year in self._data.missing]
        return (head, *sorted([*told, *gaps]))

    def points(self, size: QSizeF) -> list[Point]:
        """Marks with their labels."""
        return [
            Point(one.point.id, one.box, self._spoken(one.point), one.seals_at)
            for one in self._layout(size).placed
        ]

    def paint_chart(self, painter: QPainter, size: QSizeF, *, with_seals: bool) -> None:
        """Axes, tide, line, marks, labels."""
        layout = self._layout(size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, layout)
        self._paint_series(painter, layout)
        for one in layout.placed:
            self._paint_mark(painter, layout, one.point)
            colour = self.ctx.theme.color("gold" if one.point.is_target else "ink1")
            font = layout.label_font(self.letters)
            self.letters.write(painter, one.point.label, font, colour, one.label_at, align=LEFT)
            if with_seals:
                self.letters.draw_seals(painter, one.point.seal_texts, one.seals_at)

    def sizeHint(self) -> QSize:
        """The size in the mockup."""
        return QSize(self.ctx.px(1184), self.ctx.px(535))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow window, large enough for five labels."""
        return QSize(self.ctx.px(380), self.ctx.px(320))

    def _layout(self, size: QSizeF) -> LineLayout:
        return LineLayout(self._data, self.letters, size)

    def _paint_axes(self, painter: QPainter, layout: LineLayout) -> None:
        theme, letters = self.ctx.theme, self.letters
        for value in layout.ticks:
            y = round(layout.y.at(value)) + 0.5
            painter.setPen(QPen(theme.color("line" if value else "lineStrong"), 1))
            painter.drawLine(QPointF(layout.left, y), QPointF(layout.right, y))
            font, point = layout.tick_font(letters), layout.tick_at(letters, value)
            letters.write(painter, grouped(value), font, theme.color("ink3"), point, align=RIGHT)
        font, ink = letters.font(15), theme.color("ink2")
        for year in range(self._data.first_year, self._data.last_year + 1):
            x = round(layout.x.at(year)) + 0.5
            painter.setPen(QPen(theme.color("lineStrong"), 1))
            painter.drawLine(QPointF(x, layout.base), QPointF(x, layout.base + theme.px(6)))
            letters.write(painter, str(year), font, ink, QPointF(x, layout.base + theme.px(23)))
        self._paint_gaps(painter, layout)

    def _paint_gaps(self, painter: QPainter, layout: LineLayout) -> None:
        """The years of which the sources say nothing."""
        theme, brush = self.ctx.theme, MarkBrush(painter, self.ctx.theme)
        for year in self._data.missing:
            foot = QPointF(layout.x.at(year), layout.base - theme.px(2))
            brush.missing(foot, theme.px(52))
            above = foot - QPointF(0, theme.px(14))
            words, ink = self.ctx.words("charts.missing"), theme.color("ink3")
            self.letters.write(painter, words, self.letters.font(13), ink, above)

    def _paint_series(self, painter: QPainter, layout: LineLayout) -> None:
        theme = self.ctx.theme
        reported = [layout.centre(point) for point in self._data.points if not point.is_target]
        palette = motif_palette_on(theme.color("paper"))
        paint_tide(painter, [(at.x(), at.y()) for at in reported], layout.base, palette)
        solid, flat = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
        join = Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(theme.color("river"), _SERIES_WIDTH, solid, flat, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(reported))
        brush, last = MarkBrush(painter, theme), reported[-1] if reported else None
        for point in self._data.points:
            if point.is_target and last is not None:
                brush.link(last, layout.centre(point))

    def _paint_mark(self, painter: QPainter, layout: LineLayout, point: LinePoint) -> None:
        brush, centre = MarkBrush(painter, self.ctx.theme), layout.centre(point)
        if point.span is not None:
            start, end = point.span
            left, right = QPointF(layout.x.at(start), centre.y()), layout.x.at(end)
            brush.whisker(left, QPointF(right, centre.y()))
        if point.is_target:
            brush.target(centre)
        else:
            brush.dot(centre, point.bound)

    def _spoken(self, point: LinePoint) -> str:
        if point.spoken:
            return point.spoken
        parts = [_year(point), f"{point.label} {self._data.unit}".strip(), self._kind(point)]
        return self.ctx.words("charts.joint").join(parts)

    def _kind(self, point: LinePoint) -> str:
        words = self.ctx.words
        kinds = [words("charts.target" if point.is_target else "charts.reported")]
        if point.span is not None:
            kinds.append(words("charts.undated"))
        return words("charts.joint").join(kinds)

    def _value_head(self) -> str:
        head = self.ctx.words("charts.head.value")
        return f"{head} ({self._data.unit})" if self._data.unit else head


def _year(point: LinePoint) -> str:
    if point.span is None:
        return str(int(point.at))
    start, end = (int(year) for year in point.span)
    return f"{start}–{end}" if end > start else str(start)
