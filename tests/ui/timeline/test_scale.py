"""Days become pixels and back; ticks go from decades to days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.timeline.scale import TimeScale

SUMMIT = TimeScale.over(date(2018, 1, 1), date(2025, 12, 31), 2922)  # a pixel a day


def test_the_scale_shows_exactly_its_days() -> None:
    assert SUMMIT.x(date(2018, 1, 1)) == 0
    assert SUMMIT.x(date(2026, 1, 1)) == pytest.approx(2922)
    assert SUMMIT.day(0) == date(2018, 1, 1)
    assert SUMMIT.day(2921.5) == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024", "", 366),
        ("2024-05", "", 31),
        ("2024-05-24", "2024-05-25", 2),
        ("2018", "2019", 730),
    ],
)
def test_a_moment_is_as_long_as_it_was_told(start: str, end: str, days: int) -> None:
    left, right = SUMMIT.span(start, end)
    assert right - left == pytest.approx(days)


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (date(1800, 1, 1), date(2025, 1, 1), "decade"),
        (date(2010, 1, 1), date(2026, 1, 1), "year"),
        (date(2023, 6, 1), date(2025, 6, 1), "quarter"),
        (date(2024, 1, 1), date(2024, 12, 31), "month"),
        (date(2024, 4, 1), date(2024, 6, 30), "week"),
        (date(2024, 5, 20), date(2024, 5, 30), "day"),
    ],
)
def test_ticks_are_as_fine_as_there_is_room(first: date, last: date, unit: str) -> None:
    ticks = TimeScale.over(first, last, 1184).ticks(64)
    assert {tick.unit for tick in ticks} == {unit}
    assert all(right.x - left.x >= 55 for left, right in pairwise(ticks))
    assert 3 <= len(ticks) <= 20


def test_the_first_tick_of_a_year_is_a_major_one_among_months() -> None:
    ticks = TimeScale.over(date(2023, 7, 1), date(2024, 6, 30), 1184).ticks(64)
    assert [tick.day for tick in ticks if tick.is_major] == [date(2024, 1, 1)]


def test_panning_keeps_distances_and_zooming_keeps_the_moment_under_the_pointer() -> None:
    panned = SUMMIT.panned(100)
    assert panned.x(date(2020, 1, 1)) == pytest.approx(SUMMIT.x(date(2020, 1, 1)) - 100)
    zoomed = SUMMIT.zoomed(4, 600)
    assert zoomed.day(600) == SUMMIT.day(600)
    assert zoomed.x(date(2020, 1, 2)) - zoomed.x(date(2020, 1, 1)) == pytest.approx(4)


@given(st.integers(1, 9999), st.floats(0.005, 200), st.floats(200, 4000))
def test_any_scale_has_ticks_in_order_and_on_screen(
    year: int, day_width: float, width: float
) -> None:
    scale = TimeScale(date(year, 3, 5).toordinal(), day_width, width)
    ticks = scale.ticks(64)
    assert all(0 <= tick.x <= width for tick in ticks)
    assert all(left.day < right.day for left, right in pairwise(ticks))
    assert len(ticks) <= width / 55 + 2
