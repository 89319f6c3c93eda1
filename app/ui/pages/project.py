"""One signed project or batch: pictures of its shares, its record, its parties, its like."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.entry import Entry, Fact, Link
from app.ui.items.project_rows import BATCH
from app.ui.parts.detail import (
    FactGroups,
    FiguresBlock,
    Record,
    RecordsBlock,
    SourcesBlock,
    StatementsBlock,
)
from app.ui.parts.entry_page import DetailPage
from app.ui.parts.naming import edition_short, entry_dates, joined
from app.ui.parts.project_alike import AlikeBlock, alike_rows
from app.ui.parts.project_records import is_amount, is_count, main_figure, parties
from app.ui.parts.project_shares import ShareBlock, UnitsBlock, find_shares
from app.ui.parts.relations import LinkGroup, RelationGroup, RelationsBlock, group_links
from app.ui.routes import Route
from app.ui.widgets.columns import Columns, Share
from app.ui.widgets.figure import fact_parts

_PARTIES: Final = ("party_to", "cooperates_with", "donated_to")
_TOLD_ABOVE: Final = ("name", "summary", "status")
_PROGRESS: Final = "result"  # the key of statements that tell what came of it


class ProjectPage(DetailPage):
    """Three columns where there is room: pictures, record, relations."""

    def back(self, entry: Entry) -> tuple[str, Route]:
        """To the list."""
        del entry
        return self.ctx.words("project.back"), Route("projects")

    def meta(self, entry: Entry) -> str:
        """Edition, date, place."""
        library, language = self.ctx.library, self.ctx.language
        place = entry.place if entry.place and library.has(entry.place) else ""
        where = library.entry(place).name.told(language) if place else ""
        return joined(edition_short(self.ctx, entry.edition), entry_dates(self.ctx, entry), where)

    def records(self, entry: Entry, facts: FactGroups) -> list[Record]:
        """Number, amount, columns, and what one would like to know but no source tells."""
        ctx, words = self.ctx, self.ctx.words
        batch = entry.type == BATCH
        count = main_figure([fact for fact in facts.figures if is_count(ctx, fact)])
        amount = main_figure([fact for fact in facts.figures if is_amount(ctx, fact)])
        made = []
        if batch or count is not None:
            made.append(self._figure(words("project.number"), count))
        made.append(self._figure(words("project.amount" if batch else "project.amount.named"),
                                 amount))  # fmt: skip
        cited = ctx.library.citations(entry.id)
        made += [Record.of(ctx, fact, cited=cited) for fact in facts.columns
                 if fact.key not in _TOLD_ABOVE]  # fmt: skip
        if not batch and not parties(ctx, entry.id):
            made.append(Record(words("project.parties")))
        if batch:
            made.append(self._item_list(entry))
        if not any(fact.key == _PROGRESS for fact in facts.statements):
            made.append(Record(words("project.progress")))
        return made

    def _figure(self, label: str, fact: Fact | None) -> Record:
        if fact is None:
            return Record(label)
        told = "".join(fact_parts(self.ctx, fact)).strip()
        return Record(label, told, fact.citations, fact.check)

    def _item_list(self, entry: Entry) -> Record:
        inside = [link for link in self.ctx.library.links(entry.id)
                  if link.role == "part_of" and not link.forward]  # fmt: skip
        words = self.ctx.words
        told = words.count("project.list.link", len(inside)) if inside else ""
        return Record(words("project.list"), told)

    def main_blocks(self, entry: Entry, facts: FactGroups) -> list[QWidget]:
        """Pictures of shares, then the figures that no picture tells, then sentences."""
        ctx, made = self.ctx, list[QWidget]()
        shares = find_shares(ctx, facts.figures)
        if shares.number is not None:
            made += [UnitsBlock(ctx, shares.number, one, self.book) for one in shares.of_count]
        made += [ShareBlock(ctx, shares.amount, one, self.book) for one in shares.of_amount]
        rest = [fact for fact in facts.figures if fact not in shares.drawn]
        if rest:
            made.append(FiguresBlock(ctx, rest, self.book, most=2))
        if facts.statements:
            made.append(StatementsBlock(ctx, facts.statements, self.book))
        return made

    def side_blocks(self, entry: Entry, links: tuple[Link, ...]) -> list[QWidget]:
        """Parties first, then what is like it, then the other relations."""
        ctx, made = self.ctx, list[QWidget]()
        partners = tuple(link for link in links if link.role in _PARTIES and link.forward)
        if partners:
            group = LinkGroup(ctx.words("project.parties"), partners)
            made.append(RelationGroup(ctx, group, self.book))
        rows = alike_rows(ctx, entry)
        if rows:
            title = ctx.words("project.same" if entry.type == BATCH else "project.same.field")
            made.append(AlikeBlock(ctx, title, rows))
        groups = group_links([link for link in links if link not in partners], ctx.language)
        if groups:
            made.append(RelationsBlock(ctx, groups, self.book))
        return made

    def _fill_columns(self, inner: QVBoxLayout, entry: Entry, facts: FactGroups) -> None:
        ctx = self.ctx
        first = self.main_blocks(entry, facts)
        record = RecordsBlock(ctx, ctx.words("project.record"), self.records(entry, facts),
                              self.book)  # fmt: skip
        last = self.side_blocks(entry, self.links(entry))
        sources = SourcesBlock(ctx, self.book, self._places(entry, facts))
        middle: list[QWidget] = [record, sources]
        columns = [(first, 432.0), (middle, 400.0), (last, 320.0)]
        shares = [Share(self._stacked(blocks), weight) for blocks, weight in columns if blocks]
        inner.addWidget(Columns(ctx, shares, gap=56, least=980, row_gap=36))

    def _stacked(self, blocks: list[QWidget]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.ctx.px(36))
        for block in blocks:
            column.addWidget(block)
        column.addStretch(1)
        return holder
