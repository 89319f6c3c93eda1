"""What is told of the entries: columns, figures and sentences, each with its citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from app.content.reader import RawPack, Row
from app.content.traditional import Traditional
from app.model.content import Term
from app.model.entry import (
    UNVERIFIED,
    VERIFIED,
    Amount,
    Citation,
    Entry,
    Fact,
    Qualifier,
    Unit,
)
from app.model.text import EN, ZH_HANS, ZH_HANT, Text
from app.model.wording import amount_text, period

Cited = Mapping[tuple[str, str], tuple[Citation, ...]]

# Which columns are told as facts, in the order of a page. `dates` stands for start and end.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "edition": ("theme", "dates", "place", "structure", "status"),
    "activity": ("dates", "place", "edition", "parent", "status"),
    "exhibit": ("edition", "site", "place", "dates", "status"),
    "project": ("edition", "signed", "place", "status"),
    "application": ("status", "status_date", "edition", "place"),
    "organisation": ("type", "parent"),
    "person": ("post", "organisation"),
    "place": ("type", "parent", "status"),
    "document": ("type", "issued", "status"),
    "task": ("plan", "number", "section", "group", "status"),
    "indicator": ("scope",),
    "source": ("type", "publisher", "authors", "published", "address"),
}
_WORDED: Final = ("theme", "post", "section", "group", "publisher")
_REFERENCES: Final = ("place", "edition", "parent", "organisation", "plan")
_MOMENTS: Final = ("signed", "issued", "published", "status_date")
_VOCABULARY: Final = ("site", "status", "scope")


class FactMaker:
    """Makes the facts of one entry after the other."""

    def __init__(
        self, pack: RawPack, traditional: Traditional, entries: Mapping[str, Entry],
        citations: Cited, units: Mapping[str, Unit], qualifiers: Mapping[str, Qualifier],
        terms: Iterable[Term],
    ) -> None:  # fmt: skip
        self._hant = traditional
        self._entries = entries
        self._citations = citations
        self._units = units
        self._qualifiers = qualifiers
        self._terms = {(term.vocabulary, term.key): term.name for term in terms}
        self._figures = _by_subject(pack.rows("figures"))
        self._statements = _by_subject(pack.rows("statements"))

    def columns(self, entry: Entry) -> tuple[Fact, ...]:
        """The columns of its kind that tell something of the world."""
        return tuple(
            fact for name in COLUMNS[entry.kind] if (fact := self._column(entry, name)).text
        )

    def figures(self, entry_id: str) -> tuple[Fact, ...]:
        """Its numbers: the important first, then the newest."""
        rows = sorted(self._figures.get(entry_id, ()), key=lambda row: row["id"])
        rows.sort(key=lambda row: row["date"] or row["deadline"], reverse=True)
        rows.sort(key=lambda row: self._entries[row["indicator"]].importance)
        return tuple(self._figure(row) for row in rows)

    def statements(self, entry_id: str) -> tuple[Fact, ...]:
        """Its sentences, in the order the pack gives them."""
        rows = self._statements.get(entry_id, ())
        return tuple(
            self._statement(row) for row in sorted(rows, key=lambda r: int(r["order"] or 0))
        )

    def _column(self, entry: Entry, name: str) -> Fact:
        own = (
            cited
            for told in (name, *_parts(name))
            for cited in self._citations.get((entry.id, told), ())
        )
        cited = tuple(dict.fromkeys(own))
        return Fact(
            id=f"{entry.id}#{name}", entry=entry.id, key=name,
            label=self._term("column", name), text=self._column_text(entry, name),
            as_of=entry.columns.get("status_date", "") if name == "status" else "",
            check=_check(cited or self._citations.get((entry.id, ""), ())), citations=cited,
        )  # fmt: skip

    def _column_text(self, entry: Entry, name: str) -> Text:
        value = getattr(entry, name, "") or entry.columns.get(name, "")
        if name in _WORDED:
            words = entry.columns
            return Text(*(words.get(f"{name}_{part}", "") for part in ("zh", "hant", "en")))
        if name == "dates" or name in _MOMENTS:
            return _period(entry.start, entry.end) if name == "dates" else _period(value, "")
        if name in _REFERENCES:
            return self._entries[value].name if value in self._entries else Text()
        if value and (name in _VOCABULARY or name == "type"):
            return self._term(f"type.{entry.kind}" if name == "type" else name, value)
        return Text(value, self._hant(value), value)

    def _figure(self, row: Row) -> Fact:
        amount = Amount(
            Decimal(row["value"]), row["unit"], row["qualifier"],
            _number(row["lower"]), _number(row["upper"]),
        )  # fmt: skip
        qualifier = self._qualifiers.get(row["qualifier"])
        english = amount_text(amount, self._units[row["unit"]], qualifier, EN)
        cited = self._citations.get((row["id"], ""), ())
        return Fact(
            id=row["id"], entry=row["subject"], key=row["indicator"],
            label=self._entries[row["indicator"]].name,
            text=Text(row["text"], self._hant(row["text"]), english), amount=amount,
            as_of=row["date"], since=row["since"], date_basis=row["date_basis"],
            status=row["status"], deadline=row["deadline"], scope=row["scope"],
            check=_check(cited),
            conflicts_with=tuple(told for told in row["conflicts_with"].split("|") if told),
            note=self._text(row, "note"), citations=cited,
        )  # fmt: skip

    def _statement(self, row: Row) -> Fact:
        cited = self._citations.get((row["id"], ""), ())
        return Fact(
            id=row["id"], entry=row["subject"], key=row["key"],
            label=self._term("key", row["key"]), text=self._text(row, "text"),
            title=self._text(row, "title"), as_of=row["date"], status=row["status"],
            check=_check(cited), citations=cited,
        )  # fmt: skip

    def _text(self, row: Row, name: str) -> Text:
        hans = row[f"{name}_zh"]
        return Text(hans, row[f"{name}_hant"] or self._hant(hans), row[f"{name}_en"])

    def _term(self, vocabulary: str, key: str) -> Text:
        return self._terms.get((vocabulary, key), Text(key, key, key))


def _by_subject(rows: Iterable[Row]) -> dict[str, list[Row]]:
    gathered: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        gathered[row["subject"]].append(row)
    return gathered


def _parts(name: str) -> tuple[str, ...]:
    if name == "dates":
        return "start", "end"
    return (f"{name}_zh", f"{name}_en") if name in _WORDED else ()


def _period(start: str, end: str) -> Text:
    return Text(*(period(start, end, language) for language in (ZH_HANS, ZH_HANT, EN)))


def _number(told: str) -> Decimal | None:
    return Decimal(told) if told else None


def _check(citations: Iterable[Citation]) -> str:
    return VERIFIED if any(cited.check == VERIFIED for cited in citations) else UNVERIFIED
