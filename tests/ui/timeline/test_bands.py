"""Lanes share the height: all of it, with a row for each and more for those that need more."""

from __future__ import annotations

import pytest

from app.ui.timeline.bands import Sizes, arrange, least_height
from app.ui.timeline.lanes import YEAR, Lane, Span

SIZES = Sizes()


def lane(key: str, number: int, *, has_year: bool = False) -> Lane:
    spans = [Span(f"{key}{n}", n * 10, n * 10 + 1) for n in range(number)]
    if has_year:
        spans.append(Span(f"{key}y", 0, 365, 3, YEAR))
    return Lane(key, spans)


@pytest.mark.parametrize("height", [120, 300, 640])
def test_the_bands_fill_the_height_without_gaps(height: float) -> None:
    bands = arrange([lane("edition", 9), lane("figure", 250), lane("activity", 40)], height, SIZES)
    assert bands[0].top == 0
    assert bands[-1].bottom == pytest.approx(
        max(height, least_height([b.lane for b in bands], SIZES))
    )
    assert [one.bottom for one in bands[:-1]] == pytest.approx([one.top for one in bands[1:]])


def test_the_crowded_lane_has_more_rows_and_a_small_one_only_one() -> None:
    small, crowded = arrange([lane("edition", 9), lane("figure", 250)], 400, SIZES)
    assert small.rows == 1
    assert 1 < crowded.rows <= SIZES.most_rows


def test_many_events_of_one_moment_need_no_more_rows() -> None:
    heap = Lane("target", [Span(f"t{n}", 5, 35) for n in range(46)])
    assert arrange([heap], 400, SIZES)[0].rows == 1


def test_a_lane_with_whole_years_has_room_for_its_bed() -> None:
    plain, bedded = lane("activity", 9), lane("release", 9, has_year=True)
    assert least_height([bedded], SIZES) == least_height([plain], SIZES) + SIZES.bed
