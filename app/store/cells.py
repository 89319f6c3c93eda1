"""Model values as rows of the content file, and rows as model values again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING

from app import __version__
from app.model.entry import Amount, Citation, Entry, Fact, Pack, Qualifier, Unit
from app.model.text import Text

if TYPE_CHECKING:
    from app.model.content import Relation, Role, Term

Cells = dict[str, object]
Line = tuple[object, ...]  # all cells of a row in the order of the table: where rows are many
Row = sqlite3.Row
_READ = 25  # columns of `entry` up to the sort keys
COLUMN_FACETS = ("site", "detail", "region")
FACET_CELLS = itemgetter(2, 17, 10, 11, 12, 13, 14, 15, 16)  # of an entry's, in order of FACETS
_NO_AMOUNT: Line = (None, "", "", "", None, None)
_TOLD = json.JSONEncoder(ensure_ascii=False).encode


def text_cells(name: str, text: Text) -> Cells:
    """One text in its three columns."""
    return {f"{name}_hans": text.zh_hans, f"{name}_hant": text.zh_hant, f"{name}_en": text.en}


def text_of(row: Row, name: str) -> Text:
    """The text of three columns."""
    return Text(row[f"{name}_hans"], row[f"{name}_hant"], row[f"{name}_en"])


def pack_cells(pack: Pack) -> Cells:
    """The one row of `pack`."""
    return {
        "id": pack.id, "version": pack.version, **text_cells("title", pack.title),
        "digest": pack.digest, "made_by": f"zhanban {__version__}",
    }  # fmt: skip


def pack_of(row: Row, counts: Mapping[str, int]) -> Pack:
    """What the file says of itself."""
    return Pack(row["id"], row["version"], text_of(row, "title"), row["digest"], counts)


def entry_cells(entry: Entry, number: int, keys: tuple[str, str, str]) -> Line:
    """An entry's row; `keys` are its pinyin and sort keys."""
    columns = entry.columns
    return (
        number, entry.id, entry.kind, *entry.name, *entry.summary, "|".join(entry.aliases),
        entry.category, entry.type, entry.field, entry.status,
        *[columns.get(name, "") for name in COLUMN_FACETS],
        entry.edition or None, entry.parent or None, entry.place or None,
        entry.start, entry.end, entry.importance, entry.check,
        _TOLD(dict(columns)) if columns else "{}", *keys,
    )  # fmt: skip


def entry_of(row: Row) -> Entry:
    """An entry from a row that begins with all columns of `entry`.

    Taken apart in their order: by name, a row looks through its columns for each of them.
    """
    (
        _, entry_id, kind, hans, hant, en, summary_hans, summary_hant, summary_en, aliases,
        category, sort, field, status, _, _, _, edition, parent, place, start, end, importance,
        check, columns,
    ) = row[:_READ]  # fmt: skip
    return Entry(
        entry_id, kind, Text(hans, hant, en), Text(summary_hans, summary_hant, summary_en),
        tuple(aliases.split("|")) if aliases else (), category, sort, field, status,
        edition or "", parent or "", place or "", start, end, importance, check,
        json.loads(columns) if columns != "{}" else {},
    )  # fmt: skip


def fact_cells(fact: Fact, position: int, sort: str) -> Line:
    """A fact's row; `sort` is column, figure or statement."""
    amount = fact.amount
    return (
        fact.id, fact.entry, position, sort, fact.key, *fact.label, *fact.title, *fact.text,
        *(_amount_cells(amount) if amount else _NO_AMOUNT),
        fact.as_of, fact.since, fact.date_basis, fact.status, fact.deadline, fact.scope,
        fact.check, "|".join(fact.conflicts_with), *fact.note,
    )  # fmt: skip


def _amount_cells(amount: Amount) -> Line:
    value, unit, qualifier, lower, upper = amount
    return (
        float(value),
        str(value),
        _digits(lower),
        _digits(upper),
        unit or None,
        qualifier or None,
    )


def fact_of(row: Row, citations: tuple[Citation, ...]) -> Fact:
    """A fact from its row."""
    amount = None
    if row["digits"]:
        amount = Amount(
            Decimal(row["digits"]), row["unit"] or "", row["qualifier"] or "",
            _number(row["lower"]), _number(row["upper"]),
        )  # fmt: skip
    return Fact(
        id=row["id"], entry=row["entry"], key=row["key"], label=text_of(row, "label"),
        text=text_of(row, "text"), title=text_of(row, "title"), amount=amount,
        as_of=row["as_of"], since=row["since"], date_basis=row["date_basis"],
        status=row["status"], deadline=row["deadline"], scope=row["scope"], check=row["check"],
        conflicts_with=tuple(row["conflicts_with"].split("|")) if row["conflicts_with"] else (),
        note=text_of(row, "note"), citations=citations,
    )  # fmt: skip


def citation_of(row: Row) -> Citation:
    """A citation from its row."""
    return Citation(row["source"], row["locator"], row["check"])


def relation_cells(relation: Relation, number: int) -> Line:
    """A relation's row."""
    return (
        number, relation.from_id, relation.role, relation.to_id, *relation.note, relation.order
    )  # fmt: skip


def unit_cells(unit: Unit) -> Cells:
    """A unit's row."""
    return {
        "key": unit.key, **text_cells("pattern", unit.pattern), "scale_en": str(unit.scale_en),
        "base": unit.base, "factor": str(unit.factor),
    }  # fmt: skip


def unit_of(row: Row) -> Unit:
    """A unit from its row."""
    return Unit(
        row["key"], text_of(row, "pattern"), Decimal(row["scale_en"]), row["base"],
        Decimal(row["factor"]),
    )  # fmt: skip


def qualifier_cells(qualifier: Qualifier) -> Cells:
    """A qualifier's row."""
    return {
        "key": qualifier.key, **text_cells("pattern", qualifier.pattern),
        "bound": qualifier.bound,
    }  # fmt: skip


def role_cells(role: Role) -> Cells:
    """A role's row."""
    return {
        "key": role.key, **text_cells("name", role.name), **text_cells("reverse", role.reverse)
    }  # fmt: skip


def term_cells(term: Term) -> Cells:
    """A term's row."""
    return {
        "vocabulary": term.vocabulary, "key": term.key, **text_cells("name", term.name),
        "position": term.order,
    }  # fmt: skip


def _digits(number: Decimal | None) -> str:
    return "" if number is None else str(number)


def _number(digits: str) -> Decimal | None:
    return Decimal(digits) if digits else None
