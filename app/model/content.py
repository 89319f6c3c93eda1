"""Everything a content file is made of: what content hands to store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.model.entry import Citation, Entry, Fact, Pack, Qualifier, Unit
from app.model.text import Text


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary: `category` · `ai` → 人工智能."""

    vocabulary: str
    key: str
    name: Text
    order: int = 0


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of relation, told from both ends."""

    key: str
    name: Text
    reverse: Text


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation as the pack tells it: `from_id` — role — `to_id`."""

    from_id: str
    role: str
    to_id: str
    note: Text = field(default_factory=Text)
    order: int = 0
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with what is told of it, in the order in which a page shows it.

    `key_facts` are its columns and figures, `statements` its sentences.
    """

    entry: Entry
    citations: tuple[Citation, ...] = ()
    key_facts: tuple[Fact, ...] = ()
    statements: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """A whole pack, uniform. `entries` come in rank order: the most important, newest first."""

    pack: Pack
    entries: Iterable[Told]
    relations: Iterable[Relation]
    terms: tuple[Term, ...] = ()
    units: tuple[Unit, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    roles: tuple[Role, ...] = ()
    glossary: Mapping[str, str] = field(default_factory=dict)
