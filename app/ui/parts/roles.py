"""The roles of an organisation in numbers: how many it hosts, leads, signed, exhibits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.parts.relations import LinkGroup
from app.ui.widgets.layouts import CardGrid
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset


class _Role(Pressable):
    """A count under a river rule; pressed, it leads to its rows below."""

    def __init__(self, ctx: Context, place: int, group: LinkGroup) -> None:
        super().__init__(ctx)
        self.place = place
        self._count = str(len(group.links))
        self._words = typeset(group.label, ctx.language)
        self.setAccessibleName(f"{group.label} {self._count}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def shape_radius(self) -> float:
        return self.ctx.px(2)

    def sizeHint(self) -> QSize:
        theme = self.ctx.theme
        height = self.ctx.px(10) + theme.line("figureM") + 2 * theme.line("small")
        return QSize(self.ctx.px(120), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        ink = theme.color("riverHover" if self.hovered else "river")
        painter.fillRect(QRectF(0, 0, self.width(), px(4 if self.hovered else 2)), ink)
        figure = Paragraph(self._count, theme.font("figureM"), theme.line("figureM"), 0)
        figure.paint(painter, QPointF(0, px(8)), ink)
        words = Paragraph(self._words, theme.font("small"), theme.line("small"), self.width(), 2)
        words.paint(painter, QPointF(0, px(8) + figure.height), theme.color("ink2"))


class RolesBlock(QWidget):
    """One tile per role; `chosen` tells which group of relations to show."""

    chosen = Signal(int)

    def __init__(
        self, ctx: Context, groups: Sequence[LinkGroup], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = CardGrid(ctx, least=120, gap=20, most=max(4, min(6, len(groups))), fewest=2)
        column.addWidget(grid)
        self.tiles = [_Role(ctx, place, group) for place, group in enumerate(groups)]
        for tile in self.tiles:
            tile.clicked.connect(self._on_tile)
        grid.set_cards(list(self.tiles))

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, _Role):
            self.chosen.emit(tile.place)
