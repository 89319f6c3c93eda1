"""Events are packed into rows: nothing is lost, nothing overlaps, what matters is named."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.timeline.lanes import MONTH, YEAR, Lane, Span
from app.ui.timeline.packing import BAR, BED, POINT, Mark, Measure, pack


def packed(spans: list[Span], *, rows: int = 2, day_width: float = 1, label: float = 0,
           beside: bool = False) -> list[Mark]:  # fmt: skip
    made = Lane("activity", spans)
    measure = Measure(day_width, rows, lambda _number: label, beside=beside)
    return pack(made, range(len(spans)), measure)


def days(*starts: float, importance: int = 3) -> list[Span]:
    return [Span(f"e{n}", at, at + 1, importance) for n, at in enumerate(starts)]


def test_events_with_room_stand_alone_and_are_named() -> None:
    marks = packed(days(0, 200, 400), label=80)
    assert [(mark.form, mark.count, mark.is_named) for mark in marks] == [(POINT, 1, True)] * 3


def test_what_finds_no_room_joins_its_neighbour_with_a_count() -> None:
    marks = packed(days(*range(10)), rows=1)
    assert [mark.count for mark in marks] == [10]


def test_a_cluster_is_called_by_its_most_important_event() -> None:
    spans = [*days(*range(5)), Span("main", 3, 4, 1)]
    (mark,) = packed(spans, rows=1)
    assert Lane("activity", spans).spans[mark.members[0]].id == "main"


def test_names_give_way_to_events_but_not_to_lesser_names() -> None:
    strong, weak = Span("strong", 0, 1, 1), Span("weak", 30, 31, 4)
    marks = packed([strong, weak], rows=1, label=100)
    assert [mark.count for mark in marks] == [1, 1]
    assert not next(mark for mark in marks if mark.importance == 1).is_named
    marks = packed([strong, Span("weak", 130, 131, 4)], rows=1, label=100)
    assert all(mark.is_named for mark in marks)


def test_a_name_too_long_for_its_lane_is_never_shown() -> None:
    assert not any(mark.is_named for mark in packed(days(0), label=0))


def test_whole_years_lie_in_the_bed_one_bar_for_each() -> None:
    spans = [Span(f"y{n}", 365 * (n // 3), 365 * (n // 3 + 1), 3, YEAR) for n in range(6)]
    marks = packed(spans)
    assert [(mark.form, mark.count) for mark in marks] == [(BED, 3), (BED, 3)]


def test_months_are_bars_when_they_are_long_enough_and_points_when_not() -> None:
    month = [Span("m", 0, 30, 3, MONTH)]
    assert packed(month, day_width=2)[0].form == BAR
    assert packed(month, day_width=0.2)[0].form == POINT


def test_a_point_stands_on_a_bar_only_where_no_row_is_free() -> None:
    bar, *points = packed([Span("m", 0, 30, 3, MONTH), *days(10, 10)], rows=2, day_width=4)
    assert bar.form == BAR
    assert [mark.count for mark in points] == [2]
    assert points[0].row != bar.row or bar.on


def test_nameless_events_of_one_moment_are_one_cluster() -> None:
    marks = packed(days(*[5] * 8), rows=4)
    assert [mark.count for mark in marks] == [8]


spans = st.lists(st.builds(
    lambda start, days, importance, grain, n: Span(
        f"e{n}", start, start + (365 if grain == YEAR else days), importance, grain),
    st.integers(0, 900), st.integers(1, 40), st.integers(1, 4), st.sampled_from([0, 1, 2]),
    st.integers(),
), max_size=80)  # fmt: skip


@given(spans, st.integers(1, 4), st.floats(0.05, 8), st.booleans())
def test_every_event_is_in_exactly_one_mark(
    told: list[Span], rows: int, day_width: float, beside: bool
) -> None:
    marks = packed(told, rows=rows, day_width=day_width, label=60, beside=beside)
    assert sorted(n for mark in marks for n in mark.members) == list(range(len(told)))
    assert all(0 <= mark.row < rows for mark in marks if mark.form != BED)


@given(spans, st.integers(1, 4), st.floats(0.05, 8))
def test_points_of_a_row_do_not_touch_and_names_cover_no_point(
    told: list[Span], rows: int, day_width: float
) -> None:
    label = 60.0
    marks = packed(told, rows=rows, day_width=day_width, label=label)
    points = [mark for mark in marks if mark.form == POINT]
    for one, other in combinations(points, 2):
        if one.row != other.row:
            continue
        near, far = sorted((one, other), key=lambda mark: mark.middle)
        apart = (far.middle - near.middle) * day_width
        assert apart >= 18 - 1e-6
        if near.is_named:
            assert apart >= 18 + label - 1e-6
