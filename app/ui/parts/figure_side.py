"""Beside and below the chart of figures: sources, how to read it, national figures, targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Fact
from app.model.wording import period
from app.ui.charts.data import ABOVE, BELOW
from app.ui.charts.mark_key import MarkKey
from app.ui.context import Context
from app.ui.parts.amounts import headline
from app.ui.parts.detail import Block, figure_label
from app.ui.parts.figure_topic import Topic, agreed, bound_of, when, whole
from app.ui.parts.naming import term
from app.ui.parts.strands import CARDS, LINE
from app.ui.routes import Route
from app.ui.widgets.chip import Chip
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid, FlowLayout
from app.ui.widgets.notes import SideNote
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.rows import Rule, SectionHead
from app.ui.widgets.seal import Seal
from app.ui.widgets.seal_book import SealBook

# The page's fixed choice for the band; what a pack does not have is left out.
NATIONAL: Final = (
    "indicator/china-computing-power", "indicator/china-data-output", "indicator/china-netizens",
    "indicator/china-lighthouse-factories", "indicator/china-core-industry-share",
    "indicator/china-data-centre-pue",
)  # fmt: skip
_MOST_TARGETS: Final = 6
_CHIP, _CHIP_LINE = 320, 20  # the widest chip, and a line of one that takes two
_MOST_TOLD: Final = 6


class SourcesColumn(Block):
    """这张图的来源: each source with its seal, its date and what it tells."""

    def __init__(
        self, ctx: Context, topic: Topic, book: SealBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, ctx.words("figures.sources"), gap=8, parent=parent)
        told: dict[str, list[Fact]] = {}
        for fact in topic.facts:
            for one in fact.citations:
                told.setdefault(one.source, []).append(fact)
        for one in topic.citations:
            told.setdefault(one.source, [])
        for source in sorted(told, key=book.number):
            self.column.addWidget(Rule(ctx))
            self.column.addWidget(_Source(ctx, source, told[source], topic, book))
        for fact, count in agreed(topic)[:2]:
            words = ctx.words("figures.told", date=when(ctx, fact), amount=whole(ctx, fact))
            note = SideNote(ctx, "", ctx.words.count("figures.agree", count, told=words))
            self.column.addSpacing(ctx.px(16))
            self.column.addWidget(note)
        self.column.addStretch(1)


class _Source(QWidget):
    def __init__(
        self, ctx: Context, source: str, facts: Sequence[Fact], topic: Topic, book: SealBook
    ) -> None:
        super().__init__()
        entry = ctx.library.entry(source)
        cited = [one for fact in facts for one in fact.citations if one.source == source]
        cited += [one for one in topic.citations if one.source == source]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, ctx.px(10), 0, ctx.px(12))
        row.setSpacing(ctx.px(8))
        seals = QVBoxLayout()
        seals.setSpacing(0)
        for told in book.seals(tuple(dict.fromkeys(cited))):
            seals.addWidget(Seal(ctx, told), 0, Qt.AlignmentFlag.AlignLeft)
        seals.addStretch(1)
        row.addLayout(seals)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(ctx, entry.name.told(ctx.language), "smallStrong"))
        dated = period(entry.start, entry.end, ctx.language)
        for words in (dated, self._tells(ctx, facts)):
            if words:
                column.addWidget(PlainLabel(ctx, words, "caption", "ink2"))
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @staticmethod
    def _tells(ctx: Context, facts: Sequence[Fact]) -> str:
        comma = ctx.words("detail.comma")
        told = [f"{when(ctx, fact)} {whole(ctx, fact)}" for fact in facts[:_MOST_TOLD]]
        return comma.join(dict.fromkeys(told)) + ("…" if len(facts) > _MOST_TOLD else "")


class ReadingKey(Block):
    """读图: only the marks that the topic uses."""

    def __init__(self, ctx: Context, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(ctx, ctx.words("figures.key"), gap=4, parent=parent)
        holder = QWidget()
        flow = FlowLayout(holder, gap=ctx.px(20), row_gap=ctx.px(4))
        self.kinds = marks_used(ctx, topic)
        for kind in self.kinds:
            flow.addWidget(_Mark(ctx, kind))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.column.addWidget(holder)


class _Mark(QWidget):
    def __init__(self, ctx: Context, kind: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(10))
        row.addWidget(MarkKey(ctx, kind))
        words = ctx.words(f"figures.key.{kind}")
        row.addWidget(PlainLabel(ctx, words, "small", "ink2", wrap=False))


def marks_used(ctx: Context, topic: Topic) -> tuple[str, ...]:
    """The marks of the charts of a topic, in the order of the design."""
    used: set[str] = set()
    for strand in topic.strands:
        if strand.shape == CARDS:
            continue
        used.add("dot" if strand.shape == LINE else "missing")
        for fact in strand.facts:
            used.add(_mark(ctx, fact))
            if fact.date_basis == "unstated" and strand.shape == LINE:
                used.add("whisker")
    if topic.compared is not None:
        used.update(_mark(ctx, fact) for fact in topic.facts)
        if not all(group.bars for group in topic.compared.data.groups):
            used.add("missing")
    order = ("dot", "above", "below", "about", "whisker", "target", "missing")
    return tuple(kind for kind in order if kind in used)


def _mark(ctx: Context, fact: Fact) -> str:
    """What its qualifier or status adds to the mark, "" for nothing."""
    bound = bound_of(ctx, fact)
    if fact.status == "target":
        return "target"
    if bound in ABOVE or bound in BELOW:
        return "above" if bound in ABOVE else "below"
    return "about" if bound == "about" else ""


class NationalBand(QWidget):
    """数字中国: a line of tiles, each the latest of its indicator."""

    def __init__(self, ctx: Context, book: SealBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(10))
        words = ctx.words
        column.addWidget(Rule(ctx, "lineStrong"))
        column.addSpacing(ctx.px(10))
        column.addWidget(SectionHead(ctx, words("figures.national"),
                                     note=words("figures.national.note")))  # fmt: skip
        latest = (headline(ctx.library.series(one).points)
                  for one in NATIONAL if ctx.library.has(one))  # fmt: skip
        self.tiles = [self._tile(ctx, fact, book) for fact in latest if fact is not None]
        grid = CardGrid(ctx, least=180, gap=32, most=6, fewest=2)
        grid.set_cards(list(self.tiles))
        column.addWidget(grid)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _tile(self, ctx: Context, fact: Fact, book: SealBook) -> FigureTile:
        tile = _Leading.of(ctx, fact, book, figure_label(ctx, fact), pressable=True)
        assert isinstance(tile, _Leading)
        tile.ctx, tile.indicator = ctx, fact.key
        tile.opened.connect(self._on_tile)
        return tile

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, _Leading):
            tile.ctx.go(Route.to(tile.indicator))


class _Leading(FigureTile):
    """A tile that leads to its indicator."""

    indicator = ""


class TargetChips(QWidget):
    """The most important targets of the plan; each leads to its task."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        targets = _targets(ctx)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(20))
        year = max((fact.deadline[:4] for fact in targets), default="")
        row.addWidget(PlainLabel(ctx, ctx.words("figures.targets", year=year), "h3", wrap=False),
                      0, Qt.AlignmentFlag.AlignTop)  # fmt: skip
        holder = QWidget()
        flow = FlowLayout(holder, gap=ctx.px(10), row_gap=ctx.px(8))
        self.chips = [GoldChip(ctx, fact) for fact in targets]
        for chip in self.chips:
            chip.clicked.connect(self._on_chip)
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        row.addWidget(holder, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if not targets:
            self.hide()

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, GoldChip):
            self.ctx.go(Route.to(chip.fact.entry))


def _targets(ctx: Context) -> list[Fact]:
    """One target for each of the most important indicators of the plan's tasks."""
    tasks = [task.id for task in ctx.library.entries("task", "number")]
    told = [fact for fact in ctx.library.figures(tasks) if fact.status == "target"] if tasks else []
    told.sort(key=lambda fact: (ctx.library.entry(fact.key).importance, fact.entry))
    return told[:_MOST_TARGETS]


class GoldChip(Chip):
    """A target: a hollow ring, its name and its number."""

    def __init__(self, ctx: Context, fact: Fact) -> None:
        self.fact = fact
        super().__init__(ctx, f"{fact.label.told(ctx.language)} {whole(ctx, fact)}",
                         checkable=False)  # fmt: skip
        kind = term(ctx, "figure_status", "target")
        self.setAccessibleName(f"{kind}: {self.accessibleName()}")

    def sizeHint(self) -> QSize:
        """The ring takes room as well; long words take two lines."""
        px, usual = self.ctx.px, super().sizeHint() + QSize(self.ctx.px(18), 0)
        if usual.width() <= px(_CHIP):
            return usual
        return QSize(px(_CHIP), usual.height() + px(_CHIP_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, ring, words."""
        painter = QPainter(self)
        box, theme, px = QRectF(self.rect()), self.ctx.theme, self.ctx.px
        lit = self.hovered or self.isDown()
        self.paint_box(painter, box, "goldTint" if lit else "", "gold", radius=box.height() / 2)
        painter.setPen(QPen(theme.color("gold"), px(2)))
        painter.drawEllipse(QPointF(px(18), box.center().y()), px(4), px(4))
        told = Paragraph(self._words, theme.make_font(13.5), px(_CHIP_LINE), box.width() - px(41))
        corner = QPointF(px(29), (box.height() - told.height) / 2)
        told.paint(painter, corner, theme.color("onGoldTint"))
