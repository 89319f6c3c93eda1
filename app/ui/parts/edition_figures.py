"""The figures of an edition as tiles; what the edition's own dates tell is not told again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.entry import Entry, Fact
from app.ui.context import Context
from app.ui.parts.detail import figure_label
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.layouts import CardGrid
from app.ui.widgets.seal_book import SealBook

_AT_FIRST: Final = 8


class Figures(QWidget):
    """Four columns of tiles, folded beyond two rows; each leads to its indicator."""

    def __init__(
        self, ctx: Context, figures: Sequence[Fact], edition: Entry, book: SealBook,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._routes: dict[FigureTile, Route] = {}
        self.tiles = [self._tile(fact, edition, book) for fact in figures]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(12))
        self.grid = CardGrid(ctx, least=170, gap=24, most=4, fewest=2)
        column.addWidget(self.grid)
        folded = len(figures) - _AT_FIRST
        self.more: Button | None = None
        if folded > 1:
            words = ctx.words.count("edition.figures.more", folded)
            self.more = Button(ctx, words, "ghost", trailing="expand")
            self.more.clicked.connect(self._on_more)
            column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.grid.set_cards(list(self.tiles[:_AT_FIRST] if self.more else self.tiles))

    def _tile(self, fact: Fact, edition: Entry, book: SealBook) -> FigureTile:
        tile = FigureTile.of(self.ctx, fact, book, label_of(self.ctx, fact, edition),
                             pressable=True)  # fmt: skip
        tile.setParent(self)
        tile.hide()
        tile.opened.connect(self._on_tile)
        self._routes[tile] = Route.to(fact.key)
        return tile

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, FigureTile):
            self.ctx.go(self._routes[tile])

    def _on_more(self) -> None:
        if self.more is not None:
            self.more.hide()
        self.grid.set_cards(list(self.tiles))
        self.tiles[_AT_FIRST].focus_first()


def label_of(ctx: Context, fact: Fact, edition: Entry) -> str:
    """The indicator's name, and what is special about this figure."""
    if fact.status != "reported" or fact.as_of[:4] != edition.start[:4]:
        return figure_label(ctx, fact)
    told = [ctx.words("common.conflict")] if fact.conflicts_with else []
    told.append(fact.note.told(ctx.language))
    small = " · ".join(part for part in told if part)
    return "\n".join(part for part in (fact.label.told(ctx.language), small) if part)
