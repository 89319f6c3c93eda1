"""Which entries a choice of facets lets through, how many each further choice would find."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from app.model.query import FACETS
from app.model.text import EN
from app.store.database import Database

Counts = dict[str, dict[str, int]]
Choice = Mapping[str, tuple[str, ...]]

ORDERS: Final[Mapping[str, str]] = {
    "rank": "e.number",
    "importance": "e.importance, e.number",
    "name": "e.sort_zh, e.number",
    "name-en": "e.sort_en, e.number",
    "date": "e.start = '', e.start DESC, e.number",
    "edition": "e.edition IS NULL, e.edition DESC, e.number",
    "number": "CAST(json_extract(e.columns, '$.number') AS INTEGER),"
    " CAST(json_extract(e.columns, '$.ordinal') AS INTEGER), e.number",
}


def order_by(order: str, language: str) -> str:
    """The ORDER BY of an order; a ValueError names an unknown one."""
    if order == "name" and language == EN:
        order = "name-en"
    if order not in ORDERS:
        raise ValueError(f"no such order: {order}")
    return ORDERS[order]


def condition(where: Choice) -> tuple[str, list[object]]:
    """A choice as SQL over entry e; a ValueError names an unknown facet."""
    parts: list[str] = []
    values: list[object] = []
    for facet, chosen in where.items():
        if facet not in FACETS:
            raise ValueError(f"no such facet: {facet}")
        if chosen:
            marks = ", ".join("?" * len(chosen))
            parts.append(f" AND ifnull(e.{facet}, '') IN ({marks})")
            values.extend(one.encode("utf-8", "replace").decode() for one in chosen)
    return "".join(parts), values


class Facets:
    """Counts facet values; few combinations of values occur, and only those are told apart."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def count(self, where: Choice, numbers: Iterable[int] | None = None) -> tuple[int, Counts]:
        """How many match in all, and per facet how many each value would let through.

        A facet's own choice does not narrow its own counts. `numbers` None means every entry.
        """
        chosen = [
            (place, frozenset(where[facet]))
            for place, facet in enumerate(FACETS)
            if where.get(facet)
        ]
        matched = self._places[1:] if numbers is None else map(self._places.__getitem__, numbers)
        total = 0
        counts: list[Counter[str]] = [Counter() for _ in FACETS]
        for place, times in Counter(matched).items():
            values = self._values[place]
            missed = [facet for facet, passed in chosen if values[facet] not in passed]
            if not missed:
                total += times
            if len(missed) <= 1:
                for facet in missed or range(len(FACETS)):
                    counts[facet][values[facet]] += times
        return total, {
            facet: {value: n for value, n in counted.most_common() if value}
            for facet, counted in zip(FACETS, counts, strict=True)
        }

    @cached_property
    def _values(self) -> dict[int, tuple[str, ...]]:
        sql = f"SELECT place, {', '.join(FACETS)} FROM search_facet"
        return {row[0]: tuple(row)[1:] for row in self._db.rows(sql)}

    @cached_property
    def _places(self) -> array[int]:
        """The combination of every entry, by its number; there is no entry 0."""
        places = array("I", [0])
        row = self._db.one("SELECT places FROM search_facets")
        if row:
            places.frombytes(row[0])
        if sys.byteorder == "big":
            places.byteswap()
        return places
