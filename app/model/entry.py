"""Entries, what is told of them, who tells it, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from decimal import Decimal
from typing import Final

from app.model.text import Text

KINDS: Final = (
    "edition", "activity", "exhibit", "project", "application", "organisation",
    "person", "place", "document", "task", "indicator", "source",
)  # fmt: skip

VERIFIED: Final = "verified"
UNVERIFIED: Final = "unverified"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the exhibition: an edition, an exhibit, a project, a source …

    `columns` holds what only its kind has, by the pack's column name (`ordinal`, `site`,
    `section`, `address` …), as text. Keys of vocabularies (`category`, `status`, `field`,
    `type`) are turned into words with `Library.term`.
    """

    id: str
    kind: str
    name: Text
    summary: Text = made(default_factory=Text)
    aliases: tuple[str, ...] = ()
    category: str = ""
    type: str = ""
    field: str = ""
    status: str = ""
    edition: str = ""
    parent: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    importance: int = 4
    check: str = VERIFIED
    columns: Mapping[str, str] = made(default_factory=dict)

    @property
    def slug(self) -> str:
        """The id without its kind: `5g-antenna-glass`."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where something is told: a source entry and the place in it."""

    source: str
    locator: str
    check: str = VERIFIED


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as told: it never loses its qualifier and unit (keys of the pack's vocabularies)."""

    value: Decimal
    unit: str
    qualifier: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing told of an entry: a number, a sentence or a column, with its citations.

    `key` is an indicator id, a statement key or a column name; `label` its words.
    `status` is reported, target or estimate.
    """

    id: str
    entry: str
    key: str
    label: Text
    text: Text = made(default_factory=Text)
    title: Text = made(default_factory=Text)
    amount: Amount | None = None
    as_of: str = ""
    since: str = ""
    date_basis: str = ""
    status: str = "reported"
    deadline: str = ""
    scope: str = ""
    check: str = VERIFIED
    conflicts_with: tuple[str, ...] = ()
    note: Text = made(default_factory=Text)
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A relation seen from one end: `role` key, its words in this direction, the other end."""

    role: str
    label: Text
    other: Entry
    forward: bool
    note: Text = made(default_factory=Text)
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """How a number with this unit is written; `factor` leads to the base unit."""

    key: str
    pattern: Text
    scale_en: Decimal
    base: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A word such as 超 or 近: how it is written and what it says of the true value.

    `bound`: exact, above, below, about, at_least, at_most.
    """

    key: str
    pattern: Text
    bound: str


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one indicator in order of time; differing scopes stay apart."""

    indicator: Entry
    points: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """What the content file says of itself."""

    id: str
    version: str
    title: Text
    digest: str
    counts: Mapping[str, int]
