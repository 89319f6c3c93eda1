"""Long texts are worked on as short ones are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.store.characters import (
    LongFold,
    amounts_of,
    characters_of,
    squeezed,
    text_of,
    without_marks,
)
from app.store.fold import RUN, SEAM, Fold, amounts, squeeze
from app.store.fold_table import make_table

FOLD = Fold(*make_table())
LONG_FOLD = LongFold(FOLD)
TYPESET = st.text("数a1 ,.\u2009\u00a0\n\u0663中0亿万m", max_size=30)


@given(st.text())
def test_long_texts_are_folded_alike(text: str) -> None:
    assert text_of(LONG_FOLD(text)) == FOLD(text)


@given(TYPESET)
def test_long_texts_are_squeezed_alike(text: str) -> None:
    assert text_of(squeezed(characters_of(text))) == squeeze(text)


def test_typesetting_is_squeezed_out_of_a_long_text() -> None:
    told = squeezed(characters_of("建设 5g 基站 13,000 个, 3 4"))
    assert text_of(told) == "建设5g基站13000个, 3 4"


@given(st.lists(TYPESET, min_size=1, max_size=4))
def test_numbers_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    joined = SEAM.join(texts)
    found = list(amounts_of(joined, characters_of(joined)))
    assert found == [(token, n) for n, text in enumerate(texts) for token, _, _ in amounts(text)]


@given(st.lists(st.text("数a1é ,_\n\U00020000", max_size=6), min_size=1))
def test_marks_become_spaces_and_seams_stay(texts: list[str]) -> None:
    told = without_marks(SEAM.join(texts)).split(SEAM)
    assert [text.split() for text in told] == [RUN.findall(text) for text in texts]
