"""Stations stand on the river, far enough apart for a finger."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.ui.timeline.river_layout import RiverLayout, known_points
from app.ui.timeline.stations import HOME, KIOSK_LANDSCAPE, Station

VALUES = (2800, None, None, 4600, 6100, 7100, None, 8300, None)
STATIONS = tuple(
    Station(f"edition/{2018 + number}", str(2018 + number), "", value)
    for number, value in enumerate(VALUES)
)


def layout(width: float = 1184, height: float = 434) -> RiverLayout:
    return RiverLayout(STATIONS, HOME, width, height)


def test_at_its_own_size_the_river_has_the_measures_of_the_design() -> None:
    places = layout().places
    assert [round(place.x, 1) for place in places[:2]] == [66, 197.5]
    assert (places[0].bottom - places[0].top) / 2 == pytest.approx(55 * 2800 / 8300)
    assert (places[7].bottom - places[7].top) / 2 == pytest.approx(55)


def test_a_station_without_a_value_has_the_width_between_its_neighbours() -> None:
    halves = [(place.bottom - place.top) / 2 for place in layout().places]
    assert halves[0] < halves[1] < halves[2] < halves[3]
    assert halves[5] < halves[6] < halves[7]


def test_the_river_keeps_its_last_known_width() -> None:
    assert known_points(STATIONS, range(9))[-1] == (8, 8300)


@pytest.mark.parametrize(("look", "width"), [(HOME, 1184), (HOME, 1824), (KIOSK_LANDSCAPE, 1920)])
def test_every_station_can_be_hit_in_a_square_of_120(look: object, width: float) -> None:
    made = RiverLayout(STATIONS, look, width, look.height)
    boxes = [made.box(number) for number in range(9)]
    assert all(box.width >= 120 and box.height >= 120 for box in boxes)
    assert all(left.left + left.width <= right.left + 0.001 for left, right in pairwise(boxes))


def test_a_point_belongs_to_the_station_it_is_nearest_to() -> None:
    made = layout()
    for number, place in enumerate(made.places):
        assert made.station_at(place.x + 20, place.y + 30) == number
    assert made.station_at(600, 10) == -1


def test_a_river_without_any_value_still_flows() -> None:
    unknown = tuple(station._replace(value=None) for station in STATIONS)
    places = RiverLayout(unknown, HOME, 1184, 434).places
    assert all(place.bottom - place.top > 10 for place in places)


def test_no_station_and_one_station_are_no_trouble() -> None:
    assert RiverLayout((), HOME, 1184, 434).places == ()
    assert len(RiverLayout(STATIONS[:1], HOME, 1184, 434).places) == 1
