"""How the figures of an indicator may be drawn: a line, editions side by side, or one by one.

Differing scopes never share an axis; differing subjects are never joined to a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.model.dates import first_day
from app.model.entry import Fact
from app.ui.parts.amounts import headline

LINE: Final = "line"
EDITIONS: Final = "editions"
CARDS: Final = "cards"
_APART: Final = ("place", "organisation", "case")  # scopes whose subjects have nothing in common
_ORDINAL_UNIT: Final = "rank"  # a place in a ranking has no height


@dataclass(frozen=True, slots=True)
class Strand:
    """Figures of one counting scope, one for each moment or edition, and how they are drawn."""

    scope: str
    shape: str
    facts: tuple[Fact, ...]


def strands(points: Iterable[Fact], edition_of: Callable[[Fact], str]) -> tuple[Strand, ...]:
    """The strands of an indicator; `edition_of` tells the edition of a figure, "" for none."""
    scopes: dict[str, list[Fact]] = {}
    for fact in points:
        if fact.amount is not None:
            scopes.setdefault(fact.scope, []).append(fact)
    made = [_strand(scope, facts, edition_of) for scope, facts in scopes.items()]
    return tuple(sorted(made, key=lambda one: (one.shape == CARDS, -len(one.facts))))


def moment(fact: Fact) -> str:
    """When a figure holds: its date, or the deadline of a target."""
    return fact.as_of or fact.deadline


def count_points(told: Sequence[Strand]) -> int:
    """How many figures stand in the largest strand."""
    return max((len(one.facts) for one in told), default=0)


def _strand(scope: str, facts: list[Fact], edition_of: Callable[[Fact], str]) -> Strand:
    ranked = any(fact.amount and fact.amount.unit == _ORDINAL_UNIT for fact in facts)
    by_edition = _best(facts, edition_of)
    if "" not in by_edition and not ranked and scope not in _APART:
        told = tuple(by_edition[edition] for edition in sorted(by_edition))
        return Strand(scope, EDITIONS if len(told) > 1 else CARDS, told)
    subjects = {fact.entry for fact in facts if fact.status != "target"}
    best = _best(facts, lambda fact: moment(fact)[:7])
    if len(subjects) <= 1 and len(best) > 1 and not ranked:
        return Strand(scope, LINE, tuple(sorted(best.values(), key=_when)))
    return Strand(scope, CARDS, tuple(sorted(facts, key=_when)))


def _best(facts: Iterable[Fact], key: Callable[[Fact], str]) -> dict[str, Fact]:
    grouped: dict[str, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(key(fact), []).append(fact)
    found = {name: headline(told) for name, told in grouped.items()}
    return {name: fact for name, fact in found.items() if fact is not None}


def _when(fact: Fact) -> tuple[int, str]:
    return first_day(moment(fact)).toordinal() if moment(fact) else 0, fact.id


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands on the axis of years; `span` where its year is not stated."""

    at: float
    span: tuple[float, float] | None = None


def places(facts: Sequence[Fact]) -> tuple[dict[str, Place], int, int]:
    """The place of each figure on the axis, and the axis's first and last year.

    Where all are told by the year, a year is a tick; else a year is the room between two.
    """
    sure = [fact for fact in facts if fact.date_basis != "unstated"]
    yearly = all(len(fact.as_of or fact.deadline[:4]) == 4 for fact in sure)
    found = {fact.id: _place(fact, yearly=yearly) for fact in facts}
    years = [place.at for place in found.values()]
    spans = [end for place in found.values() if place.span for end in place.span]
    first, last = int(min(years + spans)), max(years)
    end = int(last) if yearly and last == int(last) else int(last) + 1
    return found, first, max(end, first + 1)


def _place(fact: Fact, *, yearly: bool) -> Place:
    told = fact.as_of or (fact.deadline[:4] if yearly else fact.deadline)
    year, month = int(told[:4]), int(told[5:7]) if len(told) > 4 else 0
    if fact.date_basis == "unstated":
        end = year + month / 12 if month else float(year)
        return Place((year - 1 + end) / 2, (year - 1.0, end))
    if yearly:
        return Place(float(year))
    return Place(year + (month - 0.5) / 12 if month else year + 0.5)
