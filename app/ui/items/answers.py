"""An answer of the library as search shows it: groups by kind, the best of each; no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from app.model.entry import Entry
from app.model.query import Hit, Query
from app.store.library import Library

FIRST: Final = 60  # hits of the first page
IN_GROUP: Final = 3  # rows of a group while all kinds are shown
MORE: Final = 120  # hits that scrolling to the end brings
AT_ONCE: Final = 20  # hits that are shown before all are counted
SMALL: Final = 5_000  # entries that are counted within a frame
SHORTEST_PIECE: Final = 2
_TRIES: Final = 24
_WORD: Final = re.compile(r"[^\W_]+")

Choice = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the text as typed, the choice of facets, the language of the answer."""

    text: str
    where: Choice = ()
    language: str = ""

    @property
    def kind(self) -> str:
        """The one kind that is asked for, "" for all."""
        chosen = dict(self.where).get("kind", ())
        return chosen[0] if len(chosen) == 1 else ""

    def query(self, limit: int = FIRST, offset: int = 0) -> Query:
        """As the library takes it."""
        where = {facet: values for facet, values in self.where if values}
        return Query(self.text, where, "rank", self.language, limit, offset)


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind: the best of them, and how many there are; 0 while not counted."""

    kind: str
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. With nothing found: what may have been meant, and what is near."""

    asked: Asked
    total: int = 0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    meant: str = ""
    near: Entry | None = None
    elsewhere: int = 0  # hits that only the choice of facets keeps away
    is_counted: bool = True  # else totals and counts are still to come

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits, group after group."""
        return tuple(hit for group in self.groups for hit in group.hits)

    def is_first_of(self, counted: Answer) -> bool:
        """Whether the other one is the same answer, counted."""
        return self.asked == counted.asked and not self.is_counted

    def with_more(self, hits: tuple[Hit, ...]) -> Answer:
        """The same with more hits in its only group."""
        group = self.groups[0]
        return replace(self, groups=(replace(group, hits=group.hits + hits),))


def first_answer(library: Library, asked: Asked, is_stale: Callable[[], bool]) -> Answer:
    """What can be shown within a frame; in a large library all but the best is counted later."""
    if sum(library.pack.counts.values()) > SMALL:
        hits = library.best(asked.query(AT_ONCE), partial(_sure, asked))
        if hits:
            groups = (Group(kind, 0, tuple(found)) for kind, found in _by_kind(hits).items())
            return Answer(asked, len(hits), groups=tuple(groups), is_counted=False)
    return answer(library, asked, is_stale)


def answer(library: Library, asked: Asked, is_stale: Callable[[], bool]) -> Answer:
    """Ask the library. What is stale is left as soon as that shows."""
    found = library.find(asked.query())
    if not found.total:
        elsewhere = 0
        if asked.query().where and not is_stale():
            elsewhere = library.find(Query(asked.text, language=asked.language, limit=1)).total
        near = None if found.meant or elsewhere else nearest(library, asked, is_stale)
        return Answer(asked, counts=found.counts, meant=found.meant, near=near,
                      elsewhere=elsewhere)  # fmt: skip
    kinds = found.counts["kind"]
    if asked.kind:
        groups: tuple[Group, ...] = (Group(asked.kind, found.total, found.hits),)
    else:
        groups = tuple(_groups(library, asked, found.hits, kinds, is_stale))
    return Answer(asked, found.total, found.counts, groups)


def more(library: Library, shown: Answer) -> tuple[Hit, ...]:
    """The next hits of an answer that shows one kind."""
    return library.hits(shown.asked.query(MORE, len(shown.hits)))


def nearest(library: Library, asked: Asked, is_stale: Callable[[], bool]) -> Entry | None:
    """An entry that tells of a part of what was asked."""
    for tried, piece in enumerate(pieces(asked.text)):
        if tried >= _TRIES or is_stale():
            break
        hits = library.hits(Query(piece, language=asked.language, limit=1))
        if hits:
            return hits[0].entry
    return None


def pieces(text: str) -> Iterator[str]:
    """Parts of a text that may be found where the whole is not: words, then shorter runs of Han."""
    words = _WORD.findall(text[:200])
    if len(words) > 1:
        yield from sorted(words, key=len, reverse=True)
    for word in words:
        if word.isascii():
            continue
        for size in range(min(len(word) - 1, 4), SHORTEST_PIECE - 1, -1):
            # What a Chinese name is about stands at its end.
            yield from (word[at : at + size] for at in range(len(word) - size, -1, -1))


def _sure(asked: Asked, kinds: Sequence[str]) -> Sequence[int]:
    """Which hits the whole answer will begin with, so that it only adds to the end.

    A group of which not enough is known may still grow: nothing may stand below it yet.
    """
    if asked.kind:
        return range(len(kinds))
    sure: list[int] = []
    for kind in dict.fromkeys(kinds):
        places = [place for place, other in enumerate(kinds) if other == kind]
        sure += places[:IN_GROUP]
        if len(places) <= IN_GROUP + 1:
            break
    return sure


def _by_kind(hits: tuple[Hit, ...]) -> dict[str, list[Hit]]:
    """Hits by kind, in the order of the best of each."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.entry.kind, []).append(hit)
    return found


def _groups(
    library: Library, asked: Asked, hits: tuple[Hit, ...], kinds: Mapping[str, int],
    is_stale: Callable[[], bool],
) -> Iterator[Group]:  # fmt: skip
    """Groups in the order of their best hits; kinds that the first page lacks come last."""
    found = _by_kind(hits)
    chosen = dict(asked.where).get("kind", ())
    for kind in (*found, *(kind for kind in kinds if kind not in found)):
        if chosen and kind not in chosen:
            continue
        total = kinds.get(kind, 0)
        # A group of one more is shown whole: a link to a single row would not save a row.
        wanted = total if total <= IN_GROUP + 1 else IN_GROUP
        best = tuple(found.get(kind, ())[:wanted])
        if len(best) < wanted and not is_stale():
            where = (*((f, v) for f, v in asked.where if f != "kind"), ("kind", (kind,)))
            best = library.hits(replace(asked, where=where).query(wanted))
        if best:
            yield Group(kind, total, best)
