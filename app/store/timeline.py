"""Reads what has a date: entries by when they were, figures by the day they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.model.dates import is_moment
from app.model.event import FIGURE, Event
from app.model.query import Query
from app.store import cells, facets
from app.store.database import Database, Row

_LANE_OF_KIND: Final = {
    "edition": "edition",
    "activity": "activity",
    "exhibit": "activity",
    "project": "signing",
    "document": "release",
    "source": "release",
    "application": "application",
}
# An activity of these types stands in a second lane as well.
_LANE_OF_TYPE: Final = {"signing": "signing", "release": "release", "briefing": "release"}

_ENTRIES: Final = (
    "SELECT e.* FROM entry e WHERE e.start != ''"
    f" AND e.kind IN ({', '.join(repr(kind) for kind in _LANE_OF_KIND)})"
)
# A figure whose date no source states would stand where nobody put it: it is left out.
_FIGURES: Final = (
    'SELECT f.*, e.importance AS rank, e.edition, e.kind AS entry_kind, e."check" AS entry_check,'
    " i.category, i.importance AS own_rank"
    " FROM fact f JOIN entry e ON e.id = f.entry LEFT JOIN entry i ON i.id = f.key"
    " WHERE f.sort = 'figure' AND (f.status = 'target' AND f.deadline != ''"
    " OR f.status != 'target' AND f.as_of != '' AND f.date_basis != 'unstated')"
)


class Timeline:
    """The dated things of one content file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def events(self, query: Query, numbers: set[int] | None = None) -> tuple[Event, ...]:
        """All that the query lets through, in order of time; `numbers` are the entries found.

        The kind `indicator` stands for figures. An edition belongs to itself.
        """
        where = dict(query.where)
        kinds = where.pop("kind", ())
        told: list[Event] = []
        narrowed, values = _condition(where, numbers)
        if not kinds or set(kinds) - {FIGURE}:
            chosen, of_kind = facets.condition({"kind": kinds})
            sql = f"{_ENTRIES}{chosen}{narrowed}"
            told.extend(map(_of_entry, self._db.rows(sql, (*of_kind, *values))))
        if not kinds or FIGURE in kinds:
            told.extend(self._figures(f"{_FIGURES}{narrowed}", values))
        return tuple(sorted(filter(_is_placeable, told), key=_by_time))

    def _figures(self, sql: str, values: list[object]) -> Iterator[Event]:
        for row in self._db.rows(sql, values):
            yield _of_figure(row)


def _condition(
    where: dict[str, tuple[str, ...]], numbers: set[int] | None
) -> tuple[str, list[object]]:
    editions = where.pop("edition", ())
    narrowed, values = facets.condition(where)
    if editions:
        inside, clean = facets.condition({"edition": editions})
        narrowed += f" AND (e.id IN ({', '.join('?' * len(editions))}) OR (1{inside}))"
        values.extend([*clean, *clean])
    if numbers is not None:
        narrowed += " AND e.number IN (SELECT value FROM json_each(?))"
        values.append(str(sorted(numbers)))
    return narrowed, values


def _of_entry(row: Row) -> Event:
    lanes = [_LANE_OF_KIND[row["kind"]]]
    second = _LANE_OF_TYPE.get(row["type"], "") if row["kind"] == "activity" else ""
    return Event(
        id=row["id"], entry=row["id"], kind=row["kind"],
        lanes=(*lanes, second) if second else tuple(lanes),
        name=cells.text_of(row, "name"), start=row["start"], end=row["end"],
        edition=row["edition"] or (row["id"] if row["kind"] == "edition" else ""),
        category=row["category"], importance=row["importance"], check=row["check"],
    )  # fmt: skip


def _of_figure(row: Row) -> Event:
    """A figure counts less than what it is told of, and than what it measures."""
    is_target = row["status"] == "target"
    fact = cells.fact_of(row, ())
    return Event(
        id=fact.id, entry=fact.entry, kind=FIGURE, lanes=("target" if is_target else "figure",),
        name=fact.label, start=fact.deadline if is_target else fact.as_of,
        edition=row["edition"] or (fact.entry if row["entry_kind"] == "edition" else ""),
        category=row["category"] or "",
        importance=min(max(row["rank"], row["own_rank"] or 1) + 1, 4),
        amount=fact.amount, fact=fact.id, check=fact.check,
    )  # fmt: skip


def _is_placeable(event: Event) -> bool:
    """A content file of another program may hold what is no date."""
    return is_moment(event.start) and (not event.end or is_moment(event.end))


def _by_time(event: Event) -> tuple[str, str, int, str]:
    return event.start, event.end, event.importance, event.id
