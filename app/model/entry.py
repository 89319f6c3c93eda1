"""Entries, what is told of them, who tells it, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from app.model.text import Text

KINDS: Final = (
    "edition", "activity", "exhibit", "project", "application", "organisation",
    "person", "place", "document", "task", "indicator", "source",
)  # fmt: skip

VERIFIED: Final = "verified"
UNVERIFIED: Final = "unverified"

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


# Named tuples: a frozen dataclass takes seven times as long to make, and these are made at every
# start: as dataclasses they took 43 of its 1,600 million instructions.
class Entry(NamedTuple):
    """One thing of the exhibition: an edition, an exhibit, a project, a source …

    `columns` holds what only its kind has, by the pack's column name (`ordinal`, `site`,
    `section`, `address` …), as text. Keys of vocabularies (`category`, `status`, `field`,
    `type`) are turned into words with `Library.term`.
    """

    id: str
    kind: str
    name: Text
    summary: Text = Text()
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
    columns: Mapping[str, str] = _NOTHING

    @property
    def slug(self) -> str:
        """The id without its kind: `5g-antenna-glass`."""
        return self.id.partition("/")[2]


class Citation(NamedTuple):
    """Where something is told: a source entry and the place in it."""

    source: str
    locator: str
    check: str = VERIFIED


class Amount(NamedTuple):
    """A number as told: it never loses its qualifier and unit (keys of the pack's vocabularies)."""

    value: Decimal
    unit: str
    qualifier: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None


class Fact(NamedTuple):
    """One thing told of an entry: a number, a sentence or a column, with its citations.

    `key` is an indicator id, a statement key or a column name; `label` its words.
    `status` is reported, target or estimate.
    """

    id: str
    entry: str
    key: str
    label: Text
    text: Text = Text()
    title: Text = Text()
    amount: Amount | None = None
    as_of: str = ""
    since: str = ""
    date_basis: str = ""
    status: str = "reported"
    deadline: str = ""
    scope: str = ""
    check: str = VERIFIED
    conflicts_with: tuple[str, ...] = ()
    note: Text = Text()
    citations: tuple[Citation, ...] = ()


class Link(NamedTuple):
    """A relation seen from one end: `role` key, its words in this direction, the other end."""

    role: str
    label: Text
    other: Entry
    forward: bool
    note: Text = Text()
    citations: tuple[Citation, ...] = ()


class Unit(NamedTuple):
    """How a number with this unit is written; `factor` leads to the base unit."""

    key: str
    pattern: Text
    scale_en: Decimal
    base: str
    factor: Decimal


class Qualifier(NamedTuple):
    """A word such as 超 or 近: how it is written and what it says of the true value.

    `bound`: exact, above, below, about, at_least, at_most.
    """

    key: str
    pattern: Text
    bound: str


class Series(NamedTuple):
    """The figures of one indicator in order of time; differing scopes stay apart."""

    indicator: Entry
    points: tuple[Fact, ...]


class Pack(NamedTuple):
    """What the content file says of itself."""

    id: str
    version: str
    title: Text
    digest: str
    counts: Mapping[str, int]
