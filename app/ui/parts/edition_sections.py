"""The sections of an edition's page below its head: features, signings, releases, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import VERIFIED, Entry, Fact
from app.model.numerals import counted
from app.model.wording import amount_text, period
from app.ui.context import Context
from app.ui.parts.edition_story import union
from app.ui.parts.naming import entry_meta, joined, term
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.card import Card
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import Figure
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid
from app.ui.widgets.seal_book import SealBook

_ROWS_AT_FIRST: Final = 8


class Rows(QWidget):
    """Rows below each other, folded beyond the first few; each leads to its entry."""

    def __init__(
        self, ctx: Context, rows: Sequence[EntryRow], at_first: int = _ROWS_AT_FIRST
    ) -> None:
        super().__init__()
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if len(rows) <= at_first + 1:
            at_first = len(rows)
        self._folded = list(rows[at_first:])
        for row in rows:
            row.clicked.connect(self._on_row)
            row.setVisible(row not in self._folded)
            column.addWidget(row)
        self.more: Button | None = None
        if self._folded:
            words = ctx.words.count("edition.more", len(self._folded))
            self.more = Button(ctx, words, "ghost", trailing="expand")
            self.more.clicked.connect(self._on_more)
            column.addSpacing(ctx.px(8))
            column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, EntryRow):
            self.ctx.go(Route.to(row.entry_id))

    def _on_more(self) -> None:
        if self.more is not None:
            self.more.hide()
        for row in self._folded:
            row.show()
        self._folded[0].setFocus(Qt.FocusReason.TabFocusReason)


def feature_columns(ctx: Context, features: Sequence[Fact], book: SealBook) -> CardGrid:
    """一 二 三: the numeral in gold, title, sentence."""
    grid = CardGrid(ctx, least=140, gap=22, most=5, fewest=2)
    grid.set_cards([_Feature(ctx, n, fact, book) for n, fact in enumerate(features, 1)])
    return grid


class _Feature(QWidget):
    def __init__(self, ctx: Context, number: int, fact: Fact, book: SealBook) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(2))
        numeral = counted(number, "zh-Hans") if ctx.language != "en" else str(number)
        column.addWidget(Figure(ctx, ("", numeral, ""), "figureRow", "gold"))
        title = fact.title.told(ctx.language)
        if title:
            column.addWidget(PlainLabel(ctx, title, "bodyStrong"))
        text = FactText(ctx, fact.text.told(ctx.language), fact.citations, book, "small", "ink2",
                        check=fact.check)  # fmt: skip
        column.addWidget(text)
        column.addStretch(1)
        self.setAccessibleName(title)


def exhibit_cards(ctx: Context, exhibits: Sequence[Entry], grid: CardGrid) -> list[QWidget]:
    """Covers with name and category, as the panel of the first page has them."""
    cards: list[QWidget] = []
    for entry in exhibits:
        unsure = "" if entry.check == VERIFIED else ctx.words("common.unverified")
        meta = joined(term(ctx, "category", entry.category), unsure)
        card = Card(ctx, CoverSpec.of(ctx, entry), entry.name.told(ctx.language), meta,
                    ratio=1.0, frame=False, title_lines=4)  # fmt: skip
        cards.append(card)
    grid.set_cards(cards)
    return cards


def amount_words(ctx: Context, fact: Fact) -> str:
    """超1.3万亿元, over CNY 1.3 tn."""
    amount = fact.amount
    if amount is None:
        return fact.text.told(ctx.language)
    qualifier = ctx.library.qualifier(amount.qualifier) if amount.qualifier else None
    return amount_text(amount, ctx.library.unit(amount.unit), qualifier, ctx.language)


def told_together(ctx: Context, totals: Mapping[str, Fact]) -> str:
    """近1500家单位参展，450余场发布会: totals in one line."""
    parts = [
        ctx.words(f"edition.total.{name}", amount=amount_words(ctx, fact))
        for name, fact in totals.items()
    ]
    return ctx.words("edition.total.joint").join(parts)


def batch_row(ctx: Context, project: Entry, book: SealBook) -> EntryRow:
    """A batch of signings: what was counted stands before how much."""
    figures = [one for one in ctx.library.facts(project.id) if one.amount is not None]
    scopes = dict.fromkeys(term(ctx, "scope", one.scope) for one in figures)
    meta = joined(*scopes, project.summary.told(ctx.language))
    trailing = " · ".join(amount_words(ctx, one) for one in figures[:2])
    cited = [*ctx.library.citations(project.id), *(c for one in figures for c in one.citations)]
    text = RowText(project.name.told(ctx.language), meta, trailing)
    row = EntryRow(ctx, text, icon="batch", inset=0, citations=union(cited), book=book)
    row.entry_id = project.id
    return row


def entry_row(
    ctx: Context, entry: Entry, book: SealBook, note: str = "", icon: str = ""
) -> EntryRow:
    """Any entry: name, small facts, seals."""
    meta = joined(entry_meta(ctx, entry), note)
    row = EntryRow(ctx, RowText(entry.name.told(ctx.language), meta), icon=icon, inset=0,
                   citations=ctx.library.citations(entry.id), book=book)  # fmt: skip
    row.entry_id = entry.id
    return row


class SourceRow(EntryRow):
    """A source of the page: its seal, title, when and by whom, how much it supports."""

    def __init__(self, ctx: Context, number: int, source: str) -> None:
        entry = ctx.library.entry(source)
        count = ctx.library.support_count(source)
        when = period(entry.start, entry.end, ctx.language)
        meta = joined(when, term(ctx, "type.source", entry.type), _publisher(ctx, entry))
        super().__init__(
            ctx,
            RowText(entry.name.told(ctx.language), meta, ctx.words.count("common.supports", count),
                    number=ctx.words("common.seal.single", n=number)),
            inset=0, meta_lines=8,
        )  # fmt: skip
        self.entry_id = source

    def _paint_lead(self, painter: QPainter, left: int) -> None:
        px = self.ctx.px
        painter.setFont(self.ctx.theme.make_font(11.5, "ui", 700))
        width = painter.fontMetrics().horizontalAdvance(self.text_told.number) + px(10)
        box = QRectF(left + px(2), (self.height() - px(18)) / 2, width, px(18))
        self.paint_box(painter, box, "", "gold", radius=px(2))
        painter.setPen(self.ctx.theme.color("gold"))
        corner = self.baseline_for(painter, box)
        corner.setX(box.left() + px(5))
        painter.drawText(corner, self.text_told.number)


def _publisher(ctx: Context, source: Entry) -> str:
    for fact in ctx.library.facts(source.id):
        if fact.key == "publisher":
            return fact.text.told(ctx.language)
    return ""


class Neighbour(EntryRow):
    """The edition before or after, for the column beside the page."""

    def __init__(self, ctx: Context, edition: Entry, title: str, *, forward: bool) -> None:
        dates = period(edition.start, edition.end, ctx.language)
        super().__init__(ctx, RowText(title, dates), icon="open" if forward else "prev",
                         caret=False, inset=0, meta_lines=8)  # fmt: skip
        self.entry_id = edition.id
        key = "edition.neighbour.next" if forward else "edition.neighbour.previous"
        self.setAccessibleName(ctx.words(key, name=edition.name.told(ctx.language)))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.ctx.go(Route.to(self.entry_id))
