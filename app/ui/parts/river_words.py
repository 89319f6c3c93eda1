"""The editions as stations of the river: what each stands for and how its value is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.base.errors import AppError
from app.model.entry import Citation, Entry, Fact
from app.model.numerals import ordinal
from app.model.text import EN
from app.model.wording import amount_parts, period
from app.ui.context import Context
from app.ui.timeline.stations import Station

_UPCOMING: Final = ("planned", "draft", "announced")


def short_ordinal(ctx: Context, edition: Entry) -> str:
    """首届, 第七届; 7th."""
    told = edition.columns.get("ordinal", "")
    if not told.isdigit():
        return edition.name.told(ctx.language)
    number = int(told)
    if number == 1 and ctx.language != EN:
        return ctx.words("edition.ordinal.first")
    return ctx.words("edition.ordinal", n=ordinal(number, ctx.language))


def year_of(edition: Entry) -> str:
    """The year of an edition, "" where it is not set."""
    return edition.start[:4] or edition.columns.get("year", "")


def river_facts(ctx: Context, indicator: str) -> dict[str, Fact]:
    """Year → the figure of that year; what was reported goes before a target."""
    if not ctx.library.has(indicator):
        return {}
    try:
        points = ctx.library.series(indicator).points
    except AppError:
        return {}
    found: dict[str, Fact] = {}
    for fact in points:
        year = (fact.as_of or fact.deadline)[:4]
        if fact.amount is None or not year:
            continue
        if year not in found or found[year].status == "target":
            found[year] = fact
    return found


def stations(ctx: Context, editions: Sequence[Entry], facts: dict[str, Fact]) -> list[Station]:
    """One station per edition, from the first to the latest."""
    return [_station(ctx, edition, facts.get(year_of(edition))) for edition in editions]


def _station(ctx: Context, edition: Entry, fact: Fact | None) -> Station:
    upcoming = edition.status in _UPCOMING
    told = short_ordinal(ctx, edition)
    if upcoming:
        told = f"{told} · {ctx.words('home.upcoming')}"
    number = edition.columns.get("ordinal", "")
    return Station(
        edition.id,
        year_of(edition) or ctx.words("home.undated"),
        told,
        float(fact.amount.value) if fact is not None and fact.amount is not None else None,
        value_text(ctx, fact) if fact is not None else "",
        upcoming,
        int(number) if number.isdigit() else 0,
    )


def value_text(ctx: Context, fact: Fact) -> str:
    """The number with its qualifier; the unit is told once, in the legend."""
    amount = fact.amount
    if amount is None:
        return ""
    _, number, _ = amount_parts(amount, ctx.library.unit(amount.unit), None, ctx.language)
    if amount.qualifier:
        pattern = ctx.library.qualifier(amount.qualifier).pattern.told(ctx.language)
        number = pattern.replace("{}", number, 1)
    if fact.status == "target" and not amount.qualifier.startswith("strive"):
        return ctx.words("home.target", value=number)
    return number


def legend(ctx: Context, indicator: str, facts: dict[str, Fact]) -> tuple[str, str]:
    """What the width means, and how the years are to be read."""
    words = ctx.words
    if not facts:
        return words("home.legend.missing"), ""
    entry = ctx.library.entry(indicator)
    first = next(iter(facts.values()))
    unit = "" if first.amount is None else ctx.library.unit(first.amount.unit).pattern.told(
        ctx.language
    )  # fmt: skip
    unit = " ".join(unit.replace("{}", " ").split())
    width = words("home.legend.width", name=entry.name.told(ctx.language), unit=unit)
    notes = [
        words("home.legend.unstated", year=year, month=_month(ctx, fact.as_of))
        for year, fact in sorted(facts.items())
        if fact.date_basis == "unstated" and len(fact.as_of) >= 7
    ]
    notes.append(words("home.legend.between"))
    return width, words("home.legend.joint").join(notes)


def _month(ctx: Context, moment: str) -> str:
    if ctx.language == EN:
        return period(moment[:7], "", EN).split()[0]
    return str(int(moment[5:7]))


def river_citations(facts: dict[str, Fact]) -> list[Citation]:
    """Every place cited for the widths, in order of years."""
    return [one for _, fact in sorted(facts.items()) for one in fact.citations]
