"""What a search on a totem finds, and which letters of a name answer to what was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple

from app.kiosk.context import KioskContext
from app.model.entry import Entry
from app.model.query import Hit, Query
from app.model.text import EN
from app.ui.parts.naming import edition_short, joined, kind_words, term
from app.ui.widgets.cover_view import CoverSpec

MOST: Final = 60
KINDS: Final = (
    "exhibit", "application", "project", "edition", "organisation", "activity", "indicator",
    "person", "place", "document", "task",
)  # fmt: skip

Spans = tuple[tuple[int, int], ...]


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


def next_letters(ctx: KioskContext) -> Callable[[str], frozenset[str]] | None:
    """What can follow a text: known for pinyin; English words may begin anywhere."""
    return None if ctx.language == EN else ctx.library.next_letters


def search(ctx: KioskContext, text: str) -> Matches:
    """The best of all kinds that visitors look for."""
    if not text.strip():
        return Matches(text, 0, ())
    query = Query(text, {"kind": KINDS}, language=ctx.language, limit=MOST)
    found = ctx.library.find(query)
    return Matches(text, found.total, tuple(_match(ctx, hit, text) for hit in found.hits))


def _match(ctx: KioskContext, hit: Hit, text: str) -> Match:
    entry, name = hit.entry, hit.entry.name.told(ctx.language)
    spelled = "" if ctx.language == EN else ctx.library.spelled(entry.id)
    signs, marks = initial_marks(entry.name.zh_hans, spelled, text)
    if hit.title_spans:
        signs = hit.title_spans
    if len(name) != len(entry.name.zh_hans) and not hit.title_spans:
        signs = ()
    return Match(entry, name, signs, spelled, marks, meta_of(ctx, entry), CoverSpec.of(ctx, entry))


def meta_of(ctx: KioskContext, entry: Entry) -> str:
    """应用 · 使用中; 展项 · 第七届 2024."""
    if entry.kind == "exhibit":
        return joined(term(ctx, "kind", entry.kind), edition_short(ctx, entry.edition))
    what = kind_words(ctx, entry)
    return joined(term(ctx, "kind", entry.kind), what if entry.type else "",
                  edition_short(ctx, entry.edition))  # fmt: skip


def initial_marks(name: str, spelled: str, typed: str) -> tuple[Spans, Spans]:
    """The signs of a name, and the letters of its spelling, that typed initials stand for."""
    words = spelled.split()
    if not words or not typed.isalnum():
        return (), ()
    plain = [_bare(word) for word in words]
    count = len(typed) if "".join(word[:1] for word in plain).startswith(typed) else 0
    if not count:
        count = _whole(plain, typed)
        letters: list[int] = [len(word) for word in words[:count]]
    else:
        letters = [1] * count
    if not count or count > len(name):
        return (), ()
    marks, at = [], 0
    for word, length in zip(words, letters, strict=False):
        marks.append((at, at + length))
        at += len(word) + 1
    return ((0, count),), tuple(marks)


def _whole(words: list[str], typed: str) -> int:
    """How many first words together begin with what was typed."""
    so_far = ""
    for number, word in enumerate(words, start=1):
        so_far += word
        if so_far.startswith(typed):
            return number
        if not typed.startswith(so_far):
            return 0
    return 0


def _bare(word: str) -> str:
    """A word without tones, in lower case."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in apart if sign.isalnum())
