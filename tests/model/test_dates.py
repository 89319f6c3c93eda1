"""Days that exist, and the span that an imprecise date can mean."""

from __future__ import annotations

from datetime import date

import pytest

from app.model.dates import first_day, is_moment, last_day


@pytest.mark.parametrize("moment", ["2024", "2024-02", "2024-02-29"])
def test_real_moments_are_moments(moment: str) -> None:
    assert is_moment(moment)


@pytest.mark.parametrize("moment", ["", "24", "2024-13", "2023-02-29", "2024-5-1", "2024-05-24T"])
def test_other_texts_are_not(moment: str) -> None:
    assert not is_moment(moment)


def test_an_imprecise_date_spans_its_days() -> None:
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (first_day("2024"), last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))
