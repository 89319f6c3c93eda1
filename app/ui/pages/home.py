"""The first page: the river of editions, and what the selected one left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.entry import Citation, Entry
from app.model.numerals import counted
from app.ui.context import Context
from app.ui.page import ScrollPage
from app.ui.parts.home_choice import RIVER_INDICATOR, opening_edition
from app.ui.parts.home_panel import EditionPanel
from app.ui.parts.river_words import legend, river_citations, river_facts, stations, year_of
from app.ui.routes import Route
from app.ui.timeline.river_timeline import RiverTimeline
from app.ui.widgets.button import Button
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.notes import EmptyState
from app.ui.widgets.seal import seals_for
from app.ui.widgets.seal_book import SealBook

_LEAST_HERO = 340  # the river with its labels still reads at this height
_TOP, _WORDS = 28, 112  # where title and lead begin, and how high they may be in the least
_LARGE = 1.15  # texts larger than this leave less room for the title
_UNBOUND = 16_777_215  # Qt's largest width
_TITLE_ROOM = 0.5  # of the width: the hills begin behind it


class _Hero(QWidget):
    """The river with its title and legend on it."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.river = RiverTimeline(ctx, parent=self)
        self.title = PlainLabel(ctx, "", "display" if ctx.scale <= _LARGE else "h1")
        self.lead = PlainLabel(ctx, "", "body", "ink2", measure=29)
        self.width_told = FactText(ctx, "", role="caption", color="ink2")
        self.years_told = PlainLabel(ctx, "", "caption", "ink2")
        self.unfold = Button(ctx, "", "ghost", icon="timeline")
        for label in (self.title, self.lead, self.years_told):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = QWidget(self)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.key = QWidget(self)
        self._build()

    def _build(self) -> None:
        self._left = left = QVBoxLayout(self.words)
        self._right = right = QVBoxLayout(self.key)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(self.ctx.px(4))
        left.addWidget(self.title)
        left.addWidget(self.lead)
        right.setSpacing(0)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.width_told)
        right.addLayout(row)
        right.addWidget(self.years_told, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignRight)

    def tell(self, title: str, lead: str, width: str, years: str) -> None:
        self.title.set_words(title)
        self.lead.set_words(lead)
        self.width_told.set_words(width)
        self.years_told.set_words(years)
        self.unfold.set_words(self.ctx.words("timeline.open"))

    def seal_width(self, citations: list[Citation], book: SealBook) -> None:
        """The seals of the river's widths: the first of the page."""
        self.width_told.set_seals(seals_for(self.ctx, book, citations, parent=self.width_told))

    def arrange(self) -> None:
        """The river fills all; title at the left, legend at the right."""
        px, width = self.ctx.px, self.width()
        self.river.setGeometry(self.rect())
        room = self._room(width)
        self.words.setGeometry(px(40), px(_TOP), room, self._left.totalHeightForWidth(room))
        told = max(one.sizeHint().width() for one in (self.width_told, self.years_told))
        left = max(px(40) + room, width - px(40) - told)
        wide = width - px(40) - left
        self.key.setGeometry(left, px(18), wide, self._right.totalHeightForWidth(wide))

    def _room(self, width: int) -> int:
        """The width of title and lead."""
        return max(self.ctx.px(300), round(width * _TITLE_ROOM) - self.ctx.px(40))

    def least(self, width: int) -> int:
        """The least height: the river keeps its own below the words."""
        words = self._left.totalHeightForWidth(self._room(width))
        return self.ctx.px(_LEAST_HERO) + max(0, words - self.ctx.px(_WORDS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class HomePage(ScrollPage):
    """`home`, `home?edition=edition/2023`: the river with an edition picked."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.content.setMaximumWidth(_UNBOUND)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._citations: list[Citation] = []
        self._editions: tuple[Entry, ...] = ()
        self.hero = _Hero(ctx)
        self.panel = EditionPanel(ctx)
        self.nothing: EmptyState | None = None
        self.column.addWidget(self.hero)
        self.column.addWidget(self.panel, 1)
        self._connect()

    def _connect(self) -> None:
        self.hero.river.selected.connect(self._on_selected)
        self.hero.river.opened.connect(self._on_opened)
        self.hero.unfold.clicked.connect(self._on_unfold)
        self.panel.asked.connect(self.navigate)

    def enter(self, route: Route) -> None:
        """Show the river; the edition asked for, else the one kept, else the rule's choice."""
        self._editions = self.ctx.library.entries("edition", order="number")
        self.hero.setVisible(bool(self._editions))
        self.panel.setVisible(bool(self._editions))
        if not self._editions:
            self._show_nothing()
            return
        ids = [one.id for one in self._editions]
        asked = (route.param("edition"), self.hero.river.current())
        chosen = next((one for one in asked if one in ids), "")
        self._show_river(chosen or opening_edition(self.ctx.library, self._editions))

    def _show_river(self, chosen: str) -> None:
        ctx, words = self.ctx, self.ctx.words
        facts = river_facts(ctx, RIVER_INDICATOR)
        self._citations = river_citations(facts)
        self.hero.river.set_stations(stations(ctx, self._editions, facts), chosen)
        count = len(self._editions)
        number = counted(count, ctx.language)
        title = words.count("home.title", count, count=number)
        lead = words("home.lead", year=year_of(self._editions[0]))
        self.hero.tell(title, lead, *legend(ctx, RIVER_INDICATOR, facts))
        self.hero.seal_width(self._citations, SealBook())
        self.hero.arrange()
        self._show_edition(chosen)

    def _show_edition(self, edition: str) -> None:
        book = SealBook()
        book.seals(self._citations)  # the legend has the first numbers
        self.panel.show_edition(self.ctx.library.entry(edition), book)
        self._share_height()

    def _show_nothing(self) -> None:
        if self.nothing is not None:
            self.nothing.deleteLater()
        words = self.ctx.words
        self.nothing = EmptyState(self.ctx, words("home.empty.title"), words("home.empty.reason"),
                                  action=words("home.empty.action"))  # fmt: skip
        self.nothing.opened.connect(self._on_search)
        self.column.insertWidget(0, self.nothing)

    def title(self) -> str:
        """届次."""
        return self.ctx.words("window.nav.editions")

    def subject(self) -> str:
        """The edition picked on the river."""
        return self.hero.river.current()

    def _on_selected(self, edition: str) -> None:
        self._show_edition(edition)

    def _on_opened(self, edition: str) -> None:
        self.navigate.emit(Route.to(edition))

    def _on_unfold(self) -> None:
        self.navigate.emit(Route("timeline"))

    def _on_search(self) -> None:
        self.navigate.emit(Route("search"))

    def _share_height(self) -> None:
        """The panel takes what it needs, the river all the rest."""
        width = self.width() or self.area.viewport().width()
        needed = self.panel.heightForWidth(width)
        least = self.hero.least(width)
        fits = self.height() - needed >= least
        policy = Qt.ScrollBarPolicy
        self.area.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.hero.setFixedHeight(max(least, self.height() - needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height again."""
        super().resizeEvent(event)
        self._share_height()
