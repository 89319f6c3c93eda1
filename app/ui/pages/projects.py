"""签约项目: the signings of all editions as a chart, and every record behind it as a list."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base.csv_text import csv_bytes
from app.base.files import write_atomically
from app.model.entry import Fact
from app.ui.context import Context
from app.ui.items.project_rows import (
    BATCH,
    Choice,
    ProjectDetail,
    ProjectRow,
    chosen,
    count_named,
    turned,
)
from app.ui.items.project_table import COLUMNS, ProjectTable
from app.ui.page import ScrollPage, empty
from app.ui.parts.comparisons import COMPARISONS, Compared, compare
from app.ui.parts.naming import joined
from app.ui.parts.project_filters import ProjectFilters
from app.ui.parts.project_list import ProjectList
from app.ui.parts.project_records import describe, gather_rows, records_behind
from app.ui.parts.project_sheet import sheet_rows
from app.ui.parts.signing_chart import SigningChart
from app.ui.routes import Route
from app.ui.widgets.column_heads import ColumnHeads
from app.ui.widgets.columns import Columns, Share
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid
from app.ui.widgets.notes import EmptyState, SideNote
from app.ui.widgets.save_dialog import SaveDialog
from app.ui.widgets.seal_book import SealBook

_TILE_UNIT: Final = "percent"  # shares of a batch stand beside the chart
_MOST_TILES: Final = 2
_OUTSET: Final = 28  # the list reaches 12 px further than the words above it


class ProjectsPage(ScrollPage):
    """Chart, notes and tiles above; filters and the list below. All choices are in the route."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.book = SealBook()
        self.dialog: SaveDialog | None = None
        self._rows: list[ProjectRow] = []
        self._shown: list[ProjectRow] = []
        self._said = ("", "")
        self._stays = False
        self._record = ""
        self._head_words: list[str] = []
        self._compared: Compared | None = None
        self.table = ProjectTable(self._describe, ctx.words("common.undisclosed"), self)
        self._build()

    def _build(self) -> None:
        px = self.ctx.px
        self.column.setContentsMargins(px(_OUTSET), px(28), px(_OUTSET), px(64))
        self.column.setSpacing(0)
        self._top, self._bar = QVBoxLayout(), QVBoxLayout()
        for part in (self._top, self._bar):
            part.setContentsMargins(px(12), 0, px(12), 0)
            self.column.addLayout(part)
        self._heads_place = QVBoxLayout()
        self.column.addLayout(self._heads_place)
        self.list = ProjectList(self.ctx, self.table)
        self.column.addWidget(self.list)
        self._none = QVBoxLayout()
        self._none.setContentsMargins(px(12), px(16), px(12), 0)
        self.column.addLayout(self._none)
        self.list.opened.connect(self._on_opened)
        self.list.reached.connect(self._on_reached)

    def title(self) -> str:
        """签约项目."""
        return self.ctx.words("projects.title")

    def enter(self, route: Route) -> None:
        """Fill the page; where only the list is asked differently, what is above stays."""
        measure = route.param("chart") if route.param("chart") in COMPARISONS else "amount"
        self._stays = self._said == (self.ctx.language, measure)
        if not self._stays:
            self._said = (self.ctx.language, measure)
            self.book = SealBook()
            self.table.forget()
            self._rows = gather_rows(self.ctx)
            self._fill_top(measure)
            self._fill_bar()
        self._fill_list(route)

    def return_to(self, place: int) -> None:
        """A filter leaves the page where it is; a number asked into leads to its records."""
        if place or not self._stays:
            super().return_to(place)
        elif self.route is not None and self.route.param("record") != self._record:
            self._record = self.route.param("record")
            if self._record:
                self.show_part(self.filters)

    # Above

    def _fill_top(self, measure: str) -> None:
        ctx, words = self.ctx, self.ctx.words
        empty(self._top)
        self._top.setSpacing(ctx.px(2))
        self._top.addWidget(PlainLabel(ctx, words("projects.title"), "h1"))
        self._top.addWidget(PlainLabel(ctx, words("projects.lead"), "small", "ink2", measure=70))
        self._top.addSpacing(ctx.px(16))
        self._compared = compare(ctx, words(f"figures.compare.{measure}"), COMPARISONS[measure])
        unit = self._compared.data.unit
        title = words(f"projects.chart.{measure}", unit=unit)
        chart = SigningChart(ctx, title, self._compared, measure)
        chart.picked.connect(self._on_bar)
        chart.measured.connect(self._on_measure)
        self.chart = chart.chart
        self._top.addWidget(Columns(ctx, [Share(chart), Share(self._notes(), width=384)]))
        self._top.addSpacing(ctx.px(16))

    def _notes(self) -> QWidget:
        ctx = self.ctx
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(20))
        words = ctx.words
        column.addWidget(SideNote(ctx, words("projects.note.title"), words("projects.note.text")))
        tiles = self._tiles()
        if tiles:
            grid = CardGrid(ctx, least=160, gap=24, most=_MOST_TILES, fewest=_MOST_TILES)
            grid.set_cards(list(tiles))
            column.addWidget(grid)
        column.addStretch(1)
        return holder

    def _tiles(self) -> list[FigureTile]:
        """Shares of the latest batch that tells any."""
        ctx = self.ctx
        batches = [row for row in chosen(self._rows, Choice(type=BATCH)) if row.edition]
        for row in batches:
            shares = [fact for fact in ctx.library.facts(row.id)
                      if fact.amount is not None and fact.amount.unit == _TILE_UNIT]  # fmt: skip
            if shares:
                return [self._tile(row, fact) for fact in shares[:_MOST_TILES]]
        return []

    def _tile(self, row: ProjectRow, fact: Fact) -> FigureTile:
        label = self.ctx.words("projects.tile", edition=row.edition_words,
                               label=fact.label.told(self.ctx.language))  # fmt: skip
        return FigureTile.of(self.ctx, fact, self.book, label)

    # Below

    def _fill_bar(self) -> None:
        """Filters and headings: they stay while the list is asked differently."""
        ctx, words = self.ctx, self.ctx.words
        empty(self._bar)
        self.filters = ProjectFilters(ctx, self._rows)
        self.filters.changed.connect(self._on_filter)
        self.filters.cleared.connect(self._on_records_left)
        self.filters.exported.connect(self._on_export)
        self._bar.addWidget(self.filters)
        empty(self._heads_place)
        self._head_words = [words(f"projects.head.{name}") for name in COLUMNS]
        heads = list(zip(COLUMNS, self._head_words, strict=True))
        self.heads = ColumnHeads(ctx, heads, right=("amount",), still=("source",))
        self.heads.sorted_by.connect(self._on_sorted)
        self._heads_place.addWidget(self.heads)
        self.list.widths_changed.connect(self.heads.set_widths)
        self.list.setAccessibleName(words("projects.list"))

    def _fill_list(self, route: Route) -> None:
        ctx, record = self.ctx, route.param("record")
        known = bool(record) and ctx.library.has(record)
        behind = records_behind(ctx, record) if known else frozenset()
        choice = Choice(route.param("edition"), route.param("place"), route.param("type"),
                        route.param("amount"), behind)  # fmt: skip
        self._shown = chosen(self._rows, choice, route.param("sort"))
        name = ctx.library.entry(record).name.told(ctx.language) if known else ""
        self.filters.show_state(route, self._count_words(), name)
        self.heads.show_order(route.param("sort") or "-edition")
        self.list.show_rows(self._shown, self._head_words, self.book)
        self._fill_none()

    def _fill_none(self) -> None:
        empty(self._none)
        self.heads.setVisible(bool(self._shown))
        self.list.setVisible(bool(self._shown))
        if not self._shown:
            words = self.ctx.words
            none = EmptyState(self.ctx, words("projects.none.title"),
                              words("projects.none.reason"),
                              action=words("projects.none.action"))  # fmt: skip
            none.opened.connect(self._on_clear)
            self._none.addWidget(none)

    def _count_words(self) -> str:
        words, named = self.ctx.words, count_named(self._shown)
        return joined(words.count("projects.shown", len(self._shown)),
                      words.count("projects.named", named))  # fmt: skip

    def _describe(self, entry_id: str) -> ProjectDetail:
        return describe(self.ctx, entry_id)

    # What is pressed

    def _go(self, **params: str) -> None:
        if self.route is not None:
            self.navigate.emit(self.route.with_params(**params))

    def _on_bar(self, fact_id: str) -> None:
        fact = self._compared.fact(fact_id) if self._compared else None
        if fact is None or self.route is None:
            return
        route = self.route
        if fact.entry.startswith("project/"):
            cleared = route.with_params(edition="", place="", type="", amount="")
            self.navigate.emit(cleared.with_params(record=fact.entry))
        else:
            self.navigate.emit(Route.to(fact.key))

    def _on_measure(self, name: str) -> None:
        self._go(chart="" if name == "amount" else name)

    def _on_filter(self, name: str, value: str) -> None:
        self._go(**{name: value})

    def _on_sorted(self, name: str) -> None:
        order = turned(self.route.param("sort") if self.route else "", name)
        self._go(sort="" if order == "-edition" else order)

    def _on_records_left(self) -> None:
        self._go(record="")

    def _on_clear(self) -> None:
        self.navigate.emit(Route("projects"))

    def _on_opened(self, entry_id: str) -> None:
        self.navigate.emit(Route.to(entry_id))

    def _on_reached(self, box: QRect) -> None:
        corner = self.list.viewport().mapTo(self.content, box.bottomLeft())
        top = self.list.viewport().mapTo(self.content, box.topLeft())
        self.area.ensureVisible(0, corner.y(), 0, self.ctx.px(24))
        self.area.ensureVisible(0, top.y(), 0, self.ctx.px(24))

    # Export

    def _on_export(self) -> None:
        words = self.ctx.words
        self.dialog = SaveDialog(self.ctx, self, words("projects.export.title"),
                                 "zhanban-projects.csv", words("projects.export.kind"))  # fmt: skip
        self.dialog.decided.connect(self.export_to)
        self.dialog.open()

    def export_to(self, path: Path) -> None:
        """Write what is shown, in the order shown."""
        words = self.ctx.words
        details = {row.id: self.table.detail_of(row.id) for row in self._shown}
        try:
            write_atomically(path, csv_bytes(sheet_rows(self.ctx, self._shown, details)))
        except OSError:
            self.ctx.tell(words("projects.export.failed"))
            return
        self.ctx.tell(words("projects.export.done", name=path.name))
