"""One folding for index and question."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.fold import (
    NUMBER,
    RUN,
    SEAM,
    WORD,
    Fold,
    amount_tokens,
    canonical,
    pairs,
    squeeze,
    words,
)
from app.store.fold_table import make_table

FOLD = Fold(*make_table())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("數字中國", "数字中国"),
        ("ＡＩ大模型", "ai大模型"),
        ("軟體 裡 臺灣", "软体 里 台湾"),
        ("Café ÜBER", "cafe uber"),
        ("①⑳", "1⑳"),
        ("İstanbul", "istanbul"),
    ],
)
def test_forms_of_one_character_fold_to_one(text: str, folded: str) -> None:
    assert FOLD(text) == folded


@given(st.text())
def test_folding_keeps_every_place_and_is_done_once(text: str) -> None:
    folded = FOLD(text)
    assert len(folded) == len(text)
    assert FOLD(folded) == folded


def test_typesetting_is_squeezed_out() -> None:
    assert squeeze("建设 5g 基站 13,000 个, 3 4") == "建设5g基站13000个, 3 4"


def test_pairs_never_reach_over_punctuation() -> None:
    assert pairs("数字,中国").split() == ["数字", "字", "中国", "国"]


@given(st.lists(st.text("数字ab1 ,_\n", max_size=6)))
def test_texts_worked_on_together_stay_apart(texts: list[str]) -> None:
    together = pairs(SEAM.join(texts)).split(SEAM)
    for text, told in zip(texts or [""], together, strict=True):
        assert set(told.split()) == set(pairs(text).split())


@given(st.lists(st.text("数字ab1 ,_\n", max_size=6)))
def test_pairs_are_those_of_every_run(texts: list[str]) -> None:
    told = pairs(SEAM.join(texts)).split(SEAM)
    for text, found in zip(texts or [""], told, strict=True):
        runs = RUN.findall(text)
        made = [run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1))]
        assert set(found.split()) == {*made, *[run[-1] for run in runs]}


@given(st.lists(st.text("数ab1 ,_\n", max_size=6)))
def test_words_are_the_runs(texts: list[str]) -> None:
    told = words(SEAM.join(texts)).split(SEAM)
    for text, found in zip(texts or [""], told, strict=True):
        assert found.split() == [WORD + run for run in RUN.findall(text)]


@given(st.text())
def test_long_texts_are_folded_alike(text: str) -> None:
    assert FOLD.many(text) == FOLD(text)


@pytest.mark.parametrize(
    ("number", "magnitude", "value"),
    [("1.3", "万亿", "1300000000000"), ("13,000", "亿", "1300000000000"),
     ("31.9", "bn", "31900000000"),
     ("0.50", "", "0.5")],
)  # fmt: skip
def test_numbers_have_one_spelling(number: str, magnitude: str, value: str) -> None:
    assert canonical(number, magnitude).strip("\ue000\ue002").replace("\ue001", ".") == value


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["万", "亿", "万亿"]))
def test_any_amount_in_a_text_is_a_token(value: Decimal, magnitude: str) -> None:
    told = f"约{value:f}{magnitude}元"
    assert canonical(f"{value:f}", magnitude) in amount_tokens([told])
    assert all(token.startswith(NUMBER) for token in amount_tokens([told]))
