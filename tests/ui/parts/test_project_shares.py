"""Squares never show more than a source says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.ui.parts.project_shares import squares


@pytest.mark.parametrize(
    ("bound", "told"),
    [("above", (40, 3)), ("at_least", (40, 3)), ("exact", (40, 0)), ("below", (37, 3)),
     ("about", (39, 2))],
)  # fmt: skip
def test_eighty_per_cent_of_fifty(bound: str, told: tuple[int, int]) -> None:
    assert squares(50, Decimal(80), bound) == told


def test_nothing_fades_behind_the_last_square() -> None:
    assert squares(50, Decimal(98), "above") == (49, 1)
