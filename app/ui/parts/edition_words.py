"""The words of an edition that home and its own page share: dates, place, theme."""

from __future__ import annotations

from app.model.entry import Entry
from app.model.wording import period
from app.ui.context import Context


def edition_dates(ctx: Context, edition: Entry) -> str:
    """2024年5月24–25日; "" where the sources do not tell."""
    return period(edition.start, edition.end, ctx.language)


def edition_place(ctx: Context, edition: Entry) -> str:
    """The place where it met, "" where it is not told."""
    if not edition.place or not ctx.library.has(edition.place):
        return ""
    return ctx.library.entry(edition.place).name.told(ctx.language)


def theme_of(ctx: Context, edition: Entry) -> str | None:
    """The theme in the language on screen, None where the sources do not tell it."""
    for fact in ctx.library.facts(edition.id):
        if fact.key == "theme":
            return fact.text.told(ctx.language) or None
    return None
