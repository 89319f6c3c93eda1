"""Where a line chart's points, labels and axes stand; labels that would meet are lifted apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from app.ui.charts.axis import Scale, grouped, nice_ticks
from app.ui.charts.data import ABOVE, LineData, LinePoint
from app.ui.charts.lettering import Lettering

_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 44, 70, 41
_FIRST_INSET, _LAST_INSET = 96, 54
_LABEL_ABOVE, _CARET_ROOM, _LABEL_HEIGHT = 50, 13, 30
_SEAL_DROP: Final = 4  # seals stand a little below the middle of the figures
_TICK, _TICK_GAP = 14, 12
_BELOW: Final = 20  # a label may be so much farther away above its mark than below
_NEAR: Final = 0.6  # nearer to another mark than this share of the way to its own
_HIT: Final = 24.0
_MARK: Final = 13.0
_SHIFTS: Final = (0, 1, 2, 3, -1, -2, -3, -4)  # label heights above (or below) the usual place
_SIDES: Final = (0.5, 1.0, 0.0)  # a label is over its mark, left of it or right of it


@dataclass(frozen=True, slots=True)
class PlacedPoint:
    """A point with its mark, its label and the place behind the label."""

    point: LinePoint
    centre: QPointF
    label_at: QPointF  # the left end of the label, at the middle of its height
    seals_at: QPointF
    label_box: QRectF

    @property
    def box(self) -> QRectF:
        """What the pointer and the ring take for the point: mark and label together."""
        half = QPointF(_HIT, _HIT)
        return QRectF(self.centre - half, self.centre + half).united(self.label_box)


class LineLayout:
    """The measures of one line chart in one size."""

    def __init__(self, data: LineData, letters: Lettering, size: QSizeF) -> None:
        px = letters.theme.px
        self.data = data
        self.left, self.right = float(px(_LEFT)), size.width() - px(_RIGHT)
        self.top, self.base = float(px(_TOP)), size.height() - px(_BOTTOM)
        values = [point.value for point in data.points] or [1.0]
        low, high = min(0.0, *values), max(0.0, *values)
        self.ticks = nice_ticks(low, high)
        self.y = Scale(min(low, self.ticks[0]), high, self.base, self.top)
        inset = min(1.0, (self.right - self.left) / 1070)
        first, last = self.left + px(_FIRST_INSET) * inset, self.right - px(_LAST_INSET) * inset
        self.x = Scale(data.first_year, data.last_year, first, last)
        self._below = px(_BELOW)
        self._tick_boxes = [self._tick_box(letters, value) for value in self.ticks]
        self.placed = self._place(letters, size)

    def centre(self, point: LinePoint) -> QPointF:
        return QPointF(self.x.at(point.at), self.y.at(point.value))

    def tick_at(self, letters: Lettering, value: float) -> QPointF:
        """Where the words of a tick end."""
        return QPointF(self.left - letters.theme.px(_TICK_GAP), round(self.y.at(value)) + 0.5)

    def _tick_box(self, letters: Lettering, value: float) -> QRectF:
        """The room of a tick's words."""
        end, half = self.tick_at(letters, value), letters.theme.px(_TICK) * 0.6
        width = letters.width(grouped(value), letters.font(_TICK))
        return QRectF(end.x() - width, end.y() - half, width, 2 * half)

    @staticmethod
    def tick_font(letters: Lettering) -> QFont:
        return letters.font(_TICK)

    @staticmethod
    def label_font(letters: Lettering) -> QFont:
        return letters.theme.font("figureM")

    def _place(self, letters: Lettering, size: QSizeF) -> tuple[PlacedPoint, ...]:
        """Labels above their marks; one that would lie on another goes higher, else below."""
        placed: list[PlacedPoint] = []
        for point in self.data.points:
            tries = [self._place_one(point, letters, size, shift, side)
                     for shift in _SHIFTS for side in _SIDES]  # fmt: skip
            apart = [one for one in tries if self._is_free(one, placed)]
            clear = [one for one in apart if not self._meets_line(one)]
            placed.append(min(clear or apart or tries[:1], key=self._farness))
        return tuple(placed)

    def _is_free(self, made: PlacedPoint, placed: Sequence[PlacedPoint]) -> bool:
        box = made.label_box.adjusted(0, 1, 0, -1)  # labels may touch
        inside = box.top() >= 0 and box.bottom() <= self.base
        taken = [*self._tick_boxes, *(one.label_box for one in placed)]
        return inside and not any(map(box.intersects, taken))

    def _farness(self, made: PlacedPoint) -> float:
        """How far a label is from its mark; below, or near another mark, it is less at home."""
        own = _away(made.label_box, made.centre)
        others = [self.centre(point) for point in self.data.points if point is not made.point]
        nearest = min((_away(made.label_box, other) for other in others), default=own)
        is_below = made.label_at.y() > made.centre.y()
        return own + self._below * is_below + (self.base if nearest < own * _NEAR else 0)

    def _meets_line(self, made: PlacedPoint) -> bool:
        """Whether the label lies on a mark or on the line between two."""
        box = made.label_box.adjusted(0, 2, 0, -2)
        centres = [self.centre(point) for point in self.data.points]
        reach = QPointF(_MARK, _MARK)
        if any(box.intersects(QRectF(one - reach, one + reach)) for one in centres):
            return True
        return any(_crosses(box, start, end)
                   for start, end in pairwise(centres))  # fmt: skip

    def _place_one(
        self, point: LinePoint, letters: Lettering, size: QSizeF, shift: int, side: float = 0.5
    ) -> PlacedPoint:
        px, centre = letters.theme.px, self.centre(point)
        text = letters.width(point.label, self.label_font(letters))
        total, height = text + letters.seals_width(point.seal_texts), px(_LABEL_HEIGHT)
        has_caret = point.bound in ABOVE and not point.is_target
        away = px(_LABEL_ABOVE) + (px(_CARET_ROOM) if has_caret else 0)
        y = centre.y() - away - shift * height
        if shift < 0:
            y = centre.y() + px(_LABEL_ABOVE) + (-shift - 1) * height
        left = min(max(centre.x() - total * side, 2.0), size.width() - total - 2)
        box = QRectF(left, y - height / 2, total, height)
        seals_at = QPointF(left + text, y + px(_SEAL_DROP))
        return PlacedPoint(point, centre, QPointF(left, y), seals_at, box)


def _away(box: QRectF, point: QPointF) -> float:
    """How far a point is from a box."""
    across = max(box.left() - point.x(), 0.0, point.x() - box.right())
    down = max(box.top() - point.y(), 0.0, point.y() - box.bottom())
    return hypot(across, down)


def _crosses(box: QRectF, start: QPointF, end: QPointF) -> bool:
    """Whether a rising or falling line passes through a box."""
    left, right = max(box.left(), start.x()), min(box.right(), end.x())
    if left >= right or start.x() == end.x():
        return False
    slope = (end.y() - start.y()) / (end.x() - start.x())
    ends = [start.y() + slope * (x - start.x()) for x in (left, right)]
    return min(ends) < box.bottom() and max(ends) > box.top()
