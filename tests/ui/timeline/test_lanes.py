"""Events lie where their dates can mean, and are found by bisection."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.model.event import Event
from app.model.text import Text
from app.ui.timeline.lanes import DAY, MONTH, YEAR, Lane, Span


def lane(*spans: tuple[float, float]) -> Lane:
    told = [Span(f"e{number}", start, end) for number, (start, end) in enumerate(spans)]
    return Lane("edition", told)


def event(start: str, end: str = "") -> Event:
    return Event("e", "e", "activity", ("activity",), Text("事"), start, end)


def test_a_year_lies_on_all_its_days_and_a_day_on_one() -> None:
    year, day = Span.of(event("2024")), Span.of(event("2024-05-24"))
    assert (year.start, year.end) == (date(2024, 1, 1).toordinal(), date(2025, 1, 1).toordinal())
    assert day.end - day.start == 1
    assert (year.grain, day.grain) == (YEAR, DAY)


def test_a_period_lies_from_its_first_to_its_last_day_and_is_as_vague_as_its_vaguer_end() -> None:
    period = Span.of(event("2024-05-24", "2024-05"))
    assert period.end == date(2024, 6, 1).toordinal()
    assert period.grain == MONTH


def test_a_long_span_that_began_before_the_screen_is_seen() -> None:
    made = lane((0, 100), (1, 2), (50, 51))
    seen = {made.spans[number].id for number in made.visible(40, 60)}
    assert {"e0", "e2"} <= seen


def test_the_nearest_is_found_and_none_in_an_empty_lane() -> None:
    assert lane((0, 1), (10, 11), (30, 31)).nearest(12) == 1
    assert lane().nearest(12) == -1


def test_the_most_important_are_found_among_those_on_screen() -> None:
    made = Lane("edition", [Span(f"e{n}", n, n + 1, 1 if n % 10 == 0 else 3) for n in range(50)])
    assert [made.spans[n].start for n in made.strong_within(15, 35)] == [20, 30]


spans = st.lists(
    st.tuples(st.integers(0, 500), st.integers(1, 60)).map(lambda it: (it[0], it[0] + it[1])),
    max_size=60,
)


@given(spans, st.integers(0, 500), st.integers(1, 100))
def test_bisection_finds_what_a_search_through_all_finds(
    told: list[tuple[int, int]], start: int, days: int
) -> None:
    made = lane(*told)
    found = {made.spans[number].id for number in made.visible(start, start + days)}
    all_seen = {one.id for one in made.spans if one.start < start + days and one.end > start}
    assert all_seen <= found


@given(spans, st.integers(0, 500), st.integers(1, 20), st.integers(1, 30))
def test_counts_of_steps_add_up_to_the_count_of_the_whole(
    told: list[tuple[int, int]], start: int, step: int, number: int
) -> None:
    made = lane(*told)
    counts = made.counts(start, step, number)
    assert len(counts) == number
    assert sum(counts) == made.count(start, start + step * number)
    middles = [one.middle for one in made.spans]
    assert sum(counts) == sum(start <= at < start + step * number for at in middles)
