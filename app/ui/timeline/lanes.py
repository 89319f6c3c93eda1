"""Lanes of the timeline: which rows events take, which are on screen, where they crowd together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Event:
    """Something that lasts from an ordinal day to before another."""

    id: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Bar:
    """An event, or several in one place, in pixels; `count` events begin in it."""

    left: float
    right: float
    row: int
    count: int
    id: str  # of the first event


class Lane:
    """The events of one kind, in rows that keep them apart; looking up is a bisection."""

    def __init__(self, key: str, events: Iterable[Event], gap: float = 0) -> None:
        self.key = key
        self.events = tuple(sorted(events, key=_by_start))
        self._starts = [event.start for event in self.events]
        # The furthest end so far: it never falls, so the first event still seen is found at once.
        self._reaches = list(accumulate((event.end for event in self.events), max))
        self.rows = _rows(self.events, gap)

    @property
    def height(self) -> int:
        """How many rows the lane takes."""
        return max(self.rows, default=-1) + 1

    def visible(self, start: float, end: float) -> range:
        """The numbers of the events that may touch these days, in order of their start."""
        first = bisect_right(self._reaches, start)
        last = bisect_left(self._starts, end)
        return range(first, max(first, last))

    def count(self, start: float, end: float) -> int:
        """How many events begin in these days."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def bars(self, start: float, end: float, day_width: float, least: float = 6) -> list[Bar]:
        """What to draw: events that would be closer than `least` pixels are one bar with a count.

        Events that are drawn apart keep their row; a cluster lies in the first row of its own.
        """
        open_bars: dict[int, Bar] = {}
        done: list[Bar] = []
        for number in self.visible(start, end):
            event, row = self.events[number], self.rows[number]
            left = (event.start - start) * day_width
            right = max((event.end - start) * day_width, left + least)
            if right < 0:
                continue
            before = open_bars.get(row)
            if before is not None and left < before.right + 1:
                right = max(right, before.right)
                open_bars[row] = Bar(before.left, right, row, before.count + 1, before.id)
                continue
            if before is not None:
                done.append(before)
            open_bars[row] = Bar(left, right, row, 1, event.id)
        return sorted([*done, *open_bars.values()], key=_by_left)


def _by_start(event: Event) -> tuple[float, float, str]:
    return event.start, event.end, event.id


def _by_left(bar: Bar) -> tuple[float, int]:
    return bar.left, bar.row


def _rows(events: Sequence[Event], gap: float) -> list[int]:
    """The first free row for each event, at least `gap` days after the last one in it."""
    rows: list[int] = []
    busy: list[tuple[float, int]] = []  # (free from, row)
    free: list[int] = []
    taken = 0
    for event in events:
        while busy and busy[0][0] <= event.start:
            heappush(free, heappop(busy)[1])
        if free:
            row = heappop(free)
        else:
            row, taken = taken, taken + 1
        rows.append(row)
        heappush(busy, (event.end + gap, row))
    return rows
