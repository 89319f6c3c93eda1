"""Walking from event to event with the keyboard, and what a press on a cluster leads to."""

from __future__ import annotations

from typing import Final

from app.ui.timeline.bands import Band
from app.ui.timeline.lanes import Lane, Span
from app.ui.timeline.packing import Mark
from app.ui.timeline.scale import TimeScale
from app.ui.timeline.stage import Chosen, Stage

_SEPARATES: Final = 1.6  # zooming in by less would show the same cluster again
_AIR: Final = 0.25  # of what is shown, at each end


def step_in_time(stage: Stage, chosen: Chosen, steps: int) -> Chosen | None:
    """The next mark of the lane, or the one before; None at the end."""
    band = _band(stage, chosen.lane)
    if band is None:
        return None
    found = stage.find(chosen)
    if found is None:  # too crowded to be drawn: from event to event
        return _next_event(band.lane, chosen, steps)
    marks = _in_time(stage, band)
    place = next(n for n, mark in enumerate(marks) if mark is found[1]) + steps
    if 0 <= place < len(marks):
        return stage.chosen(band, marks[place])
    return None


def step_across(stage: Stage, chosen: Chosen, steps: int) -> Chosen | None:
    """What is nearest in time in the next lane; None beyond the last."""
    keys = [band.lane.key for band in stage.bands]
    span = stage.span(chosen)
    if chosen.lane not in keys or span is None:
        return None
    place = keys.index(chosen.lane) + steps
    return nearest_in(stage, stage.bands[place], span.middle) if 0 <= place < len(keys) else None


def nearest_in(stage: Stage, band: Band, moment: float) -> Chosen | None:
    """The mark of a lane that is nearest to a moment."""
    marks = _in_time(stage, band)
    if not marks:
        number = band.lane.nearest(moment)
        return Chosen(band.lane.key, (band.lane.spans[number].id,)) if number >= 0 else None
    return stage.chosen(band, min(marks, key=lambda mark: _distance(mark, moment)))


def first_choice(stage: Stage) -> Chosen | None:
    """Where the keyboard begins: in the first lane, nearest to the middle of the picture."""
    if not stage.bands:
        return None
    return nearest_in(stage, stage.bands[0], (stage.scale.start + stage.scale.end) / 2)


def end_of_lane(stage: Stage, lane: str, *, last: bool) -> Chosen | None:
    """The first or the last event of a lane."""
    band = _band(stage, lane)
    if band is None:
        return None
    spans = band.lane.spans
    only = Chosen(lane, (spans[-1 if last else 0].id,))
    found = stage.find(only)
    return stage.chosen(*found) if found else only


def opened_out(stage: Stage, chosen: Chosen) -> TimeScale | None:
    """The scale at which a cluster comes apart; None where zoom cannot part it."""
    spans = [Span.of(stage.events[one]) for one in chosen.ids if one in stage.events]
    if len(spans) < 2:
        return None
    # What counts is where the points stand: long vague spans may share a middle.
    first, last = min(s.middle for s in spans), max(s.middle for s in spans)
    if last - first < 1:
        return None
    air = (last - first) * _AIR + 1
    scale = stage.reach.fitted(first - air, last + air, stage.scale.width)
    return scale if scale.day_width >= stage.scale.day_width * _SEPARATES else None


def brought_in(scale: TimeScale, span: Span) -> TimeScale:
    """The scale moved just as far as it takes to see a span."""
    days = scale.end - scale.start
    air = days * 0.12
    if span.middle < scale.start + air:
        return scale.panned((span.middle - air - scale.start) * scale.day_width)
    if span.middle > scale.end - air:
        return scale.panned((span.middle + air - scale.end) * scale.day_width)
    return scale


def _band(stage: Stage, lane: str) -> Band | None:
    return next((band for band in stage.bands if band.lane.key == lane), None)


def _in_time(stage: Stage, band: Band) -> list[Mark]:
    crowded = band.lane.key in stage.crowded()
    marks = [] if crowded else stage.marks(band)
    return sorted(marks, key=_by_middle)


def _by_middle(mark: Mark) -> tuple[float, int]:
    return mark.middle, mark.row


def _distance(mark: Mark, moment: float) -> float:
    return abs(mark.middle - moment)


def _next_event(lane: Lane, chosen: Chosen, steps: int) -> Chosen | None:
    ids = [span.id for span in lane.spans]
    place = ids.index(chosen.ids[0]) + steps if chosen.ids[0] in ids else -1
    return Chosen(lane.key, (ids[place],)) if 0 <= place < len(ids) else None
