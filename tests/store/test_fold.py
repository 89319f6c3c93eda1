"""One folding for index and question."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.fold import NUMBER, Fold, amount_tokens, canonical, squeeze
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
