"""A page that shows one entry: band, head, actions, two columns, previous and next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Citation, Entry, Link
from app.model.text import Text
from app.ui.context import Context
from app.ui.page import ScrollPage
from app.ui.parts.actions import ActionRow
from app.ui.parts.detail import (
    FactGroups,
    FiguresBlock,
    Record,
    RecordsBlock,
    SourcesBlock,
    StatementsBlock,
    group_facts,
)
from app.ui.parts.heading import CoverBand, EntryHead
from app.ui.parts.naming import edition_short, entry_dates, joined, kind_words
from app.ui.parts.pager import Neighbours, Pager, StepKeys
from app.ui.parts.relations import RelationsBlock, group_links
from app.ui.parts.status import StageTag
from app.ui.routes import Route
from app.ui.theme import tokens
from app.ui.widgets.chip import Tag
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.notes import EmptyState
from app.ui.widgets.seal_book import SealBook

_UNBOUND = 16_777_215  # Qt's largest width
_BESIDE = 900  # unscaled width from which the columns stand side by side
_NESTED = ("activity", "place", "organisation")  # kinds that name a parent
# Columns that the head tells already
_IN_HEAD = ("name", "summary", "aliases", "category", "status", "status_date", "detail")


class Columns(QWidget):
    """The main column and the one beside it; below each other where it is narrow."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.main, self.side = QVBoxLayout(), QVBoxLayout()
        for column, stretch in ((self.main, 62), (self.side, 38)):
            column.setSpacing(ctx.px(36))
            # A stretch, not an alignment, which would cut off text that wraps to more lines.
            holder = QVBoxLayout()
            holder.addLayout(column)
            holder.addStretch(1)
            self._box.addLayout(holder, stretch)
        self._fit(beside=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _fit(self, *, beside: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._box.setSpacing(self.ctx.px(56 if beside else 36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        beside = event.size().width() >= self.ctx.px(_BESIDE) and self.side.count() > 0
        self._fit(beside=beside)


class DetailPage(ScrollPage):
    """Subclasses say where back leads to and may add blocks, records and tags of their own."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.book = SealBook()
        self._title = ""
        self._keys = StepKeys(ctx, self)
        # The band is as wide as the page; what is below it keeps the content's width.
        self.content.setMaximumWidth(_UNBOUND)
        self.column.setContentsMargins(0, 0, 0, ctx.px(64))
        self.column.setSpacing(0)

    def title(self) -> str:
        """The name of the entry."""
        return self._title

    # What subclasses say

    def back(self, entry: Entry) -> tuple[str, Route]:
        """Words and route of the button on the band."""
        del entry
        return self.ctx.words("common.back"), Route("home")

    def tags(self, entry: Entry) -> list[QWidget]:
        """Kind or type, and how far the thing is."""
        ctx = self.ctx
        made: list[QWidget] = [Tag(ctx, kind_words(ctx, entry))]
        if entry.status:
            made.append(StageTag(ctx, entry.status, self.status_note(entry)))
        return made

    def status_note(self, entry: Entry) -> str:
        """What stands behind the status inside its tag: the date it was told for."""
        del entry
        return ""

    def meta(self, entry: Entry) -> str:
        """The small facts beside the tags."""
        return joined(edition_short(self.ctx, entry.edition), entry_dates(self.ctx, entry))

    def records(self, entry: Entry, facts: FactGroups) -> list[Record]:
        """The rows of the record: every column that the head does not tell."""
        cited = self.ctx.library.citations(entry.id)
        return [
            Record.of(self.ctx, fact, cited=cited)
            for fact in facts.columns
            if fact.key not in _IN_HEAD
        ]

    def siblings(self, entry: Entry) -> Sequence[Entry]:
        """The entries that previous and next step through."""
        return self.ctx.library.entries(entry.kind)

    def links(self, entry: Entry) -> tuple[Link, ...]:
        """Its relations, and what names it as its parent."""
        library, told = self.ctx.library, self.ctx.words("detail.children")
        label = Text(told, told, told)
        children = library.entries(entry.kind) if entry.kind in _NESTED else ()
        below = (
            Link("parent", label, one, forward=False) for one in children if one.parent == entry.id
        )
        return (*library.links(entry.id), *below)

    def main_blocks(self, entry: Entry, facts: FactGroups) -> list[QWidget]:
        """The wide column: figures, then statements."""
        del entry
        ctx, made = self.ctx, list[QWidget]()
        if facts.figures:
            made.append(FiguresBlock(ctx, facts.figures, self.book, most=3))
        if facts.statements:
            made.append(StatementsBlock(ctx, facts.statements, self.book))
        return made

    def side_blocks(self, entry: Entry, links: tuple[Link, ...]) -> list[QWidget]:
        """The narrow column below the record: relations."""
        del entry
        groups = group_links(links, self.ctx.language)
        return [RelationsBlock(self.ctx, groups, self.book)] if groups else []

    # Filling

    def enter(self, route: Route) -> None:
        """Fill the page with the entry of the route."""
        ctx = self.ctx
        entry = ctx.library.entry(route.id)
        facts = group_facts(ctx.library.facts(entry.id))
        self.book = SealBook()
        self._title = entry.name.told(ctx.language)
        self.clear()
        self.column.addWidget(CoverBand(ctx, CoverSpec.of(ctx, entry), self.back(entry)))
        inner = self._inner()
        self._fill_head(inner, entry, facts)
        self._fill_columns(inner, entry, facts)
        around = Neighbours.of(self.siblings(entry), entry.id)
        self._keys.show_around(around)
        inner.addSpacing(ctx.px(40))
        inner.addWidget(Pager(ctx, around))
        note = ctx.words("common.cover.note", id=entry.slug)
        inner.addSpacing(ctx.px(24))
        inner.addWidget(PlainLabel(ctx, note, "caption", "ink3"))

    def _inner(self) -> QVBoxLayout:
        holder = QWidget()
        holder.setMaximumWidth(int(tokens("shared")["layout"]["contentMax"]))
        inner = QVBoxLayout(holder)
        margin = self.ctx.px(40)
        inner.setContentsMargins(margin, self.ctx.px(24), margin, 0)
        inner.setSpacing(0)
        self.column.addWidget(holder)
        return inner

    def _fill_head(self, inner: QVBoxLayout, entry: Entry, facts: FactGroups) -> None:
        ctx = self.ctx
        told = ctx.library.citations(entry.id)
        inner.addWidget(EntryHead(ctx, entry, told, self.book, tags=self.tags(entry),
                                  meta=self.meta(entry)))  # fmt: skip
        inner.addSpacing(ctx.px(20))
        inner.addWidget(ActionRow(ctx, entry.id, self._cited(entry, facts)))
        inner.addSpacing(ctx.px(36))

    def _fill_columns(self, inner: QVBoxLayout, entry: Entry, facts: FactGroups) -> None:
        ctx = self.ctx
        columns = Columns(ctx)
        main = self.main_blocks(entry, facts)
        records = self.records(entry, facts)
        told = (
            [RecordsBlock(ctx, ctx.words("detail.record"), records, self.book)] if records else []
        )
        side = self.side_blocks(entry, self.links(entry))
        if main:
            side = [*told, *side]
        else:
            main = [*told, EmptyState(ctx, ctx.words("detail.nothing-more"), icon="")]
        sources = SourcesBlock(ctx, self.book, self._places(entry, facts))
        main.append(sources)
        for block in main:
            columns.main.addWidget(block)
        for block in side:
            columns.side.addWidget(block)
        inner.addWidget(columns)

    def _cited(self, entry: Entry, facts: FactGroups) -> tuple[Citation, ...]:
        own = self.ctx.library.citations(entry.id)
        told = (one for group in facts for fact in group for one in fact.citations)
        return tuple(dict.fromkeys((*own, *told)))

    def _places(self, entry: Entry, facts: FactGroups) -> dict[str, list[str]]:
        places: dict[str, list[str]] = {}
        for one in self._cited(entry, facts):
            if one.locator:
                places.setdefault(one.source, []).append(one.locator)
        return places
