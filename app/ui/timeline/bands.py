"""How high each lane of the timeline is: some rows for what has a day, a bed for whole years."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.ui.timeline.lanes import Lane

_ENOUGH: Final = 10  # events a row holds without help


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights in pixels: of a row, of the bed, of the air around both."""

    row: float = 24
    bed: float = 18
    air: float = 10
    most_rows: int = 6


@dataclass(frozen=True, slots=True)
class Band:
    """A lane and the strip it takes across the axis of time."""

    lane: Lane
    top: float
    height: float
    rows: int

    @property
    def bottom(self) -> float:
        return self.top + self.height


def least_height(lanes: Sequence[Lane], sizes: Sizes) -> float:
    """What the lanes need at least: one row each."""
    return sum(_height(lane, 1, sizes) for lane in lanes)


def arrange(lanes: Sequence[Lane], height: float, sizes: Sizes) -> tuple[Band, ...]:
    """Shares a height: every lane one row, the rest to those with most events for their rows."""
    rows = dict.fromkeys((lane.key for lane in lanes), 1)
    spare = height - least_height(lanes, sizes)
    while spare >= sizes.row:
        hungry = [lane for lane in lanes if _hunger(lane, rows[lane.key], sizes) > 0]
        if not hungry:
            break
        rows[max(hungry, key=lambda one: _hunger(one, rows[one.key], sizes)).key] += 1
        spare -= sizes.row
    extra = max(0.0, spare) / len(lanes) if lanes else 0.0
    bands, top = [], 0.0
    for lane in lanes:
        tall = _height(lane, rows[lane.key], sizes) + extra
        bands.append(Band(lane, top, tall, rows[lane.key]))
        top += tall
    return tuple(bands)


def _height(lane: Lane, rows: int, sizes: Sizes) -> float:
    return rows * sizes.row + (sizes.bed if lane.has_years else 0) + sizes.air


def _hunger(lane: Lane, rows: int, sizes: Sizes) -> float:
    """How much a lane is short of rows; 0 where more would stay empty."""
    if rows >= sizes.most_rows or lane.moments <= _ENOUGH * rows:
        return 0
    return math.log2(lane.moments) / rows
