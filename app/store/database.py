"""A content file opened for reading only, with the faults of files told as AppErrors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from app.base.errors import AppError
from app.store import schema

Row = sqlite3.Row
_FIRST = itemgetter(0)


class Database:
    """Runs queries; never writes."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open a content file.

        Raises AppError `content-missing`, `content-damaged`, or `content-outdated` for a file of
        another version of this program.
        """
        if not path.is_file():
            raise AppError("content-missing", path=path)
        # immutable: no locks, no journal beside it; also on media that cannot be written.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(address, uri=True)
        except sqlite3.Error as fault:
            raise AppError("content-damaged", path=path, cause=fault) from fault
        database = cls(connection, path)
        try:
            database._check()
        except BaseException:
            connection.close()
            raise
        return database

    def _check(self) -> None:
        self._connection.row_factory = sqlite3.Row
        for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON",
                       "cache_size = -65536", "temp_store = MEMORY"):  # fmt: skip
            self.one(f"PRAGMA {pragma}")
        signed = self.one("PRAGMA application_id")
        version = self.one("PRAGMA user_version")
        if not signed or signed[0] != schema.APPLICATION_ID:
            raise AppError("content-damaged", path=self.path, cause="application_id")
        if not version or version[0] != schema.VERSION:
            raise AppError("content-outdated", path=self.path)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as fault:
            if _is_ours(fault):
                raise
            raise self._damaged(fault) from fault

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Rows one by one, so that a reader may stop early."""
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.DatabaseError as fault:
            if _is_ours(fault):
                raise
            raise self._damaged(fault) from fault

    def numbers(self, sql: str, values: Sequence[object] = ()) -> Iterator[int]:
        """The only column of each row, without the cost of rows."""
        try:
            cursor = self._connection.cursor()
            cursor.row_factory = None
            yield from map(_FIRST, cursor.execute(sql, values))
        except sqlite3.DatabaseError as fault:
            if _is_ours(fault):
                raise
            raise self._damaged(fault) from fault

    def one(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row, if there is one."""
        try:
            found: Row | None = self._connection.execute(sql, values).fetchone()
        except sqlite3.DatabaseError as fault:
            if _is_ours(fault):
                raise
            raise self._damaged(fault) from fault
        return found

    def quick_check(self) -> bool:
        """Whether SQLite finds the file whole: reads all of it."""
        found = self.one("PRAGMA quick_check")
        return found is not None and found[0] == "ok"

    def interrupt(self) -> None:
        """Stop what another thread is asking for here."""
        self._connection.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _damaged(self, fault: sqlite3.DatabaseError) -> AppError:
        return AppError("content-damaged", path=self.path, cause=fault)


def _is_ours(fault: sqlite3.DatabaseError) -> bool:
    """A wrong query is a bug of ours and must not look like a damaged file.

    It is raised again where it was caught: raised in a function that was given it, it would hold
    that function and with it every open query until the next collection – in another thread.
    """
    if isinstance(fault, sqlite3.ProgrammingError):
        return True
    told = str(fault)
    return isinstance(fault, sqlite3.OperationalError) and (
        told.startswith("fts5:")
        or "interrupted" in told
        or "syntax error" in told
        or "no such column" in told
    )
