"""What a search on a totem finds, and which letters of a name answer to what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from app.kiosk.context import KioskContext
from app.kiosk.screens.spelling import NameIndex, Spans, Spelled
from app.model.entry import Entry
from app.model.query import Hit, Query
from app.model.text import EN
from app.ui.parts.naming import edition_short, joined, kind_words, term
from app.ui.widgets.cover_view import CoverSpec

MOST: Final = 60
_ENOUGH: Final = 6  # names that begin so: then nothing else is shown
KINDS: Final = (
    "exhibit", "application", "project", "edition", "organisation", "activity", "indicator",
    "person", "place", "document", "task",
)  # fmt: skip


class Match(NamedTuple):
    """One line of the result."""

    entry: Entry
    name: str
    marks: Spans
    spelled: str
    spelled_marks: Spans
    meta: str
    cover: CoverSpec


class Matches(NamedTuple):
    """All that was found for a text."""

    text: str
    total: int
    found: tuple[Match, ...]
    is_beginning: bool


def next_letters(ctx: KioskContext) -> Callable[[str], frozenset[str]] | None:
    """What can follow a text: known for pinyin; English words may begin anywhere."""
    return None if ctx.language == EN else ctx.library.next_letters


def search(ctx: KioskContext, text: str) -> Matches:
    """Names that begin with the letters; then the best of all kinds that visitors look for."""
    if not text.strip():
        return Matches(text, 0, (), is_beginning=False)
    query = Query(text, {"kind": KINDS}, language=ctx.language, limit=MOST)
    begin = [] if ctx.language == EN else names(ctx).beginning(text)
    if len(begin) >= _ENOUGH:
        return Matches(text, len(begin), _spelled(ctx, begin[:MOST], text), is_beginning=True)
    found = ctx.library.find(query)
    known = {one.entry.id for one in begin}
    rest = tuple(_match(ctx, hit) for hit in found.hits if hit.entry.id not in known)
    shown = (_spelled(ctx, begin, text) + rest)[:MOST]
    return Matches(text, found.total, shown, is_beginning=False)


def names(ctx: KioskContext) -> NameIndex:
    """The index of names, made once for a library."""
    library = ctx.library
    found = ctx.indexes.get(library.pack.digest)
    if found is None:
        entries = [entry for kind in KINDS for entry in library.entries(kind)]
        entries.sort(key=_weight)
        found = NameIndex(Spelled.of(one, library.spelled(one.id)) for one in entries)
        ctx.indexes.clear()
        ctx.indexes[library.pack.digest] = found
    return found


def _weight(entry: Entry) -> tuple[int, int]:
    return entry.importance, KINDS.index(entry.kind)


def _spelled(ctx: KioskContext, found: list[Spelled], text: str) -> tuple[Match, ...]:
    made = []
    for one in found:
        name = one.entry.name.told(ctx.language)
        signs, letters = one.marks(text)
        if len(name) != len(one.entry.name.zh_hans):
            signs = ()
        made.append(Match(one.entry, name, signs, one.spelling, letters, meta_of(ctx, one.entry),
                          CoverSpec.of(ctx, one.entry)))  # fmt: skip
    return tuple(made)


def _match(ctx: KioskContext, hit: Hit) -> Match:
    entry = hit.entry
    spelled = "" if ctx.language == EN else ctx.library.spelled(entry.id)
    return Match(entry, entry.name.told(ctx.language), hit.title_spans, spelled, (),
                 meta_of(ctx, entry), CoverSpec.of(ctx, entry))  # fmt: skip


def meta_of(ctx: KioskContext, entry: Entry) -> str:
    """应用 · 平台; 展项 · 第七届 2024."""
    what = kind_words(ctx, entry) if entry.type else ""
    return joined(term(ctx, "kind", entry.kind), what, edition_short(ctx, entry.edition))
