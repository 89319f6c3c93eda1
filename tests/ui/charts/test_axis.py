"""Ticks are round, few, and within what they are asked to show."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.charts.axis import Scale, grouped, nice_ticks


@pytest.mark.parametrize(
    ("high", "cover", "ticks"),
    [
        (8300, False, [0, 2000, 4000, 6000, 8000]),
        (3600, True, [0, 1000, 2000, 3000, 4000]),
        (1.0, True, [0, 0.25, 0.5, 0.75, 1.0]),
        (63, False, [0, 20, 40, 60]),
        (7, True, [0, 2, 4, 6, 8]),
    ],
)
def test_ticks_are_round(high: float, cover: bool, ticks: list[float]) -> None:
    assert nice_ticks(0, high, cover=cover) == ticks


def test_nothing_between_low_and_high_is_one_tick() -> None:
    assert nice_ticks(5, 5) == [5]


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9), st.integers(3, 9), st.booleans())
def test_ticks_are_few_even_and_where_they_belong(
    low: float,
    spread: float,
    most: int,
    cover: bool,
) -> None:
    high = low + spread
    if high - low < abs(low) * 1e-6:
        return
    ticks = nice_ticks(low, high, most, cover=cover)
    assert len(ticks) <= most
    gaps = [right - left for left, right in pairwise(ticks)]
    assert all(gap == pytest.approx(gaps[0], rel=1e-3) for gap in gaps)
    slack = spread * 1e-2 + abs(low) * 1e-9
    if cover:
        assert ticks[0] <= low + slack
        assert ticks[-1] >= high - slack
    else:
        assert all(low - slack <= tick <= high + slack for tick in ticks)


def test_a_scale_leads_from_values_to_pixels_either_way() -> None:
    up = Scale(0, 8000, 494, 85)
    assert up.at(0) == 494
    assert up.at(8000) == 85
    assert up.at(4000) == pytest.approx((494 + 85) / 2)
    assert Scale(3, 3, 10, 20).at(3) == 10


def test_numbers_of_ticks_are_written_in_groups() -> None:
    assert [grouped(value) for value in (0, 8000, 0.5, 12345.5)] == [
        "0",
        "8,000",
        "0.5",
        "12,345.5",
    ]
