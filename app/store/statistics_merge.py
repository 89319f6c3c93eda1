"""Adds the counts of another machine's visitor file to this one's."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.base.errors import AppError

COUNTERS: Final = {
    "stat_visits": (("machine", "day", "hour", "language"), ("n",)),
    "stat_opens": (("machine", "day", "entry", "language"), ("n", "seconds")),
    "stat_searches": (("machine", "day", "language"), ("found", "empty")),
}
PUBLIC_FROM: Final = 3  # sessions before a searched text may be known
_NEEDED: Final = frozenset({*COUNTERS, "stat_texts"})


def merge(db: sqlite3.Connection, file: Path, own: str) -> tuple[str, ...]:
    """Take over what other machines counted; the names of those machines.

    Counts only grow, so of two states of one machine the larger number is the later one: merging
    twice, or an older copy after a newer one, changes nothing.
    """
    try:
        with tempfile.TemporaryDirectory() as folder, _opened(file, Path(folder)) as other, db:
            machines: set[str] = set()
            for table in COUNTERS:
                machines |= _take(db, other, table, own)
            machines |= _take_texts(db, other, own)
            return tuple(sorted(machines))
    except (sqlite3.DatabaseError, OSError) as fault:
        raise AppError("statistics-unreadable", path=file, cause=fault) from fault


@contextlib.contextmanager
def _opened(file: Path, folder: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the file: a stick may be read-only, and a WAL file cannot be read there."""
    copy = folder / "other.sqlite"
    shutil.copyfile(file, copy)
    wal = file.with_name(file.name + "-wal")
    if wal.exists():
        shutil.copyfile(wal, copy.with_name("other.sqlite-wal"))
    with contextlib.closing(sqlite3.connect(copy)) as other:
        other.execute("pragma trusted_schema = off")
        tables = {
            row[0] for row in other.execute("select name from sqlite_master where type = 'table'")
        }
        if not tables >= _NEEDED:
            raise sqlite3.DatabaseError("no statistics in it")
        yield other


def _take(
    db: sqlite3.Connection,
    other: sqlite3.Connection,
    table: str,
    own: str,
) -> set[str]:
    keys, counts = COUNTERS[table]
    names = ", ".join((*keys, *counts))
    marks = ", ".join("?" for _ in (*keys, *counts))
    larger = ", ".join(f"{count} = max({count}, excluded.{count})" for count in counts)
    rows = other.execute(f"select {names} from {table} where machine <> ?", (own,)).fetchall()
    db.executemany(
        f"insert into {table} ({names}) values ({marks}) on conflict do update set {larger}", rows
    )
    return {str(row[0]) for row in rows}


def _take_texts(db: sqlite3.Connection, other: sqlite3.Connection, own: str) -> set[str]:
    """Only published texts: digests of different salts cannot be added up, and shall not be."""
    rows = other.execute(
        "select machine, digest, text, found, empty, last from stat_texts "
        "where machine <> ? and text is not null and found + empty >= ?",
        (own, PUBLIC_FROM),
    ).fetchall()
    db.executemany(
        "insert into stat_texts (machine, digest, text, found, empty, last) "
        "values (?, ?, ?, ?, ?, ?) on conflict do update set found = max(found, excluded.found), "
        "empty = max(empty, excluded.empty), last = max(last, excluded.last)",
        rows,
    )
    return {str(row[0]) for row in rows}
