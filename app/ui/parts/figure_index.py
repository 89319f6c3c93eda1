"""The list of all indicators: those with a course of time first, grouped by what was counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.entry import Entry, Fact
from app.model.query import Query
from app.ui.context import Context
from app.ui.parts.amounts import unit_words
from app.ui.parts.comparisons import COMPARISONS, edition_of
from app.ui.parts.naming import joined, term
from app.ui.parts.strands import CARDS, count_points, strands

_SCOPES: Final = ("fuzhou", "fujian", "china", "summit")  # the order of the groups
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A topic, or with an empty key the head of a group."""

    key: str
    title: str
    meta: str = ""


def gather_index(ctx: Context) -> list[IndexRow]:
    """Comparisons, then indicators by scope: first those with several points, then the others."""
    words = ctx.words
    told: dict[str, list[Fact]] = {}
    for fact in ctx.library.all_figures():
        told.setdefault(fact.key, []).append(fact)
    indicators = [one for one in ctx.library.entries("indicator") if one.id in told]
    editions = _editions(ctx)
    sizes = {one.id: _size(told[one.id], editions) for one in indicators}
    scopes = list(dict.fromkeys((*_SCOPES, *(one.columns.get("scope", "") for one in indicators))))
    rows: list[IndexRow] = []
    for group in ("series", "single"):
        for scope in scopes:
            some = [one for one in indicators if one.columns.get("scope", "") == scope
                    and (sizes[one.id] > 1) == (group == "series")]  # fmt: skip
            if some:
                head = words(f"figures.group.{group}", scope=term(ctx, "scope", scope))
                rows.append(IndexRow("", head))
            rows += [_row(ctx, one, sizes[one.id]) for one in some]
            if (group, scope) == ("series", scopes[0]):
                rows += _comparisons(ctx, told)
    return rows


def _editions(ctx: Context) -> Callable[[Fact], str]:
    known: dict[str, str] = {}

    def edition(fact: Fact) -> str:
        if fact.entry not in known:
            known[fact.entry] = edition_of(ctx, fact)
        return known[fact.entry]

    return edition


def _size(facts: Sequence[Fact], editions: Callable[[Fact], str]) -> int:
    drawn = [one for one in strands(facts, editions) if one.shape != CARDS]
    return count_points(drawn) or 1


def _row(ctx: Context, indicator: Entry, size: int) -> IndexRow:
    unit = ctx.library.unit(indicator.columns["unit"])
    points = ctx.words.count("figures.points", size) if size > 1 else ""
    return IndexRow(indicator.id, indicator.name.told(ctx.language),
                    joined(unit_words(unit, ctx.language), points))  # fmt: skip


def _comparisons(ctx: Context, told: dict[str, list[Fact]]) -> list[IndexRow]:
    words, rows = ctx.words, list[IndexRow]()
    for name, measures in COMPARISONS.items():
        facts = [fact for one in measures for fact in told.get(one.indicator, ())]
        editions = {edition_of(ctx, fact) for fact in facts} - {""}
        if editions:
            rows.append(IndexRow(f"compare:{name}", words(f"figures.compare.{name}"),
                                 words.count("figures.editions", len(editions))))  # fmt: skip
    return [IndexRow("", words("figures.group.compare")), *rows] if rows else []


def narrowed(ctx: Context, rows: Iterable[IndexRow], text: str) -> list[IndexRow]:
    """The rows whose indicator the search finds, each group under its head."""
    if not text.strip():
        return list(rows)
    asked = Query(text, {"kind": ("indicator",)}, language=ctx.language, limit=1000)
    found = {hit.entry.id for hit in ctx.library.hits(asked)}
    plain, kept, head = text.strip().casefold(), list[IndexRow](), None
    for row in rows:
        if not row.key:
            head = row
        elif row.key in found or plain in row.title.casefold():
            if head is not None:
                kept.append(head)
                head = None
            kept.append(row)
    return kept


class IndexModel(QAbstractListModel):
    """Given rows; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[IndexRow] = []

    def set_rows(self, rows: Sequence[IndexRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, number: int) -> IndexRow:
        """The row of this number."""
        return self._rows[number]

    def number_of(self, key: str) -> int:
        """Where a topic stands, -1 if it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Heads and topics."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are only read."""
        if index.isValid() and not self._rows[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title and small line."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.meta}" if row.meta else row.title
        return None
