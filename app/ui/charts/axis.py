"""The axis: round ticks, and values to pixels; no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


def nice_ticks(low: float, high: float, most: int = 5, *, cover: bool = False) -> list[float]:
    """At most `most` (3 or more) round values from low to high; `cover` reaches beyond both.

    An interval of nothing gives its one value.
    """
    ticks = [low]
    if high <= low:
        return ticks
    for step in _steps_from((high - low) / max(1, most - 1) / 10):
        first = math.floor(low / step) if cover else math.ceil(low / step - 1e-9)
        last = math.ceil(high / step - 1e-9) if cover else math.floor(high / step + 1e-9)
        ticks = [_rounded(number * step, step) for number in range(first, last + 1)]
        if len(ticks) <= most:
            break
    return ticks


def _steps_from(least: float) -> list[float]:
    power = math.floor(math.log10(least))
    return [step * 10.0**exponent for exponent in range(power, power + 5) for step in _STEPS]


def _rounded(value: float, step: float) -> float:
    digits = max(0, 1 - math.floor(math.log10(step)))
    return round(value, digits) + 0.0  # no minus zero


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to pixels; `far` may be above or left of `near`."""

    low: float
    high: float
    near: float
    far: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        if self.high == self.low:
            return self.near
        share = (value - self.low) / (self.high - self.low)
        return self.near + (self.far - self.near) * share


def grouped(value: float) -> str:
    """A tick's number as it is written: 8,000 or 0.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"
