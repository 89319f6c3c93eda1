"""One exhibit: its print at the left, at the right what the sources say of it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.entry import Citation, Entry
from app.ui.context import Context
from app.ui.page import ScrollPage
from app.ui.parts.actions import ActionRow
from app.ui.parts.cover_panel import CoverPanel
from app.ui.parts.detail import (
    FactGroups,
    FiguresBlock,
    RecordsBlock,
    StatementsBlock,
    group_facts,
)
from app.ui.parts.exhibit import NeighboursRow, exhibit_records, exhibits_of, other_links
from app.ui.parts.heading import EntryHead
from app.ui.parts.naming import edition_ordinal, joined, term
from app.ui.parts.pager import Neighbours, StepKeys
from app.ui.parts.relations import RelationsBlock, group_links
from app.ui.parts.status import StageTag, stage
from app.ui.routes import Route
from app.ui.widgets.chip import Tag
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.seal_book import SealBook

_WIDTHS = ((1680, 680), (1380, 560), (0, 460))  # width of the window without rail → cover


class ExhibitPage(ScrollPage):
    """The cover stands still while the words scroll; ← and → go through the edition."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._title = ""
        self._keys = StepKeys(ctx, self)
        self.cover = CoverPanel(ctx, ctx.words("zone.title"), Route("zone"), self)
        px = ctx.px
        self.column.setContentsMargins(px(56), px(36), px(44), px(56))
        self.column.setSpacing(0)

    def title(self) -> str:
        """The exhibit's name."""
        return self._title

    def enter(self, route: Route) -> None:
        """Fill the page."""
        ctx = self.ctx
        entry = ctx.library.entry(route.id)
        facts = group_facts(ctx.library.facts(entry.id))
        self._title = entry.name.told(ctx.language)
        self.clear()
        self.cover.show_entry(CoverSpec.of(ctx, entry), entry.slug, ctx.words("exhibit.back"))
        book, cited = SealBook(), ctx.library.citations(entry.id)
        self.column.addWidget(EntryHead(ctx, entry, cited, book, tags=self._tags(entry),
                                        meta=self._meta(entry), role="display"))  # fmt: skip
        self.column.addSpacing(ctx.px(20))
        self.column.addWidget(ActionRow(ctx, entry.id, _all_cited(cited, facts)))
        self._add_blocks(entry, facts, book)
        self._add_neighbours(entry)

    def _tags(self, entry: Entry) -> list[QWidget]:
        made: list[QWidget] = [
            Tag(self.ctx, term(self.ctx, "category", entry.category), category=entry.category)
        ]
        if stage(entry.status) != "done":
            made.append(StageTag(self.ctx, entry.status))
        return made

    def _meta(self, entry: Entry) -> str:
        site = term(self.ctx, "site", entry.columns.get("site", ""))
        return joined(edition_ordinal(self.ctx, entry.edition), site)

    def _add_blocks(self, entry: Entry, facts: FactGroups, book: SealBook) -> None:
        ctx = self.ctx
        blocks: list[QWidget] = [
            RecordsBlock(ctx, ctx.words("exhibit.record"), exhibit_records(ctx, entry, facts), book)
        ]
        if facts.figures:
            blocks.append(FiguresBlock(ctx, facts.figures, book, most=3))
        if facts.statements:
            blocks.append(StatementsBlock(ctx, facts.statements, book))
        groups = group_links(other_links(ctx.library.links(entry.id)), ctx.language)
        if groups:
            blocks.append(RelationsBlock(ctx, groups, book))
        for block in blocks:
            self.column.addSpacing(ctx.px(32))
            self.column.addWidget(block)

    def _add_neighbours(self, entry: Entry) -> None:
        ctx = self.ctx
        entries = exhibits_of(ctx, entry)
        self._keys.show_around(Neighbours.of(entries, entry.id))
        if len(entries) < 2:
            return
        row = NeighboursRow(ctx, entries, entry.id, ctx.words("exhibit.neighbours"))
        row.stepped.connect(self._on_stepped)
        self.column.addSpacing(ctx.px(32))
        self.column.addWidget(row)

    def _on_stepped(self, steps: int) -> None:
        if steps < 0:
            self._keys.go_before()
        else:
            self._keys.go_after()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cover at the left, the words beside it."""
        super().resizeEvent(event)
        page = self.width() + self.ctx.px(96)
        wide = next(cover for least, cover in _WIDTHS if page >= least)
        wide = min(wide, self.width() * 42 // 100)
        self.cover.setGeometry(QRect(0, 0, wide, self.height()))
        self.area.setGeometry(QRect(wide, 0, self.width() - wide, self.height()))


def _all_cited(own: tuple[Citation, ...], facts: FactGroups) -> tuple[Citation, ...]:
    told = (one for group in facts for fact in group for one in fact.citations)
    return tuple(dict.fromkeys((*own, *told)))
