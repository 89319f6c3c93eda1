"""Segments that are written at once: the table is the one that FTS5 makes of the same tokens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.fold import START
from app.store.postings import Gathered, LetterCode, PairCode
from app.store.segment import SegmentWriter
from app.store.tokens import LONGEST, Numbered

PREFIXES = (1, 3, 4)
Rows = list[list[str]]
WORDS = st.one_of(
    st.text("ab1数字\U00020000é", min_size=1, max_size=6),
    st.text("ab", min_size=7, max_size=40),
    st.sampled_from(("z" * 300, "z" * 300 + "a", "中" * 200, "y" * LONGEST)),
)


def _table(db: sqlite3.Connection, name: str) -> None:
    sizes = " ".join(map(str, PREFIXES))
    db.execute(
        f"CREATE VIRTUAL TABLE {name} USING fts5(x, content='',"
        f" tokenize='ascii', detail=none, prefix='{sizes}')"
    )


def _inserted(db: sqlite3.Connection, rows: Rows) -> None:
    _table(db, "inserted")
    # In two pieces, so that there is something to be merged.
    first = next((number for number, row in enumerate(rows, 1) if row), 0)
    for some in (range(first), range(first, len(rows))):
        db.executemany(
            "INSERT INTO inserted(rowid, x) VALUES (?, ?)",
            [(number + 1, " ".join(rows[number])) for number in some],
        )
        db.commit()
    db.execute("INSERT INTO inserted(inserted) VALUES ('optimize')")


def _written(db: sqlite3.Connection, chunks: Iterable[Rows]) -> None:
    """By segments of texts, one for every chunk."""
    _table(db, "written")
    writer = SegmentWriter(db, "written")
    first = 1
    for rows in chunks:
        texts = Numbered()
        gathered = Gathered(PairCode(), PREFIXES)
        for place, row in enumerate(rows):
            gathered.add_texts(texts.of(row), np.full(len(row), place))
        writer.add_sizes(first, gathered.sizes(len(rows)))
        for postings in gathered.take([*texts], first):
            writer.add(postings)
        first += len(rows)
    writer.finish()


def _pages(db: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    """All pages but the one that lists the segments, without the numbers of the segments."""
    pages = db.execute(
        f"SELECT id & 0xffffffff, block FROM {table}_data WHERE id <> 10 ORDER BY id"
    )
    keys = db.execute(f"SELECT term, pgno FROM {table}_idx ORDER BY term")
    return [*pages, *keys]


def _terms(db: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    db.execute(f"CREATE VIRTUAL TABLE temp.{table}_terms USING fts5vocab(main, {table}, instance)")
    return db.execute(f"SELECT term, doc FROM temp.{table}_terms").fetchall()


def _sizes(db: sqlite3.Connection, table: str) -> list[tuple[int, int]]:
    """Tokens of every row, whatever number of bytes tells them."""
    told = db.execute(f"SELECT id, sz FROM {table}_docsize ORDER BY id")
    return [
        (row, sum((byte & 0x7F) << 7 * place for place, byte in enumerate(reversed(size))))
        for row, size in told
    ]


def _begins(db: sqlite3.Connection, table: str, start: str) -> list[tuple[int]]:
    ask = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
    return db.execute(ask, (f'"{start}"*',)).fetchall()


def _is_same(chunks: list[Rows]) -> bool:
    """Whether the terms, what begins with their beginnings, and the merged pages are the same."""
    db = sqlite3.connect(":memory:")
    every = [row for rows in chunks for row in rows]
    _written(db, chunks)
    _inserted(db, every)
    db.execute("INSERT INTO written(written) VALUES ('integrity-check')")
    starts = {token[:size] for row in every[:9] for token in row for size in (1, 2, 3, 4, 5)}
    tables = ("written", "inserted")
    terms, other = (_terms(db, table) for table in tables)
    same = terms == other
    same &= _sizes(db, "written") == _sizes(db, "inserted")
    for start in starts:
        begins, other_begins = (_begins(db, table, start) for table in tables)
        same &= begins == other_begins
    if sum(any(rows) for rows in chunks) > 1:  # a single segment has nothing to be merged with
        same &= _pages(db, "written") == _pages(db, "inserted")
    db.close()
    return same


@given(st.lists(st.lists(st.lists(WORDS, max_size=8), min_size=1, max_size=5), max_size=4))
def test_a_table_is_the_one_that_fts5_makes(chunks: list[Rows]) -> None:
    assert not any(map(any, chunks)) or _is_same(chunks)


@pytest.mark.parametrize("parts", [1, 3])
def test_many_rows_of_one_term_go_over_many_pages(parts: int) -> None:
    rows = [[f"n{number}", "all", *["even"] * (number % 2)] for number in range(6_000)]
    size = len(rows) // parts
    assert _is_same([rows[at : at + size] for at in range(0, len(rows), size)])


def test_a_table_without_tokens_stays_empty() -> None:
    db = sqlite3.connect(":memory:")
    _written(db, [[[], []]])
    assert db.execute("SELECT rowid FROM written WHERE written MATCH 'a*'").fetchall() == []
    db.close()


def test_what_is_written_can_be_asked_and_grows() -> None:
    db = sqlite3.connect(":memory:")
    _written(db, [[["数字", "abcd"]], [["数字"], ["abce"]]])
    ask = "SELECT rowid FROM written WHERE written MATCH ? ORDER BY rowid"
    assert db.execute(ask, ("数字",)).fetchall() == [(1,), (2,)]
    assert db.execute(ask, ("abc*",)).fetchall() == [(1,), (3,)]
    db.execute("INSERT INTO written(rowid, x) VALUES (4, 'abcf')")
    assert db.execute(ask, ("abc*",)).fetchall() == [(1,), (3,), (4,)]
    db.close()


def test_codes_and_texts_make_the_same_terms() -> None:
    db = sqlite3.connect(":memory:")
    rows = [["数字", "字中", "中"], ["é1", "é", "\U00020000数"], ["字中", "ab"]]
    _inserted(db, rows)
    _table(db, "written")
    gathered = Gathered(PairCode(), PREFIXES)
    for place, row in enumerate(rows):
        codes = [ord(token[0]) << PairCode.BITS | (ord(token[1:]) if token[1:] else 0)
                 for token in row]  # fmt: skip
        gathered.add_codes(np.array(codes), np.full(len(row), place))
    writer = SegmentWriter(db, "written")
    writer.add_sizes(1, gathered.sizes(len(rows)))
    for postings in gathered.take([], 1):
        writer.add(postings)
    writer.finish()
    assert _terms(db, "written") == _terms(db, "inserted")
    for start in ("数", "字", "é", "a", "\U00020000"):
        assert _begins(db, "written", start) == _begins(db, "inserted", start)
    db.close()


def test_letters_are_spelled_with_their_mark() -> None:
    code = LetterCode(START)
    codes = LetterCode.of(np.frombuffer(b"shuzi", np.uint8))
    told = [bytes(row[row > 0]).decode() for row in code.spelled(codes)]
    assert told == ["shuzi", "huzi", "uzi", "zi", "i"]
    marked = code.spelled(LetterCode.marked(codes[:1]))
    assert bytes(marked[marked > 0]).decode() == START + "shuzi"
    cut, which = LetterCode.cut(codes, 4)
    assert which.tolist() == [0, 1]
    assert [bytes(row[row > 0]) for row in code.spelled(cut)] == [b"shuz", b"huzi"]
