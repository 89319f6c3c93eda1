"""The generators behind every print."""

from __future__ import annotations

from itertools import pairwise

from app.ui.art.rng import fnv1a, mulberry32


def test_the_hash_is_the_published_fnv1a() -> None:
    assert fnv1a("") == 0x811C9DC5
    assert fnv1a("a") == 0xE40C292C
    assert fnv1a("foobar") == 0xBF9CF968


def test_the_hash_reads_chinese_as_utf8() -> None:
    value = 0x811C9DC5
    for byte in b"\xe5\xb1\x95":
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    assert fnv1a("展") == value


def test_the_same_seed_draws_the_same_numbers_and_another_seed_others() -> None:
    first, again, other = mulberry32(7), mulberry32(7), mulberry32(8)
    drawn = [first() for _ in range(5)]
    assert drawn == [again() for _ in range(5)]
    assert drawn != [other() for _ in range(5)]


def test_the_numbers_are_those_that_the_design_was_drawn_with() -> None:
    draw = mulberry32(20180422)
    assert [round(draw() * 2**32) for _ in range(3)] == [3703571877, 3059785716, 387055753]


def test_numbers_stay_below_one_and_do_not_repeat_at_once() -> None:
    draw = mulberry32(0)
    drawn = [draw() for _ in range(2000)]
    assert all(0 <= number < 1 for number in drawn)
    assert all(left != right for left, right in pairwise(drawn))
