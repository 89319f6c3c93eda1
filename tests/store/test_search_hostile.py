"""Whatever is typed is only text: no error, no operator, no wildcard, and an answer in time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.query import FACETS, Query
from app.model.text import EN, ZH_HANS
from app.store.library import Library

_SECONDS = 0.5  # of the thread's own time, on a machine that does other things as well
_NASTY = (
    '"', "''", '福州"', '"福州', "福州' OR '1'='1", "'; DROP TABLE entry; --", "福州) OR (数",
    "AND", "OR", "NOT", "NEAR(福州 数据, 3)", "福州 NOT 数据", "^福州", "title : 福州", "{x} : y",
    "福*", "*", "-福州", "+福州", "%", "_", "福%州", "福_州", "\\", "\\%", "?", "?1", ":x", "@x", "$x",
    "\0", "福\0州", "\x02福州\x02", "\x1e", "\ue000\ue001\ue002\ue003\ue004\ue005", "\ue003福",
    "\ue005\ue005digital", "\u202e福州\u202c", "\u200f\u200e", "مرحبا", "שלום", "福\u200b州", "\ufeff福州",
    "😀", "👩‍👩‍👧‍👦数字", "🇨🇳", "\ud800", "\udfff\ud800", "福\udcff州", "e\u0301", "Ⅷ", "㎏", "①", "ｆｕ",
    "x" * 10_000, "福" * 10_000, "福州" * 5_000, "a " * 5_000, "1" * 10_000, "1,000" * 2_000,
    "shi" * 3_000, "a-" * 5_000, "(" * 10_000, "数字中国 " * 2_000, "." * 10_000, "1.3万亿" * 1_000,
    "aaaaaaaaaaaaaaaaaaaaaaaa", "xianxianxianxianxianxian", "%s%s%n", "${福州}", "<b>福州</b>",
)  # fmt: skip


@pytest.mark.parametrize("text", _NASTY, ids=lambda text: ascii(text[:12]) + str(len(text)))
@pytest.mark.parametrize("language", [ZH_HANS, EN])
def test_nasty_text_is_answered_in_time(library: Library, text: str, language: str) -> None:
    library.find(Query("福州"))  # warm
    begun = time.thread_time()
    found = library.find(Query(text, language=language))
    hits = library.hits(Query(text, language=language))
    letters = library.next_letters(text)
    assert time.thread_time() - begun < _SECONDS
    assert found.hits == hits
    assert all(len(letter) == 1 for letter in letters)


@pytest.mark.parametrize(
    ("operators", "words"),
    [
        ("福州 OR 玻璃", "福州 or 玻璃"), ("福州 NOT 玻璃", "福州 not 玻璃"), ("福*", "福"),
        ('"数据 福州"', "数据 福州"), ("%", ""), ("福%州", "福 % 州"), ("_", ""), ("^福州", "福州"),
        ("NEAR(福州)", "near 福州"), ("福州\0", "福州"), ("\ufeff福州", "福州"),
    ],
)  # fmt: skip
def test_operators_are_words_or_nothing(library: Library, operators: str, words: str) -> None:
    every = {hit.entry.id for hit in library.hits(Query(operators, limit=2000))}
    plain = {hit.entry.id for hit in library.hits(Query(words, limit=2000))} if words else set()
    assert every <= plain


@pytest.mark.parametrize("value", ["'; --", "x' OR '1'='1", "\ud800", "\0", "%", "x" * 10_000])
def test_nasty_choices_let_nothing_through(library: Library, value: str) -> None:
    for facet in FACETS:
        assert library.find(Query("福州", {facet: (value,)})).total == 0
        assert library.find(Query("", {facet: (value,)})).total == 0


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(codec=None), max_size=60))
def test_any_text_at_all_is_answered(library: Library, text: str) -> None:
    found = library.find(Query(text, limit=5))
    assert len(found.hits) == min(5, found.total)
