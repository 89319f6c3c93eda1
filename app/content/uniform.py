"""Typed at the door, uniform inside: the tables of a pack as entries, facts, relations, words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from app.content.facts import FactMaker
from app.content.reader import RawPack, Row
from app.content.traditional import Traditional
from app.model.content import Content, Relation, Role, Term, Told
from app.model.entry import KINDS, UNVERIFIED, VERIFIED, Citation, Entry, Pack, Qualifier, Unit
from app.model.text import Text

TABLE_OF_KIND: Final[Mapping[str, str]] = {
    "edition": "editions", "activity": "activities", "exhibit": "exhibits",
    "project": "projects", "application": "applications", "organisation": "organisations",
    "person": "people", "place": "places", "document": "documents", "task": "tasks",
    "indicator": "indicators", "source": "sources",
}  # fmt: skip
# A cover and a palette for the kinds whose tables have no category.
_CATEGORY: Final = {
    "edition": "edition", "project": "project", "organisation": "org", "person": "org",
    "place": "edition", "document": "source", "task": "project", "indicator": "data",
    "source": "source",
}  # fmt: skip
_STARTS: Final = ("start", "signed", "issued", "published", "status_date")
_OWN: Final = frozenset((
    "id", "name_zh", "name_hant", "name_en", "aliases", "summary_zh", "summary_hant",
    "summary_en", "importance", "category", "type", "field", "status", "edition", "parent",
    "place", "start", "end",
))  # fmt: skip


def make_content(pack: RawPack, digest: str) -> Content:
    """The whole pack, uniform; it must have passed the checks."""
    glossary = {row["hans"]: row["hant"] for row in pack.rows("glossary")}
    return _Maker(pack, Traditional(glossary)).content(digest)


class _Maker:
    def __init__(self, pack: RawPack, traditional: Traditional) -> None:
        self._pack = pack
        self._hant = traditional
        self._hant.prepare(self._chinese_cells())
        self._citations = self._read_citations()
        self._entries = {
            row["id"]: self._entry(kind, row)
            for kind in KINDS for row in pack.rows(TABLE_OF_KIND[kind])
        }  # fmt: skip

    def content(self, digest: str) -> Content:
        units, qualifiers = tuple(self._units()), tuple(self._qualifiers())
        facts = FactMaker(
            self._pack, self._hant, self._entries, self._citations,
            {unit.key: unit for unit in units}, {told.key: told for told in qualifiers},
            tuple(self._terms()),
        )  # fmt: skip
        ranked = sorted(self._entries.values(), key=_rank)
        counted = Counter(entry.kind for entry in ranked)
        counts = {kind: counted[kind] for kind in KINDS}
        return Content(
            pack=self._about(digest, counts),
            entries=tuple(self._told(entry, facts) for entry in ranked),
            relations=tuple(self._relations()), terms=tuple(self._terms()),
            units=units, qualifiers=qualifiers, roles=tuple(self._roles()),
        )  # fmt: skip

    def _told(self, entry: Entry, facts: FactMaker) -> Told:
        return Told(
            entry, self._citations.get((entry.id, ""), ()),
            (*facts.columns(entry), *facts.figures(entry.id)), facts.statements(entry.id),
        )  # fmt: skip

    def _about(self, digest: str, counts: Mapping[str, int]) -> Pack:
        told = self._pack.description
        titles = told.get("titles", {})
        hans = str(titles.get("zh-Hans") or told.get("title", ""))
        title = Text(
            hans, str(titles.get("zh-Hant") or self._hant(hans)), str(titles.get("en", ""))
        )
        return Pack(str(told["name"]), str(told.get("version", "")), title, digest, counts)

    def _chinese_cells(self) -> Iterator[str]:
        for table in self._pack.tables.values():
            columns = [c.name for c in table.fields if c.name.endswith("_zh") or c.name == "text"]
            for row in table.rows:
                yield from (row[column] for column in columns)

    def _text(self, row: Row, name: str) -> Text:
        hans = row[f"{name}_zh"]
        return Text(hans, row[f"{name}_hant"] or self._hant(hans), row[f"{name}_en"])

    def _entry(self, kind: str, row: Row) -> Entry:
        cited = self._citations.get((row["id"], ""), ())
        verified = any(citation.check == VERIFIED for citation in cited) or kind == "source"
        return Entry(
            id=row["id"], kind=kind, name=self._text(row, "name"),
            summary=self._text(row, "summary"),
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
            category=row["category"] or _CATEGORY.get(kind, ""), type=row["type"],
            field=row["field"], status=row["status"], edition=row["edition"],
            parent=row["parent"], place=row["place"],
            start=next((row[name] for name in _STARTS if row[name]), ""), end=row["end"],
            importance=int(row["importance"] or (2 if row["tier"] == "S" else 4)),
            check=VERIFIED if verified else UNVERIFIED, columns=self._columns(row),
        )  # fmt: skip

    def _columns(self, row: Row) -> dict[str, str]:
        kept = {name: told for name, told in row.cells.items() if told and name not in _OWN}
        for name in [name for name in kept if name.endswith("_zh")]:
            kept.setdefault(name.removesuffix("_zh") + "_hant", self._hant(kept[name]))
        return kept

    def _read_citations(self) -> dict[tuple[str, str], tuple[Citation, ...]]:
        gathered: defaultdict[tuple[str, str], list[Citation]] = defaultdict(list)
        for row in self._pack.rows("citations"):
            cited = Citation(row["source"], row["locator"], row["check"])
            gathered[row["subject"], row["field"]].append(cited)
        found = {key: tuple(cited) for key, cited in gathered.items()}
        for (subject, column), told in list(found.items()):
            if column:  # cited column by column only: then the first speaks for the row
                found.setdefault((subject, ""), told)
        return found

    def _relations(self) -> Iterator[Relation]:
        for row in self._pack.rows("links"):
            triple = f"{row['from']}>{row['role']}>{row['to']}"
            yield Relation(
                row["from"], row["role"], row["to"], self._text(row, "note"),
                int(row["order"] or 0), self._citations.get((triple, ""), ()),
            )  # fmt: skip

    def _terms(self) -> Iterator[Term]:
        for row in self._pack.rows("terms"):
            yield Term(
                row["vocabulary"], row["key"], self._text(row, "name"), int(row["order"] or 0)
            )
        for place, row in enumerate(self._pack.rows("keys")):
            yield Term("key", row["key"], self._text(row, "name"), place)

    def _units(self) -> Iterator[Unit]:
        for row in self._pack.rows("units"):
            yield Unit(
                row["key"], self._text(row, "pattern"), Decimal(row["scale_en"]), row["base"],
                Decimal(row["factor"]),
            )  # fmt: skip

    def _qualifiers(self) -> Iterator[Qualifier]:
        for row in self._pack.rows("qualifiers"):
            yield Qualifier(row["key"], self._text(row, "pattern"), row["bound"])

    def _roles(self) -> Iterator[Role]:
        for row in self._pack.rows("roles"):
            yield Role(row["key"], self._text(row, "name"), self._text(row, "reverse"))


def _rank(entry: Entry) -> tuple[int, tuple[int, ...], int, str]:
    """Important first, then newest, then by kind; the id makes it stable."""
    newest = tuple(-ord(char) for char in entry.start) if entry.start else (1,)
    return entry.importance, newest, KINDS.index(entry.kind), entry.id
