"""The three hills of Fuzhou as lines: Gaussian profiles in eight contours; no painting here."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

CONTOURS: Final = 8
_STEP: Final = 5
_RIPPLE: Final = 1.05  # the highest of the ripples on a slope
_LOWEST: Final = 1.1  # px above the base below which a contour is not drawn

# Where a pagoda stands: this many spreads beside its peak.
PAGODA_OFFSET: Final = 0.62


# Named tuples: a frozen dataclass takes seven times as long to make, 0.6 ms each at every start.
class SceneSpec(NamedTuple):
    """Where the scene stands: its base line, height, centre and the spread of its hills."""

    width: float
    base: float
    height: float
    centre: float
    spread: float
    line_width: float = 1.0
    left: float = 0.0


class Hill(NamedTuple):
    """A hill's peak, height and spread, all in px."""

    peak: float
    height: float
    spread: float

    def contour(self, spec: SceneSpec, number: int) -> list[tuple[float, float]]:
        """The outline (0) or one of the lines within."""
        tall = self.height * (1 - number * 0.125)
        wide = self.spread * (1 - number * 0.055)
        loud = tall * _RIPPLE / _LOWEST
        reach = wide * math.sqrt(math.log(loud)) if loud > 1 else 0.0  # it is lower everywhere else
        points: list[tuple[float, float]] = []
        x = spec.left + _STEP * max(0, math.floor((self.peak - reach - spec.left) / _STEP))
        while x <= min(spec.width, self.peak + reach):
            ripple = 1 + 0.05 * math.sin(x / 37 + self.peak)
            above = tall * math.exp(-(((x - self.peak) / wide) ** 2)) * ripple
            if above >= _LOWEST:
                points.append((x, spec.base - above))
            x += _STEP
        return points

    def slope_y(self, spec: SceneSpec) -> float:
        """The height of the ground that a pagoda stands on."""
        share = math.exp(-PAGODA_OFFSET * PAGODA_OFFSET)
        return spec.base - self.height * share + 3


def hills(spec: SceneSpec) -> tuple[Hill, Hill, Hill]:
    """Pingshan behind, Wushan to the left, Yushan to the right: in the order of painting."""
    centre, spread, height = spec.centre, spec.spread, spec.height
    return (
        Hill(centre + spread * 0.04, height * 0.78, spread * 0.46),
        Hill(centre - spread * 0.62, height * 0.62, spread * 0.34),
        Hill(centre + spread * 0.66, height * 0.54, spread * 0.36),
    )
