"""The programme of an edition: one stream of strands that parts into its branches."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Entry
from app.ui.art.palettes import motif_palette_on
from app.ui.art.strands import paint_strands
from app.ui.context import Context
from app.ui.parts.edition_story import Branch, name_within
from app.ui.parts.naming import term
from app.ui.routes import Route
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import Figure
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.link_word import LinkWord
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.rows import Rule
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.typeset import typeset

_TRUNK: Final = 96
_TIPS: Final = 252
_NARROW_TIPS: Final = 150
_TOP: Final = Qt.AlignmentFlag.AlignTop


class Leaf(Pressable):
    """An activity as a filled word that leads to it; a long name takes more lines."""

    def __init__(self, ctx: Context, entry: Entry, words: str) -> None:
        super().__init__(ctx)
        self._entry = entry.id
        self._words = typeset(words, ctx.language)
        self.setAccessibleName(words)
        self.clicked.connect(self._on_clicked)

    def shape_radius(self) -> float:
        return self.ctx.px(4)

    def _paragraph(self) -> Paragraph:
        theme = self.ctx.theme
        return Paragraph(self._words, theme.font("body"), self.ctx.px(22), self.ctx.px(420), 2)

    def sizeHint(self) -> QSize:
        """Words and 12 px at each side, 32 high."""
        broken = self._paragraph()
        px = self.ctx.px
        return QSize(round(broken.natural_width) + px(24) + 1, broken.height + px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and words."""
        painter = QPainter(self)
        lit = self.hovered or self.isDown()
        self.paint_box(painter, QRectF(self.rect()), "riverTint" if lit else "sunk")
        ink = self.ctx.theme.color("onRiverTint" if lit else "ink2")
        px = self.ctx.px
        self._paragraph().paint(painter, QPointF(px(12), px(5)), ink)

    def _on_clicked(self) -> None:
        self.ctx.go(Route.to(self._entry))


class _Row(QWidget):
    """One branch: rule, mark, title, leaves."""

    def __init__(self, ctx: Context, branch: Branch, book: SealBook) -> None:
        super().__init__()
        self.ctx = ctx
        self.branch = branch
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, ctx.px(30))
        column.setSpacing(0)
        column.addWidget(Rule(ctx, "river", 2))
        column.addSpacing(ctx.px(12))
        row = QHBoxLayout()
        row.setSpacing(ctx.px(12))
        self.mark: Figure | None = None
        if branch.mark:
            self.mark = Figure(ctx, ("", branch.mark, ""), "figureXL")
            self.mark.setFixedWidth(ctx.px(72))
            row.addWidget(self.mark)
            row.setAlignment(self.mark, _TOP)
        row.addLayout(self._words(branch, book), 1)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _words(self, branch: Branch, book: SealBook) -> QVBoxLayout:
        ctx = self.ctx
        column = QVBoxLayout()
        column.setSpacing(ctx.px(8))
        if branch.root is None:
            column.addWidget(PlainLabel(ctx, term(ctx, "type.activity", branch.type), "h3"))
        else:
            name = name_within(branch.root.name.told(ctx.language), ctx.language)
            column.addWidget(LinkWord(ctx, name, Route.to(branch.root.id), role="h3",
                                      color="ink1"))  # fmt: skip
        if branch.mark == str(len(branch.leaves)):
            column.addLayout(self._columns(branch, book))
        else:
            flow = FlowLayout(gap=ctx.px(8))
            for leaf in branch.leaves:
                words = name_within(leaf.name.told(ctx.language), ctx.language)
                flow.addWidget(Leaf(ctx, leaf, words))
            column.addLayout(flow)
        column.addStretch(1)
        return column

    def _columns(self, branch: Branch, book: SealBook) -> QGridLayout:
        """As many leaves as the mark says: each with its summary."""
        ctx = self.ctx
        grid = QGridLayout()
        grid.setHorizontalSpacing(ctx.px(20))
        grid.setVerticalSpacing(ctx.px(2))
        for place, leaf in enumerate(branch.leaves):
            name = name_within(leaf.name.told(ctx.language), ctx.language)
            grid.addWidget(_NameLink(ctx, name, leaf.id), 0, place, _TOP)
            told = FactText(ctx, leaf.summary.told(ctx.language), ctx.library.citations(leaf.id),
                            book, "caption", "ink2", check=leaf.check)  # fmt: skip
            grid.addWidget(told, 1, place, _TOP)
            grid.setColumnStretch(place, 1)
        return grid

    def tip(self) -> float:
        """Where the branch arrives, from the top of the row."""
        px = self.ctx.px
        return px(14) + px(34 if self.branch.mark else 13)


class _NameLink(Pressable):
    """A bold name that may take two lines and leads to its entry."""

    def __init__(self, ctx: Context, words: str, entry: str) -> None:
        super().__init__(ctx)
        self._words = typeset(words, ctx.language)
        self._entry = entry
        self.setAccessibleName(words)
        self.clicked.connect(self._on_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _paragraph(self, width: int) -> Paragraph:
        theme = self.ctx.theme
        return Paragraph(self._words, theme.font("smallStrong"), theme.line("small"), width)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._paragraph(width).height, self.ctx.px(24))

    def sizeHint(self) -> QSize:
        return QSize(self.ctx.px(180), self.heightForWidth(self.ctx.px(180)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.ctx.px(96), self.ctx.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self.ctx.theme.color("river" if self.hovered else "ink1")
        self._paragraph(self.width()).paint(painter, QPointF(0, 0), color)

    def _on_clicked(self) -> None:
        self.ctx.go(Route.to(self._entry))


class Matrix(QWidget):
    """Strands at the left, the branches at the right."""

    def __init__(
        self, ctx: Context, stem: str, branches: tuple[Branch, ...], book: SealBook,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self.stem = PlainLabel(ctx, stem, "h3", parent=self)
        self.rows = [_Row(ctx, branch, book) for branch in branches]
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for row in self.rows:
            self._column.addWidget(row)
        self._indent(_TIPS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _indent(self, tips: int) -> None:
        self._tips = self.ctx.px(tips)
        self._column.setContentsMargins(self._tips + self.ctx.px(4), 0, 0, 0)

    def _tip_points(self) -> list[tuple[float, float]]:
        marked = [row for row in self.rows if row.branch.mark] or self.rows
        return [(float(self._tips), row.y() + row.tip()) for row in marked]

    def _axis(self) -> float:
        """Where the stem lies: in the middle of its tips."""
        ys = [y for _, y in self._tip_points()]
        return (ys[0] + ys[-1]) / 2 if ys else 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow pages have shorter strands; the words of the stem stand under it."""
        super().resizeEvent(event)
        tips = _TIPS if event.size().width() >= self.ctx.px(700) else _NARROW_TIPS
        if self.ctx.px(tips) != self._tips:
            self._indent(tips)
        self._column.activate()
        width = self._trunk() + self.ctx.px(16)
        height = self.stem.heightForWidth(width)
        self.stem.setGeometry(0, round(self._axis()) + self.ctx.px(40), width, height)

    def _trunk(self) -> int:
        return min(self.ctx.px(_TRUNK), self._tips // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strands."""
        painter = QPainter(self)
        palette = motif_palette_on(self.ctx.theme.color("paper"))
        y = self._axis()
        paint_strands(painter, palette, ((0, y), (self._trunk(), y)), self._tip_points())
