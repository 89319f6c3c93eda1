"""The experience zone: every exhibit of every edition, by technology, edition and material."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from app.model.entry import Entry
from app.model.text import EN
from app.ui.context import Context
from app.ui.items.found_pages import FoundPages
from app.ui.parts.browse import BrowsePage
from app.ui.parts.facets import Facet
from app.ui.parts.naming import (
    edition_number,
    edition_ordinal,
    edition_short,
    edition_year,
    joined,
    term,
)
from app.ui.parts.table_row import RowCell, TableRow, table_row_height
from app.ui.routes import Route
from app.ui.widgets.card import Card
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.feature_card import FeatureCard
from app.ui.widgets.wall import WallPlan

_RATIO: Final = 0.71


class ZonePage(BrowsePage):
    """Cards of exhibits, the first one large; or rows."""

    kind = "exhibit"
    words = "zone"
    orders = ("edition", "importance", "name")

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._editions: dict[tuple[str, bool], tuple[str, int]] = {}

    def enter(self, route: Route) -> None:
        """Cards name their edition often: it is read once."""
        self._editions = {}
        super().enter(route)

    def facets_offered(self, counts: Mapping[str, Mapping[str, int]]) -> list[Facet]:
        """Technology, edition, material, site."""
        return [
            Facet("category", self.say("technology"), self._choices("category", counts),
                  swatches=True),
            Facet("edition", self.say("edition"), (), boxes=self._boxes(),
                  note=self.say("edition.note")),
            Facet("detail", self.say("material"), self._choices("detail", counts)),
            Facet("site", self.say("site"), self._choices("site", counts)),
        ]  # fmt: skip

    def _choices(
        self, vocabulary: str, counts: Mapping[str, Mapping[str, int]]
    ) -> tuple[tuple[str, str], ...]:
        known, language = counts.get(vocabulary, {}), self.ctx.language
        told = {"described": self.say("described"), "named": self.say("named")}
        return tuple(
            (key, told.get(key, words.told(language)))
            for key, words in self.ctx.library.terms(vocabulary)
            if known.get(key)
        )

    def _boxes(self) -> tuple[tuple[str, str, str], ...]:
        numbered = sorted(
            (edition_number(self.ctx, entry.id), entry.id)
            for entry in self.ctx.library.entries("edition")
        )
        return tuple(
            (key, str(number), edition_short(self.ctx, key)) for number, key in numbered if number
        )

    def summary(self, found: FoundPages) -> str:
        """来自 3 届 · 6 类技术."""
        words, chosen = self.ctx.words, self.chosen()
        told = []
        for facet in ("edition", "category"):
            values = {key for key, n in found.counts.get(facet, {}).items() if n}
            values &= set(chosen.get(facet, values))
            told.append(words.count(f"zone.from-{facet}", len(values)))
        return joined(*told)

    def plan(self, view: str) -> WallPlan:
        """Four columns at 1440, the first card two by two."""
        if view == "list":
            return WallPlan(0, self._row_height, gap=0, row_gap=0)
        total = self.found.total if self.found else 0
        return WallPlan(
            215 if self.ctx.language == EN else 190, self._card_height, featured=total > 4
        )

    def _row_height(self, width: int) -> int:
        del width
        return table_row_height(self.ctx)

    def _card_height(self, width: int) -> int:
        px = self.ctx.px
        ctx = self.ctx
        lines = 2 if ctx.language == EN and ctx.scale > 1.15 else 1  # of the small words
        words = px(10) + 2 * px(22) + lines * ctx.theme.line("caption") + px(16)
        return round(width * _RATIO) + words

    def make_cell(self, entry: Entry, index: int, view: str) -> QWidget:
        """A row, the feature or a card."""
        if view == "list":
            return self._row(entry)
        if index == 0 and self.wall.shape_now.featured:
            return self._feature(entry)
        ctx = self.ctx
        when, number = self._edition(entry)
        card = Card(
            ctx, CoverSpec(entry.id, entry.category, number), entry.name.told(ctx.language),
            term(ctx, "category", entry.category), when, ratio=_RATIO,
        )  # fmt: skip
        card.clicked.connect(self.open_cell)
        return card

    def _edition(self, entry: Entry) -> tuple[str, int]:
        """第七届 2024 and 7; where a card is narrow only the half of it that needs less room."""
        ctx, english = self.ctx, self.ctx.language == EN
        narrow = self.wall.shape_now.cell_width < ctx.px(260 if english else 215)
        found = self._editions.get((entry.edition, narrow))
        if found is None:
            say = edition_short
            if narrow:
                say = edition_year if english else edition_ordinal
            found = (say(ctx, entry.edition), edition_number(ctx, entry.edition))
            self._editions[entry.edition, narrow] = found
        return found

    def _feature(self, entry: Entry) -> FeatureCard:
        ctx = self.ctx
        eyebrow = joined(self.say("feature"), term(ctx, "category", entry.category),
                         edition_short(ctx, entry.edition))  # fmt: skip
        card = FeatureCard(
            ctx, CoverSpec.of(ctx, entry), entry.name.told(ctx.language), eyebrow,
            entry.summary.told(ctx.language), ctx.library.citations(entry.id), self.book,
        )  # fmt: skip
        card.setFocusProxy(card.face)
        card.opened.connect(self.open_cell)
        return card

    def _row(self, entry: Entry) -> TableRow:
        ctx = self.ctx
        cells = (
            RowCell(term(ctx, "category", entry.category), 150, swatch=entry.category),
            RowCell(edition_ordinal(ctx, entry.edition), 96),
            RowCell(term(ctx, "site", entry.columns.get("site", "")), 120),
        )
        row = TableRow(
            ctx, CoverSpec.of(ctx, entry), entry.name.told(ctx.language),
            entry.summary.told(ctx.language), cells, ctx.library.citations(entry.id), self.book,
            check=entry.check,
        )  # fmt: skip
        row.clicked.connect(self.open_cell)
        return row
