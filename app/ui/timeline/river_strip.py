"""The river of all years: as wide as a year has records, with the frame of what is on screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.dates import first_day
from app.model.event import Event
from app.ui.art.palettes import motif_palette_on
from app.ui.art.river import River
from app.ui.art.river_shape import RiverSpec
from app.ui.context import Context
from app.ui.timeline.axes import Axes
from app.ui.timeline.lanes import Span
from app.ui.timeline.overview_years import YearMark, placed_years
from app.ui.timeline.reach import Reach
from app.ui.timeline.scale import TimeScale
from app.ui.widgets.typeset import typeset

_THICK, _THICK_DOWN = 96, 132
_LEAD, _LEAD_DOWN = 92, 44  # as the gutter of the canvas, so that both plots begin together
_RIVER: Final = 0.40  # the middle of the river across the strip
_HALF: Final = 24
_THREAD: Final = 0.06  # of the greatest width: what a year without records keeps


class RiverStrip(QWidget):
    """Paints; what hands do to it is the overview's."""

    spoken_role = QAccessible.Role.Chart

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.is_down = False
        self.reach = Reach(730_000, 731_000)
        self.days = (730_000.0, 731_000.0)
        self._events: Sequence[Event] = ()
        self._still: QPixmap | None = None
        self.key_focus = False
        self.years: list[YearMark] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # What pages use

    def set_events(self, events: Sequence[Event], reach: Reach) -> None:
        """Show the years of these events."""
        self._events, self.reach = events, reach
        self._still = None
        for old in self.years:
            old.hide()
            old.deleteLater()
        found = sorted({first_day(event.start).year for event in events})
        self.years = [YearMark(self.ctx, year, self) for year in found]
        self._place_years()
        self.update()

    def set_frame(self, scale: TimeScale, told: str) -> None:
        """Which stretch is on screen, and in words."""
        self.days = (scale.start, scale.end)
        words = self.ctx.words
        self.setAccessibleName(
            words("timeline.joint").join((words("timeline.river"),
                                          words("timeline.river.window", range=told)))
        )  # fmt: skip
        self.setAccessibleDescription(words("timeline.river.hint"))
        for mark in self.years:
            first, last = date(mark.year, 1, 1).toordinal(), date(mark.year, 12, 31).toordinal()
            mark.set_here(inside=first < scale.end and last > scale.start)
        self.update()

    def set_down(self, *, is_down: bool) -> None:
        """Let the river flow downwards, beside lanes that do."""
        if is_down == self.is_down:
            return
        self.is_down = is_down
        policy = QSizePolicy.Policy
        both = (policy.Fixed, policy.Expanding) if is_down else (policy.Expanding, policy.Fixed)
        self.setSizePolicy(*both)
        self._forget()
        self.updateGeometry()

    def frame(self) -> QRectF:
        """The frame on the widget."""
        first, last = (self.x_of(day) for day in self.days)
        axes = self.axes()
        first, last = max(first, 1.0), min(last, axes.along - 1)
        below = self.ctx.px(48 if self.is_down else 26)
        return axes.box(first, max(last, first + 6), 2, axes.across - below)

    # Geometry

    def axes(self) -> Axes:
        lead = self.ctx.px(_LEAD_DOWN if self.is_down else _LEAD)
        box = QRectF(self.rect())
        plot = box.adjusted(0, lead, 0, 0) if self.is_down else box.adjusted(lead, 0, 0, 0)
        return Axes(plot, self.is_down)

    def _scale(self) -> TimeScale:
        return self.reach.whole(max(1.0, self.axes().along))

    def x_of(self, day: float) -> float:
        scale = self._scale()
        return (day - scale.start) * scale.day_width

    def day_at(self, along: float) -> float:
        scale = self._scale()
        return scale.start + along / scale.day_width

    def _forget(self) -> None:
        self._still = None
        self._place_years()
        self.update()

    def _place_years(self) -> None:
        axes, px = self.axes(), self.ctx.px
        middles = [self.x_of(date(mark.year, 7, 2).toordinal()) for mark in self.years]
        sizes = [mark.sizeHint() for mark in self.years]
        lengths = [size.height() if self.is_down else size.width() for size in sizes]
        shown = placed_years(middles, lengths, axes.along, px(2))
        for mark, middle, size, is_shown in zip(self.years, middles, sizes, shown, strict=True):
            spot = axes.point(middle, axes.across - px(13 if not self.is_down else 24))
            corner = QPoint(round(spot.x() - size.width() / 2), round(spot.y() - size.height() / 2))
            mark.setGeometry(QRect(corner, size))
            mark.setVisible(is_shown)

    # Painting

    def _river(self) -> River:
        """Its width tells how many records a year has; it runs as a thread where there are none."""
        axes, px = self.axes(), self.ctx.px
        counts = Counter(first_day(event.start).year for event in self._events)
        most = max(counts.values(), default=1)
        first = date.fromordinal(max(1, round(self.reach.first))).year
        last = date.fromordinal(round(self.reach.last) - 1).year
        points = tuple(
            (self.x_of(date(year, 7, 2).toordinal()), max(counts[year] / most, _THREAD))
            for year in range(first, last + 1)
        )
        spec = RiverSpec(
            axes.along, axes.across * _RIVER, points, px(_HALF), strands=18, sway=2, swell=px(3),
            wave_length=px(190), line_width=0.8, bits=26, bit_length=0.7,
        )  # fmt: skip
        return River(spec, motif_palette_on(self.ctx.theme.color("paper")))

    def _paint_still(self) -> QPixmap:
        axes, ratio = self.axes(), self.devicePixelRatioF()
        made = QPixmap(round(axes.along * ratio), round(axes.across * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(self.ctx.theme.color("paper"))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        river = self._river()
        river.paint_still(painter)
        river.paint_bits(painter, 0)
        painter.setPen(QPen(self.ctx.theme.color("river"), 2))
        painter.setBrush(self.ctx.theme.color("paper"))
        radius = self.ctx.px(4)
        for event in self._events:
            if event.kind == "edition":
                x = self.x_of(Span.of(event).middle)
                painter.drawEllipse(QPointF(x, river.shape.centre(x)), radius, radius)
        painter.end()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """River, veil, frame with its two floats, legend."""
        painter = QPainter(self)
        theme, axes = self.ctx.theme, self.axes()
        painter.fillRect(event.rect(), theme.color("paper"))
        if self._still is None:
            self._still = self._paint_still()
        painter.save()
        painter.translate(axes.plot.topLeft())
        if self.is_down:
            painter.setTransform(QTransform(0, 1, 1, 0, 0, 0), True)  # noqa: FBT003
        painter.drawPixmap(0, 0, self._still)
        painter.restore()
        self._paint_frame(painter, axes)
        if not self.is_down:
            self._paint_legend(painter, axes)
        if self.key_focus:
            painter.setPen(QPen(theme.color("focus"), self.ctx.px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.frame().adjusted(-1, -1, 1, 1), 4, 4)

    def _paint_legend(self, painter: QPainter, axes: Axes) -> None:
        """What the width means, where the frame leaves room for it."""
        painter.setFont(self.ctx.theme.font("caption"))
        painter.setPen(self.ctx.theme.color("ink2"))
        told = typeset(self.ctx.words("timeline.river.legend"), self.ctx.language)
        metrics = painter.fontMetrics()
        if axes.plot.left() + metrics.horizontalAdvance(told) + 8 < self.frame().left():
            painter.drawText(axes.point(0, metrics.ascent() + 2), told)

    def _paint_frame(self, painter: QPainter, axes: Axes) -> None:
        theme, box = self.ctx.theme, self.frame()
        veil = QColor(theme.color("paper"))
        veil.setAlphaF(0.62)
        start, _ = axes.split(box.topLeft())
        end, across = axes.split(box.bottomRight())
        painter.fillRect(axes.box(0, start, 0, across), veil)
        painter.fillRect(axes.box(end, axes.along, 0, across), veil)
        lacquer = theme.color("lacquer")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(lacquer, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(lacquer)
        middle, size = axes.across * _RIVER, self.ctx.px(7)
        for at, way in ((start, -1), (end, 1)):
            tips = ((at + way * size, middle), (at, middle - size), (at, middle + size))
            painter.drawPolygon(QPolygonF([axes.point(*tip) for tip in tips]))

    # Qt

    def sizeHint(self) -> QSize:
        """A strip."""
        if self.is_down:
            return QSize(self.ctx.px(_THICK_DOWN), self.ctx.px(240))
        return QSize(self.ctx.px(480), self.ctx.px(_THICK))

    def minimumSizeHint(self) -> QSize:
        """As thick as it is."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The river over another length."""
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme, language or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self._forget()
            self.updateGeometry()
        super().changeEvent(event)
