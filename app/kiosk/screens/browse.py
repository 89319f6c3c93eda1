"""Leafing through one kind of entry: chips, six cards, back and on. Nothing scrolls."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.screens.base import Screen
from app.kiosk.screens.listings import LISTED, card_text, entries, filters
from app.kiosk.widgets.bar import bar_height
from app.kiosk.widgets.cards import TouchCard
from app.kiosk.widgets.chips import ChipRow
from app.kiosk.widgets.pager import PagerRow
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.sketch import Sketch
from app.ui.routes import Route
from app.ui.widgets.cover_view import CoverSpec, CoverView
from app.ui.widgets.seal_book import SealBook

_GAP: Final = 16
_CHIP: Final = 88


class BrowseScreen(Screen):
    """Mockup 12b; in portrait the cards lie below the reach line and a print above it."""

    def __init__(self, ctx: KioskContext, route: Route, parent: QWidget | None = None) -> None:
        super().__init__(ctx, route, parent)
        self.kind = LISTED[route.page]
        self.title = ctx.words(f"kiosk.{route.page}")
        self.chosen = route.param(self.kind.facet) if self.kind.facet else ""
        self.all = entries(ctx, route.page, self.chosen)
        self.per_page = self._columns() * self._rows()
        self.pages = max(1, -(-len(self.all) // self.per_page))
        told = route.param("page")
        self.page = min(int(told) if told.isdigit() else 0, self.pages - 1)
        self.cards: list[TouchCard] = []
        start = self.page * self.per_page
        self.shown = self.all[start : start + self.per_page]
        if ctx.stage.is_portrait:
            self._build_portrait()
        else:
            self._build_landscape()
        self.setAccessibleName(self.title)

    def _columns(self) -> int:
        full = 2 if self.ctx.stage.is_portrait else 3
        return full - 1 if self.ctx.is_large else full

    def _rows(self) -> int:
        return 3 if self.ctx.stage.is_portrait else 2

    # Landscape

    def _build_landscape(self) -> None:
        ctx, edge = self.ctx, 60
        foot = self.down - bar_height(ctx) - 6
        self._put_pager(edge, foot - 88, self.across - 2 * edge)
        title = min(self._title_width(), 520.0)
        self.put(Sketch(ctx, self.title, self._paint_title), edge, 36, title + 8, _CHIP)
        top, bottom = 157.0, foot - 88 - 30
        left = edge + title + 30
        if ctx.is_low:
            bottom -= _CHIP + 16
            self._put_chips(edge, bottom + 16, self.across - 2 * edge)
            top = 140
        else:
            self._put_chips(left, 36, self.across - edge - left)
        self._put_cards(edge, top, self.across - 2 * edge, bottom - top, gap=20)

    def _title_width(self) -> float:
        metrics = QFontMetricsF(self.ctx.type.font("h1"))
        return float(metrics.horizontalAdvance(self.title))

    def _paint_title(self, pen: Pen) -> None:
        pen.word(self.title, "h1", "ink1", 0, 0, 524, _CHIP)

    # Portrait

    def _build_portrait(self) -> None:
        ctx, edge = self.ctx, 40
        reach = self.stage.reach
        art = reach - 240
        self.put(CoverView(ctx, self._art(), radius=0), 0, 0, self.across, art)
        self.put(Sketch(ctx, self.title, self._paint_head), 0, art, self.across, 230)
        foot = self.down - bar_height(ctx) - 12
        self._put_pager(edge, foot - 88, self.across - 2 * edge)
        top = reach
        if self.kind.facet:
            self._put_chips(edge, reach, self.across - 2 * edge)
            top += _CHIP + 18
        self._put_cards(edge, top, self.across - 2 * edge, foot - 88 - 16 - top, gap=_GAP)

    def _art(self) -> CoverSpec:
        if self.shown:
            return card_text(self.ctx, self.shown[0]).cover
        return CoverSpec(f"door/{self.route.page}", "source")

    def _paint_head(self, pen: Pen) -> None:
        high = self.ctx.type.line("h1")
        pen.word(self.title, "h1", "ink1", 40, 44, self.across - 80, high)
        told = self.ctx.words.count("common.items", len(self.all))
        pen.word(told, "body", "ink2", 40, 44 + high, self.across - 80, self.ctx.type.line("small"))

    # Both

    def _put_chips(self, x: float, y: float, width: float) -> None:
        if not self.kind.facet:
            return
        ctx = self.ctx
        found = filters(ctx, self.route.page)
        total = ctx.library.pack.counts.get(self.kind.kind, 0)
        chips = [("", ctx.words("kiosk.browse.all", n=total), "")]
        chips += [(one.key, one.words, one.category) for one in found]
        told = self.route.param("chips")
        first = int(told) if told.isdigit() else 0
        row = ChipRow(ctx, chips, self.chosen, (width, _CHIP), first)
        self.put(row, x, y, width, _CHIP)
        row.chosen.connect(self._on_chip)
        row.turned.connect(self._on_more)

    def _put_cards(self, x: float, y: float, w: float, h: float, *, gap: float) -> None:
        columns, rows, book = self._columns(), self._rows(), SealBook()
        wide, high = (w - (columns - 1) * gap) / columns, (h - (rows - 1) * gap) / rows
        for place, entry in enumerate(self.shown):
            row, column = divmod(place, columns)
            card = TouchCard(self.ctx, card_text(self.ctx, entry), book)
            self.put(card, x + column * (wide + gap), y + row * (high + gap), wide, high)
            card.clicked.connect(self._on_card)
            self.cards.append(card)
        if not self.shown:
            words = self.ctx.words("kiosk.browse.none")
            self.put(Sketch(self.ctx, words, self._paint_nothing), x, y, w, h)

    def _paint_nothing(self, pen: Pen) -> None:
        pen.icon("empty", "ink3", 0, 20, 56)
        pen.word(self.ctx.words("kiosk.browse.none"), "body", "ink2", 80, 20, 800, 56)

    def _put_pager(self, x: float, y: float, width: float) -> None:
        self.pager = self.put(PagerRow(self.ctx, self.page, self.pages, width), x, y, width, 88)
        self.pager.turned.connect(self.step)

    def step(self, steps: int) -> bool:
        """One page on or back."""
        page = self.page + steps
        if not 0 <= page < self.pages:
            return False
        self.went.emit(self.route.with_params(page=str(page) if page else ""))
        return True

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, TouchCard):
            self.went.emit(Route.to(card.entry_id))

    def _on_chip(self, key: str) -> None:
        self.went.emit(self.route.with_params(**{self.kind.facet: key, "page": ""}))

    def _on_more(self, first: int) -> None:
        self.went.emit(self.route.with_params(chips=str(first) if first else ""))
