"""The tide follows its line down to the base and never crosses it."""

from __future__ import annotations

import pytest

from app.ui.charts.tide import LINES, tide_lines

LINE = [(100.0, 300.0), (400.0, 200.0), (700.0, 80.0)]


def test_there_are_fifteen_lines_from_first_to_last_point() -> None:
    lines = tide_lines(LINE, 500)
    assert len(lines) == LINES == 15
    assert all(line[0][0] == 100 and line[-1][0] == pytest.approx(697) for line in lines)


def test_lines_lie_between_the_series_and_the_base_in_order() -> None:
    lines = tide_lines(LINE, 500)
    for column in zip(*lines, strict=True):
        heights = [y for _, y in column]
        assert heights == sorted(heights)
        assert heights[-1] < 500
    assert lines[0][0][1] == pytest.approx(300 + 200 / 16)


def test_one_point_has_no_tide() -> None:
    assert tide_lines(LINE[:1], 500) == []
