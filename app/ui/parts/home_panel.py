"""The panel below the river: theme, lead, three figures and three exhibits of one edition."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Entry, Fact
from app.model.text import EN
from app.ui.context import Context
from app.ui.page import empty
from app.ui.parts.edition_words import edition_dates, edition_place, theme_of
from app.ui.parts.home_choice import headline_exhibits, headline_figures
from app.ui.parts.naming import joined, term
from app.ui.parts.river_words import short_ordinal
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.card import Card
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import Figure, fact_parts
from app.ui.widgets.keep_button import KeepButton
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid
from app.ui.widgets.notes import EmptyState
from app.ui.widgets.rows import SectionHead
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.tall_box import TallBox

_HEAD = 32
_FIGURE = 160  # wider figures are set smaller, all three alike
_THEME_LINE = 12  # characters
_PARTS = re.compile("(?:——| )?(?:(?!——)[^，、 ])+[，、]?")
_NARROW = 1100  # below this many scaled pixels the exhibits move under the rest


class _Theme(PlainLabel):
    """The theme of an edition: between h1 and h2, as the panel's room asks."""

    def label_font(self) -> QFont:
        return self.ctx.theme.make_font(24 if self.ctx.language == EN else 28, "display", 700)

    def line_height(self) -> int:
        return self.ctx.px(30 if self.ctx.language == EN else 38)

    def measure(self) -> int:
        return self.ctx.px(440)


class _FigureLine(QWidget):
    """Hairline, figure at the left, label and seals at the right."""

    def __init__(self, ctx: Context, fact: Fact, book: SealBook) -> None:
        super().__init__()
        self.ctx = ctx
        row = QHBoxLayout(self)
        row.setContentsMargins(0, ctx.px(10), 0, ctx.px(10))
        row.setSpacing(ctx.px(12))
        color = "gold" if fact.status == "target" else "river"
        self.figure = figure = Figure(ctx, fact_parts(ctx, fact), "figureL", color)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        figure.setSizePolicy(policy)
        label = FactText(ctx, fact.label.told(ctx.language), fact.citations, book, "small", "ink2",
                         check=fact.check)  # fmt: skip
        row.addWidget(figure, 12)
        row.addWidget(label, 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), self.ctx.theme.color("line"))


class EditionPanel(TallBox):
    """`show_edition` fills it; `asked` tells where a button leads."""

    asked = Signal(object)  # Route

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx.px(600), parent)
        self.ctx = ctx
        px = ctx.px
        self._edition: Entry | None = None
        self._is_narrow = False
        self.lead, self.figures, self.exhibits = QWidget(), QWidget(), QWidget()
        for part in (self.lead, self.figures, self.exhibits):
            QVBoxLayout(part).setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(40), px(16), px(40), px(28))
        self._grid.setHorizontalSpacing(px(40))
        self._grid.setVerticalSpacing(px(28))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._arrange(narrow=False)

    def show_edition(self, edition: Entry, book: SealBook) -> None:
        """Tell of this edition; the book goes on numbering where the legend ended."""
        self._edition = edition
        self._fill_lead(edition, book)
        self._fill_figures(edition, book)
        self._fill_exhibits(edition)
        for part in (self.lead, self.figures, self.exhibits):
            column = part.layout()
            assert isinstance(column, QVBoxLayout)
            column.addStretch(1)  # an alignment of the layout would cut what wraps
            column.activate()
        self._grid.invalidate()  # at once: the page shares its height before events come
        self.updateGeometry()

    def _column(self, part: QWidget, spacing: int) -> QVBoxLayout:
        column = part.layout()
        assert isinstance(column, QVBoxLayout)
        empty(column)
        column.setSpacing(self.ctx.px(spacing))
        return column

    def _fill_lead(self, edition: Entry, book: SealBook) -> None:
        ctx, words = self.ctx, self.ctx.words
        column = self._column(self.lead, 10)
        column.addSpacing(ctx.px(8))  # on one line with the heads beside it
        when = edition_dates(ctx, edition) or words("home.dates.missing")
        told = joined(long_ordinal(ctx, edition), when, edition_place(ctx, edition))
        column.addWidget(PlainLabel(ctx, told, "small", "ink2"))
        theme = theme_of(ctx, edition)
        if theme is None:
            column.addWidget(PlainLabel(ctx, words("home.theme.missing"), "h2", "ink3"))
        else:
            column.addWidget(_Theme(ctx, broken_theme(ctx, theme)))
        summary = edition.summary.told(ctx.language)
        column.addWidget(FactText(ctx, summary, ctx.library.citations(edition.id), book,
                                  "small", "ink2", check=edition.check))  # fmt: skip
        column.addSpacing(ctx.px(6))
        column.addLayout(self._buttons(edition))

    def _buttons(self, edition: Entry) -> QHBoxLayout:
        ctx = self.ctx
        row = QHBoxLayout()
        row.setSpacing(ctx.px(12))
        enter = Button(ctx, ctx.words("home.enter", ordinal=long_ordinal(ctx, edition)), "primary",
                       trailing="forward")  # fmt: skip
        enter.clicked.connect(self._on_enter)
        row.addWidget(enter)
        row.addWidget(KeepButton(ctx, edition.id))
        row.addStretch(1)
        return row

    def _fill_figures(self, edition: Entry, book: SealBook) -> None:
        ctx = self.ctx
        column = self._column(self.figures, 0)
        head = SectionHead(ctx, ctx.words("home.figures"), role="h3")
        head.setFixedHeight(ctx.px(_HEAD))
        column.addWidget(head)
        column.addSpacing(ctx.px(8))
        facts = headline_figures(ctx.library, edition.id)
        lines = [_FigureLine(ctx, fact, book) for fact in facts]
        is_long = any(line.figure.sizeHint().width() > ctx.px(_FIGURE) for line in lines)
        for line in lines:
            if is_long:
                line.figure.set_role("figureM")
            column.addWidget(line)
        if not facts:
            column.addWidget(EmptyState(ctx, ctx.words("home.figures.missing"), icon=""))

    def _fill_exhibits(self, edition: Entry) -> None:
        ctx = self.ctx
        column = self._column(self.exhibits, 0)
        entries = headline_exhibits(ctx.library, edition.id)
        link = ctx.words("home.exhibits.all") if entries else ""
        head = SectionHead(ctx, ctx.words("home.exhibits"), role="h3", link=link)
        if head.link is not None:
            ordinal = long_ordinal(ctx, edition)
            head.link.setAccessibleName(ctx.words("home.exhibits.all.name", ordinal=ordinal))
        head.opened.connect(self._on_all)
        head.setFixedHeight(ctx.px(_HEAD))
        column.addWidget(head)
        column.addSpacing(ctx.px(8))
        if not entries:
            column.addWidget(EmptyState(ctx, ctx.words("home.exhibits.missing"), icon=""))
            return
        grid = CardGrid(ctx, least=90, gap=10, most=len(entries), fewest=len(entries))
        grid.set_cards([self._card(entry) for entry in entries])
        column.addWidget(grid)

    def _card(self, entry: Entry) -> QWidget:
        ctx = self.ctx
        card = Card(ctx, CoverSpec.of(ctx, entry), entry.name.told(ctx.language),
                    term(ctx, "category", entry.category), ratio=1.357, frame=False,
                    title_lines=3)  # fmt: skip
        card.clicked.connect(self._on_card)
        return card

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self.asked.emit(Route.to(card.entry_id))

    def _on_enter(self) -> None:
        if self._edition is not None:
            self.asked.emit(Route.to(self._edition.id))

    def _on_all(self) -> None:
        if self._edition is not None:
            self.asked.emit(Route("zone").with_params(edition=self._edition.id))

    # Widths

    def _arrange(self, *, narrow: bool) -> None:
        """Three columns, or two with the exhibits below."""
        self._is_narrow = narrow
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for part in (self.lead, self.figures, self.exhibits):
            grid.removeWidget(part)
        grid.addWidget(self.lead, 0, 0, top)
        grid.addWidget(self.figures, 0, 1, top)
        if narrow:
            grid.addWidget(self.exhibits, 1, 0, 1, 2, top)
        else:
            grid.addWidget(self.exhibits, 0, 2, top)
        for column, stretch in enumerate((5, 4, 0) if narrow else (396, 272, 356)):
            grid.setColumnStretch(column, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows and large texts put the exhibits below."""
        super().resizeEvent(event)
        narrow = event.size().width() < self.ctx.px(_NARROW)
        if narrow != self._is_narrow:
            self._arrange(narrow=narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface."""
        QPainter(self).fillRect(self.rect(), self.ctx.theme.color("surface"))


def long_ordinal(ctx: Context, edition: Entry) -> str:
    """第七届; 7th edition."""
    return ctx.words("edition.ordinal.long", ordinal=short_ordinal(ctx, edition))


def broken_theme(ctx: Context, theme: str) -> str:
    """A Chinese theme breaks between its parts, not inside a word."""
    if ctx.language == EN:
        return theme
    lines: list[str] = []
    for part in _PARTS.findall(theme):
        if lines and len(lines[-1]) + len(part) <= _THEME_LINE:
            lines[-1] += part
        else:
            lines.append(part.lstrip())
    return "\n".join(line.rstrip() for line in lines)
