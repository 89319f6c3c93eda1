"""Organisations: who hosts, leads, signs and exhibits; by type and region, with their relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.model.entry import Entry
from app.model.text import EN
from app.ui.items.found_pages import FoundPages
from app.ui.parts.browse import BrowsePage
from app.ui.parts.facets import Facet
from app.ui.parts.naming import joined, kind_words, term
from app.ui.parts.status_card import NAMEPLATE_HEIGHT, Nameplate
from app.ui.parts.table_row import RowCell, TableRow, table_row_height
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.wall import WallPlan


class OrganisationsPage(BrowsePage):
    """Nameplates, or rows."""

    kind = "organisation"
    words = "organisations"
    orders = ("importance", "name")

    def facets_offered(self, counts: Mapping[str, Mapping[str, int]]) -> list[Facet]:
        """Type and region, in the order of their vocabularies."""
        language = self.ctx.language
        made = []
        for facet, vocabulary in (("type", "type.organisation"), ("region", "region")):
            known = counts.get(facet, {})
            choices = tuple(
                (key, words.told(language))
                for key, words in self.ctx.library.terms(vocabulary)
                if known.get(key)
            )
            made.append(Facet(facet, self.say(facet), choices))
        return made

    def summary(self, found: FoundPages) -> str:
        """How many types there are among them."""
        chosen = self.chosen().get("type", ())
        types = [key for key in found.counts.get("type", {}) if not chosen or key in chosen]
        return self.ctx.words.count("organisations.from-type", len(types))

    def plan(self, view: str) -> WallPlan:
        """Three plates in a row at 1440."""
        if view == "list":
            return WallPlan(0, self._row_height, gap=0, row_gap=0)
        return WallPlan(300, self._plate_height, gap=20, row_gap=20, fewest=1)

    def _row_height(self, width: int) -> int:
        del width
        return table_row_height(self.ctx)

    def _plate_height(self, width: int) -> int:
        narrow = self.ctx.language == EN and width < self.ctx.px(360)
        return self.ctx.px(NAMEPLATE_HEIGHT + 22 * narrow)

    def relations(self, entry_id: str) -> list[str]:
        """What it is told with most: 展项 3, 任务 12 – three kinds at most."""
        ctx = self.ctx
        others = {link.other.id: link.other.kind for link in ctx.library.links(entry_id)}
        counted = Counter(others.values()).most_common(3)
        return [f"{term(ctx, 'kind', kind)} {n}" for kind, n in counted]

    def make_cell(self, entry: Entry, index: int, view: str) -> QWidget:
        """A plate or a row."""
        del index
        ctx = self.ctx
        name, spec = entry.name.told(ctx.language), CoverSpec.of(ctx, entry)
        region = term(ctx, "region", entry.columns.get("region", ""))
        told = joined(*self.relations(entry.id))
        cell: Nameplate | TableRow
        if view == "grid":
            cell = Nameplate(ctx, spec, name, joined(kind_words(ctx, entry), region), told)
        else:
            cells = (
                RowCell(kind_words(ctx, entry), 130), RowCell(region, 80), RowCell(told, 170),
            )  # fmt: skip
            cited, told_of = ctx.library.citations(entry.id), entry.summary.told(ctx.language)
            cell = TableRow(ctx, spec, name, told_of, cells, cited, self.book, check=entry.check)
        cell.clicked.connect(self.open_cell)
        return cell
