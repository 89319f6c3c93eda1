"""What can be leafed through on a totem: which entries, their chips, what a card says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from app.kiosk.context import KioskContext
from app.model.entry import Citation, Entry, Fact
from app.model.query import Query
from app.ui.parts.edition_words import edition_dates, theme_of
from app.ui.parts.figure_topic import when
from app.ui.parts.naming import edition_ordinal, edition_short, entry_meta, joined, term
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.figure import Parts, fact_parts

_ALL: Final = 10_000


class Kind(NamedTuple):
    """A listing: the kind of entry, the facet of its chips, its order."""

    kind: str
    facet: str = ""
    order: str = "importance"


LISTED: Final = {
    "exhibits": Kind("exhibit", "category"),
    "editions": Kind("edition", "", "number"),
    "projects": Kind("project", "type"),
    "figures": Kind("indicator", "field"),
    "applications": Kind("application", "field"),
    "organisations": Kind("organisation", "type"),
    "activities": Kind("activity", "edition"),
    "tasks": Kind("task", "", "number"),
    "people": Kind("person"),
    "places": Kind("place", "type"),
    "documents": Kind("document", "type"),
}


class Filter(NamedTuple):
    """One chip: the value, its words, how many; `category` colours exhibits."""

    key: str
    words: str
    total: int
    category: str = ""


class CardText(NamedTuple):
    """What a card says."""

    id: str
    title: str
    meta: str
    cover: CoverSpec
    parts: Parts = ("", "", "")
    citations: tuple[Citation, ...] = ()
    check: str = "verified"
    is_target: bool = False


def listing_of(kind: str) -> str:
    """The listing that shows entries of a kind, "" for none."""
    return next((name for name, told in LISTED.items() if told.kind == kind), "")


def filters(ctx: KioskContext, name: str) -> list[Filter]:
    """The chips of a listing, the most frequent first; editions in their order."""
    told = LISTED[name]
    if not told.facet:
        return []
    found = ctx.library.find(Query(where={"kind": (told.kind,)}, limit=1))
    counts = found.counts.get(told.facet, {})
    made = [
        Filter(key, _words(ctx, told, key), count, key if told.facet == "category" else "")
        for key, count in counts.items()
        if key and count
    ]
    if told.facet == "edition":
        return sorted(made, key=_by_key, reverse=True)
    return sorted(made, key=_by_count)


def _by_key(one: Filter) -> str:
    return one.key


def _by_count(one: Filter) -> tuple[int, str]:
    return -one.total, one.key


def _words(ctx: KioskContext, told: Kind, key: str) -> str:
    if told.facet == "edition":
        return edition_ordinal(ctx, key) or key
    vocabulary = f"type.{told.kind}" if told.facet == "type" else told.facet
    return term(ctx, vocabulary, key)


def entries(ctx: KioskContext, name: str, chosen: str = "") -> tuple[Entry, ...]:
    """The entries of a listing, or those of one chip."""
    told = LISTED[name]
    if not chosen or not told.facet:
        found = ctx.library.entries(told.kind, told.order)
        return _mixed(found) if told.facet == "category" else found
    where = {"kind": (told.kind,), told.facet: (chosen,)}
    query = Query(where=where, order=told.order, language=ctx.language, limit=_ALL)
    return tuple(hit.entry for hit in ctx.library.hits(query))


def _mixed(found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Of equal importance, one category after the other: a page of six is not all of one kind."""
    turns: dict[tuple[int, str], int] = {}
    keys = []
    for place, entry in enumerate(found):
        turn = turns.get((entry.importance, entry.category), 0)
        turns[entry.importance, entry.category] = turn + 1
        keys.append((entry.importance, turn, place))
    return tuple(found[place] for _, _, place in sorted(keys))


def card_text(ctx: KioskContext, entry: Entry) -> CardText:
    """What the card of an entry says."""
    cover, title = CoverSpec.of(ctx, entry), entry.name.told(ctx.language)
    if entry.kind == "indicator":
        return _indicator(ctx, entry, cover, title)
    if entry.kind == "edition":
        title = theme_of(ctx, entry) or title
        ordinal = edition_ordinal(ctx, entry.id)
        return CardText(entry.id, title, joined(ordinal, edition_dates(ctx, entry)), cover)
    if entry.kind == "exhibit":
        where = joined(term(ctx, "category", entry.category), edition_short(ctx, entry.edition))
        return CardText(entry.id, title, where, cover)
    return CardText(entry.id, title, entry_meta(ctx, entry), cover)


def _indicator(ctx: KioskContext, entry: Entry, cover: CoverSpec, title: str) -> CardText:
    points = ctx.library.series(entry.id).points
    latest = latest_of(points)
    if latest is None:
        return CardText(entry.id, title, ctx.words("common.missing"), cover)
    where = ctx.library.entry(latest.entry).name.told(ctx.language)
    return CardText(
        entry.id, title, joined(when(ctx, latest), where), cover, fact_parts(ctx, latest),
        latest.citations, latest.check, latest.status == "target",
    )  # fmt: skip


def latest_of(points: Sequence[Fact]) -> Fact | None:
    """The newest reported figure, a target only if there is nothing else."""
    told = [one for one in points if one.amount is not None]
    reported = [one for one in told if one.status == "reported"]
    return max(reported or told, key=_moment, default=None)


def _moment(fact: Fact) -> tuple[str, str]:
    return fact.as_of or fact.deadline, fact.id
