"""The visitor file: what this user keeps. A content update never touches it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.base.errors import AppError
from app.store.statistics import Statistics

FILE_NAME: Final = "visits.sqlite"
STEPS: Final = 3  # how many steps visit_steps has: the file carries it as user_version
RECENT: Final = 12
_APPLICATION_ID: Final = 0x5A56_4953  # "ZVIS"


@dataclass(frozen=True, slots=True)
class Favourite:
    """A kept entry; `added` is UTC, ISO 8601."""

    id: str
    added: str
    note: str


class Visits:
    """Favourites, notes and recent searches of one user."""

    def __init__(self, connection: sqlite3.Connection, rescued: Path | None = None) -> None:
        self._db = connection
        #: Where a damaged file was put aside before this one was begun, if that happened.
        self.rescued = rescued

    @classmethod
    def open(cls, path: Path) -> Visits:
        """Open the file, making or migrating it first.

        A damaged file is put aside as `.corrupt-DATE` and a new one begun. Raises AppError
        `visits-newer` for a file of a later version, `not-writable` where it cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls(_ready(path))
        except sqlite3.DatabaseError as fault:
            if not path.exists() or _is_about_access(fault):
                raise AppError("not-writable", path=path, cause=fault) from fault
        except OSError as fault:
            raise AppError("not-writable", path=path, cause=fault.strerror) from fault
        aside = path.with_name(f"{path.name}.corrupt-{datetime.now(UTC):%Y%m%d-%H%M%S}")
        path.replace(aside)
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        return cls(_ready(path), rescued=aside)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def favourites(self) -> tuple[Favourite, ...]:
        """What is kept, in the order it was added."""
        rows = self._db.execute("select id, added, note from favourites order by added, id")
        return tuple(Favourite(*row) for row in rows)

    def is_favourite(self, entry_id: str) -> bool:
        """Whether this entry is kept."""
        found = self._db.execute("select 1 from favourites where id = ?", (entry_id,))
        return found.fetchone() is not None

    def keep(self, entry_id: str, note: str = "") -> None:
        """Keep an entry; an entry that is kept already gets this note."""
        self._write(
            "insert into favourites (id, added, note) values (?, ?, ?) "
            "on conflict (id) do update set note = excluded.note",
            (entry_id, _now(), note),
        )

    def restore(self, favourite: Favourite) -> None:
        """Put back what was taken out, at its old place."""
        self._write(
            "insert or replace into favourites (id, added, note) values (?, ?, ?)",
            (favourite.id, favourite.added, favourite.note),
        )

    def drop(self, entry_id: str) -> Favourite | None:
        """Keep it no longer; what it was, so that it can be restored."""
        kept = next((kept for kept in self.favourites() if kept.id == entry_id), None)
        self._write("delete from favourites where id = ?", (entry_id,))
        return kept

    def searches(self) -> tuple[str, ...]:
        """The last few searches, newest first."""
        rows = self._db.execute(
            "select text from searches order by asked desc, rowid desc limit ?", (RECENT,)
        )
        return tuple(row[0] for row in rows)

    def remember_search(self, text: str) -> None:
        """Remember a search that led somewhere."""
        self._write(
            "insert into searches (text, asked) values (?, ?) "
            "on conflict (text) do update set asked = excluded.asked",
            (text, _now()),
        )

    def forget_searches(self) -> None:
        """Forget every search."""
        self._write("delete from searches", ())

    def statistics(self, now: Callable[[], datetime] | None = None) -> Statistics:
        """The anonymous counts that the same file keeps; `now` is the local clock."""
        return Statistics(self._db, now)

    def _write(self, sql: str, values: tuple[str, ...]) -> None:
        try:
            with self._db:
                self._db.execute(sql, values)
        except sqlite3.OperationalError as fault:
            raise AppError("visits-not-saved", cause=fault) from fault


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _is_about_access(fault: sqlite3.DatabaseError) -> bool:
    codes = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL,
             sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY)  # fmt: skip
    return (getattr(fault, "sqlite_errorcode", 0) & 0xFF) in codes


def _ready(path: Path) -> sqlite3.Connection:
    """A connection to an up-to-date file."""
    is_new = not path.exists() or path.stat().st_size == 0
    connection = sqlite3.connect(path)
    try:
        _prepare(connection, path, is_new=is_new)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, is_new: bool) -> None:
    connection.execute("pragma busy_timeout = 500")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    ours = connection.execute("pragma application_id").fetchone()[0]
    version = connection.execute("pragma user_version").fetchone()[0]
    if not is_new and ours != _APPLICATION_ID:
        raise sqlite3.DatabaseError("not a visitor file")
    if version > STEPS:
        raise AppError("visits-newer", path=path, version=version, known=STEPS)
    if version < STEPS:
        if not is_new:
            _back_up(connection, path)
        _migrate(connection)
    if connection.execute("pragma quick_check").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("damaged")


def _migrate(connection: sqlite3.Connection) -> None:
    from app.store import visit_steps

    visit_steps.apply(connection)
    connection.execute(f"pragma application_id = {_APPLICATION_ID}")
    connection.execute(f"pragma user_version = {STEPS}")
    connection.commit()


def _back_up(connection: sqlite3.Connection, path: Path) -> None:
    """A whole copy beside the file before its schema changes."""
    target = path.with_name(path.name + ".backup")
    staging = path.with_name(path.name + ".backup-new")
    with contextlib.closing(sqlite3.connect(staging)) as copy:
        connection.backup(copy)
    staging.replace(target)
