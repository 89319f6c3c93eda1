"""What is compared edition by edition, and how each counting scope is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.model.entry import Entry, Fact, Unit
from app.ui.charts.data import Bar, BarData, BarGroup
from app.ui.context import Context
from app.ui.parts.amounts import axis_value, headline, number_text, unit_words
from app.ui.parts.naming import edition_ordinal
from app.ui.widgets.figure import fact_parts


@dataclass(frozen=True, slots=True)
class Measure:
    """One counting scope of a comparison: an indicator and the fill that is its own."""

    indicator: str
    fill: str


# The pages' fixed choice of indicators; one that a pack does not have is left out.
COMPARISONS: Final[Mapping[str, tuple[Measure, ...]]] = {
    "amount": (
        Measure("indicator/signed-or-docked-amount", "mixed"),
        Measure("indicator/signed-amount", "hollow"),
        Measure("indicator/docked-amount", "dotted"),
        Measure("indicator/ceremony-amount", "solid"),
        Measure("indicator/fuzhou-ceremony-amount", "hatched"),
    ),
    "number": (
        Measure("indicator/signed-or-docked-projects", "mixed"),
        Measure("indicator/signed-projects", "hollow"),
        Measure("indicator/docked-projects", "dotted"),
        Measure("indicator/ceremony-projects", "solid"),
        Measure("indicator/fuzhou-ceremony-projects", "hatched"),
    ),
    "exhibitors": (
        Measure("indicator/exhibition-exhibitors", "solid"),
        Measure("indicator/summit-exhibitors", "hollow"),
        Measure("indicator/expo-exhibitors", "hatched"),
        Measure("indicator/all-shows-exhibitors", "dotted"),
    ),
    "forums": (
        Measure("indicator/summit-sub-forums", "solid"),
        Measure("indicator/summit-themed-forums", "hollow"),
        Measure("indicator/summit-forums-dialogues", "hatched"),
    ),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison read from the library: its chart, the fills with their words, all figures."""

    data: BarData
    legend: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]

    def fact(self, fact_id: str) -> Fact | None:
        """The figure behind a bar."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)


def edition_of(ctx: Context, fact: Fact) -> str:
    """The edition that a figure is told of, "" for none."""
    entry = ctx.library.entry(fact.entry)
    return entry.id if entry.kind == "edition" else entry.edition


def year_of(edition: Entry) -> str:
    """The year of an edition, as text."""
    return edition.columns.get("year", "")


def compare(ctx: Context, name: str, measures: Sequence[Measure]) -> Compared:
    """The figures of these measures by edition; an edition without any is told as missing."""
    library = ctx.library
    present = [one for one in measures if library.has(one.indicator)]
    series = {one.indicator: library.series(one.indicator) for one in present}
    points = [fact for told in series.values() for fact in told.points if fact.amount]
    if not points:
        return Compared(BarData(name, "", ()), (), ())
    assert points[0].amount is not None
    axis = library.unit(points[0].amount.unit)
    groups, shown = [], list[Fact]()
    for edition in library.entries("edition", "number"):
        bars = []
        for one in present:
            fact = _of_edition(ctx, series[one.indicator].points, edition)
            if fact is not None:
                bars.append(_bar(ctx, fact, one.fill, axis, edition))
                shown.append(fact)
        groups.append(BarGroup(edition_ordinal(ctx, edition.id), year_of(edition), tuple(bars)))
    used = {fact.key for fact in shown}
    legend = tuple(
        (one.fill, series[one.indicator].indicator.name.told(ctx.language))
        for one in present if one.indicator in used
    )  # fmt: skip
    data = BarData(name, unit_words(axis, ctx.language), tuple(groups), dict(legend))
    return Compared(data, legend, tuple(shown))


def _of_edition(ctx: Context, points: Iterable[Fact], edition: Entry) -> Fact | None:
    return headline(fact for fact in points
                    if fact.status != "target" and edition_of(ctx, fact) == edition.id)  # fmt: skip


def _bar(ctx: Context, fact: Fact, fill: str, axis: Unit, edition: Entry) -> Bar:
    assert fact.amount is not None
    library, language = ctx.library, ctx.language
    unit = library.unit(fact.amount.unit)
    qualifier = library.qualifier(fact.amount.qualifier) if fact.amount.qualifier else None
    spoken = ", ".join((
        edition_ordinal(ctx, edition.id), year_of(edition),
        fact.label.told(language), "".join(fact_parts(ctx, fact)).strip(),
    ))  # fmt: skip
    return Bar(
        fact.id, axis_value(fact.amount, unit, axis, language),
        number_text(fact.amount, unit, qualifier, language), fill,
        qualifier.bound if qualifier else "exact", (), spoken,
    )  # fmt: skip
