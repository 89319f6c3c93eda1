"""The stretches of time that a button shows: all, the editions, a year, a month, some days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from app.ui.timeline.lanes import Span
from app.ui.timeline.reach import Reach
from app.ui.timeline.scale import TimeScale

_BEFORE: Final = 75.0  # days before the first edition
_AFTER: Final = 300.0  # and behind the last: room for what is written beside it
_DAYS: Final = 9
# A picture of fewer days than this is called by the word; from the longest down.
_LIMITS: Final = (("day", 16.0), ("month", 92.0), ("year", 1000.0))
_ALL: Final = 0.9


def stretch_days(
    key: str, middle: float, reach: Reach, editions: Sequence[Span]
) -> tuple[float, float]:
    """The first and the last day of a stretch around a moment."""
    day = date.fromordinal(max(1, int(middle)))
    if key == "year":
        return _ordinals(date(day.year, 1, 1), date(day.year + 1, 1, 1))
    if key == "month":
        following = day.replace(day=1) + timedelta(days=32)
        return _ordinals(day.replace(day=1), following.replace(day=1))
    if key == "day":
        return day.toordinal() - _DAYS / 2 + 0.5, day.toordinal() + _DAYS / 2 + 0.5
    if key == "years" and editions:
        first, last = min(one.start for one in editions), max(one.end for one in editions)
        return first - _BEFORE, last + _AFTER
    return reach.first, reach.last


def nearest_stretch(scale: TimeScale, reach: Reach) -> str:
    """The word for what is on screen."""
    days = scale.end - scale.start
    if days >= reach.days * _ALL:
        return "all"
    return next((key for key, limit in _LIMITS if days < limit), "years")


def _ordinals(first: date, after: date) -> tuple[float, float]:
    return float(first.toordinal()), float(after.toordinal())
