"""The tide under a line: fifteen lines that follow it down and fade, where others fill an area."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtGui import QPainter

from app.ui.art.ink import Ink, Point, polyline
from app.ui.art.palettes import MotifPalette

LINES: Final = 15
_STEP: Final = 6.0
_SOFT: Final = 60.0  # px around a corner of the line within which the tide rounds it
_SWAY: Final = 2.4


def tide_lines(points: Sequence[Point], base: float) -> list[list[Point]]:
    """The lines from top to bottom; none for fewer than two points."""
    if len(points) < 2:
        return []
    start, end = points[0][0], points[-1][0] - 3
    count = max(1, math.ceil((end - start) / _STEP))
    xs = [start + (end - start) * number / count for number in range(count + 1)]
    heights = [base - _softened(points, x) for x in xs]
    lines = []
    for number in range(1, LINES + 1):
        share = 1 - number / (LINES + 1)
        line = [
            (x, base - height * share + _sway(x - start, number))
            for x, height in zip(xs, heights, strict=True)
        ]
        lines.append(line)
    return lines


def paint_tide(
    painter: QPainter, points: Sequence[Point], base: float, palette: MotifPalette
) -> None:
    ink = Ink(painter)
    for number, line in enumerate(tide_lines(points, base)):
        share = number / (LINES - 1)
        tone = 2 if number % 2 else 3
        opacity, width = 0.85 - 0.65 * share, 1.5 - 0.75 * share
        ink.shape(polyline(line), "", palette.river[tone], width, opacity)
    painter.setOpacity(1)


def _sway(x: float, number: int) -> float:
    """A slow wave that grows downwards and is still where the lines begin."""
    return _SWAY * number / LINES * math.sin(x / 46 + number * 0.9) * min(1.0, x / 80)


def _softened(points: Sequence[Point], x: float) -> float:
    """The line's height with its corners rounded: the mean of what is around."""
    reach = min(_SOFT, x - points[0][0], points[-1][0] - x)
    offsets = (-1.0, -0.5, 0.0, 0.5, 1.0)
    return sum(_height(points, x + reach * offset) for offset in offsets) / len(offsets)


def _height(points: Sequence[Point], x: float) -> float:
    for (xa, ya), (xb, yb) in pairwise(points):
        if x <= xb:
            return ya + (yb - ya) * (x - xa) / (xb - xa) if xb > xa else yb
    return points[-1][1]
