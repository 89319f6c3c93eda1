"""One may zoom from decades to days and never get lost; routes tell the range and get it back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.timeline.glide import between
from app.ui.timeline.reach import Reach, asked_range, told_range
from app.ui.timeline.scale import TimeScale
from app.ui.timeline.stretches import nearest_stretch, stretch_days

REACH = Reach.of_years(2000, 2026)


def test_all_of_it_is_shown_with_a_little_air() -> None:
    scale = REACH.whole(1000)
    assert scale.start < REACH.first
    assert scale.end > REACH.last


@given(st.floats(1e-4, 1e4), st.floats(-1e6, 1e6))
def test_whatever_is_asked_something_of_the_pack_stays_in_sight(zoom: float, away: float) -> None:
    scale = REACH.held(REACH.whole(1000).zoomed(zoom, 500).panned(away))
    assert 3.9 <= scale.end - scale.start <= REACH.days * 3.1
    assert scale.start < REACH.last
    assert scale.end > REACH.first


def test_zoom_ends_at_days_and_at_decades() -> None:
    scale = REACH.whole(1000)
    assert REACH.held(scale.zoomed(1e6, 500)).unit(60).name == "day"
    assert REACH.held(scale.zoomed(1e-6, 500)).unit(120).name == "decade"


def test_a_pack_without_dates_still_has_a_scale() -> None:
    assert Reach.of_years(0, 0).whole(800).day_width > 0


@pytest.mark.parametrize(("start", "end", "days"), [
    ("2023-01", "2024-12", 731), ("2024", "2024", 366), ("2024-05-24", "2024-05-25", 2),
    ("2024", "", 366), ("", "2024-05", 31), ("2024-12", "2024-01", 366),
])  # fmt: skip
def test_a_range_is_read_as_it_is_asked(start: str, end: str, days: int) -> None:
    asked = asked_range(start, end)
    assert asked is not None
    assert asked[1] - asked[0] == days


@pytest.mark.parametrize(("start", "end"), [("", ""), ("soon", ""), ("2024-13", "x")])
def test_what_is_no_range_is_none(start: str, end: str) -> None:
    assert asked_range(start, end) is None


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(5, 9000))
def test_a_told_range_holds_what_was_on_screen(start: date, days: int) -> None:
    scale = TimeScale.over(start, start + timedelta(days=days), 900)
    asked = asked_range(*told_range(scale))
    assert asked is not None
    assert asked[0] <= scale.start + 1
    assert asked[1] >= scale.end - 1


@pytest.mark.parametrize("key", ["year", "month", "day"])
def test_a_stretch_is_called_by_its_own_word(key: str) -> None:
    middle = date(2024, 5, 24).toordinal()
    first, last = stretch_days(key, middle, REACH, [])
    assert first <= middle < last
    assert nearest_stretch(REACH.fitted(first, last, 1000), REACH) == key


def test_without_editions_their_stretch_is_all() -> None:
    assert stretch_days("years", 0, REACH, []) == (REACH.first, REACH.last)
    assert nearest_stretch(REACH.whole(1000), REACH) == "all"


@given(st.floats(0.2, 5), st.floats(0, 1))
def test_on_the_way_of_a_zoom_the_fixed_point_stays(factor: float, share: float) -> None:
    start = TimeScale(738_000, 0.5, 1000)
    way = between(start, start.zoomed(factor, 400), share)
    assert (738_800 - way.start) * way.day_width == pytest.approx(400, abs=0.5)
