"""What charts are given: plain frozen values, already in the words of the screen's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

ABOVE: Final = ("above", "at_least")
BELOW: Final = ("below", "at_most")


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A value at a time (2023.0 is the tick of 2023). `span` is where the time may lie instead,

    `bound` what its qualifier says of the true value: exact, above, below, about, at_least …
    """

    id: str
    at: float
    value: float
    label: str
    bound: str = "exact"
    span: tuple[float, float] | None = None
    is_target: bool = False
    seal_texts: tuple[str, ...] = ()
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class LineData:
    """One indicator over the years. `missing` are years of which the sources say nothing."""

    name: str
    unit: str
    points: tuple[LinePoint, ...]
    first_year: int
    last_year: int
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One number; `scope` (solid, hollow, dotted, mixed, hatched) tells how it was counted."""

    id: str
    value: float
    label: str
    scope: str = "solid"
    bound: str = "exact"
    seal_texts: tuple[str, ...] = ()
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars over one name on the axis; without bars the sources say nothing."""

    label: str
    note: str = ""
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class BarData:
    """Groups from left to right, and what each scope is called."""

    name: str
    unit: str
    groups: tuple[BarGroup, ...]
    scopes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitData:
    """A square for each thing: so many are certain, the next few fade for what 超 leaves open."""

    name: str
    total: int
    certain: int
    fading: int = 0
    columns: int = 10
    spoken: str = ""
    certain_label: str = ""
    rest_label: str = ""


@dataclass(frozen=True, slots=True)
class ShareData:
    """A part of a whole, 0 to 1, with the words that stand in it."""

    name: str
    share: float
    label: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class TaskBar:
    """A task with the number of figures that it states."""

    id: str
    number: int
    count: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class TaskSection:
    """The tasks of one section of the plan."""

    label: str
    tasks: tuple[TaskBar, ...]


@dataclass(frozen=True, slots=True)
class TaskData:
    """All sections of the plan, in order."""

    name: str
    sections: tuple[TaskSection, ...]
