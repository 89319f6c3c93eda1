"""One topic of the page of figures: its charts or table, what differs, what is said of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Fact
from app.ui.charts.bar_chart import BarChart
from app.ui.charts.chart import Chart
from app.ui.charts.line_chart import LineChart
from app.ui.context import Context
from app.ui.page import empty
from app.ui.parts.detail import Block, StatementsBlock, figure_label, group_facts
from app.ui.parts.figure_side import ReadingKey
from app.ui.parts.figure_topic import (
    Topic,
    conflicts,
    edition_data,
    kind_of,
    line_data,
    subject_of,
    when,
    whole,
)
from app.ui.parts.naming import joined, term
from app.ui.parts.signing_chart import ScopeLegend
from app.ui.parts.strands import CARDS, LINE, Strand
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid
from app.ui.widgets.notes import SideNote
from app.ui.widgets.rows import RecordRow
from app.ui.widgets.seal import seals_for
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.segment import Segment

CHART, TABLE = "chart", "table"


class TopicPanel(QWidget):
    """Title, chart or table, export; below it conflicts and sentences."""

    viewed = Signal(str)
    export_asked = Signal()

    def __init__(
        self, ctx: Context, topic: Topic, book: SealBook, view: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx, self.topic, self._book = ctx, topic, book
        self.charts: list[Chart] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(4))
        column.addLayout(self._head(view))
        column.addWidget(FactText(ctx, topic.lead, topic.citations, book, "small", "ink2",
                                  check=topic.check, measure=60))  # fmt: skip
        self._body = QVBoxLayout()
        self._body.setSpacing(ctx.px(16))
        column.addSpacing(ctx.px(8))
        column.addLayout(self._body)
        self._anchor: QWidget | None = None
        key = ReadingKey(ctx, topic)
        if key.kinds:
            column.addSpacing(ctx.px(12))
            column.addWidget(key)
        else:
            key.deleteLater()
        self.show_view(view)
        for block in self._further():
            column.addSpacing(ctx.px(24))
            column.addWidget(block)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _head(self, view: str) -> QHBoxLayout:
        ctx, words = self.ctx, self.ctx.words
        row = QHBoxLayout()
        row.setSpacing(ctx.px(12))
        self.name = PlainLabel(ctx, self.topic.title, "h1")
        row.addWidget(self.name, 1)
        choices = [(CHART, words("figures.view.chart")), (TABLE, words("figures.view.table"))]
        self.segment = Segment(ctx, words("figures.view"), choices, view)
        self.segment.chosen.connect(self._on_view)
        self.export = Button(ctx, words("figures.export"), icon="export")
        self.export.clicked.connect(self.export_asked)
        for widget in (self.segment, self.export):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_view(self, view: str) -> None:
        self.show_view(view)
        self.viewed.emit(view)

    def show_view(self, view: str) -> None:
        """Chart or table."""
        empty(self._body)
        self.charts = []
        if view == TABLE:
            self._fill_table()
        elif self.topic.compared is not None:
            self._fill_comparison()
        else:
            self._fill_strands()

    # Chart

    def _fill_comparison(self) -> None:
        ctx, compared = self.ctx, self.topic.compared
        assert compared is not None
        self._body.addWidget(ScopeLegend(ctx, compared.legend))
        chart = BarChart(ctx)
        chart.set_data(compared.data)
        self._add_chart(chart, 360)
        if len(compared.legend) > 1:
            words = ctx.words
            self._body.addWidget(SideNote(ctx, words("figures.note.title"),
                                          words("figures.note.text")))  # fmt: skip

    def _fill_strands(self) -> None:
        ctx, several = self.ctx, len(self.topic.strands) > 1
        if several:
            words = ctx.words
            self._body.addWidget(SideNote(ctx, words("figures.note.title"),
                                          words("figures.note.scopes")))  # fmt: skip
        for strand in self.topic.strands:
            if several:
                self._body.addWidget(PlainLabel(ctx, term(ctx, "scope", strand.scope), "h3"))
            if strand.shape == CARDS:
                self._add_cards(strand)
            elif strand.shape == LINE:
                line = LineChart(ctx)
                line.set_data(line_data(ctx, self.topic, strand, self._book), self._seals(strand))
                self._add_chart(line, 480 if not several else 380)
            else:
                bars = BarChart(ctx)
                data = edition_data(ctx, self.topic, strand, self._book)
                bars.set_data(data, self._seals(strand))
                self._add_chart(bars, 300)

    def _seals(self, strand: Strand) -> dict[str, list[QWidget]]:
        return {fact.id: list(seals_for(self.ctx, self._book, fact.citations, fact.check))
                for fact in strand.facts}  # fmt: skip

    def _add_chart(self, chart: Chart, height: int) -> None:
        chart.setFixedHeight(self.ctx.px(height))
        chart.picked.connect(self._on_picked)
        self.charts.append(chart)
        self._body.addWidget(chart)

    def _add_cards(self, strand: Strand) -> None:
        ctx = self.ctx
        subjects = {fact.entry for fact in strand.facts}
        if len(subjects) > 1:
            note = ctx.words("figures.subjects.note")
            self._body.addWidget(PlainLabel(ctx, note, "small", "ink2"))
        grid = CardGrid(ctx, least=220, gap=32, most=4, fewest=1)
        grid.set_cards([self._card(fact) for fact in strand.facts])
        self._body.addWidget(grid)

    def _card(self, fact: Fact) -> FigureTile:
        """The figure with its subject, which it leads to."""
        small = figure_label(self.ctx, fact).partition("\n")[2]
        label = "\n".join(part for part in (subject_of(self.ctx, fact), small) if part)
        tile = _Card.of(self.ctx, fact, self._book, label, role="figureXL", pressable=True)
        assert isinstance(tile, _Card)
        tile.subject = fact.entry
        tile.opened.connect(self._on_card)
        return tile

    def _on_card(self) -> None:
        tile = self.sender()
        if isinstance(tile, _Card):
            self.ctx.go(Route.to(tile.subject))

    def _on_picked(self, fact_id: str) -> None:
        """Enter or a press on a point opens its citations beside it."""
        chart = self.sender()
        fact = next((one for one in self.topic.facts if one.id == fact_id), None)
        if fact is None or not isinstance(chart, Chart) or not fact.citations:
            return
        if self._anchor is not None:
            self._anchor.deleteLater()
        self._anchor = QWidget(chart)
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._anchor.setGeometry(chart.point_box(fact_id).toRect())
        self._anchor.destroyed.connect(self._on_anchor_gone)
        self._anchor.show()
        CitationPopover(self.ctx, fact.citations, chart).open_at(self._anchor)

    def _on_anchor_gone(self) -> None:
        self._anchor = None

    # Table

    def _fill_table(self) -> None:
        ctx = self.ctx
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        several = len({fact.entry for fact in self.topic.facts}) > 1
        for fact in self.topic.facts:
            subject = subject_of(ctx, fact) if several else ""
            label = fact.label.told(ctx.language) if self.topic.compared else ""
            kind = "" if fact.status == "target" else kind_of(ctx, fact)
            told = joined(whole(ctx, fact), label, subject, kind, term(ctx, "scope", fact.scope))
            rows.addWidget(RecordRow(ctx, when(ctx, fact), told, fact.citations, self._book,
                                     check=fact.check, label_width=190))  # fmt: skip
        self._body.addWidget(holder)

    # Below

    def _further(self) -> list[QWidget]:
        ctx, made = self.ctx, list[QWidget]()
        groups = conflicts(ctx, self.topic) if self.topic.compared is None else []
        if groups:
            block = Block(ctx, ctx.words("figures.conflict"))
            note = ctx.words("figures.conflict.note")
            block.column.addWidget(PlainLabel(ctx, note, "small", "ink2"))
            for group in groups:
                block.column.addSpacing(ctx.px(12))
                grid = CardGrid(ctx, least=220, gap=32, most=4, fewest=1)
                grid.set_cards([FigureTile.of(ctx, fact, self._book, figure_label(ctx, fact))
                                for fact in group])  # fmt: skip
                block.column.addWidget(grid)
            made.append(block)
        if self.topic.compared is None:
            said = group_facts(ctx.library.facts(self.topic.key)).statements
            if said:
                title = ctx.words("figures.more")
                made.append(StatementsBlock(ctx, said, self._book, title))
        return made


class _Card(FigureTile):
    """A figure that leads to its subject."""

    subject = ""
