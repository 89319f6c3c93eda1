"""Strands that part: one stream of activities that branches to the rows of the matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QPainter, QPainterPath

from app.ui.art.ink import Ink, Point
from app.ui.art.palettes import MotifPalette
from app.ui.art.rng import Random, mulberry32

SEED: Final = 13878  # three gold lines in the trunk, gold inside the outer branches
_TRUNK_LINES: Final = 9
_TRUNK_GAP: Final = 6.0
_BRANCH_LINES: Final = 5
_ROOT_GAP: Final = 6.7  # between the lines of a branch where it leaves the trunk
_TIP_GAP: Final = 4.5  # and where it arrives
_GOLD_BELOW: Final = 0.24


def paint_strands(
    painter: QPainter,
    palette: MotifPalette,
    stem: tuple[Point, Point],
    tips: Sequence[Point],
    seed: int = SEED,
) -> None:
    """A trunk from the first to the second point of `stem` (level), a branch to each tip."""
    ink, random = Ink(painter), mulberry32(seed)
    (left, y), (right, _) = stem
    for number in range(_TRUNK_LINES):
        line_y = y + _offset(number, _TRUNK_LINES, _TRUNK_GAP)
        colour, width = _thread(random, palette)
        ink.line((left, line_y), (right, line_y), colour, width)
    for tip_x, tip_y in tips:
        for number in range(_BRANCH_LINES):
            start = (right, y + _offset(number, _BRANCH_LINES, _ROOT_GAP))
            end = (tip_x, tip_y + _offset(number, _BRANCH_LINES, _TIP_GAP))
            colour, width = _thread(random, palette)
            ink.shape(_curve(start, end), "", colour, width)
    painter.setOpacity(1)


def _offset(number: int, count: int, gap: float) -> float:
    return (number - (count - 1) / 2) * gap


def _thread(random: Random, palette: MotifPalette) -> tuple[str, float]:
    draw = random()
    if draw < _GOLD_BELOW:
        return palette.bit, 1.3
    tone = 1 if draw < 0.6 else 2
    return palette.river[tone], 1.2 + 0.9 * random()


def _curve(start: Point, end: Point) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(*start)
    middle = (start[0] + end[0]) / 2
    path.cubicTo(middle, start[1], middle, end[1], *end)
    return path
