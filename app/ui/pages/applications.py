"""Digital applications: by field, by how far they are, by region; planned ones never look done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from app.model.entry import Entry
from app.model.text import EN
from app.ui.items.found_pages import FoundPages
from app.ui.parts.browse import BrowsePage
from app.ui.parts.facets import Facet
from app.ui.parts.naming import kind_words, term
from app.ui.parts.status import stage
from app.ui.parts.status_card import StatusCard
from app.ui.parts.table_row import RowCell, TableRow, table_row_height
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.wall import WallPlan

_RATIO: Final = 0.46


class ApplicationsPage(BrowsePage):
    """Rows with status tags, or cards with the status on the cover."""

    kind = "application"
    words = "applications"
    orders = ("importance", "name", "date")
    views = ("list", "grid")

    def facets_offered(self, counts: Mapping[str, Mapping[str, int]]) -> list[Facet]:
        """Status, field and region."""
        return [
            Facet(facet, self.say(facet), self._choices(facet, counts))
            for facet in ("status", "field", "region")
        ]

    def _choices(
        self, vocabulary: str, counts: Mapping[str, Mapping[str, int]]
    ) -> tuple[tuple[str, str], ...]:
        """The choices that there are, those that let most through first."""
        known = counts.get(vocabulary, {})
        choices = [
            (key, words.told(self.ctx.language))
            for key, words in self.ctx.library.terms(vocabulary)
            if known.get(key)
        ]
        return tuple(sorted(choices, key=lambda choice: -known[choice[0]]))

    def summary(self, found: FoundPages) -> str:
        """How many of them are only planned, announced or being explored."""
        chosen = self.chosen().get("status", ())
        counts = {
            status: n
            for status, n in found.counts.get("status", {}).items()
            if not chosen or status in chosen
        }
        open_ones = sum(n for status, n in counts.items() if stage(status) in ("meant", "tried"))
        return self.ctx.words.count("applications.not-yet", open_ones) if open_ones else ""

    def plan(self, view: str) -> WallPlan:
        """Rows, or cards with a low cover."""
        if view == "list":
            return WallPlan(0, self._row_height, gap=0, row_gap=0)
        return WallPlan(220, self._card_height)

    def _row_height(self, width: int) -> int:
        del width
        return table_row_height(self.ctx)

    def _card_height(self, width: int) -> int:
        px = self.ctx.px
        words = px(10) + 2 * px(22) + self.ctx.theme.line("caption") + px(16)
        return round(width * _RATIO) + words

    def make_cell(self, entry: Entry, index: int, view: str) -> QWidget:
        """A row or a card."""
        del index
        ctx = self.ctx
        name, spec = entry.name.told(ctx.language), CoverSpec.of(ctx, entry)
        field = term(ctx, "field", entry.field)
        region = term(ctx, "region", entry.columns.get("region", ""))
        status = term(ctx, "status", entry.status)
        cell: StatusCard | TableRow
        if view == "grid":
            told = (entry.status, status)
            cell = StatusCard(ctx, spec, name, field or kind_words(ctx, entry), region, told,
                              ratio=_RATIO)  # fmt: skip
        else:
            cells = (
                RowCell(status, 172 if ctx.language == EN else 132, status=entry.status),
                RowCell(field, 130, swatch=entry.category if field else ""),
                RowCell(region, 96),
            )
            cited, told_of = ctx.library.citations(entry.id), entry.summary.told(ctx.language)
            cell = TableRow(ctx, spec, name, told_of, cells, cited, self.book, check=entry.check)
        cell.clicked.connect(self.open_cell)
        return cell
