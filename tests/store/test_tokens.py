"""Tokens of many texts at once, as numbers."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.store import readings
from app.store.fold import RUN, SEAM, START
from app.store.postings import LetterCode, PairCode
from app.store.tokens import LONGEST, Numbered, letters, pairs, words

TEXTS = st.lists(st.text("数字ab1 ,_\n\U00020000", max_size=6), min_size=1)
SYLLABLES = st.lists(st.sampled_from(("a", "shu", "zi", "zhuang", "5", "g")), max_size=9)


def _pairs(texts: list[str]) -> list[set[str]]:
    codes, places = pairs(SEAM.join(texts))
    told: list[set[str]] = [set() for _ in texts]
    for code, place in zip(codes.tolist(), places.tolist(), strict=True):
        second = code & (1 << PairCode.BITS) - 1
        told[place].add(chr(code >> PairCode.BITS) + (chr(second) if second else ""))
    return told


def _letters(said: list[str]) -> list[set[str]]:
    codes, places = letters(said)
    told: list[set[str]] = [set() for _ in said]
    for row, place in zip(LetterCode(START).spelled(codes), places.tolist(), strict=True):
        told[place].add(bytes(row[row > 0]).decode())
    return told


def test_pairs_never_reach_over_punctuation() -> None:
    assert _pairs(["数字,中国"]) == [{"数字", "字", "中国", "国"}]


@given(TEXTS)
def test_pairs_are_those_of_every_run(texts: list[str]) -> None:
    for text, found in zip(texts, _pairs(texts), strict=True):
        assert found == {run[at : at + 2] for run in RUN.findall(text) for at in range(len(run))}


@given(TEXTS)
def test_words_are_the_runs(texts: list[str]) -> None:
    numbered = Numbered()
    numbers, places = words(SEAM.join(texts), numbered)
    told = [*numbered]
    for place, text in enumerate(texts):
        found = [told[number] for number in numbers[places == place].tolist()]
        assert found == RUN.findall(text)


def test_a_very_long_word_is_cut_as_the_index_cuts_it() -> None:
    numbered = Numbered()
    numbers, _ = words("a" * LONGEST + "b", numbered)
    assert [*numbered][int(numbers[0])] == "a" * LONGEST


@given(st.lists(SYLLABLES, max_size=4))
def test_letters_are_the_tokens_of_every_name(names: list[list[str]]) -> None:
    said = [" ".join(name) for name in names]
    for name, found in zip(said, _letters(said), strict=True):
        assert found == (readings.tokens(name) - {START} if name else set())


@given(st.lists(st.sampled_from(("chong|zhong", "qing", "hang|xing|heng")), min_size=1, max_size=5))
def test_a_name_said_in_several_ways_is_several_names(syllables: list[str]) -> None:
    name = " ".join(syllables)
    ways = list(product(*[syllable.split("|") for syllable in syllables]))
    variants = readings.variants(name)
    assert variants == ([" ".join(way) for way in ways] if len(ways) <= 8 else [])
    if variants:
        assert set.union(*_letters(variants)) == readings.tokens(name)


def test_texts_keep_their_numbers() -> None:
    numbered = Numbered()
    assert numbered.of(["b", "a", "b"]).tolist() == [0, 1, 0]
    assert numbered.of([]).dtype == np.int64
