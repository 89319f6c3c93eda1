"""Signed projects as rows of a list: what is let through and in which order; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.model.entry import VERIFIED, Citation

TOLD: Final = "told"
UNTOLD: Final = "untold"
BATCH: Final = "batch"
ORDERS: Final = ("edition", "name", "place", "amount", "type")
_TYPES: Final = {BATCH: 0, "named": 1, "agreement": 2}


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One record; `places` holds its place and all that contain it, `amount` is in one unit."""

    id: str
    name: str
    name_rank: int = 0
    type: str = BATCH
    type_words: str = ""
    edition: str = ""
    edition_words: str = ""
    ordinal: int = 0
    place_words: str = ""
    places: tuple[str, ...] = ()
    amount: Decimal | None = None
    amount_words: str = ""
    importance: int = 4

    @property
    def is_batch(self) -> bool:
        """Whether it stands for many projects."""
        return self.type == BATCH


@dataclass(frozen=True, slots=True)
class ProjectDetail:
    """What a row says when it comes on screen: parties or number, and who tells it."""

    meta: str = ""
    citations: tuple[Citation, ...] = ()
    check: str = VERIFIED


@dataclass(frozen=True, slots=True)
class Choice:
    """What the filters let through; "" lets all through. `records` are the ids behind a number."""

    edition: str = ""
    place: str = ""
    type: str = ""
    amount: str = ""
    records: frozenset[str] = frozenset()

    def lets(self, row: ProjectRow) -> bool:
        """Whether this row is shown."""
        if self.records and row.id not in self.records:
            return False
        if self.amount and (row.amount is not None) != (self.amount == TOLD):
            return False
        return (
            self.edition in ("", row.edition)
            and self.type in ("", row.type)
            and (not self.place or self.place in row.places)
        )


def chosen(rows: Iterable[ProjectRow], choice: Choice, order: str = "") -> list[ProjectRow]:
    """The rows let through, in order; a `-` before the order turns it around.

    Without an order the latest edition comes first. What has no value comes last both ways.
    """
    shown = [row for row in rows if choice.lets(row)]
    shown.sort(key=_by_rank)
    name = order.removeprefix("-") or "edition"
    backwards = order.startswith("-") if order else True
    with_value = [row for row in shown if _value(row, name) is not None]
    without = [row for row in shown if _value(row, name) is None]
    with_value.sort(key=lambda row: _value(row, name), reverse=backwards)  # type: ignore[arg-type, return-value]
    return with_value + without


def turned(order: str, name: str) -> str:
    """The order after a press on the head of this column: numbers start with the greatest."""
    first, second = (f"-{name}", name) if name in ("amount", "edition") else (name, f"-{name}")
    return second if (order or "-edition") == first else first


def count_named(rows: Sequence[ProjectRow]) -> int:
    """How many stand for one project."""
    return sum(not row.is_batch for row in rows)


def _by_rank(row: ProjectRow) -> tuple[int, int, int]:
    return _TYPES.get(row.type, 9), row.importance, row.name_rank


def _value(row: ProjectRow, name: str) -> object:
    if name == "amount":
        return row.amount
    if name == "edition":
        return row.ordinal or None
    if name == "name":
        return row.name_rank
    return (row.place_words if name == "place" else row.type_words) or None
