"""What is on show of the timeline: lanes, scale and marks, who is under a point, who is next."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from app.model.event import LANES, Event
from app.ui.timeline.bands import Band, Sizes, arrange, least_height
from app.ui.timeline.lanes import Lane, Span
from app.ui.timeline.packing import BED, POINT, Mark, Measure, pack
from app.ui.timeline.reach import Reach
from app.ui.timeline.scale import TimeScale

# Events that are packed and painted one by one in 16 ms, in a lane and in all; more are a tide.
LANE_BUDGET: Final = 300
BUDGET: Final = 750
_WHOLE: Final = 400  # lanes with no more are packed from end to end, so that panning is still
_COARSE: Final = 1.25  # while zoom moves, marks are packed anew after so much only
_PACKS: Final = 1  # lanes packed in one frame of a zoom
_REACHABLE: Final = 14.0  # pixels around a mark that still belong to it

Labels = Callable[[Lane, int, float], float]  # the length of a name in a band of some height


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is selected: an event of a lane, or several of the same time."""

    lane: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """Pixels that follow the text size; `beside` names beside their events where time runs down."""

    sizes: Sizes
    point: float = 18
    bar: float = 24
    gap: float = 6
    beside: bool = False


@dataclass(frozen=True, slots=True)
class _Packed:
    """The marks of a lane, the zoom and the days they were packed for."""

    day_width: float
    start: float
    end: float
    crowded: bool
    marks: list[Mark]


class Stage:
    """Lanes of events under a scale. No painting, no Qt."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self.look = Look(Sizes())
        self.lanes: tuple[Lane, ...] = ()
        self.events: dict[str, Event] = {}
        self.bands: tuple[Band, ...] = ()
        self.reach = Reach(730_000, 731_000)
        self.scale = TimeScale(730_000, 1, 1000)
        self.is_moving = False  # zoom is under way: marks may be coarse
        self._across = 0.0
        self._packed: dict[str, _Packed] = {}
        self._spent = 0  # lanes packed since the picture was moved

    # What is shown

    def set_events(self, events: Sequence[Event], reach: Reach) -> None:
        """Show these; lanes without events take no room."""
        self.events = {event.id: event for event in events}
        spans: dict[str, list[Span]] = {key: [] for key in LANES}
        for event in events:
            span = Span.of(event)
            for key in event.lanes:
                spans[key].append(span)
        self.lanes = tuple(Lane(key, told) for key, told in spans.items() if told)
        self.reach = reach
        self.lay_out(self.look, self.scale.width, self._across)

    def lay_out(self, look: Look, along: float, across: float) -> None:
        """Another size of the picture or of the text."""
        self.look, self._across = look, across
        self.bands = arrange(self.lanes, across, look.sizes)
        self.scale = self.reach.resized(self.scale, max(1.0, along))
        self._packed.clear()

    def least(self) -> float:
        """How much the lanes need across the axis."""
        return least_height(self.lanes, self.look.sizes)

    def show(self, scale: TimeScale) -> None:
        """Look at another stretch, within the limits."""
        self.scale = self.reach.held(scale)
        self._spent = 0

    def crowded(self) -> frozenset[str]:
        """The lanes with too many events on screen to draw one by one."""
        scale = self.scale
        seen = {lane.key: len(lane.visible(scale.start, scale.end)) for lane in self.lanes}
        crowded = {key for key, count in seen.items() if count > LANE_BUDGET}
        rest = sorted((count, key) for key, count in seen.items() if key not in crowded)
        total = sum(count for count, _ in rest)
        while total > BUDGET:
            count, key = rest.pop()
            crowded.add(key)
            total -= count
        return frozenset(crowded)

    def marks(self, band: Band, *, crowded: bool = False) -> list[Mark]:
        """The marks of a lane, from some way before the picture to some way after it."""
        kept = self._packed.get(band.lane.key)
        if kept is not None and kept.crowded == crowded and self._still_fits(kept):
            return kept.marks
        self._spent += 1
        lane, (start, end) = band.lane, self._chunk(band)
        few = lane.strong_within(start, end) if crowded else lane.visible(start, end)
        marks = [] if len(few) > 4 * BUDGET else pack(lane, few, self._measure(band))
        self._packed[lane.key] = _Packed(self.scale.day_width, start, end, crowded, marks)
        return marks

    def _measure(self, band: Band) -> Measure:
        look = self.look
        return Measure(
            self.scale.day_width, band.rows, lambda n: self._labels(band.lane, n, band.height),
            look.point, look.bar, look.gap, look.beside,
        )  # fmt: skip

    def _still_fits(self, kept: _Packed) -> bool:
        """Whether kept marks can be shown; on the way of a zoom not all are made anew at once."""
        scale = self.scale
        inside = kept.start <= scale.start and scale.end <= kept.end
        if kept.day_width == scale.day_width:
            return inside
        if not self.is_moving:
            return False
        ratio = kept.day_width / scale.day_width
        return (inside and 1 / _COARSE < ratio < _COARSE) or self._spent >= _PACKS

    def _chunk(self, band: Band) -> tuple[float, float]:
        """The days that marks are packed for: some quarters of a picture; small lanes whole.

        Each lane has its own quarters, so that they are not all packed in one frame.
        """
        if len(band.lane) <= _WHOLE:
            return -math.inf, math.inf
        part = 2.0 ** math.ceil(math.log2(self.scale.width / self.scale.day_width / 4))
        shift = part * LANES.index(band.lane.key) / len(LANES)
        first = math.floor((self.scale.start - shift) / part)
        last = math.ceil((self.scale.end - shift) / part)
        return first * part + shift, last * part + shift

    # Where things are

    def x(self, mark: Mark) -> tuple[float, float]:
        """From where to where a mark reaches along the axis."""
        scale, half = self.scale, self.look.point / 2
        if mark.form == POINT:
            centre = (mark.middle - scale.start) * scale.day_width
            return centre - half, centre + half
        width = scale.day_width
        return (mark.start - scale.start) * width, (mark.end - scale.start) * width

    def y(self, band: Band, mark: Mark) -> float:
        """The middle of the mark's row across the axis."""
        sizes = self.look.sizes
        bed = sizes.bed if band.lane.has_years else 0
        if self.look.beside:
            return band.bottom - bed / 2 - 2 if mark.form == BED else band.top + self.look.point
        top = band.top + (band.height - band.rows * sizes.row - bed) / 2
        if mark.form == BED:
            return top + band.rows * sizes.row + bed / 2
        return top + (mark.row + 0.5) * sizes.row

    def at(self, along: float, across: float) -> tuple[Band, Mark] | None:
        """What lies under a point: the nearest mark, points before bars."""
        band = next((one for one in self.bands if one.top <= across < one.bottom), None)
        if band is None:
            return None
        best: tuple[float, Mark] | None = None
        for mark in self.marks(band, crowded=band.lane.key in self.crowded()):
            left, right = self.x(mark)
            if mark.is_named and not self.look.beside:
                right += self._labels(band.lane, mark.members[0], band.height) + self.look.gap
            aside = max(left - along, along - right, 0.0)
            off = abs(self.y(band, mark) - across)
            if aside > _REACHABLE or off > max(self.look.sizes.row / 2, _REACHABLE):
                continue
            weight = aside + off + (self.look.sizes.row if mark.form != POINT else 0)
            if best is None or weight < best[0]:
                best = weight, mark
        return (band, best[1]) if best else None

    def chosen(self, band: Band, mark: Mark) -> Chosen:
        """A mark as a selection."""
        spans = band.lane.spans
        return Chosen(band.lane.key, tuple(spans[number].id for number in mark.members))

    def find(self, chosen: Chosen) -> tuple[Band, Mark] | None:
        """The mark that a selection lies in, wherever zoom has put it."""
        band = next((one for one in self.bands if one.lane.key == chosen.lane), None)
        if band is None:
            return None
        spans = band.lane.spans
        for mark in self.marks(band, crowded=chosen.lane in self.crowded()):
            if any(spans[number].id == chosen.ids[0] for number in mark.members):
                return band, mark
        return None

    def span(self, chosen: Chosen) -> Span | None:
        """Where the first event of a selection lies."""
        event = self.events.get(chosen.ids[0])
        return Span.of(event) if event is not None else None

    def lane_of(self, event_id: str) -> str:
        """The first lane of an event that is shown; "" for none."""
        event = self.events.get(event_id)
        return event.lanes[0] if event is not None else ""
