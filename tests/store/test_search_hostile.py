"""Whatever is typed is only text: no error, no operator, no wildcard, and an answer in time."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.query import FACETS, Query
from app.model.text import EN, ZH_HANS
from app.store.database import Database
from app.store.library import Library

# What one text may cost; the most that any of them took is 2,600, 26,000 and 36,000. Trying every
# word that is one letter away took 68,000, 812,000 and 770,000 of them.
_STATEMENTS = 6_000  # of ours and of FTS5's own
_STEPS = 60_000  # of SQLite's machine
_CALLS = 80_000  # of Python functions and of C functions by them
_GRAIN = 100  # steps that are counted together
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


class Work:
    """Counts what is done for one call: the same on every machine, however busy."""

    def __init__(self, library: Library) -> None:
        self._connection = sqlite3.connect(f"{library.path.as_uri()}?mode=ro", uri=True)
        self._connection.row_factory = sqlite3.Row
        self.library = Library(Database(self._connection, library.path))
        self.statements = self.steps = self.calls = 0

    def count(self, call: Callable[[], object]) -> None:
        """Count what this call does."""
        self.statements = self.steps = self.calls = 0
        self._connection.set_trace_callback(self._on_statement)
        self._connection.set_progress_handler(self._on_steps, _GRAIN)
        sys.setprofile(self._on_call)
        try:
            call()
        finally:
            sys.setprofile(None)
            self._connection.set_progress_handler(None, 0)
            self._connection.set_trace_callback(None)

    def close(self) -> None:
        """Let go of the file."""
        self.library.close()

    def _on_statement(self, _sql: str) -> None:
        self.statements += 1

    def _on_steps(self) -> None:
        self.steps += _GRAIN

    def _on_call(self, _frame: object, event: str, _told: object) -> None:
        self.calls += event in ("call", "c_call")


@pytest.fixture(scope="module")
def work(library: Library) -> Iterator[Work]:
    """Counts over the shipped content, warm: tables that are read once are there."""
    counted = Work(library)
    counted.library.find(Query("福州"))
    counted.library.find(Query("福洲"))
    counted.library.next_letters("f")
    yield counted
    counted.close()


@pytest.mark.parametrize("text", _NASTY, ids=lambda text: ascii(text[:12]) + str(len(text)))
@pytest.mark.parametrize("language", [ZH_HANS, EN])
def test_nasty_text_is_answered_with_little_work(work: Work, text: str, language: str) -> None:
    library, query = work.library, Query(text, language=language)
    found = library.find(query)
    assert found.hits == library.hits(query)
    assert all(len(letter) == 1 for letter in library.next_letters(text))
    for call in (
        lambda: library.find(query), lambda: library.hits(query),
        lambda: library.next_letters(text),
    ):  # fmt: skip
        work.count(call)
        assert work.calls  # the counters count
        assert work.statements <= _STATEMENTS
        assert work.steps <= _STEPS
        assert work.calls <= _CALLS


def test_the_counters_count(work: Work) -> None:
    work.count(lambda: work.library.find(Query("福州")))
    assert work.statements > 5
    assert work.steps >= _GRAIN
    assert work.calls > 1000


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
