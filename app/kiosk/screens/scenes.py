"""The scenes of the attract loop, made from the content that is installed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest
from typing import Final, NamedTuple

from app.kiosk.context import KioskContext
from app.model.entry import VERIFIED, Citation, Entry, Fact
from app.model.numerals import counted
from app.ui.parts.edition_words import edition_dates, edition_place, theme_of
from app.ui.parts.home_choice import (
    RIVER_INDICATOR,
    headline_exhibits,
    headline_figures,
    opening_edition,
)
from app.ui.parts.naming import edition_ordinal, edition_short, joined, term
from app.ui.parts.river_words import river_facts
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.figure import Parts, fact_parts

_EDITIONS: Final = 2
_FIGURES: Final = 2
_EXHIBITS: Final = 3
_HALVES: Final = (0.5, 1.0, 1.5, 2.0)
_NEAR: Final = 0.08


class Scene(NamedTuple):
    """Eyebrow, a figure or a title, one sentence with its seals, perhaps a print."""

    eyebrow: str
    lead: str
    citations: tuple[Citation, ...]
    parts: Parts = ("", "", "")
    title: str = ""
    check: str = VERIFIED
    cover: CoverSpec | None = None
    is_target: bool = False


def make_scenes(ctx: KioskContext, *, with_exhibits: bool) -> tuple[Scene, ...]:
    """Figures, editions and exhibits in turn, the river first."""
    library = ctx.library
    editions = library.entries("edition", order="number")
    opening = opening_edition(library, editions)
    newest = [one for one in reversed(editions) if one.status == "held"]
    figures = [_river(ctx)] + [
        _figure(ctx, fact, opening) for fact in _settled(headline_figures(library, opening, 4))
    ]
    told = [_edition(ctx, one) for one in newest[:_EDITIONS]]
    exhibits: list[Scene | None] = []
    if with_exhibits:
        found = chain.from_iterable(headline_exhibits(library, one.id, 2) for one in newest[:3])
        known = [one for one in found if one.check == VERIFIED and one.summary][:_EXHIBITS]
        exhibits = [_exhibit(ctx, one) for one in known]
    scenes = chain.from_iterable(zip_longest(figures[: _FIGURES + 1], told, exhibits))
    made = tuple(scene for scene in scenes if scene is not None)
    return made or (_title(ctx),)


def _settled(facts: Sequence[Fact]) -> list[Fact]:
    sure = [fact for fact in facts if fact.check == VERIFIED and fact.status == "reported"]
    return sure[:_FIGURES]


def _river(ctx: KioskContext) -> Scene | None:
    """五年，江面宽了一倍半: the first and the last reported width."""
    told = [(year, fact) for year, fact in sorted(river_facts(ctx, RIVER_INDICATOR).items())
            if fact.status == "reported" and fact.amount is not None]  # fmt: skip
    if len(told) < 2:
        return None
    (first_year, first), (last_year, last) = told[0], told[-1]
    words = ctx.words
    lead = words(
        "kiosk.attract.river.lead", year=last_year, name=last.label.told(ctx.language),
        first=first_year, value="".join(fact_parts(ctx, first)).strip(),
    )  # fmt: skip
    years = counted(int(last_year) - int(first_year), ctx.language)
    citations = tuple(dict.fromkeys((*last.citations, *first.citations)))
    check = VERIFIED if first.check == last.check == VERIFIED else last.check
    return Scene(_grown(ctx, first, last, years), lead, citations, fact_parts(ctx, last),
                 check=check)  # fmt: skip


def _grown(ctx: KioskContext, first: Fact, last: Fact, years: str) -> str:
    assert first.amount is not None
    assert last.amount is not None
    more = float(last.amount.value / first.amount.value) - 1 if first.amount.value else 0.0
    for half in _HALVES:
        if abs(more - half) <= _NEAR and first.amount.unit == last.amount.unit:
            return ctx.words(f"kiosk.attract.grown.{round(half * 10)}", years=years)
    return ctx.words("kiosk.attract.river")


def _figure(ctx: KioskContext, fact: Fact, edition: str) -> Scene:
    where = edition_short(ctx, edition)
    lead = joined(ctx.library.entry(fact.entry).name.told(ctx.language),
                  fact.label.told(ctx.language))  # fmt: skip
    return Scene(where, lead, fact.citations, fact_parts(ctx, fact), check=fact.check)


def _edition(ctx: KioskContext, edition: Entry) -> Scene:
    theme = theme_of(ctx, edition) or edition.name.told(ctx.language)
    year = edition.columns.get("year", "")
    eyebrow = joined(edition_ordinal(ctx, edition.id), year)
    lead = joined(edition_dates(ctx, edition), edition_place(ctx, edition))
    return Scene(eyebrow, lead or ctx.words("common.missing"), ctx.library.citations(edition.id),
                 title=theme, check=edition.check)  # fmt: skip


def _exhibit(ctx: KioskContext, exhibit: Entry) -> Scene:
    eyebrow = joined(term(ctx, "category", exhibit.category), edition_short(ctx, exhibit.edition))
    return Scene(
        eyebrow, exhibit.summary.told(ctx.language), ctx.library.citations(exhibit.id),
        title=exhibit.name.told(ctx.language), check=exhibit.check,
        cover=CoverSpec.of(ctx, exhibit),
    )  # fmt: skip


def _title(ctx: KioskContext) -> Scene:
    """A library without figures and editions still has a name."""
    return Scene("", "", (), title=ctx.library.pack.title.told(ctx.language))
