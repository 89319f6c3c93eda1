"""What a search on a totem finds, and which letters of a name answer to what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from app.kiosk.context import KioskContext
from app.kiosk.screens.spelling import NameIndex, Spans, Spelled, WordIndex
from app.model.entry import Entry
from app.model.query import Hit, Query
from app.model.text import EN
from app.ui.items.said import printed
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
    count, begin = _beginning(ctx, text)
    if count >= _ENOUGH:
        return Matches(text, count, begin, is_beginning=True)
    found = ctx.library.find(query)
    known = {one.entry.id for one in begin}
    rest = tuple(_match(ctx, hit) for hit in found.hits if hit.entry.id not in known)
    return Matches(text, found.total, (begin + rest)[:MOST], is_beginning=False)


def _beginning(ctx: KioskContext, text: str) -> tuple[int, tuple[Match, ...]]:
    """How many names begin so, and the first of them."""
    if ctx.language == EN:
        worded = words(ctx).beginning(text)
        return len(worded), tuple(_worded(ctx, *one) for one in worded[:MOST])
    spelled = names(ctx).beginning(text)
    return len(spelled), _spelled(ctx, spelled[:MOST], text)


def names(ctx: KioskContext) -> NameIndex:
    """The index of spelt names, made once for a library."""
    library, known = ctx.library, ctx.indexes
    if known.spelled is None:
        known.spelled = NameIndex(Spelled.of(one, library.spelled(one.id)) for one in _named(ctx))
    return known.spelled


def words(ctx: KioskContext) -> WordIndex:
    """The index of English names, made once for a library."""
    known = ctx.indexes
    if known.worded is None:
        known.worded = WordIndex((one, one.name.told(EN)) for one in _named(ctx))
    return known.worded


def _named(ctx: KioskContext) -> list[Entry]:
    """Everything that is searched, the weightiest first."""
    return sorted((one for kind in KINDS for one in ctx.library.entries(kind)), key=_weight)


def _weight(entry: Entry) -> tuple[int, int]:
    return entry.importance, KINDS.index(entry.kind)


def _spelled(ctx: KioskContext, found: list[Spelled], text: str) -> tuple[Match, ...]:
    made = []
    for one in found:
        name = one.entry.name.told(ctx.language)
        signs, letters = one.marks(text)
        if len(name) != len(one.entry.name.zh_hans):
            signs = ()
        made.append(Match(one.entry, name, signs, *printed(one.spelling, letters),
                          meta_of(ctx, one.entry), CoverSpec.of(ctx, one.entry)))  # fmt: skip
    return tuple(made)


def _worded(ctx: KioskContext, entry: Entry, marks: Spans) -> Match:
    return Match(entry, entry.name.told(EN), marks, "", (), meta_of(ctx, entry),
                 CoverSpec.of(ctx, entry))  # fmt: skip


def _match(ctx: KioskContext, hit: Hit) -> Match:
    entry = hit.entry
    spelled = "" if ctx.language == EN else ctx.library.spelled(entry.id)
    return Match(entry, entry.name.told(ctx.language), hit.title_spans, *printed(spelled),
                 meta_of(ctx, entry), CoverSpec.of(ctx, entry))  # fmt: skip


def meta_of(ctx: KioskContext, entry: Entry) -> str:
    """应用 · 平台; 展项 · 第七届 2024."""
    what = kind_words(ctx, entry) if entry.type else ""
    return joined(term(ctx, "kind", entry.kind), what, edition_short(ctx, entry.edition))
