"""Packs the events of a lane into rows: what stands alone, what becomes a cluster, who is named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.ui.timeline.lanes import DAY, YEAR, Lane, Span

POINT, BAR, BED = "point", "bar", "bed"
_STRONG: Final = 2  # as important as this, an event keeps room for its name before others stand


@dataclass(frozen=True, slots=True)
class Measure:
    """What packing has to know in pixels. `label` is the length of the name of an event.

    Names stand behind their event along the axis, or `beside` it where time runs down.
    """

    day_width: float
    rows: int
    label: Callable[[int], float]
    point: float = 18
    bar: float = 24  # what is shorter is a point
    gap: float = 6
    beside: bool = False


@dataclass(slots=True)
class Mark:
    """One event or a cluster, in a row of its lane; times in days, so that zoom moves it.

    `form` is a point, a bar, or a bar in the bed below the rows, where whole years lie.
    `members` are numbers in the lane, the most important first.
    """

    form: str
    row: int
    start: float
    end: float
    members: list[int] = field(default_factory=list)
    importance: int = 4
    is_named: bool = False
    on: list[float] = field(default_factory=list)  # middles of the points that stand on a bar
    grain: int = DAY

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def count(self) -> int:
        return len(self.members)


class _Row:
    """Taken stretches that do not overlap, in order."""

    def __init__(self) -> None:
        self.lefts: list[float] = []
        self.rights: list[float] = []
        self.marks: list[Mark] = []
        self.names: list[bool] = []  # the stretch is that of a name

    def fits(self, left: float, right: float) -> bool:
        before = bisect_left(self.lefts, right)
        return before == 0 or self.rights[before - 1] <= left

    def add(self, left: float, right: float, mark: Mark, *, is_name: bool = False) -> None:
        place = bisect_left(self.lefts, left)
        self.lefts.insert(place, left)
        self.rights.insert(place, right)
        self.marks.insert(place, mark)
        self.names.insert(place, is_name)

    def clear_names(self, left: float, right: float) -> bool:
        """Take away the names in a stretch; False where more than names is in the way."""
        end = bisect_left(self.lefts, right)
        start = end
        while start and self.rights[start - 1] > left:
            start -= 1
        if not all(self.names[start:end]):
            return False
        for mark in self.marks[start:end]:
            mark.is_named = False
        for column in (self.lefts, self.rights, self.marks, self.names):
            del column[start:end]
        return True

    def over(self, left: float, right: float) -> Mark | None:
        """The last mark that a stretch would lie on."""
        if self.fits(left, right):
            return None
        return self.marks[bisect_left(self.lefts, right) - 1]

    def under(self, left: float, right: float) -> list[Mark]:
        """The marks that a stretch would lie on, names left out."""
        place, found = bisect_left(self.lefts, right) - 1, []
        while place >= 0 and self.rights[place] > left:
            if not self.names[place]:
                found.append(self.marks[place])
            place -= 1
        return found

    def widen(self, mark: Mark, left: float, right: float) -> bool:
        """Give a mark more room on both sides, if its neighbours leave it."""
        place = next((n for n, one in enumerate(self.marks) if one is mark), -1)
        if place < 0:
            return False
        last = len(self.marks) - 1
        if place and self.rights[place - 1] > left:
            return False
        if place < last and self.lefts[place + 1] < right:
            return False
        self.lefts[place], self.rights[place] = left, right
        return True


class _Packer:
    def __init__(self, lane: Lane, measure: Measure) -> None:
        self.lane, self.measure = lane, measure
        self.solid = [_Row() for _ in range(max(1, measure.rows))]  # points and names
        self.ground = [_Row() for _ in self.solid]  # bars; points may stand on them
        self.bed = _Row()
        self.marks: list[Mark] = []

    def pack(self, numbers: Sequence[int]) -> list[Mark]:
        points: list[int] = []
        groups: dict[tuple[float, float], list[int]] = {}
        spans, shortest = self.lane.spans, self.measure.bar / self.measure.day_width
        for number in numbers:
            span = spans[number]
            if span.end - span.start < shortest:
                points.append(number)
            else:
                groups.setdefault((span.start, span.end), []).append(number)
        for members in groups.values():
            self._add_bar(sorted(members, key=self._rank))
        for number in sorted(points, key=self._rank):
            self._add_point(number)
        for mark in sorted(self.marks, key=_by_weight):
            if not mark.is_named and mark.form == POINT:
                mark.is_named = self._name(mark)
            elif mark.form == BAR and (mark.count == 1 or not self.measure.beside):
                mark.is_named = self._name_bar(mark)
        return self._gathered()

    def _gathered(self) -> list[Mark]:
        """Nameless points of one and the same time are one cluster, not a heap over all rows."""
        kept: list[Mark] = []
        heaps: dict[tuple[float, float], Mark] = {}
        for mark in sorted(self.marks, key=_by_weight):
            if mark.form != POINT or mark.is_named:
                kept.append(mark)
                continue
            heap = heaps.setdefault((mark.start, mark.end), mark)
            if heap is mark:
                kept.append(mark)
            else:
                heap.members = sorted([*heap.members, *mark.members], key=self._rank)
        return kept

    def _rank(self, number: int) -> tuple[int, int]:
        return self.lane.spans[number].importance, number

    def _pixels(self, span: Span | Mark) -> tuple[float, float]:
        width = self.measure.day_width
        return span.start * width, span.end * width

    def _add_bar(self, members: list[int]) -> None:
        span = self.lane.spans[members[0]]
        left, right = self._pixels(span)
        form = BED if span.grain == YEAR else BAR
        rows = [self.bed] if form == BED else list(reversed(self.ground))
        mark = Mark(form, 0, span.start, span.end, members, span.importance, grain=span.grain)
        for place, row in enumerate(rows):
            if row.fits(left, right):
                mark.row = len(rows) - 1 - place
                row.add(left, right, mark)
                self.marks.append(mark)
                return
        near = rows[0].over(left, right)
        assert near is not None
        self._merge(near, members, span)

    def _add_point(self, number: int) -> None:
        span, half = self.lane.spans[number], self.measure.point / 2
        centre = span.middle * self.measure.day_width
        left, right = centre - half, centre + half
        row = self._row_for(left, right)
        if row < 0:
            near = self._nearest(left, right, span)
            if near is not None:
                self._merge(near, [number], span)
                return
            # Only names are in the way: what has happened goes before what it is called.
            row = next(n for n, one in enumerate(self.solid) if one.clear_names(left, right))
        mark = Mark(POINT, row, span.start, span.end, [number], span.importance, grain=span.grain)
        self.solid[row].add(left, right, mark)
        for bar in self.ground[row].under(left, right):
            bar.on.append(span.middle)
        self.marks.append(mark)
        if span.importance <= _STRONG:
            mark.is_named = self._name(mark)

    def _row_for(self, left: float, right: float) -> int:
        """The first row that is free, rather one where the point stands on no bar."""
        free = [n for n, row in enumerate(self.solid) if row.fits(left, right)]
        bare = (n for n in free if self.ground[n].fits(left, right))
        return next(bare, free[0] if free else -1)

    def _nearest(self, left: float, right: float, span: Span) -> Mark | None:
        """The mark that a point would lie on, of any row; None where only names are there."""
        found = [mark for row in self.solid for mark in row.under(left, right)]
        return min(found, key=lambda mark: abs(mark.middle - span.middle), default=None)

    def _merge(self, mark: Mark, members: list[int], span: Span) -> None:
        mark.members.extend(members)
        if mark.form != POINT:
            mark.start, mark.end = min(mark.start, span.start), max(mark.end, span.end)

    def _name(self, mark: Mark) -> bool:
        """Take the room for the name of a point; False where there is none."""
        measure, row, ground = self.measure, self.solid[mark.row], self.ground[mark.row]
        length = measure.label(mark.members[0])
        if length <= 0:
            return False
        centre = mark.middle * measure.day_width
        if measure.beside:
            half = max(length, measure.point) / 2
            return row.widen(mark, centre - half, centre + half)
        left = centre + measure.point / 2
        right = left + length + 2 * measure.gap
        if not row.fits(left, right) or not ground.fits(left, right):
            return False
        row.add(left, right, mark, is_name=True)
        return True

    def _name_bar(self, mark: Mark) -> bool:
        """The same for a bar that is too short for its name: behind it, or beside its middle."""
        measure, row, ground = self.measure, self.solid[mark.row], self.ground[mark.row]
        length = measure.label(mark.members[0])
        start, end = self._pixels(mark)
        left, right = end, end + length + 2 * measure.gap
        if measure.beside:
            left, right = (start + end - length) / 2, (start + end + length) / 2
        elif length + 4 * measure.gap < end - start or not ground.fits(left, right):
            return False
        if length <= 0 or not row.fits(left, right):
            return False
        row.add(left, right, mark, is_name=True)
        if not measure.beside:
            ground.add(left, right, mark, is_name=True)
        return True


def pack(lane: Lane, numbers: Sequence[int], measure: Measure) -> list[Mark]:
    """The marks of these events of a lane; longer bars first, so that shorter lie on them."""
    marks = _Packer(lane, measure).pack(numbers)
    return sorted(marks, key=_by_length)


def _by_weight(mark: Mark) -> tuple[int, int, float]:
    return mark.importance, -mark.count, mark.start


def _by_length(mark: Mark) -> tuple[bool, float]:
    return mark.form == POINT, mark.start - mark.end
