"""Which entries a choice of facets lets through, how many each further choice would find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
_NAMES: Final = ", ".join(
    "ifnull(edition, '')" if facet == "edition" else facet for facet in FACETS
)


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
    """Counts facet values; what an entry has is read once and kept as a row of values."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows: dict[int, Sequence[str]] = {}

    def count(self, where: Choice, numbers: Iterable[int] | None = None) -> tuple[int, Counts]:
        """How many match in all, and per facet how many each value would let through.

        A facet's own choice does not narrow its own counts. `numbers` None means every entry.
        """
        rows = self._read()
        chosen = [
            (place, frozenset(where[facet]))
            for place, facet in enumerate(FACETS)
            if where.get(facet)
        ]
        matched = rows.values() if numbers is None else [rows[number] for number in numbers]
        inside: list[Sequence[str]] = []
        near: dict[int, list[Sequence[str]]] = {place: [] for place, _ in chosen}
        for row in matched:
            missed = [place for place, values in chosen if row[place] not in values]
            if not missed:
                inside.append(row)
            elif len(missed) == 1:
                near[missed[0]].append(row)
        return len(inside), _tally(inside, near)

    def _read(self) -> dict[int, Sequence[str]]:
        if not self._rows:
            self._rows = {
                row[0]: tuple(row)[1:]
                for row in self._db.rows(f"SELECT number, {_NAMES} FROM entry ORDER BY number")
            }
        return self._rows


def _tally(inside: list[Sequence[str]], near: Mapping[int, list[Sequence[str]]]) -> Counts:
    columns = list(zip(*inside, strict=True)) or [()] * len(FACETS)
    counts: Counts = {}
    for place, facet in enumerate(FACETS):
        counted = Counter(columns[place])
        counted.update(row[place] for row in near.get(place, ()))
        counts[facet] = {value: n for value, n in counted.most_common() if value}
    return counts
