"""The river of all years beside the lanes, and the frame where one looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
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
_GRIP: Final = 9  # pixels around an edge of the frame that drag it
_STEP: Final = 0.2  # of the frame, with an arrow


class Overview(QWidget):
    """`moved` tells the first and the last day that the frame was put to."""

    moved = Signal(float, float)
    zoomed = Signal(float)
    year_asked = Signal(int)
    spoken_role = QAccessible.Role.Chart

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.is_down = False
        self._reach = Reach(730_000, 731_000)
        self._frame = (730_000.0, 731_000.0)
        self._events: Sequence[Event] = ()
        self._still: QPixmap | None = None
        self._grip = ""
        self._grip_at = 0.0
        self._key_focus = False
        self.years: list[YearMark] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # What pages use

    def set_events(self, events: Sequence[Event], reach: Reach) -> None:
        """Show the years of these events."""
        self._events, self._reach = events, reach
        self._still = None
        for old in self.years:
            old.hide()
            old.deleteLater()
        found = sorted({first_day(event.start).year for event in events})
        self.years = [YearMark(self.ctx, year, self) for year in found]
        for mark in self.years:
            mark.clicked.connect(self._on_year)
        self._place_years()
        self.update()

    def set_frame(self, scale: TimeScale, told: str) -> None:
        """Which stretch is on screen, and in words."""
        self._frame = (scale.start, scale.end)
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
        first, last = (self._x(day) for day in self._frame)
        axes = self._axes()
        first, last = max(first, 1.0), min(last, axes.along - 1)
        return axes.box(first, max(last, first + 6), 2, axes.across - self.ctx.px(26 if not self.is_down else 48))

    # Geometry

    def _axes(self) -> Axes:
        lead = self.ctx.px(_LEAD_DOWN if self.is_down else _LEAD)
        box = QRectF(self.rect())
        plot = box.adjusted(0, lead, 0, 0) if self.is_down else box.adjusted(lead, 0, 0, 0)
        return Axes(plot, self.is_down)

    def _scale(self) -> TimeScale:
        return self._reach.whole(max(1.0, self._axes().along))

    def _x(self, day: float) -> float:
        scale = self._scale()
        return (day - scale.start) * scale.day_width

    def _day(self, along: float) -> float:
        scale = self._scale()
        return scale.start + along / scale.day_width

    def _forget(self) -> None:
        self._still = None
        self._place_years()
        self.update()

    def _place_years(self) -> None:
        axes, px = self._axes(), self.ctx.px
        middles = [self._x(date(mark.year, 7, 2).toordinal()) for mark in self.years]
        sizes = [mark.sizeHint() for mark in self.years]
        lengths = [size.height() if self.is_down else size.width() for size in sizes]
        shown = placed_years(middles, lengths, axes.along, px(2))
        for mark, middle, size, is_shown in zip(self.years, middles, sizes, shown, strict=True):
            spot = axes.point(middle, axes.across - px(13 if not self.is_down else 24))
            mark.setGeometry(round(spot.x() - size.width() / 2), round(spot.y() - size.height() / 2),
                             size.width(), size.height())  # fmt: skip
            mark.setVisible(is_shown)

    # Painting

    def _river(self) -> River:
        """Its width tells how many records a year has; it runs as a thread where there are none."""
        axes, px = self._axes(), self.ctx.px
        counts = Counter(first_day(event.start).year for event in self._events)
        most = max(counts.values(), default=1)
        first = date.fromordinal(max(1, round(self._reach.first))).year
        last = date.fromordinal(round(self._reach.last) - 1).year
        points = tuple(
            (self._x(date(year, 7, 2).toordinal()), max(counts[year] / most, _THREAD))
            for year in range(first, last + 1)
        )
        spec = RiverSpec(
            axes.along, axes.across * _RIVER, points, px(_HALF), strands=18, sway=2, swell=px(3),
            wave_length=px(190), line_width=0.8, bits=26, bit_length=0.7,
        )  # fmt: skip
        return River(spec, motif_palette_on(self.ctx.theme.color("paper")))

    def _paint_still(self) -> QPixmap:
        axes, ratio = self._axes(), self.devicePixelRatioF()
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
                x = self._x(Span.of(event).middle)
                painter.drawEllipse(QPointF(x, river.shape.centre(x)), radius, radius)
        painter.end()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """River, veil, frame with its two floats, legend."""
        painter = QPainter(self)
        theme, axes = self.ctx.theme, self._axes()
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
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("ink2"))
            told = typeset(self.ctx.words("timeline.river.legend"), self.ctx.language)
            painter.drawText(axes.point(0, painter.fontMetrics().ascent() + 2), told)
        if self._key_focus:
            painter.setPen(QPen(theme.color("focus"), self.ctx.px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.frame().adjusted(-1, -1, 1, 1), 4, 4)

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

    # Moving the frame

    def _on_year(self) -> None:
        mark = self.sender()
        if isinstance(mark, YearMark):
            self.year_asked.emit(mark.year)

    def _grip_under(self, along: float) -> str:
        first, last = (self._x(day) for day in self._frame)
        grip = self.ctx.px(_GRIP)
        if last - first > 3 * grip and abs(along - first) <= grip:
            return "first"
        if last - first > 3 * grip and abs(along - last) <= grip:
            return "last"
        return "frame" if first - grip <= along <= last + grip else ""

    def _drag(self, along: float) -> None:
        first, last = self._frame
        moved = self._day(along) - self._day(self._grip_at)
        self._grip_at = along
        if self._grip == "first":
            first = min(first + moved, last - 1)
        elif self._grip == "last":
            last = max(last + moved, first + 1)
        else:
            first, last = first + moved, last + moved
        self.moved.emit(first, last)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame or of one of its edges; elsewhere the frame comes there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        along, _ = self._axes().split(event.position())
        self._grip = self._grip_under(along)
        self._grip_at = along
        if not self._grip:
            first, last = self._frame
            middle = self._day(along)
            self._grip = "frame"
            self.moved.emit(middle - (last - first) / 2, middle + (last - first) / 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        along, _ = self._axes().split(event.position())
        if self._grip:
            self._drag(along)
            return
        shapes = {"frame": Qt.CursorShape.OpenHandCursor, "": Qt.CursorShape.PointingHandCursor}
        sizing = Qt.CursorShape.SizeVerCursor if self.is_down else Qt.CursorShape.SizeHorCursor
        self.setCursor(shapes.get(self._grip_under(along), sizing))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the frame; with Ctrl it zooms."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1.0018**turned)
        else:
            self._push(-turned / 600)
        event.accept()

    def _push(self, share: float) -> None:
        first, last = self._frame
        moved = (last - first) * share
        self.moved.emit(first + moved, last + moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, plus and minus zoom, Home and End go to the ends."""
        key, (first, last) = event.key(), self._frame
        days = last - first
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._push(-_STEP)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._push(_STEP)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoomed.emit(1 / 1.6 if key == Qt.Key.Key_Minus else 1.6)
        elif key == Qt.Key.Key_Home:
            self.moved.emit(self._reach.first, self._reach.first + days)
        elif key == Qt.Key.Key_End:
            self.moved.emit(self._reach.last - days, self._reach.last)
        else:
            super().keyPressEvent(event)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self._key_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
        )  # fmt: skip
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        self._key_focus = False
        self.update()
        super().focusOutEvent(event)
