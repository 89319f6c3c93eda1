"""Reads the counts of the visitor file as one report, over all machines that were merged."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Opens:
    """How often an entry was opened and how long it was looked at in all."""

    entry: str
    n: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Searched:
    """A text that at least three sessions searched: how many with, how many without result."""

    text: str
    found: int
    empty: int


@dataclass(frozen=True, slots=True)
class Report:
    """The counts of some days. `texts` are over all days: texts carry no date.

    `by_hour` has 24 numbers of sessions. `unpublished` tells how many texts stay hidden.
    """

    first_day: str = ""
    last_day: str = ""
    machines: int = 0
    sessions: int = 0
    by_hour: tuple[int, ...] = (0,) * 24
    by_language: tuple[tuple[str, int], ...] = ()
    by_day: tuple[tuple[str, int], ...] = ()
    opens: tuple[Opens, ...] = ()
    found: int = 0
    empty: int = 0
    texts: tuple[Searched, ...] = ()
    unpublished: int = 0


def read_report(db: sqlite3.Connection, since: str, until: str) -> Report:
    """The report of the days from `since` to `until`, both included."""
    span = (since, until)
    by_hour = dict(_rows(db, "select hour, sum(n) from stat_visits {} group by 1", span))
    by_language = _rows(
        db, "select language, sum(n) from stat_visits {} group by 1 order by 2 desc, 1", span
    )
    by_day = _rows(db, "select day, sum(n) from stat_visits {} group by 1 order by 1", span)
    opens = _rows(
        db,
        "select entry, sum(n), sum(seconds) from stat_opens {} "
        "group by 1 order by 2 desc, 3 desc, 1",
        span,
    )
    totals = "select coalesce(sum(found), 0), coalesce(sum(empty), 0) from stat_searches {}"
    found, empty = _rows(db, totals, span)[0]
    first, last, machines = _extent(db, span)
    return Report(
        first_day=first,
        last_day=last,
        machines=machines,
        sessions=sum(by_hour.values()),
        by_hour=tuple(int(by_hour.get(hour, 0)) for hour in range(24)),
        by_language=tuple(by_language),
        by_day=tuple(by_day),
        opens=tuple(Opens(*row) for row in opens),
        found=found,
        empty=empty,
        texts=_texts(db),
        unpublished=db.execute("select count(*) from stat_texts where text is null").fetchone()[0],
    )


def _extent(db: sqlite3.Connection, span: tuple[str, str]) -> tuple[str, str, int]:
    row = db.execute(
        "select coalesce(min(day), ''), coalesce(max(day), ''), count(distinct machine) from ("
        "select machine, day from stat_visits union all select machine, day from stat_opens "
        "union all select machine, day from stat_searches) where day between ? and ?",
        span,
    ).fetchone()
    return str(row[0]), str(row[1]), int(row[2])


def _texts(db: sqlite3.Connection) -> tuple[Searched, ...]:
    rows = db.execute(
        "select text, sum(found), sum(empty) from stat_texts where text is not null "
        "group by text order by sum(found) + sum(empty) desc, text"
    )
    return tuple(Searched(*row) for row in rows)


def _rows(db: sqlite3.Connection, sql: str, span: tuple[str, str]) -> list[tuple[Any, ...]]:
    return db.execute(sql.format("where day between ? and ?"), span).fetchall()
