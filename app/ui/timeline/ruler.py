"""The tide gauge along the lanes: ticks from decades to days, the year or month one is in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.model.text import EN
from app.model.wording import period
from app.ui.theme import Theme
from app.ui.timeline.axes import Axes
from app.ui.timeline.scale import Tick, TimeScale
from app.ui.widgets.typeset import typeset

_GAP, _FINE_GAP = 58, 7  # pixels between labelled ticks, and between any
_SPANS: Final = ("day", "month", "quarter")  # told in the middle of their stretch


def mixed(ink: QColor, paper: QColor, share: float) -> QColor:
    """An ink thinned with paper: opaque colours are painted faster than clear ones."""
    pairs = ((ink.red(), paper.red()), (ink.green(), paper.green()), (ink.blue(), paper.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))


class Ruler:
    """Paints the ticks of one theme for a plot; lines first, so that events lie on them."""

    def __init__(self, theme: Theme, axes: Axes, scale: TimeScale) -> None:
        self._theme, self._axes = theme, axes
        pad = theme.px(160)  # ticks before the edge: their words may reach in
        self._pad = pad
        self._wide = TimeScale(scale.start - pad / scale.day_width, scale.day_width,
                               scale.width + 2 * pad)  # fmt: skip
        self._length = scale.width
        self.unit = scale.unit(theme.px(_GAP))
        self.ticks = self._wide.ticks(theme.px(_GAP))

    def paint_lines(self, painter: QPainter) -> None:
        """Hairlines through all lanes: stronger where a larger unit begins."""
        faint = mixed(self._theme.color("line"), self._theme.color("paper"), 0.8)
        firm = mixed(self._theme.color("lineStrong"), self._theme.color("paper"), 0.5)
        lines: dict[bool, list[QLineF]] = {False: [], True: []}
        for tick in self.ticks:
            at = round(tick.x - self._pad)
            if 0 <= at <= self._length:
                line = QLineF(self._axes.point(at, 0), self._axes.point(at, self._axes.across))
                lines[self._begins(tick)].append(line)
        for begins, colour in ((False, faint), (True, firm)):
            self._draw_lines(painter, lines[begins], colour)

    def _draw_lines(self, painter: QPainter, lines: list[QLineF], colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003
        painter.setPen(QPen(colour, 1))
        painter.drawLines(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, painter: QPainter) -> None:
        """Ticks on the edge of the lanes and the words above them."""
        self._paint_ticks(painter)
        if self.unit.name in ("year", "decade"):
            self._paint_years(painter)
            return
        self._paint_parts(painter)
        self._paint_contexts(painter)

    def _begins(self, tick: Tick) -> bool:
        """Whether a year begins, or a decade where ticks are years, or a month among days."""
        if self.unit.name in ("day", "week"):
            return tick.day.day == 1
        return tick.is_major

    def _paint_ticks(self, painter: QPainter) -> None:
        theme, axes = self._theme, self._axes
        lines = [QLineF(axes.point(0, -1), axes.point(axes.along, -1))]
        for ticks, length in ((self._wide.ticks(_FINE_GAP), 4), (self.ticks, 9)):
            reach = theme.px(length)
            for tick in ticks:
                at = round(tick.x - self._pad)
                if 0 <= at <= self._length:
                    lines.append(QLineF(axes.point(at, -reach), axes.point(at, -1)))
        self._draw_lines(painter, lines, theme.color("lineStrong"))

    def _paint_years(self, painter: QPainter) -> None:
        """Years in serif: in the middle of the year, at the tick where one stands for several."""
        font = self._theme.make_font(17, "display", 700)
        for number, tick in enumerate(self.ticks):
            at = tick.x - self._pad
            if self.unit.months == 12 and number + 1 < len(self.ticks):
                after = self.ticks[number + 1].x - self._pad
                at = self._middle_in_sight(at, after, str(tick.day.year), font)
            self._write(painter, str(tick.day.year), font, "ink1", at, 22)

    def _middle_in_sight(self, start: float, end: float, told: str, font: QFont) -> float:
        """The middle of a stretch, or as near to it as the words are seen whole."""
        half = QFontMetricsF(font).horizontalAdvance(told) / 2
        middle = min(max((start + end) / 2, half + 2), self._length - half - 2)
        return min(max(middle, start + half + 4), end - half - 4)

    def _paint_parts(self, painter: QPainter) -> None:
        """Months or days, each in the middle of its stretch."""
        font = self._theme.make_font(13)
        for tick, after in zip(self.ticks, self.ticks[1:], strict=False):
            inside = self.unit.name in _SPANS and self.unit.name != "quarter"
            at = (tick.x + after.x) / 2 if inside else tick.x
            told = self._told(tick.day)
            weekend = self.unit.name == "day" and tick.day.weekday() >= 5
            self._write(painter, told, font, "ink3" if weekend else "ink2", at - self._pad, 19)

    def _paint_contexts(self, painter: QPainter) -> None:
        """The year, or the month of the days: at its beginning, or held at the edge."""
        font = self._theme.make_font(17, "display", 700)
        by_days = self.unit.name in ("day", "week")
        starts = self._starts(by_days=by_days)
        for number, (at, told) in enumerate(starts):
            width = QFontMetricsF(font).horizontalAdvance(typeset(told, self._theme.language))
            shown = max(at, 0.0)
            if number + 1 < len(starts):
                room = starts[number + 1][0] - self._theme.px(12)
                shown = min(shown, room - (self._theme.px(24) if self._axes.is_down else width))
            if shown > self._length:
                continue
            self._write_context(painter, told, font, shown)

    def _starts(self, *, by_days: bool) -> list[tuple[float, str]]:
        """Where the years or months on screen begin, the first one being under way."""
        first = self._wide.day(self._pad)
        day = first.replace(day=1) if by_days else first.replace(month=1, day=1)
        made: list[tuple[float, str]] = []
        while (at := self._wide.x(day) - self._pad) <= self._length:
            told = day.isoformat()[: 7 if by_days else 4]
            made.append((at, period(told, "", self._theme.language) if by_days else told))
            following = day + timedelta(days=32 if by_days else 367)
            day = following.replace(day=1) if by_days else following.replace(month=1, day=1)
        return made

    def _told(self, day: date) -> str:
        if self.unit.name in ("month", "quarter"):
            if self._theme.language == EN:
                return day.strftime("%b")
            return f"{day.month}月"
        if self.unit.name == "week" and self._theme.language != EN:
            return f"{day.day}日"
        return str(day.day)

    def _write(
        self, painter: QPainter, text: str, font: QFont, ink: str, at: float, above: float
    ) -> None:
        """Words centred on a place of the axis, so far from the lanes."""
        shown = typeset(text, self._theme.language)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(shown)
        half = (metrics.capHeight() if self._axes.is_down else width) / 2
        if at - half < -1 or at + half > self._length + 1:
            return  # a word is read whole or not at all
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        if self._axes.is_down:
            spot = self._axes.point(at, -self._theme.px(14))
            corner = QPointF(spot.x() - width, spot.y() + metrics.capHeight() / 2)
        else:
            spot = self._axes.point(at, -self._theme.px(above))
            corner = QPointF(spot.x() - width / 2, spot.y() + metrics.capHeight() / 2)
        painter.drawText(corner, shown)

    def _write_context(self, painter: QPainter, text: str, font: QFont, at: float) -> None:
        shown = typeset(text, self._theme.language)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink1"))
        if self._axes.is_down:
            spot = self._axes.point(at, -self._axes.plot.left())
            ground = QRectF(spot.x(), spot.y(), self._axes.plot.left() - 14, metrics.height() + 2)
            painter.fillRect(ground, self._theme.color("paper"))
            painter.drawText(spot + QPointF(0, metrics.ascent() + 1), shown)
            return
        spot = self._axes.point(at, -self._theme.px(39))
        painter.drawText(spot + QPointF(0, metrics.capHeight() / 2), shown)
