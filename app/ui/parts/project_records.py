"""Reads the signed projects from the library as rows of the list, and the details of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from app.model.entry import Entry, Fact
from app.ui.context import Context
from app.ui.items.project_rows import BATCH, ProjectDetail, ProjectRow
from app.ui.parts.amounts import MONEY, headline, money_in, number_text
from app.ui.parts.naming import edition_number, edition_ordinal, joined, term
from app.ui.widgets.figure import fact_parts

AMOUNT_UNIT: Final = "yi-cny"  # the unit of the amount column
# An indicator in money is a project's amount when its name says so: a capital is none.
_AMOUNT_WORDS: Final = ("金额", "投资")
_COUNT_WORD: Final = "项目"
_PARTY_ROLES: Final = ("party_to", "cooperates_with", "donated_to")
_AREAS: Final = ("country", "province", "city", "district", "zone")


def is_amount(ctx: Context, fact: Fact) -> bool:
    """Whether a figure tells how much money a project is about."""
    return _has_base(ctx, fact, MONEY) and any(word in fact.label.zh_hans for word in _AMOUNT_WORDS)


def is_count(ctx: Context, fact: Fact) -> bool:
    """Whether a figure tells how many projects a record stands for."""
    return _has_base(ctx, fact, "item") and _COUNT_WORD in fact.label.zh_hans


def _has_base(ctx: Context, fact: Fact, base: str) -> bool:
    return fact.amount is not None and ctx.library.unit(fact.amount.unit).base == base


def main_figure(facts: Iterable[Fact]) -> Fact | None:
    """The headline of the first indicator: facts come with the most important first."""
    figures = list(facts)
    return headline(fact for fact in figures if fact.key == figures[0].key)


def gather_rows(ctx: Context) -> list[ProjectRow]:
    """All projects as rows; one query for the entries, one for each indicator in money."""
    amounts = _amounts(ctx)
    order = "name-en" if ctx.language == "en" else "name"
    places: dict[str, tuple[Entry, ...]] = {}
    return [
        _row(ctx, entry, rank, amounts.get(entry.id), _chain(ctx, entry.place, places))
        for rank, entry in enumerate(ctx.library.entries("project", order))
    ]


def _amounts(ctx: Context) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for indicator in ctx.library.entries("indicator"):
        unit = indicator.columns.get("unit", "")
        named = any(word in indicator.name.zh_hans for word in _AMOUNT_WORDS)
        if not named or not unit or ctx.library.unit(unit).base != MONEY:
            continue
        told: dict[str, list[Fact]] = {}
        for fact in ctx.library.series(indicator.id).points:
            told.setdefault(fact.entry, []).append(fact)
        for entry_id, facts in told.items():
            if (best := headline(facts)) is not None:
                found.setdefault(entry_id, best)
    return found


def _row(
    ctx: Context, entry: Entry, rank: int, amount: Fact | None, places: Sequence[Entry]
) -> ProjectRow:
    language, library = ctx.language, ctx.library
    edition = entry.edition if entry.edition and library.has(entry.edition) else ""
    area = next((place for place in places if place.type in _AREAS), None)
    value, words = None, ""
    if amount is not None and amount.amount is not None:
        unit = library.unit(amount.amount.unit)
        value = money_in(amount.amount, unit, library.unit(AMOUNT_UNIT))
        words = amount_words(ctx, amount)
    return ProjectRow(
        entry.id, entry.name.told(language), rank, entry.type or BATCH,
        term(ctx, "type.project", entry.type), edition, edition_ordinal(ctx, edition),
        edition_number(ctx, edition), area.name.told(language) if area else "",
        tuple(place.id for place in places), value, words, entry.importance,
    )  # fmt: skip


def amount_words(ctx: Context, fact: Fact) -> str:
    """The number for the column: 超 720; with its unit where it is not the column's."""
    assert fact.amount is not None
    if fact.amount.unit != AMOUNT_UNIT:
        return "".join(fact_parts(ctx, fact)).strip()
    qualifier = ctx.library.qualifier(fact.amount.qualifier) if fact.amount.qualifier else None
    return number_text(fact.amount, ctx.library.unit(AMOUNT_UNIT), qualifier, ctx.language)


def _chain(ctx: Context, place: str, known: dict[str, tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """A place and all that contain it, inner first."""
    if place not in known:
        chain: list[Entry] = []
        step = place
        while step and ctx.library.has(step) and all(one.id != step for one in chain):
            chain.append(ctx.library.entry(step))
            step = chain[-1].parent
        known[place] = tuple(chain)
    return known[place]


def describe(ctx: Context, entry_id: str) -> ProjectDetail:
    """Parties of a named project, number of a batch, and who tells the record."""
    library = ctx.library
    entry = library.entry(entry_id)
    facts = library.facts(entry_id)
    citations = library.citations(entry_id)
    amount = main_figure([fact for fact in facts if is_amount(ctx, fact)])
    if amount is not None:
        citations = tuple(dict.fromkeys((*amount.citations, *citations)))
    meta = parties(ctx, entry_id)
    count = main_figure([fact for fact in facts if is_count(ctx, fact)])
    if entry.type == BATCH or (count is not None and not meta):
        number = "".join(fact_parts(ctx, count)).strip() if count is not None else ""
        told = ctx.words("projects.count", number=number) if number else ""
        meta = joined(term(ctx, "type.project", entry.type), told)
    return ProjectDetail(meta, citations, amount.check if amount else entry.check)


def parties(ctx: Context, entry_id: str) -> str:
    """Who signs with whom: 长乐区政府 × 福建智算方舟科技."""
    names = [link.other.name.told(ctx.language) for link in ctx.library.links(entry_id)
             if link.forward and link.role in _PARTY_ROLES]  # fmt: skip
    return " × ".join(dict.fromkeys(names))


def records_behind(ctx: Context, entry_id: str) -> frozenset[str]:
    """The record that tells a number, and the projects that are part of it."""
    inside = (link.other.id for link in ctx.library.links(entry_id)
              if link.role == "part_of" and not link.forward)  # fmt: skip
    return frozenset((entry_id, *inside))
