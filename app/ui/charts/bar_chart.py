"""Numbers side by side whose counting scopes differ: they never share a fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.ui.charts.axis import Scale, grouped, nice_ticks
from app.ui.charts.chart import Chart, Point, Seals
from app.ui.charts.data import ABOVE, Bar, BarData, BarGroup
from app.ui.charts.lettering import LEFT, RIGHT
from app.ui.charts.marks import MarkBrush
from app.ui.context import Context

_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 10, 26, 46
_LABEL, _NOTE = 13, 12
_BAR, _GAP = 30, 8
_LABEL_ABOVE, _CARET_ROOM = 14, 14
_LABEL_HEIGHT: Final = 18
_LEAST_SHARE: Final = 0.8  # of the usual size of labels


@dataclass(frozen=True, slots=True)
class _Placed:
    """A bar, or with no bar the gap of a group, and where it stands."""

    group: BarGroup
    bar: Bar | None
    box: QRectF
    centre: float
    pitch: float
    # The left end of the label, in the middle of its height, and its font.
    label_at: QPointF = field(default_factory=QPointF)
    font: QFont = field(default_factory=QFont)


@dataclass(frozen=True, slots=True)
class _Layout:
    left: float
    right: float
    y: Scale
    ticks: list[float]
    placed: tuple[_Placed, ...]
    centres: tuple[float, ...]


class BarChart(Chart):
    """Mockup 06: solid, hollow and hatched bars; a dashed base where nothing is known."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._data = BarData("", "", ())

    def set_data(self, data: BarData, seals: Seals | None = None) -> None:
        """Shows groups of bars; `seals` lie behind the labels of their bars."""
        self._data = data
        self.show_data(seals)

    def chart_name(self) -> str:
        return self._data.name

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Edition, year, scope, value as told."""
        words = self.ctx.words
        value = words("charts.head.value")
        value = f"{value} ({self._data.unit})" if self._data.unit else value
        heads = ("charts.head.edition", "charts.head.year", "charts.head.scope")
        rows = [(*(words(head) for head in heads), value)]
        for group in self._data.groups:
            for bar in group.bars:
                scope = self._data.scopes.get(bar.scope, "")
                rows.append((group.label, group.note, scope, bar.label))
            if not group.bars:
                rows.append((group.label, group.note, "", words("charts.missing")))
        return tuple(rows)

    def points(self, size: QSizeF) -> list[Point]:
        """Bars, and gaps that say so."""
        points = []
        for number, placed in enumerate(self._layout(size).placed):
            bar = placed.bar
            room = placed.box.adjusted(-4, -self.ctx.px(32), 4, 0)
            point_id = bar.id if bar else f"missing-{number}"
            seals_at = self._seals_at(placed) if bar and bar.seal_texts else None
            points.append(Point(point_id, room, self._spoken(placed), seals_at))
        return points

    def paint_chart(self, painter: QPainter, size: QSizeF, *, with_seals: bool) -> None:
        """Axes, bars, labels."""
        layout = self._layout(size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, layout)
        for placed in layout.placed:
            if placed.bar is None:
                self._paint_gap(painter, placed)
            else:
                self._paint_bar(painter, placed, placed.bar)
        for placed in layout.placed:
            if placed.bar is None:
                continue
            self._paint_label(painter, placed, placed.bar, layout.placed)
            if with_seals:
                seals = placed.bar.seal_texts
                self.letters.draw_seals(painter, seals, self._seals_at(placed))

    def sizeHint(self) -> QSize:
        """The size in the mockup."""
        return QSize(self.ctx.px(840), self.ctx.px(244))

    def minimumSizeHint(self) -> QSize:
        """Bars may stand closer, never hidden."""
        return QSize(self.ctx.px(380), self.ctx.px(200))

    def _layout(self, size: QSizeF) -> _Layout:
        px, data = self.ctx.px, self._data
        left, right = float(px(_LEFT)), size.width() - px(_RIGHT)
        top, base = px(_TOP), size.height() - px(_BOTTOM)
        highest = max((bar.value for group in data.groups for bar in group.bars), default=1.0)
        ticks = nice_ticks(0, highest, cover=True)
        y = Scale(0, ticks[-1], base, top)
        pitch = (right - left) / max(1, len(data.groups))
        centres = tuple(left + pitch * (number + 0.5) for number in range(len(data.groups)))
        placed = tuple(
            one
            for group, centre in zip(data.groups, centres, strict=True)
            for one in self._place(group, centre, pitch, y)
        )
        placed = self._lifted(tuple(self._labelled(placed)))
        return _Layout(left, right, y, ticks, placed, centres)

    def _place(self, group: BarGroup, centre: float, pitch: float, y: Scale) -> Iterator[_Placed]:
        px, base = self.ctx.px, y.near
        if not group.bars:
            width = min(px(52), pitch * 0.7)
            box = QRectF(centre - width / 2, base - px(28), width, px(28))
            yield _Placed(group, None, box, centre, pitch)
            return
        count = len(group.bars)
        width = min(px(_BAR), (pitch * 0.9 - (count - 1) * px(_GAP)) / count)
        left = centre - (count * width + (count - 1) * px(_GAP)) / 2
        for bar in group.bars:
            top = y.at(bar.value)
            box = QRectF(round(left), round(top), round(width), round(base) - round(top))
            yield _Placed(group, bar, box, box.center().x(), pitch)
            left += width + px(_GAP)

    def _paint_axes(self, painter: QPainter, layout: _Layout) -> None:
        theme, letters = self.ctx.theme, self.letters
        font = letters.font(_NOTE)
        for value in layout.ticks:
            y = round(layout.y.at(value)) + 0.5
            painter.setPen(QPen(theme.color("line" if value else "lineStrong"), 1))
            painter.drawLine(QPointF(layout.left, y), QPointF(layout.right + theme.px(_RIGHT), y))
            point, ink = QPointF(layout.left - theme.px(8), y), theme.color("ink3")
            letters.write(painter, grouped(value), font, ink, point, align=RIGHT)
        base = layout.y.near
        ink1, ink3 = theme.color("ink1"), theme.color("ink3")
        names = self._fitting([group.label for group in self._data.groups], layout.centres)
        for group, centre in zip(self._data.groups, layout.centres, strict=True):
            label_at = QPointF(centre, base + theme.px(16))
            letters.write(painter, group.label, names, ink1, label_at)
            note_at = QPointF(centre, base + theme.px(34))
            letters.write(painter, group.note, font, ink3, note_at)

    def _fitting(self, labels: Sequence[str], centres: Sequence[float]) -> QFont:
        """The font of the names below the groups, smaller where they would meet."""
        font = QFont(self.letters.font(_LABEL, bold=True))
        pitch = min((after - before for before, after in pairwise(centres)), default=0.0)
        widest = max((self.letters.width(label, font) for label in labels), default=0.0)
        room = pitch - self.ctx.px(6)
        if pitch and widest > room:
            font.setPixelSize(max(8, int(font.pixelSize() * room / widest)))
        return font

    def _paint_bar(self, painter: QPainter, placed: _Placed, bar: Bar) -> None:
        theme, brush = self.ctx.theme, MarkBrush(painter, self.ctx.theme)
        brush.bar(placed.box, bar.scope)
        if bar.bound in ABOVE:
            colour = "gold" if bar.scope == "hatched" else "river"
            top = QPointF(placed.centre, placed.box.top() + theme.px(10))
            brush.caret(top, bar.bound, colour)

    def _paint_label(
        self, painter: QPainter, placed: _Placed, bar: Bar, others: Sequence[_Placed]
    ) -> None:
        """What a bar stands for; on paper of its own where it must lie on a bar beside it."""
        theme, half = self.ctx.theme, placed.font.pixelSize() / 2
        width = self.letters.width(bar.label, placed.font)
        room = QRectF(placed.label_at.x(), placed.label_at.y() - half, width, 2 * half)
        if any(other.bar is not None and other.box.intersects(room) for other in others):
            painter.fillRect(room, theme.color("paper"))
        ink = theme.color("ink1")
        self.letters.write(painter, bar.label, placed.font, ink, placed.label_at, align=LEFT)

    def _paint_gap(self, painter: QPainter, placed: _Placed) -> None:
        theme = self.ctx.theme
        foot = QPointF(placed.centre, placed.box.bottom() - 2)
        MarkBrush(painter, theme).missing(foot, placed.box.width())
        above = foot - QPointF(0, theme.px(13))
        for line in reversed(self._gap_lines(placed.pitch)):
            font, ink = self.letters.font(_NOTE), theme.color("ink3")
            self.letters.write(painter, line, font, ink, above)
            above -= QPointF(0, theme.px(15))

    def _gap_lines(self, room: float) -> list[str]:
        """资料未载 in one line, in two where the groups stand close."""
        words, font = self.ctx.words("charts.missing"), self.letters.font(_NOTE)
        if self.letters.width(words, font) + self.ctx.px(6) <= room:
            return [words]
        parts = words.split(" ")
        half = (len(parts) + 1) // 2
        if len(parts) == 1:
            parts, half = list(words), (len(words) + 1) // 2
            return ["".join(parts[:half]), "".join(parts[half:])]
        return [" ".join(parts[:half]), " ".join(parts[half:])]

    def _labelled(self, placed: tuple[_Placed, ...]) -> Iterator[_Placed]:
        """Labels over their bars, in the gap beside a higher bar and not across it."""
        bars = [one for one in placed if one.bar is not None]
        for one in placed:
            if one.bar is None:
                yield one
                continue
            low, high = self._gap(bars, bars.index(one))
            font = self._label_font(one.bar, high - low)
            width = self._label_width(one.bar, font)
            high -= width
            left = min(max(one.centre - width / 2, low), high) if low <= high else (low + high) / 2
            label_at = QPointF(max(left, 0.0), self._label_y(one))
            yield replace(one, label_at=label_at, font=font)

    def _gap(self, bars: Sequence[_Placed], number: int) -> tuple[float, float]:
        """The room of a bar's label between the bars beside it that reach up to it."""
        top, low, high = self._label_y(bars[number]), 0.0, float("inf")
        if number and bars[number - 1].box.top() < top:
            low = bars[number - 1].box.right() + 1
        if number + 1 < len(bars) and bars[number + 1].box.top() < top:
            high = bars[number + 1].box.left() - 1
        return low, high

    def _label_font(self, bar: Bar, room: float) -> QFont:
        """The font of a label, smaller where it has less room than it takes."""
        font = QFont(self.letters.font(_LABEL, bold=True))
        share = min(1.0, room / self._label_width(bar, font))
        font.setPixelSize(int(font.pixelSize() * max(_LEAST_SHARE, share)))
        return font

    def _lifted(self, placed: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
        """A label that would lie on another is lifted over it."""
        made, taken = [], list[QRectF]()
        height = float(self.ctx.px(_LABEL_HEIGHT))
        for one in placed:
            if one.bar is None:
                made.append(one)
                continue
            box = QRectF(one.label_at.x(), one.label_at.y() - height / 2,
                         self._label_width(one.bar, one.font), height)  # fmt: skip
            for other in sorted(taken, key=QRectF.top, reverse=True):
                if box.intersects(other):
                    box.moveBottom(other.top())
            taken.append(box)
            made.append(replace(one, label_at=QPointF(box.left(), box.center().y())))
        return tuple(made)

    def _label_width(self, bar: Bar, font: QFont) -> float:
        """The label and the seals behind it."""
        text = self.letters.width(bar.label, font)
        return text + self.letters.seals_width(bar.seal_texts)

    def _label_y(self, placed: _Placed) -> float:
        px, bar = self.ctx.px, placed.bar
        caret = px(_CARET_ROOM) if bar is not None and bar.bound in ABOVE else 0
        return placed.box.top() - px(_LABEL_ABOVE) - caret

    def _seals_at(self, placed: _Placed) -> QPointF:
        label = placed.bar.label if placed.bar else ""
        return placed.label_at + QPointF(self.letters.width(label, placed.font), 0)

    def _spoken(self, placed: _Placed) -> str:
        words, group = self.ctx.words, placed.group
        parts = [group.label, group.note]
        if placed.bar is None:
            parts.append(words("charts.missing"))
        elif placed.bar.spoken:
            return placed.bar.spoken
        else:
            parts.append(f"{placed.bar.label} {self._data.unit}".strip())
            parts.append(self._data.scopes.get(placed.bar.scope, ""))
        return words("charts.joint").join(part for part in parts if part)
