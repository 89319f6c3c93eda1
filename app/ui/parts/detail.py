"""What every detail page is put together from: figures, statements and records of one entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import VERIFIED, Citation, Fact
from app.model.text import EN
from app.model.wording import period
from app.ui.context import Context
from app.ui.parts.naming import joined, term
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid
from app.ui.widgets.notes import StatusTag
from app.ui.widgets.rows import RecordRow, SectionHead
from app.ui.widgets.seal_book import SealBook

_TILES_AT_FIRST = 12
_LABEL, _LABEL_EN = 112, 128


def _label_width(ctx: Context, asked: int) -> int:
    """English labels are longer."""
    return asked or (_LABEL_EN if ctx.language == EN else _LABEL)


class FactGroups(NamedTuple):
    """The facts of an entry by what they are."""

    columns: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    statements: tuple[Fact, ...]


def group_facts(facts: Iterable[Fact]) -> FactGroups:
    """Columns, figures and sentences apart, each in the library's order."""
    groups: tuple[list[Fact], list[Fact], list[Fact]] = ([], [], [])
    for fact in facts:
        groups[1 if fact.amount else 2 if fact.id.startswith("statement/") else 0].append(fact)
    return FactGroups(*map(tuple, groups))


class Record(NamedTuple):
    """One line of the record: what it is called, what is told, by whom."""

    label: str
    value: str = ""
    citations: tuple[Citation, ...] = ()
    check: str = VERIFIED

    @classmethod
    def of(
        cls, ctx: Context, fact: Fact, label: str = "", cited: tuple[Citation, ...] = ()
    ) -> Record:
        """A column as the library tells it; `cited` speaks for one without its own citations."""
        language = ctx.language
        return cls(label or fact.label.told(language), fact.text.told(language),
                   fact.citations or cited, fact.check)  # fmt: skip


class Block(QWidget):
    """A headed part of a detail page; `column` is below the head."""

    def __init__(
        self, ctx: Context, title: str, *, count: str = "", gap: int = 10,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setAccessibleName(title)
        if title:
            self.column.addWidget(SectionHead(ctx, title, role="h3", count=count))
            self.column.addSpacing(ctx.px(gap))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class RecordsBlock(Block):
    """展签: rows of label and value; an empty value is told as 资料未载."""

    def __init__(
        self, ctx: Context, title: str, records: Sequence[Record], book: SealBook,
        *, label_width: int = 0, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, title, gap=6, parent=parent)
        self.rows = [
            RecordRow(ctx, one.label, one.value, one.citations, book, check=one.check,
                      label_width=_label_width(ctx, label_width))
            for one in records
        ]  # fmt: skip
        for row in self.rows:
            self.column.addWidget(row)


class _Tile(FigureTile):
    """A figure that leads to its indicator."""

    indicator = ""


class FiguresBlock(Block):
    """Figure tiles in equal columns; targets are gold and say their deadline."""

    def __init__(
        self, ctx: Context, figures: Sequence[Fact], book: SealBook, title: str = "",
        *, least: int = 190, most: int = 4, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        count = str(len(figures)) if len(figures) > _TILES_AT_FIRST else ""
        super().__init__(ctx, title or ctx.words("detail.figures"), count=count, parent=parent)
        self._figures, self._book = tuple(figures), book
        self.tiles: list[_Tile] = []
        self._grid = CardGrid(ctx, least=least, gap=24, most=most, fewest=1)
        self.column.addWidget(self._grid)
        self._more: Button | None = None
        if len(figures) > _TILES_AT_FIRST:
            words = ctx.words("detail.more", n=len(figures) - _TILES_AT_FIRST)
            self._more = Button(ctx, words, "ghost", trailing="expand")
            self._more.clicked.connect(self._on_more)
            self.column.addSpacing(ctx.px(12))
            self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(self._figures[:_TILES_AT_FIRST])

    def _show(self, figures: Sequence[Fact]) -> None:
        self.tiles = [*self.tiles, *(self._tile(fact) for fact in figures[len(self.tiles) :])]
        self._grid.set_cards(list(self.tiles))

    def _tile(self, fact: Fact) -> _Tile:
        tile = _Tile.of(self.ctx, fact, self._book, figure_label(self.ctx, fact), pressable=True)
        assert isinstance(tile, _Tile)
        tile.indicator = fact.key
        tile.opened.connect(self._on_tile)
        return tile

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, _Tile):
            self.ctx.go(Route.to(tile.indicator))

    def _on_more(self) -> None:
        if self._more is not None:
            self._more.hide()
        first = len(self.tiles)
        self._show(self._figures)
        if (target := self.tiles[first].nextInFocusChain()) is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


def figure_label(ctx: Context, fact: Fact) -> str:
    """The indicator's name; below it when it was so, or that it is a target; then a note."""
    words, language = ctx.words, ctx.language
    told = []
    if fact.status == "target":
        until = period(fact.deadline, "", language)
        told.append(words("detail.target-by", date=until) if until else words("common.target"))
    else:
        told.append(_moment(ctx, fact))
    if fact.status == "estimate":
        told.append(term(ctx, "figure_status", "estimate"))
    if fact.conflicts_with:
        told.append(words("common.conflict"))
    lines = (fact.label.told(language), joined(*told), fact.note.told(language))
    return "\n".join(line for line in lines if line)


def _moment(ctx: Context, fact: Fact) -> str:
    """When a figure was so, and how sure that is."""
    words, language = ctx.words, ctx.language
    if fact.since and fact.as_of:
        return period(fact.since, fact.as_of, language)
    if fact.date_basis == "unstated" or not fact.as_of:
        return words("detail.date-unstated")
    key = "detail.as-of.derived" if fact.date_basis == "derived" else "detail.as-of"
    return words(key, date=period(fact.as_of, "", language))


class StatementsBlock(Block):
    """Sentences by key: 举措, 成效 …; each with its title, its seals and whether it is a plan."""

    def __init__(
        self, ctx: Context, statements: Sequence[Fact], book: SealBook, title: str = "",
        *, label_width: int = 0, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, title or ctx.words("detail.statements"), gap=6, parent=parent)
        width = _label_width(ctx, label_width)
        order = list(dict.fromkeys(fact.key for fact in statements))
        by_key = sorted(statements, key=lambda fact: order.index(fact.key))
        for _, told in groupby(by_key, key=lambda fact: fact.key):
            for place, fact in enumerate(told):
                label = fact.label.told(ctx.language) if place == 0 else ""
                self.column.addWidget(_Statement(ctx, fact, label, book, width))


class _Statement(RecordRow):
    """One sentence under its title."""

    def __init__(
        self, ctx: Context, fact: Fact, label: str, book: SealBook, label_width: int
    ) -> None:
        text, title = fact.text.told(ctx.language), fact.title.told(ctx.language)
        super().__init__(ctx, label, text, fact.citations, book, check=fact.check,
                         label_width=label_width)  # fmt: skip
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.removeWidget(self.value)
        column = QVBoxLayout()
        column.setSpacing(0)
        if title or fact.status == "target":
            column.addLayout(_titled(ctx, title, fact.status))
        column.addWidget(self.value)
        row.addLayout(column, 1)
        self._rule = bool(label)
        self.setAccessibleName(": ".join(part for part in (label, title, text) if part))


def _titled(ctx: Context, title: str, status: str) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(ctx.px(8))
    if title:
        name = PlainLabel(ctx, title, "bodyStrong")
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        head.addWidget(name)
    if status == "target":
        head.addWidget(StatusTag(ctx, ctx.words("common.target"), "target"))
    head.addStretch(1)
    return head


class SourcesBlock(Block):
    """出处: each source of the page with its number and the places cited, as rows that open it."""

    def __init__(
        self, ctx: Context, book: SealBook, places: dict[str, list[str]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, ctx.words("detail.sources"), gap=6, parent=parent)
        for number, source in book.sources():
            entry = ctx.library.entry(source)
            where = "; ".join(dict.fromkeys(places.get(source, ())))
            row = EntryRow(ctx, RowText(entry.name.told(ctx.language), where, number=str(number)))
            row.entry_id = source
            row.clicked.connect(self._on_row)
            self.column.addWidget(row)

    def _on_row(self) -> None:
        row = self.sender()
        self.ctx.go(Route.to(str(getattr(row, "entry_id", ""))))


def lead_text(
    ctx: Context, text: str, citations: Sequence[Citation], book: SealBook, *,
    check: str = VERIFIED, role: str = "lead",
) -> FactText:  # fmt: skip
    """The summary of an entry, with its seals."""
    return FactText(ctx, text, citations, book, role, check=check)
