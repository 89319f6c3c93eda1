"""Fills an FTS5 table from sorted postings: writes its segments, then lets SQLite merge them.

FTS5 takes a text apart token by token and gathers each in a hash table; half the time of building
went there. Whoever has the postings of some thousand entries as arrays can write the same segment
at once. What is written here is level 0 of the index; `optimize` merges the segments, so that in
the end every page is SQLite's own work. Tests compare the table with one filled by `INSERT`.

Format: https://sqlite.org/fts5.html#fts5_data_structures, with `detail=none` as in the comment at
the head of SQLite's fts5_index.c. It may only grow: newer versions must read the files of old ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]

MAIN: Final = ord("0")  # first byte of the terms themselves; those of the prefix indexes follow it
_PAGE: Final = 30_000  # bytes: few pages, and one term of full length still fits its 16-bit sizes
_COMPARED: Final = 8  # bytes of neighbours that are compared at once: one number
_AVERAGES, _STRUCTURE = 1, 10  # rows of the data table
_SEGMENT_SHIFT: Final = 37  # of the segment's number in the number of a page
_MAX_SEGMENTS: Final = 1_999


class Postings(NamedTuple):
    """Terms in order of their bytes, and the rows that have each."""

    pool: Bytes  # all terms end to end, each begun by the byte of its index
    lengths: Numbers  # bytes of each term
    alike: Numbers  # bytes that each has in common with the one before
    counts: Numbers  # rows of each term, at least one
    rows: npt.NDArray[np.int32]  # rowids, ascending within a term


class SegmentWriter:
    """Writes the segments of one table, oldest rows first."""

    def __init__(self, db: sqlite3.Connection, table: str) -> None:
        """`table` is a contentless FTS5 table with `detail=none` that nothing has read yet."""
        self._db = db
        self._table = table
        self._last_pages: list[int] = []  # of each segment
        self._rows = 0
        self._tokens = 0

    def add(self, postings: Postings) -> None:
        """Write one segment; no rows in it are older than those before."""
        if not len(postings.lengths):
            return
        segment = len(self._last_pages) + 1
        if segment > _MAX_SEGMENTS:
            raise OverflowError(f"{self._table}: more segments than FTS5 can merge")
        pages = list(_pages(postings))
        first = segment << _SEGMENT_SHIFT
        self._db.executemany(
            f"INSERT INTO {self._table}_data VALUES (?, ?)",
            ((first + number, page) for number, (_, page) in enumerate(pages, 1)),
        )
        self._db.executemany(
            f"INSERT INTO {self._table}_idx VALUES (?, ?, ?)",
            ((segment, key, number << 1) for number, (key, _) in enumerate(pages, 1)),
        )
        self._last_pages.append(len(pages))

    def add_sizes(self, first: int, sizes: Numbers) -> None:
        """Tell how many tokens rows `first`, `first` + 1, … have: FTS5 lists its rows by this.

        Three bytes for each, so that SQLite itself can part them: a row for every single one of
        them from Python would take as long as all their postings.
        """
        most = np.minimum(sizes, (1 << 21) - 1)
        cells = np.column_stack((most >> 14 | 0x80, most >> 7 & 0x7F | 0x80, most & 0x7F))
        self._db.execute(
            "WITH RECURSIVE row(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM row WHERE n + 1 < ?1)"
            f" INSERT INTO {self._table}_docsize SELECT ?2 + n, substr(?3, 3 * n + 1, 3) FROM row",
            (len(sizes), first, cells.astype(np.uint8).tobytes()),
        )
        self._rows += len(sizes)
        self._tokens += int(sizes.sum())

    def finish(self) -> None:
        """Make the segments known, with the numbers of all rows and tokens, and merge them."""
        if not self._last_pages:
            return
        put = f"UPDATE {self._table}_data SET block = ? WHERE id = ?"
        self._db.execute(put, (_varint(self._rows) + _varint(self._tokens), _AVERAGES))
        (old,) = self._db.execute(
            f"SELECT block FROM {self._table}_data WHERE id = ?", (_STRUCTURE,)
        ).fetchone()
        levels = [len(self._last_pages), *self._told_segments()]
        head = [1, len(self._last_pages), 0, 0]  # one level, nothing written or merged so far
        told = b"".join(map(_varint, [*head, *levels]))
        self._db.execute(put, (old[:4] + told, _STRUCTURE))  # the first four tell the settings
        self._db.execute(f"INSERT INTO {self._table}({self._table}) VALUES ('optimize')")

    def _told_segments(self) -> Iterator[int]:
        for segment, last in enumerate(self._last_pages, 1):
            yield from (segment, 1, last)


def _pages(postings: Postings) -> Iterator[tuple[bytes, bytes]]:
    """The pages of a segment, each with the shortest key that sorts behind the page before."""
    pool, lengths, common, _, _ = postings
    starts = starts_of(lengths)
    documents, document_sizes = _documents(postings)
    records, sizes = _records(postings, documents, document_sizes)
    ends = np.cumsum(sizes)
    footer, footer_sizes = _varints(sizes)
    footer_ends = np.cumsum(footer_sizes, dtype=np.int64)
    used = ends + footer_ends
    begin = 0
    while begin < len(lengths):
        size = int(document_sizes[begin])
        at = int(starts[begin])
        term = pool[at : at + int(lengths[begin])].tobytes()
        first_end = int(ends[begin])
        first = _varint(len(term)) + term + records[first_end - size : first_end].tobytes()
        # The head and the footer's first two places are at most 12 bytes.
        room = _PAGE - len(first) - 12
        end = max(begin + 1, int(np.searchsorted(used, used[begin] + room, "right")))
        body = first + records[first_end : int(ends[end - 1])].tobytes()
        places = _varint(4) + (_varint(len(first)) if end > begin + 1 else b"")
        if end > begin + 2:
            places += footer[int(footer_ends[begin]) : int(footer_ends[end - 2])].tobytes()
        key = term[: int(common[begin]) + 1] if begin else b""
        yield key, b"\0\0" + (4 + len(body)).to_bytes(2, "big") + body + places
        begin = end


def _records(postings: Postings, documents: Bytes, sizes: Numbers) -> tuple[Bytes, Numbers]:
    """Every term but for what it has in common with the one before, with its rows; their sizes."""
    news = postings.lengths - postings.alike
    heads, sizes_of_heads = _varints(np.column_stack((postings.alike, news)).ravel())
    head_sizes = (sizes_of_heads[::2] + sizes_of_heads[1::2]).astype(np.int64)
    all_sizes = head_sizes + news + sizes
    at = starts_of(all_sizes)
    told = np.empty(int(all_sizes.sum()), np.uint8)
    is_document = np.ones(len(told), bool)
    for places, pieces in (
        (spread(at, head_sizes), heads),
        (
            spread(at + head_sizes, news),
            postings.pool[spread(starts_of(postings.lengths) + postings.alike, news)],
        ),
    ):
        told[places] = pieces
        is_document[places] = False
    told[is_document] = documents
    return told, all_sizes


def _documents(postings: Postings) -> tuple[Bytes, Numbers]:
    """The first row of each term and the steps to the others, and the bytes of each term's."""
    firsts = starts_of(postings.counts)
    steps = np.empty_like(postings.rows)
    np.subtract(postings.rows[1:], postings.rows[:-1], out=steps[1:])
    steps[firsts] = postings.rows[firsts]
    told, sizes = _varints(steps)
    return told, np.add.reduceat(sizes, firsts, dtype=np.int64)


def alike(pool: Bytes, lengths: Numbers) -> Numbers:
    """How many bytes each term has in common with the one before."""
    padded = np.concatenate((pool, np.zeros(_COMPARED, np.uint8)))
    window = np.lib.stride_tricks.sliding_window_view(padded, _COMPARED)
    starts = starts_of(lengths)
    told = np.zeros(len(lengths), np.int64)
    shorter = np.minimum(lengths[1:], lengths[:-1])
    pending = np.arange(1, len(lengths))
    done = 0
    while len(pending):
        before, here = (window[starts[which] + done] for which in (pending - 1, pending))
        told[pending] = np.minimum(done + same_bytes(before, here), shorter[pending - 1])
        done += _COMPARED
        pending = pending[told[pending] == done]
    return told


def same_bytes(rows: Bytes, others: Bytes) -> Numbers:
    """How many of the first of eight bytes are the same in two tables."""
    differs = (rows.view(">u8") ^ others.view(">u8"))[:, 0].astype(np.uint64)
    # Without every bit behind a set one, no rounding to a float can reach the next power of two.
    _, bits = np.frexp((differs & ~(differs >> np.uint64(1))).astype(np.float64))
    same: Numbers = (64 - bits.astype(np.int64)) // 8
    return same


def starts_of(sizes: Numbers) -> Numbers:
    """Where each stretch begins that lies behind the one before."""
    return np.cumsum(sizes) - sizes


def spread(at: Numbers, sizes: Numbers) -> Numbers:
    """The places of stretches of some sizes that begin at some places."""
    return np.repeat(at - starts_of(sizes), sizes) + np.arange(int(sizes.sum()))


def _varints(values: npt.NDArray[np.integer]) -> tuple[Bytes, Bytes]:
    """Numbers in SQLite's variable length: 7 bits a byte, high ones first; the bytes of each.

    Most are below 128: their bytes are taken as they are, and those of the others put in between.
    """
    sizes = np.ones(len(values), np.uint8)
    longer = np.flatnonzero(values > 0x7F)
    long = values[longer].astype(np.int64)
    more = np.zeros(len(long), np.int64)  # bytes of these but for the last
    rest = long >> 7
    while rest.any():
        more += rest > 0
        rest >>= 7
    sizes[longer] += more.astype(np.uint8)
    number = np.arange(int(more.sum()))
    shifts = 7 * (np.repeat(np.cumsum(more), more) - number)
    places = np.repeat(longer, more) + number
    told = np.empty(len(values) + len(places), np.uint8)
    told[places] = np.repeat(long, more) >> shifts & 0x7F | 0x80
    is_last = np.ones(len(told), bool)
    is_last[places] = False
    told[is_last] = values.astype(np.uint8) & 0x7F
    return told, sizes


def _varint(value: int) -> bytes:
    told = bytes((value & 0x7F,))
    while value := value >> 7:
        told = bytes((value & 0x7F | 0x80,)) + told
    return told
