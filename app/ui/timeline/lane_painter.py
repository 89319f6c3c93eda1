"""Paints the lanes of a stage: grounds, bars, points and the names there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.theme import Theme
from app.ui.timeline.axes import Axes
from app.ui.timeline.bands import Band
from app.ui.timeline.density import paint_tide, tide
from app.ui.timeline.event_marks import SOFT
from app.ui.timeline.labels import Labels
from app.ui.timeline.lanes import DAY
from app.ui.timeline.packing import BED, POINT, Mark
from app.ui.timeline.stage import Stage


class LanePainter:
    """One frame of one plot."""

    def __init__(self, theme: Theme, stage: Stage, axes: Axes, labels: Labels) -> None:
        self._theme, self._stage, self._axes = theme, stage, axes
        self._labels = labels
        self._marks = labels.marks
        self._water = QColor(theme.motif()["river"][2])
        self._crowded = stage.crowded()
        self.hovered: Mark | None = None
        self.selected: Mark | None = None

    def paint(self, painter: QPainter) -> None:
        """All lanes, from the first to the last."""
        for band in self._stage.bands:
            crowded = band.lane.key in self._crowded
            if crowded:
                heights = tide(band, self._stage.scale)
                paint_tide(painter, self._axes, band, heights, self._water)
            marks = self._stage.marks(band, crowded=crowded)
            for mark in marks:
                self._paint_mark(painter, band, mark)

    def paint_edges(self, painter: QPainter) -> None:
        """Hairlines between the lanes."""
        painter.setPen(QPen(self._theme.color("line"), 1))
        for band in self._stage.bands:
            start, end = (self._axes.point(at, band.bottom) for at in (0, self._axes.along))
            painter.drawLine(start, end)

    def _paint_mark(self, painter: QPainter, band: Band, mark: Mark) -> None:
        start, end = self._stage.x(mark)
        along = self._axes.along
        if end < -self._theme.px(360) or start > along + 24:
            return
        if mark.form == POINT:
            self._paint_point(painter, band, mark, (start + end) / 2)
        elif end > 0:
            self._paint_bar(painter, band, mark, start, end)

    # Points

    def _paint_point(self, painter: QPainter, band: Band, mark: Mark, middle: float) -> None:
        across = self._stage.y(band, mark)
        at = self._axes.point(middle, across)
        key, hovered = band.lane.key, mark is self.hovered
        if mark is self.selected:
            self._paint_selection(painter, at, mark.count)
        if mark.count > 1:
            self._marks.paint_cluster(painter, key, at, mark.count, is_hovered=hovered)
        else:
            self._marks.paint_point(painter, key, at, is_hovered=hovered)
        if mark.is_named:
            self._paint_name(painter, band, mark, at)

    def _paint_selection(self, painter: QPainter, at: QPointF, count: int) -> None:
        """The lacquer ring: where one is."""
        painter.setPen(QPen(self._theme.color("lacquer"), 3))
        painter.setBrush(self._theme.color("surface"))
        if count > 1:
            box = self._marks.pill(count, at).adjusted(-4, -4, 4, 4)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        else:
            painter.drawEllipse(at, self._theme.px(11), self._theme.px(11))

    def _paint_name(self, painter: QPainter, band: Band, mark: Mark, at: QPointF) -> None:
        label = self._labels.of(band.lane, mark.members[0])
        is_here = mark is self.selected and mark.count == 1
        ink = "lacquer" if is_here else "river" if mark is self.hovered else "ink1"
        painter.setPen(self._theme.color(ink))
        if self._axes.is_down:
            lines = self._labels.lines(band.lane, mark.members[0], band.height)
            top, plot = at.y() - lines.height / 2, self._axes.plot
            if plot.top() <= top and top + lines.height <= plot.bottom():
                self._labels.paint_lines(painter, lines, at + QPointF(self._theme.px(16), 0))
            return
        aside = float(self._theme.px(14 if mark.form == POINT else 6))
        if mark.count > 1 and mark.form == POINT:
            aside = self._marks.pill(mark.count, at).width() / 2 + self._theme.px(5)
        if mark is self.selected:
            aside += self._theme.px(3)
        left, width = at.x() + aside, self._labels.length(band.lane, mark.members[0], 0)
        plot = self._axes.plot
        if left < plot.left() or left + width > plot.right():
            return  # a name is read whole or not at all
        half = self._theme.px(9)
        patch = QRectF(left - 2, at.y() - half, width + 4, 2 * half)
        if band.lane.key not in self._crowded:  # no tick runs through the words
            painter.fillRect(patch, self._theme.color("paper"))
        self._labels.letters_of(band.lane, mark.members[0]).draw(painter, label, left, at.y())

    # Bars

    def _paint_bar(
        self, painter: QPainter, band: Band, mark: Mark, start: float, end: float
    ) -> None:
        across, sizes = self._stage.y(band, mark), self._stage.look.sizes
        is_bed = mark.form == BED
        thick = sizes.bed - 2 if is_bed else sizes.row - 4
        half = (min(thick, self._theme.px(24)) if self._axes.is_down else thick) / 2
        limit = self._axes.along
        far = 8 * SOFT
        box = self._axes.box(max(start, -far) + 1, min(end, limit + far) - 1, across - half,
                             across + half)  # fmt: skip
        hovered = mark is self.hovered
        self._marks.paint_bar(painter, band.lane.key, box, is_soft=mark.grain != DAY, is_bed=is_bed,
                              is_hovered=hovered, is_down=self._axes.is_down)  # fmt: skip
        if mark is self.selected:
            painter.setPen(QPen(self._theme.color("lacquer"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)
        self._name_bar(painter, band, mark, self._free(mark, box))
        if mark.is_named and not self._axes.is_down:
            self._paint_name(painter, band, mark, QPointF(box.right(), box.center().y()))

    def _free(self, mark: Mark, box: QRectF) -> QRectF:
        """The widest part of a bar that is in sight and on which nothing stands."""
        seen = box.intersected(self._axes.plot)
        if not mark.on:
            return seen
        first, across = self._axes.split(seen.topLeft())
        last, below = self._axes.split(seen.bottomRight())
        scale, half = self._stage.scale, self._stage.look.point * 0.7
        middles = sorted((day - scale.start) * scale.day_width for day in mark.on)
        edges = [first, *(one for at in middles for one in (at - half, at + half)), last]
        gaps = [(max(a, first), min(b, last)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
        widest = max(gaps, key=lambda gap: gap[1] - gap[0])
        return self._axes.box(*widest, across, below) if widest[1] > widest[0] else QRectF()

    def _name_bar(self, painter: QPainter, band: Band, mark: Mark, seen: QRectF) -> None:
        """The name of what fills the bar, in the part that is seen; its number if that is all."""
        is_target = band.lane.key == "target"
        ink = self._theme.color("gold" if is_target else "ink2" if mark.form == BED else "ink1")
        if self._axes.is_down:
            if mark.count > 1 and seen.height() > self._theme.px(18):
                painter.setPen(ink)
                self._marks.count_letters.draw_centred(painter, f"{mark.count:,}", seen.center())
            elif mark.is_named:
                middle = (mark.middle - self._stage.scale.start) * self._stage.scale.day_width
                at = self._axes.point(middle, self._stage.y(band, mark))
                self._paint_name(painter, band, mark, at)
            return
        if seen.width() < self._theme.px(20):
            return
        margin = SOFT + 1 if mark.grain != DAY else self._theme.px(6)
        if mark.is_named and mark.count == 1:
            return  # its name stands behind it
        for told in self._labels.of_bar(band.lane, mark):
            if self._labels.bar_letters.width(told) + 2 * margin <= seen.width():
                painter.setPen(ink)
                self._labels.bar_letters.draw_centred(painter, told, seen.center())
                return
