"""Where cells stand, without Qt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.widgets.wall_shape import WallShape

FEATURED = WallShape(106, 1012, 4, 250, gap=24, row_gap=22, featured=True)


def test_the_feature_takes_two_by_two_and_cards_stand_beside_it() -> None:
    assert FEATURED.cell(0) == (0, 0, 2 * 235 + 24, 2 * 250 + 22)
    assert [FEATURED.place(n) for n in (1, 2, 3, 4, 5)] == [(0, 2), (0, 3), (1, 2), (1, 3), (2, 0)]


def test_the_height_is_that_of_all_rows() -> None:
    assert FEATURED.rows == 2 + -(-(106 - 5) // 4)
    assert WallShape(0, 500, 3, 100).height == 0
    assert WallShape(7, 500, 3, 100, row_gap=10).height == 3 * 100 + 2 * 10


shapes = st.builds(
    WallShape, st.integers(0, 500), st.just(1200), st.integers(1, 7), st.integers(20, 300),
    gap=st.integers(0, 24), row_gap=st.integers(0, 24), featured=st.booleans(),
)  # fmt: skip


@given(shapes)
def test_cells_never_overlap_and_stay_inside(shape: WallShape) -> None:
    taken: set[tuple[int, int]] = set()
    for index in range(shape.count):
        row, column = shape.place(index)
        span = 2 if index == 0 and shape.featured else 1
        for down in range(span):
            for across in range(min(span, shape.columns)):
                spot = (row + down, column + across)
                assert spot not in taken
                taken.add(spot)
        cell = shape.cell(index)
        assert cell.left + cell.width <= shape.width
        assert cell.top + cell.height <= max(shape.height, cell.top + cell.height * 0)


@given(shapes, st.integers(0, 5000), st.integers(1, 900))
def test_every_cell_in_view_is_shown(shape: WallShape, top: int, height: int) -> None:
    shown = shape.shown(top, top + height)
    for index in range(shape.count):
        cell = shape.cell(index)
        if cell.top < top + height and cell.top + cell.height > top:
            assert index in shown


@given(shapes, st.integers(0, 499), st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_arrows_lead_to_cells_that_exist(
    shape: WallShape, index: int, way: tuple[int, int]
) -> None:
    if index < shape.count:
        assert 0 <= shape.step(index, *way) < shape.count


@pytest.mark.parametrize(
    ("start", "way", "goal"),
    [
        (0, (1, 0), 1), (0, (0, 1), 5), (1, (0, 1), 3), (3, (0, -1), 1), (5, (0, -1), 0),
        (6, (0, -1), 0), (7, (0, -1), 3), (8, (0, 1), 12), (105, (0, 1), 105),
    ],
)  # fmt: skip
def test_arrows_go_where_the_eye_expects(start: int, way: tuple[int, int], goal: int) -> None:
    assert FEATURED.step(start, *way) == goal


def test_up_and_down_keep_to_the_last_card_of_a_short_row() -> None:
    shape = WallShape(5, 400, 3, 50)
    assert shape.step(2, 0, 1) == 4
    assert shape.step(1, 0, 1) == 4
    assert shape.step(0, 0, 1) == 3
