"""The scale of time: days to pixels and back, with ticks from decades down to days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from app.model.dates import first_day, last_day

_ONE_DAY: Final = timedelta(days=1)
_EARLIEST, _LATEST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Unit:
    """A distance between ticks: so many months, or so many days where months are 0."""

    name: str  # decade, year, quarter, month, week, day: what a label has to tell
    months: int
    days: int

    @property
    def about_days(self) -> float:
        return self.months * 30.44 + self.days


UNITS: Final = (
    Unit("day", 0, 1),
    Unit("week", 0, 7),
    Unit("month", 1, 0),
    Unit("quarter", 3, 0),
    Unit("year", 12, 0),
    Unit("year", 24, 0),
    Unit("year", 60, 0),
    Unit("decade", 120, 0),
    Unit("decade", 600, 0),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale; the first of a larger unit is a major one."""

    day: date
    x: float
    unit: str
    is_major: bool


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The days from `start`, one every `day_width` pixels, over `width` pixels."""

    start: float  # an ordinal day, with its fraction while panning
    day_width: float
    width: float

    @classmethod
    def over(cls, first: date, last: date, width: float) -> TimeScale:
        """The scale that shows exactly these days."""
        days = last.toordinal() - first.toordinal() + 1
        return cls(first.toordinal(), width / days, width)

    @property
    def end(self) -> float:
        return self.start + self.width / self.day_width

    def x(self, day: date) -> float:
        """Where a day begins."""
        return (day.toordinal() - self.start) * self.day_width

    def span(self, start: str, end: str = "") -> tuple[float, float]:
        """Where a moment told as year, month or day begins and ends; `end` ends a period."""
        return self.x(first_day(start)), self.x(last_day(end or start) + _ONE_DAY)

    def day(self, x: float) -> date:
        """The day under a pixel."""
        return _day_of(int(self.start + x / self.day_width))

    def panned(self, pixels: float) -> TimeScale:
        """The scale after the paper was pushed to the left by so many pixels."""
        return replace(self, start=self.start + pixels / self.day_width)

    def zoomed(self, factor: float, x: float) -> TimeScale:
        """The scale magnified around a pixel, which keeps its moment."""
        moment = self.start + x / self.day_width
        day_width = self.day_width * factor
        return TimeScale(moment - x / day_width, day_width, self.width)

    def unit(self, gap: float) -> Unit:
        """The finest unit whose ticks stand at least `gap` pixels apart."""
        for unit in UNITS:
            if unit.about_days * self.day_width >= gap:
                return unit
        return UNITS[-1]

    def ticks(self, gap: float = 64) -> list[Tick]:
        """The ticks on screen, at least `gap` pixels apart."""
        unit = self.unit(gap)
        ticks = []
        for day in _days_of(unit, _day_of(int(self.start))):
            x = self.x(day)
            if x > self.width:
                break
            if x >= 0:
                ticks.append(Tick(day, x, unit.name, _is_major(day, unit)))
        return ticks


def _day_of(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, _EARLIEST), _LATEST))


def _days_of(unit: Unit, since: date) -> Iterator[date]:
    """The unit's days from the one at or before `since` on."""
    if unit.days:
        step, start = unit.days, since.toordinal()
        if unit.days == 7:
            start -= since.weekday()
        for ordinal in range(max(start, _EARLIEST), _LATEST, step):
            yield date.fromordinal(ordinal)
        return
    months = since.year * 12 + since.month - 1
    months -= months % unit.months
    while months < (date.max.year + 1) * 12:
        if months >= 12:
            yield date(months // 12, months % 12 + 1, 1)
        months += unit.months


def _is_major(day: date, unit: Unit) -> bool:
    if unit.days == 1:
        return day.day == 1
    if unit.days == 7:
        return day.day <= 7
    if unit.months < 12:
        return day.month == 1
    return day.year % (100 if unit.months >= 120 else 10) == 0
