"""Makes a content file: in a staging file, checked, then put in place by one rename."""

from __future__ import annotations

import contextlib
import errno
import gc
import operator
import os
import sqlite3
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, islice
from pathlib import Path

from sqlite_utils import Database

from app.base.errors import AppError
from app.base.files import replace_durably
from app.model.content import Content, Told
from app.model.entry import Entry, Fact
from app.store import cells, pronunciation, readings, schema
from app.store.cells import Line
from app.store.fold import Fold
from app.store.fold_table import make_table
from app.store.index import Index, sort_key

_BATCH = 500
Progress = Callable[[int, int, str], None]  # done, of how many, stage


def build(content: Content, target: Path, progress: Progress | None = None) -> None:
    """Write `content` to `target`; whatever goes wrong, an old file there stays as it is.

    Raises AppError `not-writable`, `disk-full`, or `content-rejected` when the tables do not
    hold together.
    """
    staging = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staging.unlink(missing_ok=True)
        with _no_collector():
            _write(content, staging, progress or _silent)
        replace_durably(staging, target)
    except (OSError, sqlite3.OperationalError) as fault:
        full = getattr(fault, "errno", 0) == errno.ENOSPC or "is full" in str(fault)
        raise AppError("disk-full" if full else "not-writable", path=target, cause=fault) from fault
    except sqlite3.IntegrityError as fault:
        raise AppError("content-rejected", path=target, cause=fault) from fault
    finally:
        with contextlib.suppress(OSError):
            staging.unlink(missing_ok=True)


@contextlib.contextmanager
def _no_collector() -> Iterator[None]:
    """Building makes millions of tuples and no cycles: looking for some takes a tenth of it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _silent(_done: int, _total: int, _stage: str) -> None:
    return


def _write(content: Content, staging: Path, progress: Progress) -> None:
    # The staging file is thrown away when anything fails: it needs no journal.
    connection = sqlite3.connect(staging, isolation_level=None)
    try:
        for pragma in ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF",
                       "cache_size = -32768"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        if sys.version_info >= (3, 12):  # some systems' SQLite keeps the tables of an index closed
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, False)  # noqa: FBT003
        connection.executescript(schema.TABLES)
        connection.execute("BEGIN")
        _fill(Database(connection), content, progress)
        connection.execute("COMMIT")
        connection.executescript(schema.INDEXES)
        _seal(connection)
    finally:
        connection.close()


def _fill(db: Database, content: Content, progress: Progress) -> None:
    db.table("pack").insert(cells.pack_cells(content.pack))
    for table, rows in (
        ("unit", map(cells.unit_cells, content.units)),
        ("qualifier", map(cells.qualifier_cells, content.qualifiers)),
        ("role", map(cells.role_cells, content.roles)),
        ("term", map(cells.term_cells, content.terms)),
    ):
        db.table(table).insert_all(rows)
    written, folded = make_table()
    db.table("search_fold").insert({"written": written, "folded": folded})
    characters, sounds = pronunciation.sounds()
    db.table("search_sound").insert({"characters": characters, "sounds": sounds})
    total = sum(content.pack.counts.values())
    writer = _Writer(db.conn, Index(db.conn, Fold(written, folded)))
    numbered = enumerate(content.entries, 1)
    while batch := list(islice(numbered, _BATCH)):
        writer.add(batch)
        progress(batch[-1][0], total, "entries")
    _write_relations(db.conn, content)
    progress(total, total, "index")
    writer.finish()


class _Writer:
    """Writes entries with their facts and citations, some at a time."""

    def __init__(self, db: sqlite3.Connection, index: Index) -> None:
        self.index = index
        self._db = db
        self._combinations: dict[Line, int] = {}  # of facet values
        self._places = array("I")

    def add(self, batch: Sequence[tuple[int, Told]]) -> None:
        """Some entries with all that is told of them."""
        entries: list[Line] = []
        facts: dict[str, list[Line]] = {"column": [], "figure": [], "statement": []}
        cited: list[Line] = []
        facts_cited: list[Line] = []
        combinations = self._combinations
        for (number, told), spelled in zip(batch, self.index.add(batch), strict=True):
            entry = told.entry
            row = cells.entry_cells(entry, number, _keys(entry, spelled))
            entries.append(row)
            cited += [(None, entry.id, None, None, *one) for one in told.citations]
            for position, fact in enumerate((*told.key_facts, *told.statements)):
                sort = _sort(fact) if position < len(told.key_facts) else "statement"
                facts[sort].append(cells.fact_cells(fact, position, sort))
                facts_cited += [(None, entry.id, fact.id, None, *one) for one in fact.citations]
            values = cells.FACET_CELLS(row)
            self._places.append(combinations.setdefault(values, len(combinations)))
        _insert(self._db, "entry", entries)
        for some in facts.values():  # of one sort: they leave the same cells empty
            _insert(self._db, "fact", some)
        _insert(self._db, "citation", cited)
        _insert(self._db, "citation", facts_cited)

    def finish(self) -> None:
        """What is known only at the end: the index in one piece, the facets of every entry."""
        self.index.finish()
        _insert(self._db, "search_facet", [
            (place, *[value or "" for value in values])
            for values, place in self._combinations.items()
        ])  # fmt: skip
        if sys.byteorder == "big":
            self._places.byteswap()
        _insert(self._db, "search_facets", [(self._places.tobytes(),)])


def _sort(fact: Fact) -> str:
    return "figure" if fact.amount else "column"


def _keys(entry: Entry, spelled: str) -> tuple[str, str, str]:
    """The name with tones, and what orders it in Chinese and in English."""
    name = entry.name
    return (
        readings.toned(name.zh_hans), sort_key(spelled or name.zh_hans.lower()),
        sort_key(name.en.lower()),
    )  # fmt: skip


def _write_relations(db: sqlite3.Connection, content: Content) -> None:
    numbered = enumerate(content.relations, 1)
    while batch := list(islice(numbered, _BATCH)):
        _insert(db, "link", [cells.relation_cells(told, number) for number, told in batch])
        _insert(db, "citation", [
            (None, told.from_id, None, number, *one)
            for number, told in batch for one in told.citations
        ])  # fmt: skip


def _insert(db: sqlite3.Connection, table: str, rows: list[Line]) -> None:
    """Whole rows, many times as fast as `insert_all`, which looks at every cell.

    Cells that are empty in all of the rows are told once, in the statement.
    """
    if not rows:
        return
    columns = list(zip(*rows, strict=True))
    empty = [_empty(column) for column in columns]
    told = compress(columns, map(operator.not_, empty))
    values = ", ".join(same or "?" for same in empty)
    db.executemany(f"INSERT INTO {table} VALUES ({values})", zip(*told, strict=True))


def _empty(column: tuple[object, ...]) -> str:
    """What stands in all cells in SQL, "" if that is not the same empty thing."""
    if any(column):
        return ""
    if column.count("") == len(column):
        return "''"
    return "NULL" if column.count(None) == len(column) else ""


def _seal(connection: sqlite3.Connection) -> None:
    """Check that all holds together and sign the header.

    Whether every byte is whole is asked when a file is opened: here SQLite would read its cache.
    """
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if dangling:
        raise sqlite3.IntegrityError(f"{dangling[0]} {dangling[1]} → {dangling[2]}")
    connection.execute("PRAGMA analysis_limit = 1000")  # of rows: enough to choose an index
    connection.execute("ANALYZE")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
