"""The river as geometry: its width tells a value, its course is two sines; no painting here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from app.ui.art.rng import mulberry32

SEED: Final = 20180422
_FULL_TURN: Final = 6.283


# Named tuples: a frozen dataclass takes seven times as long to make, 0.6 ms each at every start.
class RiverSpec(NamedTuple):
    """Where the river flows and how it is drawn; `stations` are (x, value) from left to right."""

    width: float
    y0: float
    stations: tuple[tuple[float, float], ...]
    scale: float  # half width in px of one unit of value
    strands: int = 30
    sway: float = 3.2  # of the strands within the river
    swell: float = 10  # of the river itself
    wave_length: float = 210
    step: float = 10  # px: no point of a line is off by more than 0.03 px
    line_width: float = 1.0
    bits: int = 26
    bit_length: float = 1.0
    seed: int = SEED


class Strand(NamedTuple):
    """One line of water: its place between the banks (−1 … 1), its phase, its draw."""

    place: float
    phase: float
    draw: float

    @property
    def is_bank(self) -> bool:
        return abs(self.place) > 0.97


class Bit(NamedTuple):
    """A golden dash that drifts with the river."""

    place: float
    x: float
    length: float
    speed: float


def smooth_step(start: float, end: float, share: float) -> float:
    """From start to end without a kink at either."""
    share = min(1.0, max(0.0, share))
    return start + (end - start) * share * share * (3 - 2 * share)


class RiverShape:
    """Half widths, centre line, strands and bits of one river."""

    def __init__(self, spec: RiverSpec) -> None:
        self.spec = spec
        random = mulberry32(spec.seed)
        self.strands = tuple(
            Strand(-1 + 2 * number / (spec.strands - 1), random() * _FULL_TURN, random())
            for number in range(spec.strands)
        )
        self.bits = tuple(
            Bit(
                -0.85 + 1.7 * random(),
                ((number + random()) / spec.bits) * spec.width,
                (6 + random() * 26) * spec.bit_length,
                0.5 + random(),
            )
            for number in range(spec.bits)
        )

    def half_width(self, x: float) -> float:
        stations, scale = self.spec.stations, self.spec.scale
        first_x, first = stations[0]
        if x <= first_x:
            return first * scale * smooth_step(0.55, 1, (x + 60) / (first_x + 60))
        for (xa, a), (xb, b) in pairwise(stations):
            if x <= xb:
                return smooth_step(a, b, (x - xa) / (xb - xa)) * scale
        last_x, last = stations[-1]
        return last * scale * (1 + 0.12 * min(1, max(0, (x - last_x) / 160)))

    def centre(self, x: float) -> float:
        spec = self.spec
        turn = x / spec.wave_length
        return (
            spec.y0
            + spec.swell * math.sin(turn + 0.6)
            + spec.swell * 0.45 * math.sin(turn * 2.3 + 1.9)
        )

    def columns(self) -> list[tuple[float, float, float]]:
        """(x, centre, half width) at every step across the picture."""
        return self._columns

    @cached_property
    def _columns(self) -> list[tuple[float, float, float]]:
        spec = self.spec
        count = math.ceil((spec.width + 12) / spec.step) + 1
        places = [-6 + number * spec.step for number in range(count)]
        return [(x, self.centre(x), self.half_width(x)) for x in places]

    def strand_line(
        self, strand: Strand, columns: Sequence[tuple[float, float, float]]
    ) -> list[tuple[float, float]]:
        place = strand.place
        sway = (1 - place * place) * self.spec.sway
        stretch = 58 + 40 * abs(place)
        return [
            (x, centre + place * half + sway * math.sin(x / stretch + strand.phase))
            for x, centre, half in columns
        ]

    def bit_line(self, bit: Bit, seconds: float, speed: float) -> list[tuple[float, float]]:
        """Where a bit is after so many seconds; it comes back in on the left."""
        start = (bit.x + seconds * speed * bit.speed) % (self.spec.width + 60) - 30
        points = (start + number * 3 for number in range(max(2, int(bit.length / 3))))
        return [(x, self.centre(x) + bit.place * self.half_width(x)) for x in points]

    def band(self) -> tuple[float, float]:
        """The highest and lowest y that the river touches, strokes included."""
        return self._band

    @cached_property
    def _band(self) -> tuple[float, float]:
        columns = self.columns()
        margin = 2 * self.spec.line_width + 1
        top = min(centre - half for _, centre, half in columns) - margin
        bottom = max(centre + half for _, centre, half in columns) + margin
        return top, bottom
