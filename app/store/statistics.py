"""Counts what a totem's visitors do, without knowing who they are; kept in the visitor file.

Per day and machine: sessions by hour and language, opens and dwell by entry, searches with and
without result. A searched text is counted once a session, under a digest salted by this machine,
and is itself kept only from its third session on. The digest hinders a casual reader, not one
who has the file and tries all short texts; therefore an unpublished one is dropped after 30 days,
and what looks like a phone number or is long is never kept. Entries are counted by their id, so
that a content update changes nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import secrets
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from app.base.errors import AppError
from app.store.statistics_merge import COUNTERS, PUBLIC_FROM, merge
from app.store.statistics_report import Report, read_report

LONGEST_TEXT: Final = 24
LONGEST_DWELL: Final = 600.0
_DAYS_UNPUBLISHED: Final = 30
_PRIVATE: Final = re.compile(r"\d{6}|@")


@dataclass(slots=True)
class _Asked:
    """One text of this session, in memory only."""

    text: str
    is_found: bool


class Statistics:
    """Collects a session in memory and writes it in one go when it ends."""

    def __init__(
        self, connection: sqlite3.Connection, now: Callable[[], datetime] | None = None
    ) -> None:
        self._db = connection
        self._now = now or _local_now
        self._machine, self._salt = self._identity()
        self._open_entry: tuple[str, str, datetime] | None = None
        self._forget_session()

    @property
    def machine(self) -> str:
        """The random name under which this machine counts."""
        return self._machine

    def begin(self, language: str) -> None:
        """A visitor touched the screen."""
        now = self._now()
        self._visits[_day(now), now.hour, language] += 1

    def opened(self, entry_id: str, language: str) -> None:
        """An entry is looked at; the one before is no longer."""
        self.left()
        now = self._now()
        self._opens[_day(now), entry_id, language] += 1
        self._open_entry = (entry_id, language, now)

    def left(self, idle: float = 0.0) -> None:
        """The entry is no longer looked at, for `idle` seconds already."""
        if self._open_entry is None:
            return
        entry_id, language, since = self._open_entry
        seconds = (self._now() - since).total_seconds() - idle
        self._seconds[_day(since), entry_id, language] += max(0.0, min(seconds, LONGEST_DWELL))
        self._open_entry = None

    def searched(self, text: str, language: str, *, is_found: bool) -> None:
        """A visitor searched: tell it once, when a result is opened or the search is left."""
        plain = normalised(text)
        if not plain:
            return
        self._searches[_day(self._now()), language, is_found] += 1
        if len(plain) <= LONGEST_TEXT and not _PRIVATE.search(plain):
            before = self._texts.get(self._digest(plain))
            was_found = before is not None and before.is_found
            self._texts[self._digest(plain)] = _Asked(plain, is_found or was_found)

    def end(self, idle: float = 0.0) -> None:
        """The session is over: write it and forget it. AppError `visits-not-saved`."""
        self.left(idle)
        try:
            with self._db:
                self._write()
        except sqlite3.OperationalError as fault:
            raise AppError("visits-not-saved", cause=fault) from fault
        finally:
            self._forget_session()

    def report(self, since: str = "", until: str = "9999") -> Report:
        """What was counted from one day (YYYY-MM-DD) to another, both included."""
        return read_report(self._db, since, until)

    def merge(self, file: Path) -> tuple[str, ...]:
        """Take over the counts of other machines from their visitor file; the machines' names.

        The same file twice counts once. AppError `statistics-unreadable` or `visits-newer`.
        """
        return merge(self._db, file, self._machine)

    def forget(self) -> None:
        """Begin anew: all counts and the machine's name and salt."""
        with self._db:
            for table in (*COUNTERS, "stat_texts", "stat_machine"):
                self._db.execute(f"delete from {table}")
        self._forget_session()
        self._machine, self._salt = self._identity()

    def _forget_session(self) -> None:
        self._visits: Counter[tuple[str, int, str]] = Counter()
        self._opens: Counter[tuple[str, str, str]] = Counter()
        self._seconds: defaultdict[tuple[str, str, str], float] = defaultdict(float)
        self._searches: Counter[tuple[str, str, bool]] = Counter()
        self._texts: dict[str, _Asked] = {}

    def _write(self) -> None:
        for (day, hour, language), n in self._visits.items():
            self._db.execute(
                "insert into stat_visits (machine, day, hour, language, n) values (?, ?, ?, ?, ?) "
                "on conflict do update set n = n + excluded.n",
                (self._machine, day, hour, language, n),
            )
        for key in self._opens.keys() | self._seconds.keys():
            self._db.execute(
                "insert into stat_opens (machine, day, entry, language, n, seconds) "
                "values (?, ?, ?, ?, ?, ?) on conflict do update "
                "set n = n + excluded.n, seconds = seconds + excluded.seconds",
                (self._machine, *key, self._opens[key], self._seconds[key]),
            )
        for (day, language, is_found), n in self._searches.items():
            self._db.execute(
                "insert into stat_searches (machine, day, language, found, empty) "
                "values (?, ?, ?, ?, ?) on conflict do update "
                "set found = found + excluded.found, empty = empty + excluded.empty",
                (self._machine, day, language, n * is_found, n * (not is_found)),
            )
        today = _day(self._now())
        for digest, asked in self._texts.items():
            self._write_text(digest, asked, today)

    def _write_text(self, digest: str, asked: _Asked, today: str) -> None:
        self._db.execute(
            "insert into stat_texts (machine, digest, found, empty, last) values (?, ?, ?, ?, ?) "
            "on conflict do update set found = found + excluded.found, "
            "empty = empty + excluded.empty, last = excluded.last",
            (self._machine, digest, asked.is_found, not asked.is_found, today),
        )
        self._db.execute(
            "update stat_texts set text = ? "
            "where machine = ? and digest = ? and found + empty >= ?",
            (asked.text, self._machine, digest, PUBLIC_FROM),
        )

    def _digest(self, text: str) -> str:
        return hashlib.blake2b(text.encode(), key=self._salt, digest_size=16).hexdigest()

    def _identity(self) -> tuple[str, bytes]:
        """This machine's name and salt, made up at the first use; old digests are dropped."""
        with contextlib.suppress(sqlite3.OperationalError), self._db:
            self._db.execute(
                "insert into stat_machine (id, salt) select ?, ? "
                "where not exists (select 1 from stat_machine)",
                (secrets.token_hex(8), secrets.token_hex(16)),
            )
            oldest = _day(self._now() - timedelta(days=_DAYS_UNPUBLISHED))
            self._db.execute("delete from stat_texts where text is null and last < ?", (oldest,))
        found = self._db.execute("select id, salt from stat_machine").fetchone()
        if found is None:  # a disk that cannot be written: count in memory, say so at `end`
            return secrets.token_hex(8), secrets.token_bytes(16)
        return str(found[0]), bytes.fromhex(found[1])


def normalised(text: str) -> str:
    """The text as it is counted: one width, one case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _local_now() -> datetime:
    return datetime.now(UTC).astimezone()


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
