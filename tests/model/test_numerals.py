"""Small numbers in words."""

from __future__ import annotations

import pytest

from app.model.numerals import counted, han, ordinal


@pytest.mark.parametrize(
    ("n", "told"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "100")],
)
def test_numbers_in_han(n: int, told: str) -> None:
    assert han(n) == told


@pytest.mark.parametrize(
    ("n", "told"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (21, "21st")]
)
def test_english_ordinals(n: int, told: str) -> None:
    assert ordinal(n, "en") == told


def test_headings_count_in_words() -> None:
    assert counted(9, "en") == "nine"
    assert counted(9, "zh-Hant") == "九"
    assert counted(40, "en") == "40"
