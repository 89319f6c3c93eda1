"""What was asked and what was found: one object for search, lists, timeline and command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

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


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the library.

    `where` maps a facet (one of FACETS) to the values that are let through: values of one facet
    widen, different facets narrow. `order` is one of rank, edition, name, date, importance.
    """

    text: str = ""
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = "rank"
    language: str = ZH_HANS
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One found entry. `spans` are (start, end) of what matched in `snippet.told(language)`;

    `title_spans` the same in the name. `via` tells how: list, text, initials, pinyin, english.
    `fact` is the id of the matched fact where the match was in one, else "".
    """

    entry: Entry
    snippet: Text = field(default_factory=Text)
    title_spans: tuple[tuple[int, int], ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    via: str = "list"
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: a page of hits, how many there are in all, counts per facet value.

    `counts[facet][value]` counts what the other facets let through, so that a choice never
    shows 0 where choosing it would find something. `meant` is a better spelling, if any.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    meant: str = ""
