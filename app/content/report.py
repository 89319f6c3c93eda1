"""What a pack covers, and where it is thin: counts for curators and for those who check them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.base.words import Words
from app.model.content import Content, Told
from app.model.entry import KINDS, UNVERIFIED, Citation, Fact
from app.model.text import LANGUAGES, Text


@dataclass(frozen=True, slots=True)
class Report:
    """Counts, and the ids of entries that someone should look at."""

    entries: Mapping[str, int]  # per kind
    figures: Mapping[str, int]
    statements: Mapping[str, int]
    columns: Mapping[str, int]
    relations: int
    citations: int
    per_source: Mapping[str, int]  # citations
    names: Mapping[str, int]  # entries named in each language
    texts: Mapping[str, int]  # facts told in each language
    targets: int
    series: int  # indicators with more than one figure
    without_figure: tuple[str, ...]
    without_relation: tuple[str, ...]
    one_source: tuple[str, ...]
    unverified_entries: tuple[str, ...]
    unverified_facts: tuple[str, ...]
    conflicts: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """All of it as plain values."""
        return {
            name: list(value) if isinstance(value, tuple)
            else dict(value) if isinstance(value, Mapping) else value
            for name in self.__dataclass_fields__
            for value in [getattr(self, name)]
        }  # fmt: skip


def make_report(content: Content) -> Report:
    """Look at everything once."""
    told = [one for one in content.entries if one.entry.kind != "source"]
    relations = list(content.relations)
    linked = {end for relation in relations for end in (relation.from_id, relation.to_id)}
    facts = [fact for one in told for fact in (*one.key_facts, *one.statements)]
    cited = [citation for one in told for citation in _all_citations(one)]
    cited += [citation for relation in relations for citation in relation.citations]
    points = Counter(fact.key for fact in facts if fact.amount)
    return Report(
        entries=dict(content.pack.counts),
        figures=_per_kind(told, lambda one: sum(bool(fact.amount) for fact in one.key_facts)),
        statements=_per_kind(told, lambda one: len(one.statements)),
        columns=_per_kind(told, lambda one: sum(not fact.amount for fact in one.key_facts)),
        relations=len(relations), citations=len(cited),
        per_source=dict(Counter(citation.source for citation in cited).most_common()),
        names=_per_language(one.entry.name for one in told),
        texts=_per_language(fact.text for fact in facts),
        targets=sum(fact.status == "target" for fact in facts),
        series=sum(n > 1 for n in points.values()),
        without_figure=_ids(one for one in told if not any(f.amount for f in one.key_facts)),
        without_relation=_ids(one for one in told if not _is_linked(one, linked)),
        one_source=_ids(one for one in told if len({c.source for c in _all_citations(one)}) == 1),
        unverified_entries=_ids(one for one in told if one.entry.check == UNVERIFIED),
        unverified_facts=tuple(
            fact.id for fact in facts if fact.check == UNVERIFIED and "#" not in fact.id
        ),
        conflicts=tuple(fact.id for fact in facts if fact.conflicts_with),
    )  # fmt: skip


def lines(report: Report, words: Words, names: Mapping[str, Text]) -> list[str]:
    """The report as one reads it; `names` tells the words for kinds and sources."""

    def name(key: str) -> str:
        return names[key].told(words.language) if key in names else key

    told = [words("cli.report.kinds")]
    for kind in KINDS:
        if kind != "source":
            told.append(words(
                "cli.report.kind", kind=name(kind), entries=report.entries.get(kind, 0),
                figures=report.figures.get(kind, 0), columns=report.columns.get(kind, 0),
                statements=report.statements.get(kind, 0),
            ))  # fmt: skip
    told.append(words(
        "cli.report.all", relations=report.relations, citations=report.citations,
        targets=report.targets, series=report.series,
    ))  # fmt: skip
    for language in LANGUAGES:
        told.append(words(
            "cli.report.language", language=words(f"cli.language.{language}"),
            names=report.names[language], texts=report.texts[language],
        ))  # fmt: skip
    told.append(words("cli.report.sources", n=report.entries.get("source", 0)))
    told += [f"  {n:>5}  {source}  {name(source)}" for source, n in report.per_source.items()]
    for key in ("without_figure", "without_relation", "one_source", "unverified_entries",
                "unverified_facts", "conflicts"):  # fmt: skip
        told.append(words(f"cli.report.{key}", n=len(getattr(report, key))))
        told += [f"  {one}" for one in getattr(report, key)]
    return told


def _all_citations(one: Told) -> list[Citation]:
    inner: list[Fact] = [*one.key_facts, *one.statements]
    return [*one.citations, *(citation for fact in inner for citation in fact.citations)]


def _is_linked(one: Told, linked: set[str]) -> bool:
    entry = one.entry
    return entry.id in linked or bool(entry.edition or entry.parent or entry.place)


def _ids(told: Iterable[Told]) -> tuple[str, ...]:
    return tuple(sorted(one.entry.id for one in told))


def _per_kind(told: Iterable[Told], count: Any) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for one in told:
        counted[one.entry.kind] += count(one)
    return dict(counted)


def _per_language(texts: Iterable[Text]) -> dict[str, int]:
    known = list(texts)
    return {language: sum(bool(text.own(language)) for text in known) for language in LANGUAGES}
