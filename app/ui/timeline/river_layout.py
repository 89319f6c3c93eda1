"""Where everything of the river timeline stands in a widget of some size; no painting here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from app.ui.art.river_shape import RiverShape, RiverSpec
from app.ui.art.scene_shape import SceneSpec
from app.ui.timeline.stations import Station, TimelineLook

HIT: Final = 120.0  # the least side of what can be pressed, where there is room
_HALF_OF_UNKNOWN: Final = 0.5


# Named tuples: a frozen dataclass takes seven times as long to make, 0.6 ms each at every start.
class Place(NamedTuple):
    """Where a station stands: its ring and the two banks beside it."""

    x: float
    y: float
    top: float
    bottom: float


class Box(NamedTuple):
    """A rectangle that can be pressed."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        inside = self.left <= x < self.left + self.width
        return inside and self.top <= y < self.top + self.height


class RiverLayout:
    """Scales a look to a width and height and puts the stations on the river."""

    def __init__(
        self, stations: Sequence[Station], look: TimelineLook, width: float, height: float
    ) -> None:
        self.stations = tuple(stations)
        self._look = look
        self._width, self._height = width, height
        self._across, self._down = width / look.width, height / look.height
        self.xs = self._spread()
        self.spec = self._river()
        shape = RiverShape(self.spec)
        self.places = tuple(self._place(shape, x) for x in self.xs)

    def scene(self) -> SceneSpec:
        look, down = self._look, self._down
        return SceneSpec(
            self._width,
            look.scene_base * down,
            look.scene_height * down,
            look.scene_centre * self._across,
            look.scene_spread * down,
            look.line_width,
        )

    def box(self, number: int) -> Box:
        """What belongs to a station for the finger: as wide as its share of the river."""
        place = self.places[number]
        left = (self.xs[number - 1] + place.x) / 2 if number else 0.0
        is_last = number == len(self.xs) - 1
        right = self._width if is_last else (place.x + self.xs[number + 1]) / 2
        width = min(max(HIT, self._gap()), 2 * min(place.x - left, right - place.x))
        top = min(place.y - HIT / 2, place.top - HIT / 4)
        bottom = min(self._height, max(place.y + HIT / 2, place.bottom + HIT * 0.66))
        return Box(place.x - width / 2, top, width, bottom - top)

    def station_at(self, x: float, y: float) -> int:
        """The number of the station that a point belongs to, −1 for none."""
        for number in range(len(self.stations)):
            if self.box(number).holds(x, y):
                return number
        return -1

    def _spread(self) -> tuple[float, ...]:
        count = len(self.stations)
        if count < 2:
            return (self._width / 2,) * count
        first, last = self._look.first_x * self._across, self._look.last_x * self._across
        return tuple(first + (last - first) * number / (count - 1) for number in range(count))

    def _gap(self) -> float:
        return self.xs[1] - self.xs[0] if len(self.xs) > 1 else self._width

    def _river(self) -> RiverSpec:
        look = self._look
        points = known_points(self.stations, self.xs)
        greatest = max((value for _, value in points), default=0.0)
        if not greatest:
            points, greatest = ((self._width / 2, _HALF_OF_UNKNOWN),), 1.0
        return RiverSpec(
            self._width,
            look.y0 * self._down,
            points,
            look.half_width * self._down / greatest,
            strands=look.strands,
            swell=look.swell * self._down,
            wave_length=look.wave_length * self._across,
            bits=look.bits,
            bit_length=look.bit_length,
            line_width=look.line_width,
        )

    def _place(self, shape: RiverShape, x: float) -> Place:
        centre, half = shape.centre(x), shape.half_width(x)
        return Place(x, centre, centre - half, centre + half)


def known_points(
    stations: Sequence[Station], xs: Sequence[float]
) -> tuple[tuple[float, float], ...]:
    """(x, value) where a value is known; the river keeps its last width to the last station."""
    points = [
        (x, station.value)
        for x, station in zip(xs, stations, strict=True)
        if station.value is not None
    ]
    if points and points[-1][0] < xs[-1]:
        points.append((xs[-1], points[-1][1]))
    return tuple(points)
