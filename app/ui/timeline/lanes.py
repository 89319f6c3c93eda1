"""Lanes of the timeline: the events of one kind in order of time, looked up by bisection."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from app.model.dates import first_day, last_day
from app.model.event import Event

DAY, MONTH, YEAR = 0, 1, 2  # how exactly a date is told


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasts from an ordinal day to before another; `grain` is its vaguest end."""

    id: str
    start: float
    end: float
    importance: int = 4
    grain: int = DAY

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @classmethod
    def of(cls, event: Event) -> Span:
        """Where an event lies: all the days that its dates can mean."""
        start, end = ordinals(event.start)
        if event.end:
            end = max(end, ordinals(event.end)[1])
        told = min(len(event.start), len(event.end or event.start))
        return cls(event.id, start, end, event.importance, {4: YEAR, 7: MONTH}.get(told, DAY))


@cache
def ordinals(moment: str) -> tuple[float, float]:
    """The first day that a moment can mean, and the day after its last."""
    return float(first_day(moment).toordinal()), float(last_day(moment).toordinal() + 1)


class Lane:
    """The spans of one kind in order of time."""

    def __init__(self, key: str, spans: Iterable[Span]) -> None:
        self.key = key
        self.spans = tuple(sorted(spans, key=_by_start))
        self._starts = array("d", (span.start for span in self.spans))
        # The furthest end so far: it never falls, so the first span still seen is found at once.
        self._reaches = array("d", accumulate((span.end for span in self.spans), max))
        self._middles = array("d", sorted(span.middle for span in self.spans))
        self.strong = tuple(n for n, span in enumerate(self.spans) if span.importance == 1)
        self.moments = len({(span.start, span.end) for span in self.spans})
        self.has_years = any(span.grain == YEAR for span in self.spans)
        self.has_months = any(span.grain == MONTH for span in self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    def visible(self, start: float, end: float) -> range:
        """The numbers of the spans that may touch these days, in order of their start."""
        first = bisect_right(self._reaches, start)
        last = bisect_left(self._starts, end)
        return range(first, max(first, last))

    def strong_within(self, start: float, end: float) -> tuple[int, ...]:
        """The numbers of the most important ones that may touch these days."""
        seen = self.visible(start, end)
        return self.strong[
            bisect_left(self.strong, seen.start) : bisect_left(self.strong, seen.stop)
        ]

    def count(self, start: float, end: float) -> int:
        """How many spans have their middle in these days."""
        return bisect_left(self._middles, end) - bisect_left(self._middles, start)

    def counts(self, start: float, step: float, number: int) -> list[int]:
        """The same for so many steps of time, one after the other."""
        find, middles = bisect_left, self._middles
        edges = [find(middles, start + step * place) for place in range(number + 1)]
        return [after - before for before, after in pairwise(edges)]

    def nearest(self, moment: float) -> int:
        """The number of the span that begins nearest to a moment; −1 in an empty lane."""
        after = bisect_left(self._starts, moment)
        near = [n for n in (after - 1, after) if 0 <= n < len(self.spans)]
        return min(near, key=lambda n: abs(self._starts[n] - moment), default=-1)


def _by_start(span: Span) -> tuple[float, float, int, str]:
    return span.start, span.end, span.importance, span.id
