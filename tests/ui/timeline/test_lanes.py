"""Events keep apart in rows, are found by bisection and cluster where they crowd."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.timeline.lanes import Event, Lane


def lane(*spans: tuple[float, float], gap: float = 0) -> Lane:
    events = [Event(f"e{number}", start, end) for number, (start, end) in enumerate(spans)]
    return Lane("edition", events, gap)


def test_events_that_follow_each_other_share_a_row_and_those_that_overlap_do_not() -> None:
    made = lane((0, 5), (5, 9), (3, 7))
    rows = dict(zip((event.id for event in made.events), made.rows, strict=True))
    assert rows == {"e0": 0, "e2": 1, "e1": 0}
    assert made.height == 2


def test_a_gap_keeps_neighbours_in_different_rows() -> None:
    assert lane((0, 5), (6, 9)).height == 1
    assert lane((0, 5), (6, 9), gap=2).height == 2


def test_an_empty_lane_has_no_rows_and_nothing_to_draw() -> None:
    made = lane()
    assert made.height == 0
    assert made.bars(0, 10, 1) == []


def test_a_long_event_that_began_before_the_screen_is_seen() -> None:
    made = lane((0, 100), (1, 2), (50, 51))
    seen = {made.events[number].id for number in made.visible(40, 60)}
    assert {"e0", "e2"} <= seen


def test_crowded_events_become_one_bar_that_tells_how_many() -> None:
    made = lane(*((day, day + 1) for day in range(50)), (200, 201))
    bars = made.bars(0, 300, 0.1, least=6)
    assert sum(bar.count for bar in bars) == 51
    assert bars[0].count == 50
    assert bars[0].id == "e0"


def test_events_with_room_are_drawn_one_by_one() -> None:
    bars = lane((0, 1), (10, 11)).bars(0, 20, 50)
    assert [(bar.left, bar.right, bar.count) for bar in bars] == [(0, 50, 1), (500, 550, 1)]


spans = st.lists(
    st.tuples(st.integers(0, 500), st.integers(1, 60)).map(lambda it: (it[0], it[0] + it[1])),
    max_size=60,
)


@given(spans, st.integers(0, 500), st.integers(1, 100))
def test_bisection_finds_what_a_search_through_all_finds(
    told: list[tuple[int, int]], start: int, days: int
) -> None:
    made = lane(*told)
    found = {made.events[number].id for number in made.visible(start, start + days)}
    all_seen = {e.id for e in made.events if e.start < start + days and e.end > start}
    assert all_seen <= found
    starts = [event.start for event in made.events]
    assert made.count(start, start + days) == sum(start <= at < start + days for at in starts)


@given(spans)
def test_no_two_events_in_a_row_overlap(told: list[tuple[int, int]]) -> None:
    made = lane(*told)
    placed = list(zip(made.events, made.rows, strict=True))
    for (left, left_row), (right, right_row) in combinations(placed, 2):
        if left_row == right_row:
            assert left.end <= right.start or right.end <= left.start
