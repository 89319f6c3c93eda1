"""How far one may look: zoom between decades and a day, never away from what the pack holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.model.dates import first_day, is_moment, last_day
from app.ui.timeline.scale import TimeScale

_WIDEST: Final = 3.0  # of all there is
_FEWEST_DAYS: Final = 4.0
_AIR: Final = 0.02  # at each end, where all is shown
_NOTHING: Final = (736_695.0, 737_060.0)  # any year does
_YEARLESS: Final = 730.0  # below so many days the ends of a range are told as days


@dataclass(frozen=True, slots=True)
class Reach:
    """All the time there is, in ordinal days."""

    first: float
    last: float

    @classmethod
    def of_years(cls, first: int, last: int) -> Reach:
        """From the beginning of a year to the end of another; 0 for a pack without dates."""
        if not first:
            return cls(*_NOTHING)
        return cls(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)

    @property
    def days(self) -> float:
        return self.last - self.first

    def whole(self, width: float) -> TimeScale:
        """Everything at once."""
        return self.fitted(self.first - self.days * _AIR, self.last + self.days * _AIR, width)

    def fitted(self, start: float, end: float, width: float) -> TimeScale:
        """These days over a width, as far as the limits let."""
        days = max(end - start, 1e-3)
        return self.held(TimeScale(start, width / days, width))

    def held(self, scale: TimeScale) -> TimeScale:
        """The scale within the limits: its middle stays where zoom has to be taken back."""
        most = max(self.days * _WIDEST, _FEWEST_DAYS)
        days = min(max(scale.width / scale.day_width, _FEWEST_DAYS), most)
        middle = (scale.start + scale.end) / 2
        # The middle of the picture stays over something, so that one cannot get lost.
        middle = min(max(middle, self.first), self.last)
        return replace(scale, start=middle - days / 2, day_width=scale.width / days)

    def resized(self, scale: TimeScale, width: float) -> TimeScale:
        """The same days over another width."""
        return self.fitted(scale.start, scale.end, width)


def told_range(scale: TimeScale) -> tuple[str, str]:
    """The days on screen as a route tells them: months, or days where they are few."""
    first, last = _day(scale.start), _day(scale.end - 1e-6)
    parts = 3 if scale.end - scale.start < _YEARLESS else 2
    return _told(first, parts), _told(last, parts)


def asked_range(start: str, end: str) -> tuple[float, float] | None:
    """The days that a route asks for; None where it asks for none."""
    start, end = (one if is_moment(one) else "" for one in (start, end))
    if not start and not end:
        return None
    start, end = sorted((start or end, end or start))
    return first_day(start).toordinal(), last_day(end).toordinal() + 1


def _day(ordinal: float) -> date:
    return date.fromordinal(min(max(int(ordinal), 1), date.max.toordinal()))


def _told(day: date, parts: int) -> str:
    return "-".join(day.isoformat().split("-")[:parts])
