"""The same kind of signing at other editions, or other projects of the same field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from app.model.entry import Entry, Fact
from app.ui.context import Context
from app.ui.items.project_rows import BATCH
from app.ui.parts.amounts import headline
from app.ui.parts.detail import Block
from app.ui.parts.naming import edition_number, edition_ordinal, joined, term
from app.ui.parts.project_records import is_amount, is_count, main_figure
from app.ui.routes import Route
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.figure import fact_parts

_MOST: Final = 8


class Alike(NamedTuple):
    """One line: which project, what is said of it, its amount."""

    id: str
    title: str
    meta: str
    amount: str


def alike_rows(ctx: Context, entry: Entry) -> list[Alike]:
    """For a batch the other records of its series; for a project others of its field."""
    if entry.type == BATCH:
        return _of_series(ctx, entry)
    others = [
        one
        for one in ctx.library.entries("project")
        if one.field == entry.field and one.type == entry.type and one.id != entry.id
    ]
    others.sort(key=lambda one: (one.edition != entry.edition, one.importance))
    return [Alike(one.id, one.name.told(ctx.language), edition_ordinal(ctx, one.edition), "")
            for one in others[:_MOST]]  # fmt: skip


def _of_series(ctx: Context, entry: Entry) -> list[Alike]:
    facts = ctx.library.facts(entry.id)
    main = (main_figure([fact for fact in facts if is_amount(ctx, fact)])
            or main_figure([fact for fact in facts if is_count(ctx, fact)]))  # fmt: skip
    if main is None:
        return []
    told: dict[str, list[Fact]] = {}
    for fact in ctx.library.series(main.key).points:
        if fact.entry != entry.id and fact.entry.startswith("project/"):
            told.setdefault(fact.entry, []).append(fact)
    others = [ctx.library.entry(one) for one in told]
    others.sort(key=lambda one: -edition_number(ctx, one.edition))
    return [_row(ctx, one, headline(told[one.id])) for one in others[:_MOST]]


def _row(ctx: Context, other: Entry, amount: Fact | None) -> Alike:
    counts = [fact for fact in ctx.library.facts(other.id) if is_count(ctx, fact)]
    count = main_figure(counts)
    number = "".join(fact_parts(ctx, count)).strip() if count is not None else ""
    if amount is not None and count is not None and amount.id == count.id:
        number = ""
    if number and ctx.language == "en":
        number = ctx.words("projects.count", number=number)
    edition = edition_ordinal(ctx, other.edition) or other.name.told(ctx.language)
    estimate = amount is not None and amount.status == "estimate"
    told = term(ctx, "figure_status", "estimate") if estimate else ""
    value = "".join(fact_parts(ctx, amount)).strip() if amount is not None else ""
    return Alike(other.id, edition, joined(number, told), value)


class AlikeBlock(Block):
    """Rows that lead to the others."""

    def __init__(
        self, ctx: Context, title: str, rows: Sequence[Alike], parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, title, gap=6, parent=parent)
        self.rows: list[EntryRow] = []
        for one in rows:
            row = EntryRow(ctx, RowText(one.title, one.meta, one.amount), inset=0,
                           caret=not one.amount, trailing_role="figureRow")  # fmt: skip
            row.entry_id = one.id
            row.clicked.connect(self._on_row)
            self.column.addWidget(row)
            self.rows.append(row)

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, EntryRow):
            self.ctx.go(Route.to(row.entry_id))
