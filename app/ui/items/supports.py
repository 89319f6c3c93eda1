"""What a source supports as rows: numbers first, then sentences, then what it names; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.model.entry import VERIFIED, Citation, Entry, Fact

FIGURES: Final = "figures"
TOLD: Final = "told"
NAMED: Final = "named"
SORTS: Final = (FIGURES, TOLD, NAMED)
CHECKED: Final = "verified"
UNCHECKED: Final = "unverified"
CONFLICT: Final = "conflict"
_TIERS: Final = "SABCD"


@dataclass(frozen=True, slots=True)
class Support:
    """One thing that a source tells, and where in it."""

    fact: Fact | None
    entry: Entry
    citation: Citation

    @property
    def sort(self) -> str:
        """A number, a sentence, or that something is there."""
        if self.fact is None:
            return NAMED
        return FIGURES if self.fact.amount is not None else TOLD

    @property
    def state(self) -> str:
        """Whether it has been checked, and whether another source tells it otherwise."""
        if self.fact is not None and self.fact.conflicts_with:
            return CONFLICT
        checks = (self.citation.check, self.fact.check if self.fact else VERIFIED)
        return CHECKED if all(check == VERIFIED for check in checks) else UNCHECKED


def supports(told: Iterable[tuple[Fact | None, Entry, Citation]]) -> list[Support]:
    """As the library tells it, sorted by what it is; inside that the order stays."""
    rows = [Support(*one) for one in told]
    return sorted(rows, key=lambda row: SORTS.index(row.sort))


def ordered_sources(sources: Iterable[Entry]) -> list[Entry]:
    """Seed documents first, then by tier, the newest first, the undated last."""
    newest = sorted(sources, key=lambda one: one.start, reverse=True)
    return sorted(newest, key=_tier)


def _tier(source: Entry) -> int:
    tier = source.columns.get("tier", "")
    return _TIERS.index(tier) if tier in _TIERS and tier else len(_TIERS)


def lets_through(words: Sequence[str], told: str) -> bool:
    """Whether all the words are in a text."""
    return all(word in told for word in words)
