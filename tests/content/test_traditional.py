"""Traditional forms: characters only, the glossary above them."""

from __future__ import annotations

import pytest

from app.content.traditional import Traditional


@pytest.mark.parametrize(
    ("hans", "hant"),
    [("数字中国", "數字中國"), ("软件", "軟件"), ("皇后以后", "皇后以後"),
     ("干部干净", "幹部乾淨"), ("", "")],
)  # fmt: skip
def test_characters_are_turned_and_words_are_kept(hans: str, hant: str) -> None:
    assert Traditional({})(hans) == hant


def test_the_glossary_has_the_last_word_and_the_longest_entry_wins() -> None:
    turn = Traditional({"平台": "平台", "云平台": "雲平台"})
    turn.prepare(["国家平台", "云平台", "国家"])
    assert [turn(told) for told in ("国家平台", "云平台", "国家")] == ["國家平台", "雲平台", "國家"]


def test_many_texts_at_once_are_the_texts_one_by_one() -> None:
    texts = ["数字中国建设峰会", "第一行\n第二行", "", "A b", "里程碑"]
    at_once, singly = Traditional({}), Traditional({})
    at_once.prepare(texts)
    assert [at_once(text) for text in texts] == [singly(text) for text in texts]
