"""What was asked and what was found: one object for search, lists, timeline and command line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from app.model.entry import Entry
from app.model.text import ZH_HANS, Text

FACETS: Final = (
    "kind",
    "edition",
    "category",
    "type",
    "field",
    "status",
    "site",
    "detail",
    "region",
)
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


# Named tuples, as all of the model on the way to the first page: see entry.py.
class Query(NamedTuple):
    """A question to the library.

    `where` maps a facet (one of FACETS) to the values that are let through: values of one facet
    widen, different facets narrow. `order` is one of rank, edition, name, date, importance.
    """

    text: str = ""
    where: Mapping[str, tuple[str, ...]] = _NOTHING
    order: str = "rank"
    language: str = ZH_HANS
    limit: int = 20
    offset: int = 0


class Hit(NamedTuple):
    """One found entry. `spans` are (start, end) of what matched in `snippet.told(language)`;

    `title_spans` the same in the name. `via` tells how: list, text, initials, pinyin, english.
    `fact` is the id of the matched fact where the match was in one, else "".
    """

    entry: Entry
    snippet: Text = Text()
    title_spans: tuple[tuple[int, int], ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    via: str = "list"
    fact: str = ""


class Found(NamedTuple):
    """An answer: a page of hits, how many there are in all, counts per facet value.

    `counts[facet][value]` counts what the other facets let through, so that a choice never
    shows 0 where choosing it would find something. `meant` is a better spelling, if any.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[str, Mapping[str, int]] = _NOTHING
    meant: str = ""
