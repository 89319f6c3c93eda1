"""What the first page shows: which edition, which three figures, which three exhibits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.model.entry import VERIFIED, Entry, Fact
from app.model.query import Query
from app.store.library import Library

#: The river is as wide as this quantity.
RIVER_INDICATOR: Final = "indicator/fuzhou-digital-economy"
SHOWN: Final = 3
_HELD: Final = ("held", "open")


def opening_edition(library: Library, editions: Sequence[Entry]) -> str:
    """The newest edition held whose headline facts are all verified; else the newest held."""
    held = [one for one in reversed(editions) if one.status in _HELD]
    for edition in held:
        if _is_settled(library, edition):
            return edition.id
    newest = held or list(reversed(editions))
    return newest[0].id if newest else ""


def _is_settled(library: Library, edition: Entry) -> bool:
    if edition.check != VERIFIED:
        return False
    exhibits = headline_exhibits(library, edition.id)
    figures = headline_figures(library, edition.id)
    told = [one.check for one in exhibits] + [one.check for one in figures]
    return len(told) == 2 * SHOWN and all(check == VERIFIED for check in told)


def headline_figures(library: Library, edition: str, count: int = SHOWN) -> tuple[Fact, ...]:
    """The figures of an edition by weight: verified first, one of each indicator."""
    figures = [one for one in library.facts(edition) if one.amount is not None]
    figures.sort(key=_is_unverified)
    first = {one.key: one for one in reversed(figures)}
    kept = [one for one in figures if first[one.key] is one]
    return tuple(kept[:count])


def headline_exhibits(library: Library, edition: str, count: int = SHOWN) -> tuple[Entry, ...]:
    """The exhibits of an edition by weight: verified first, of differing categories first."""
    where = {"kind": ("exhibit",), "edition": (edition,)}
    found = library.hits(Query(where=where, order="importance", limit=60))
    entries = [hit.entry for hit in found]
    entries.sort(key=_is_unverified)
    seen: set[str] = set()
    fresh: list[Entry] = []
    rest: list[Entry] = []
    for entry in entries:
        group = rest if entry.category in seen or entry.check != VERIFIED else fresh
        group.append(entry)
        seen.add(entry.category)
    return tuple([*fresh, *rest][:count])


def _is_unverified(told: Entry | Fact) -> bool:
    return told.check != VERIFIED
