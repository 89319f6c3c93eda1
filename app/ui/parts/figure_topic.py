"""What the page of figures is about: an indicator with its strands, or a comparison of editions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.base.errors import AppError
from app.model.entry import Citation, Fact, Unit
from app.model.wording import period
from app.ui.charts.data import Bar, BarData, BarGroup, LineData, LinePoint
from app.ui.context import Context
from app.ui.parts.amounts import axis_value, number_text, unit_words
from app.ui.parts.comparisons import COMPARISONS, Compared, compare, edition_of, year_of
from app.ui.parts.naming import edition_ordinal, joined, term
from app.ui.parts.strands import Strand, moment, places, strands
from app.ui.widgets.figure import fact_parts
from app.ui.widgets.seal import seal_words
from app.ui.widgets.seal_book import SealBook

COMPARE = "compare:"


@dataclass(frozen=True, slots=True)
class Topic:
    """Everything that is shown of one topic."""

    key: str
    title: str
    lead: str
    citations: tuple[Citation, ...]
    check: str
    facts: tuple[Fact, ...]  # all of them, those that differ from others too
    strands: tuple[Strand, ...] = ()
    compared: Compared | None = None


def load_topic(ctx: Context, key: str) -> Topic:
    """Read a topic: `indicator/…` or `compare:…`."""
    if key.startswith(COMPARE):
        name = key.removeprefix(COMPARE)
        title = ctx.words(f"figures.compare.{name}")
        compared = compare(ctx, title, COMPARISONS[name])
        return Topic(key, title, joined(compared.data.unit, ctx.words("figures.compare.lead")),
                     (), "verified", compared.facts, compared=compared)  # fmt: skip
    library, language = ctx.library, ctx.language
    series = library.series(key)
    indicator = series.indicator
    made = strands(series.points, lambda fact: edition_of(ctx, fact))
    lead = joined(unit_of(ctx, indicator.columns.get("unit", "")), _range(series.points),
                  indicator.summary.told(language))  # fmt: skip
    return Topic(key, indicator.name.told(language), lead, library.citations(key),
                 indicator.check, series.points, made)  # fmt: skip


def unit_of(ctx: Context, key: str) -> str:
    """The words of a unit, "" for none."""
    return unit_words(ctx.library.unit(key), ctx.language) if key else ""


def _range(points: Iterable[Fact]) -> str:
    years = sorted({moment(fact)[:4] for fact in points} - {""})
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(years)


def number_of(ctx: Context, fact: Fact, axis: Unit) -> str:
    """超 6,100: the number where the axis names its unit, else the whole."""
    assert fact.amount is not None
    if fact.amount.unit != axis.key:
        return whole(ctx, fact)
    qualifier = ctx.library.qualifier(fact.amount.qualifier) if fact.amount.qualifier else None
    return number_text(fact.amount, ctx.library.unit(fact.amount.unit), qualifier, ctx.language)


def whole(ctx: Context, fact: Fact) -> str:
    """超 6,100 亿元."""
    return "".join(fact_parts(ctx, fact)).strip()


def bound_of(ctx: Context, fact: Fact) -> str:
    """What the qualifier says of the true value."""
    if fact.amount is None or not fact.amount.qualifier:
        return "exact"
    return ctx.library.qualifier(fact.amount.qualifier).bound


def when(ctx: Context, fact: Fact) -> str:
    """2022年; for a target its deadline; with a word where the source does not state it."""
    words, language = ctx.words, ctx.language
    if fact.status == "target":
        return words("figures.target", date=period(fact.deadline or fact.as_of, "", language))
    told = period(fact.since, fact.as_of, language) if fact.since else period(
        fact.as_of, "", language
    )  # fmt: skip
    undated = words("figures.undated") if fact.date_basis == "unstated" else ""
    return joined(told, undated)


def kind_of(ctx: Context, fact: Fact) -> str:
    """Reported, target or estimate."""
    return term(ctx, "figure_status", fact.status)


def subject_of(ctx: Context, fact: Fact) -> str:
    """The name of what the figure is told of."""
    return ctx.library.entry(fact.entry).name.told(ctx.language)


def line_data(ctx: Context, topic: Topic, strand: Strand, book: SealBook) -> LineData:
    """A strand as the points of a line."""
    axis = _axis(ctx, topic, strand)
    found, first, last = places(strand.facts)
    points = []
    for fact in strand.facts:
        assert fact.amount is not None
        value = axis_value(fact.amount, ctx.library.unit(fact.amount.unit), axis, ctx.language)
        spoken = ", ".join((when(ctx, fact), whole(ctx, fact), kind_of(ctx, fact)))
        points.append(LinePoint(
            fact.id, found[fact.id].at, value, number_of(ctx, fact, axis), bound_of(ctx, fact),
            found[fact.id].span, fact.status == "target", seal_texts(ctx, fact, book), spoken,
        ))  # fmt: skip
    return LineData(topic.title, unit_words(axis, ctx.language), tuple(points), first, last)


def edition_data(ctx: Context, topic: Topic, strand: Strand, book: SealBook) -> BarData:
    """A strand as one bar for each edition."""
    axis = _axis(ctx, topic, strand)
    by_edition = {edition_of(ctx, fact): fact for fact in strand.facts}
    groups = []
    for edition in ctx.library.entries("edition", "number"):
        fact = by_edition.get(edition.id)
        bars: tuple[Bar, ...] = ()
        ordinal = edition_ordinal(ctx, edition.id)
        if fact is not None and fact.amount is not None:
            unit = ctx.library.unit(fact.amount.unit)
            spoken = ", ".join((ordinal, year_of(edition), whole(ctx, fact), kind_of(ctx, fact)))
            bars = (Bar(fact.id, axis_value(fact.amount, unit, axis, ctx.language),
                        number_of(ctx, fact, axis), _fill(fact), bound_of(ctx, fact),
                        seal_texts(ctx, fact, book), spoken),)  # fmt: skip
        groups.append(BarGroup(ordinal, year_of(edition), bars))
    return BarData(topic.title, unit_words(axis, ctx.language), tuple(groups),
                   {"solid": term(ctx, "scope", strand.scope)})  # fmt: skip


def _fill(fact: Fact) -> str:
    return "solid" if fact.status == "reported" else "hatched"


def _axis(ctx: Context, topic: Topic, strand: Strand) -> Unit:
    """The indicator's unit where the figures can be told in it, else that of the latest."""
    own = ctx.library.entry(topic.key).columns.get("unit", "")
    told = [fact.amount.unit for fact in strand.facts if fact.amount is not None]
    last = ctx.library.unit(told[-1])
    unit = ctx.library.unit(own) if own else last
    return unit if unit.base == last.base else last


def seal_texts(ctx: Context, fact: Fact, book: SealBook) -> tuple[str, ...]:
    """The words of its seals, for pictures that are carried away."""
    return tuple(seal_words(ctx, told) for told in book.seals(fact.citations, fact.check))


def conflicts(ctx: Context, topic: Topic) -> list[list[Fact]]:
    """Groups of figures that tell differently of the same thing, each in order of time."""
    known = {fact.id: fact for fact in topic.facts}
    groups: list[set[str]] = []
    for fact in topic.facts:
        if not fact.conflicts_with:
            continue
        own = {fact.id, *fact.conflicts_with}
        joint = [group for group in groups if group & own]
        groups = [group for group in groups if group not in joint]
        groups.append(own.union(*joint))
    told = [[known.get(one) or _other(ctx, one) for one in group] for group in groups]
    kept = [[fact for fact in group if fact is not None] for group in told]
    return [sorted(group, key=lambda fact: (moment(fact), fact.id))
            for group in kept if len(group) > 1]  # fmt: skip


def _other(ctx: Context, fact_id: str) -> Fact | None:
    try:
        return ctx.library.fact(fact_id)
    except AppError:
        return None


def agreed(topic: Topic) -> list[tuple[Fact, int]]:
    """Figures that two or more verified sources tell alike, with the number of sources."""
    found, own = [], {fact.id for fact in topic.facts}
    for fact in topic.facts:
        sources = {one.source for one in fact.citations if one.check == "verified"}
        if len(sources) > 1 and not own.intersection(fact.conflicts_with):
            found.append((fact, len(sources)))
    return found


def table_rows(ctx: Context, topic: Topic) -> list[tuple[str, ...]]:
    """The topic as rows of a table, headings first."""
    heads = ("edition", "subject", "date", "value", "kind", "scope", "source")
    rows = [tuple(ctx.words(f"figures.head.{head}") for head in heads)]
    for fact in topic.facts:
        sources = (f"{ctx.library.entry(one.source).name.told(ctx.language)}, {one.locator}"
                   for one in fact.citations)  # fmt: skip
        rows.append((
            edition_ordinal(ctx, edition_of(ctx, fact)), subject_of(ctx, fact), when(ctx, fact),
            whole(ctx, fact), kind_of(ctx, fact), term(ctx, "scope", fact.scope),
            "; ".join(sources),
        ))  # fmt: skip
    return rows
