"""Which of several figures stands for a thing, and how its number stands on an axis; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from app.model.dates import first_day
from app.model.entry import VERIFIED, Amount, Fact, Qualifier, Unit
from app.model.text import EN, Text
from app.model.wording import amount_parts, amount_text

MONEY: Final = "CNY"
_STANDING: Final = {"reported": 0, "estimate": 1, "target": 2}


def headline(facts: Iterable[Fact]) -> Fact | None:
    """The figure that stands for all: reported before estimated, verified first, then the latest,

    then the one that more sources tell. The others stay with their indicator, side by side.
    """
    figures = [fact for fact in facts if fact.amount is not None]
    return min(figures, key=_standing, default=None)


def _standing(fact: Fact) -> tuple[int, bool, int, int, int, str]:
    moment = fact.as_of or fact.deadline
    day = first_day(moment).toordinal() if moment else 0
    sources = len({one.source for one in fact.citations})
    standing = _STANDING.get(fact.status, 3)
    return standing, fact.check != VERIFIED, -day, -sources, len(fact.id), fact.id


def figure_text(fact: Fact, unit: Unit, qualifier: Qualifier | None, language: str) -> str:
    """The whole figure: 超1.3万亿元."""
    return amount_text(fact.amount, unit, qualifier, language) if fact.amount else ""


def number_text(amount: Amount, unit: Unit, qualifier: Qualifier | None, language: str) -> str:
    """The number and its qualifier without the unit, where the axis or the column names it."""
    pattern = "{}%" if "%" in unit.pattern.zh_hans else "{}"
    bare = unit._replace(pattern=Text(pattern, pattern, pattern))
    before, number, after = amount_parts(amount, bare, qualifier, language)
    return f"{before}{number}{after}".strip()


def unit_words(unit: Unit, language: str) -> str:
    """The unit alone: 亿元, CNY bn; "" for what is only counted in English."""
    if unit.base == "rank":
        return ""
    before, _, after = unit.pattern.told(language).partition("{}")
    return f"{before.strip()} {after.strip()}".strip()


def axis_value(amount: Amount, unit: Unit, axis: Unit, language: str) -> float:
    """The number on an axis that counts in the unit `axis`, as this language writes it."""
    value = amount.value * unit.factor / axis.factor
    return float(value * axis.scale_en if language == EN else value)


def money_in(amount: Amount, unit: Unit, into: Unit) -> Decimal:
    """An amount of one unit in another of the same base."""
    return amount.value * unit.factor / into.factor
