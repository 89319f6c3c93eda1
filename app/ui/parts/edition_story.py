"""All that the library tells of one edition, sorted for its page; no widgets here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.model.entry import VERIFIED, Citation, Entry, Fact, Link
from app.model.query import Query
from app.model.text import EN
from app.store.library import Library

#: Totals over all editions so far, told for the year of the latest of them.
CUMULATIVE: Final = {
    "exhibitors": "indicator/cumulative-exhibitors",
    "releases": "indicator/cumulative-releases",
    "forums": "indicator/cumulative-forums",
    "experts": "indicator/cumulative-experts",
}
CUMULATIVE_SIGNED: Final = {
    "projects": "indicator/cumulative-projects",
    "amount": "indicator/cumulative-amount",
}
_SPEAKING: Final = ("spoke_at", "attended")
_LIMIT: Final = 300
_ORDER_OF_TYPES: Final = (
    "opening", "forum", "exhibition", "contest", "conference", "special", "signing", "release",
    "matchmaking", "meeting", "briefing", "tour", "giveaway",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch of the programme: a part of the structure, or all activities of a type."""

    mark: str  # 1, 3, N; "" where the branch is a type
    type: str
    root: Entry | None
    leaves: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EditionStory:
    """What the page shows, part by part."""

    edition: Entry
    columns: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    features: tuple[Fact, ...]
    statements: tuple[Fact, ...]
    links: tuple[Link, ...]
    branches: tuple[Branch, ...]
    exhibits: tuple[Entry, ...]
    projects: tuple[Entry, ...]
    people: tuple[Entry, ...]
    previous: Entry | None
    following: Entry | None

    def linked(self, *roles: str) -> tuple[Link, ...]:
        """The links of these roles, none told twice."""
        found = {link.other.id: link for link in self.links if link.role in roles}
        return tuple(found.values())

    def column(self, *keys: str) -> Fact | None:
        """The first column of one of these names."""
        return next((fact for fact in self.columns if fact.key in keys), None)

    @property
    def activities(self) -> tuple[Entry, ...]:
        """Every activity on the page."""
        told = [branch.root for branch in self.branches if branch.root is not None]
        return (*told, *(leaf for branch in self.branches for leaf in branch.leaves))


def read_story(library: Library, edition_id: str) -> EditionStory:
    """Read everything of an edition; AppError("unknown-id") where there is no such entry."""
    edition = library.entry(edition_id)
    facts = library.facts(edition_id)
    statements = [one for one in facts if one.id.startswith("statement/")]
    told = [one for one in facts if one.amount is None and one not in statements]
    activities = _of_edition(library, "activity", edition_id)
    previous, following = _neighbours(library, edition)
    return EditionStory(
        edition,
        tuple(told),
        tuple(one for one in facts if one.amount is not None),
        tuple(one for one in statements if one.key == "feature"),
        tuple(one for one in statements if one.key != "feature"),
        library.links(edition_id),
        branches(edition.columns.get("structure", ""), activities),
        _of_edition(library, "exhibit", edition_id),
        _of_edition(library, "project", edition_id),
        _people(library, edition, activities),
        previous,
        following,
    )


def _of_edition(library: Library, kind: str, edition: str) -> tuple[Entry, ...]:
    where = {"kind": (kind,), "edition": (edition,)}
    found = library.hits(Query(where=where, order="importance", limit=_LIMIT))
    return tuple(hit.entry for hit in found)


def _neighbours(library: Library, edition: Entry) -> tuple[Entry | None, Entry | None]:
    editions = library.entries("edition", order="number")
    place = next(number for number, one in enumerate(editions) if one.id == edition.id)
    previous = editions[place - 1] if place else None
    return previous, editions[place + 1] if place + 1 < len(editions) else None


def _people(library: Library, edition: Entry, activities: Sequence[Entry]) -> tuple[Entry, ...]:
    """Who spoke or was present, at the edition itself or at one of its activities."""
    found: dict[str, Entry] = {}
    for one in (edition, *activities):
        for link in library.links(one.id):
            if link.role in _SPEAKING and link.other.kind == "person":
                found.setdefault(link.other.id, link.other)
    return tuple(sorted(found.values(), key=lambda person: person.importance))


# The programme


def branches(structure: str, activities: Sequence[Entry]) -> tuple[Branch, ...]:
    """The programme as its structure says (1+3+N), else grouped by type."""
    ids = {one.id for one in activities}
    roots = [one for one in activities if one.parent not in ids]
    heads = [one for one in roots if any(child.parent == one.id for child in activities)]
    marks = [mark.strip() for mark in structure.split("+") if mark.strip()]
    if len(marks) < 2 or len(heads) < len(marks):
        return _by_type(activities)
    found, left = [], list(heads)
    for mark in marks:
        root = next((one for one in left if f"“{mark}”" in one.name.zh_hans), left[0])
        left.remove(root)
        found.append(Branch(mark, root.type, root, _under(root, activities)))
    told = {one.id for branch in found for one in branch.leaves}
    told |= {branch.root.id for branch in found if branch.root is not None}
    rest = [one for one in activities if one.id not in told]
    return (*found, *_by_type(rest))


def _under(root: Entry, activities: Sequence[Entry]) -> tuple[Entry, ...]:
    """Everything below a root, each child followed by its own children."""
    found: list[Entry] = []
    for one in activities:
        if one.parent == root.id:
            found.extend((one, *_under(one, activities)))
    return tuple(found)


def _by_type(activities: Sequence[Entry]) -> tuple[Branch, ...]:
    groups: dict[str, list[Entry]] = {}
    for one in activities:
        groups.setdefault(one.type, []).append(one)
    known = [key for key in _ORDER_OF_TYPES if key in groups]
    order = [*known, *(key for key in groups if key not in known)]
    return tuple(Branch("", key, None, tuple(groups[key])) for key in order)


# Totals over the editions before


def cumulative(
    library: Library, indicators: Mapping[str, str], last: Entry | None
) -> dict[str, Fact]:
    """Totals up to and including the edition `last`, by the short names of the indicators."""
    found: dict[str, Fact] = {}
    for name, indicator in indicators.items():
        if last is None or not library.has(indicator):
            continue
        told = [
            fact for fact in library.series(indicator).points
            if fact.amount is not None and fact.as_of[:4] == last.start[:4]
        ]  # fmt: skip
        if told:
            found[name] = min(told, key=_doubt)
    return found


def _doubt(fact: Fact) -> tuple[bool, int]:
    """Verified first; then what most sources tell."""
    return fact.check != VERIFIED, -len(fact.citations)


def union(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Every cited place once, in order."""
    return tuple(dict.fromkeys(citations))


_SUMMIT: Final = "(?:[数數]字中[国國]建[设設])?峰[会會]"
_TAILS: Final = (
    re.compile("（“[^”]+”）$"),
    re.compile("（[首第][^）]*[届屆](?:“[^”]+”)?）$"),
    re.compile(f"^(?:首|第[一二三四五六七八九十]+)[届屆](?:{_SUMMIT})?"),
    re.compile(f"（[首第][^）]*[届屆]{_SUMMIT}）$"),
)
_TAILS_EN: Final = (
    re.compile(r"\s*\(the “[^”]+”\)$"),
    re.compile(r"\s*\(\d+(?:st|nd|rd|th)\)$"),
    re.compile(r"\s+(?:of|at) the \d+(?:st|nd|rd|th)(?: Digital China)? [Ss]ummit$"),
)


def name_within(name: str, language: str) -> str:
    """The name of an activity on the page of its own edition: what names the edition goes."""
    told = name
    for pattern in _TAILS_EN if language == EN else _TAILS:
        told = pattern.sub("", told).strip()
    return told or name
