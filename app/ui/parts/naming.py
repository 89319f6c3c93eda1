"""Short names of things for tags, cards and rows: an edition, a kind, a line of small facts."""

from __future__ import annotations

from app.model.entry import Entry
from app.model.numerals import ordinal
from app.model.text import EN
from app.model.wording import period
from app.ui.context import Context


def term(ctx: Context, vocabulary: str, key: str) -> str:
    """A key of a vocabulary in words; "" for no key."""
    return ctx.library.term(vocabulary, key).told(ctx.language) if key else ""


def joined(*parts: str) -> str:
    """The parts that there are, with dots between."""
    return " · ".join(part for part in parts if part)


def edition_number(ctx: Context, edition: str) -> int:
    """7 for the seventh; 0 where the library does not know."""
    if not edition or not ctx.library.has(edition):
        return 0
    number = ctx.library.entry(edition).columns.get("ordinal", "")
    return int(number) if number.isdigit() else 0


def edition_ordinal(ctx: Context, edition: str) -> str:
    """首届, 第七届, 7th edition; "" where the library has no such edition."""
    number = edition_number(ctx, edition)
    if number == 1:
        return ctx.words("detail.edition.first")
    return ctx.words("detail.edition", n=ordinal(number, ctx.language)) if number else ""


def edition_year(ctx: Context, edition: str) -> str:
    """2024."""
    if not edition or not ctx.library.has(edition):
        return ""
    return ctx.library.entry(edition).columns.get("year", "")


def edition_short(ctx: Context, edition: str) -> str:
    """第七届 2024; 7th edition, 2024: what stands on a card."""
    between = ", " if ctx.language == EN else " "
    told = (edition_ordinal(ctx, edition), edition_year(ctx, edition))
    return between.join(part for part in told if part)


def kind_words(ctx: Context, entry: Entry) -> str:
    """The type of an entry where it has one, else its kind."""
    if entry.type:
        return term(ctx, f"type.{entry.kind}", entry.type)
    return term(ctx, "kind", entry.kind)


def entry_dates(ctx: Context, entry: Entry) -> str:
    """When it was, as precisely as the sources tell."""
    return period(entry.start, entry.end, ctx.language)


def entry_meta(ctx: Context, entry: Entry) -> str:
    """The small line under a name: what it is, and which edition or when."""
    if entry.kind == "edition":
        return entry_dates(ctx, entry)
    if entry.kind == "task":
        number = entry.columns.get("number", "")
        return joined(ctx.words("detail.task", n=number) if number else kind_words(ctx, entry))
    when = edition_short(ctx, entry.edition) or entry_dates(ctx, entry)
    if entry.kind == "exhibit":
        return joined(term(ctx, "category", entry.category), when)
    status = term(ctx, "status", entry.status) if entry.kind == "application" else ""
    return joined(kind_words(ctx, entry), status, when)
