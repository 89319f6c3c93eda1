"""The main column of an edition's page: its sections from overview to sources, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Citation
from app.model.numerals import counted
from app.ui.context import Context
from app.ui.parts.detail import StatementsBlock
from app.ui.parts.edition_figures import Figures
from app.ui.parts.edition_matrix import Matrix
from app.ui.parts.edition_sections import (
    Rows,
    SourceRow,
    batch_row,
    entry_row,
    exhibit_cards,
    feature_columns,
    told_together,
)
from app.ui.parts.edition_story import (
    CUMULATIVE,
    CUMULATIVE_SIGNED,
    EditionStory,
    cumulative,
    union,
)
from app.ui.parts.river_words import short_ordinal
from app.ui.routes import Route
from app.ui.widgets.card import Card
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid
from app.ui.widgets.notes import EmptyState, SideNote
from app.ui.widgets.rows import SectionHead
from app.ui.widgets.seal_book import SealBook

_COUNTED: Final = 3  # fewer features are not announced by their number
_EXHIBITS_SHOWN: Final = 10
_NAMED_SHOWN: Final = 5


class EditionBody(QWidget):
    """`sections`: (key, words for the contents, the widget to scroll to)."""

    def __init__(self, ctx: Context, story: EditionStory, book: SealBook) -> None:
        super().__init__()
        self.ctx, self.story, self.book = ctx, story, book
        self.sections: list[tuple[str, str, QWidget]] = []
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.setSpacing(ctx.px(44))
        for add in (
            self._overview,
            self._figures,
            self._matrix,
            self._features,
            self._notes,
            self._exhibits,
            self._signed,
            self._releases,
            self._guests,
            self._sources,
        ):
            add()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    # The frame of a section

    def _section(self, key: str, words: str, head: SectionHead | None = None) -> QVBoxLayout:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.ctx.px(14))
        if head is not None:
            column.addWidget(head)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        box.setAccessibleName(words)
        self._all.addWidget(box)
        self.sections.append((key, words, box))
        return column

    def _headed(self, key: str, **more: object) -> QVBoxLayout:
        words = self.ctx.words(f"edition.section.{key}")
        return self._section(key, words, SectionHead(self.ctx, words, **more))  # type: ignore[arg-type]

    def _missing(self, column: QVBoxLayout, key: str) -> None:
        column.addWidget(EmptyState(self.ctx, self.ctx.words(f"edition.{key}.missing")))

    # Sections, in reading order

    def _overview(self) -> None:
        ctx, story = self.ctx, self.story
        column = self._section("overview", ctx.words("edition.section.overview"))
        column.setSpacing(ctx.px(6))
        cited = ctx.library.citations(story.edition.id)
        summary = story.edition.summary.told(ctx.language)
        column.addWidget(
            FactText(ctx, summary, cited, self.book, "lead", check=story.edition.check)
        )
        words, cited = self._before(CUMULATIVE)
        if words:
            column.addWidget(FactText(ctx, words, cited, self.book, "small", "ink2", measure=60))
        head = [fact for fact in story.columns if fact.key in ("theme", "dates", "place")]
        told = [one for fact in head for one in fact.citations]
        told += [one for link in story.linked("hosted_by", "organised_by", "held_at")
                 for one in link.citations]  # fmt: skip
        if told:
            words = ctx.words("edition.head.seals")
            column.addWidget(FactText(ctx, words, union(told), self.book, "caption", "ink3",
                                      measure=60))  # fmt: skip

    def _figures(self) -> None:
        words = self.ctx.words("edition.section.figures")
        figures = self.story.figures
        if not figures:
            self._missing(self._headed("figures"), "figures")
            return
        column = self._section("figures", words, SectionHead(self.ctx, words))
        column.addWidget(Figures(self.ctx, figures, self.story.edition, self.book))

    @staticmethod
    def _drop_head(block: QWidget) -> None:
        """The section has its own, larger head."""
        for head in block.findChildren(SectionHead):
            head.hide()

    def _matrix(self) -> None:
        ctx, story = self.ctx, self.story
        words = ctx.words("edition.section.matrix")
        structure = story.edition.columns.get("structure", "")
        marked = [branch for branch in story.branches if branch.mark]
        if not story.branches:
            self._missing(self._section("matrix", words, SectionHead(ctx, words)), "matrix")
            return
        cited = union(
            [one for entry in story.activities for one in ctx.library.citations(entry.id)]
        )
        if marked:
            count = counted(len(marked), ctx.language)
            title = f"{words}\u2002{' + '.join(structure.split('+'))}"
            note = ctx.words.count("edition.matrix.note", len(marked), count=count)
        else:
            title, note = words, ctx.words("edition.matrix.kinds")
        head = SectionHead(ctx, title, note=note, citations=cited, book=self.book)
        column = self._section("matrix", words, head)
        stem = ctx.words("edition.matrix.stem", ordinal=short_ordinal(ctx, story.edition))
        column.addWidget(Matrix(ctx, stem, story.branches, self.book))

    def _features(self) -> None:
        ctx, features = self.ctx, self.story.features
        if not features:
            return
        words = ctx.words("edition.section.features")
        if len(features) >= _COUNTED:
            count = counted(len(features), ctx.language)
            told = ctx.words.count("edition.section.counted", len(features), count=count)
            words = told[:1].upper() + told[1:]
        column = self._section("features", words, SectionHead(ctx, words))
        column.addWidget(feature_columns(ctx, features, self.book))

    def _notes(self) -> None:
        if self.story.statements:
            words = self.ctx.words("edition.section.notes")
            column = self._section("notes", words, SectionHead(self.ctx, words))
            block = StatementsBlock(self.ctx, self.story.statements, self.book, " ")
            self._drop_head(block)
            column.addWidget(block)

    def _exhibits(self) -> None:
        ctx, exhibits = self.ctx, self.story.exhibits
        words = ctx.words("edition.section.exhibits")
        if not exhibits:
            self._missing(self._section("exhibits", words, SectionHead(ctx, words)), "exhibits")
            return
        shown = exhibits[:_EXHIBITS_SHOWN]
        cited = union([one for entry in shown for one in ctx.library.citations(entry.id)])
        count = ctx.words.count("common.items", len(exhibits))
        more = ctx.words("edition.exhibits.all") if len(exhibits) > len(shown) else ""
        head = SectionHead(ctx, words, note=count, citations=cited, book=self.book, link=more)
        head.opened.connect(self._on_all_exhibits)
        column = self._section("exhibits", words, head)
        grid = CardGrid(ctx, least=140, gap=14, most=5, fewest=2)
        for card in exhibit_cards(ctx, shown, grid):
            if isinstance(card, Card):
                card.clicked.connect(self._on_card)
        column.addWidget(grid)

    def _signed(self) -> None:
        ctx, projects = self.ctx, self.story.projects
        words = ctx.words("edition.section.signed")
        short = ctx.words("edition.section.signed.short")
        more = ctx.words("edition.signed.all") if projects else ""
        head = SectionHead(ctx, words, link=more)
        head.opened.connect(self._on_all_projects)
        column = self._section("signed", short, head)
        batches = [one for one in projects if one.type == "batch"]
        named = [one for one in projects if one.type != "batch"]
        if not projects:
            self._add_unsigned(column)
        if batches:
            column.addWidget(Rows(ctx, [batch_row(ctx, one, self.book) for one in batches]))
        if len(batches) > 1:
            column.addWidget(SideNote(ctx, ctx.words("edition.signed.scopes"),
                                      ctx.words("edition.signed.scopes.reason")))  # fmt: skip
        if named:
            if batches:
                column.addWidget(PlainLabel(ctx, ctx.words("edition.signed.named"), "h3"))
            rows = [entry_row(ctx, one, self.book) for one in named]
            column.addWidget(Rows(ctx, rows, _NAMED_SHOWN))

    def _add_unsigned(self, column: QVBoxLayout) -> None:
        """No list of this edition: say so, with what is told of the editions before."""
        ctx = self.ctx
        reason, cited = self._before(CUMULATIVE_SIGNED)
        box = EmptyState(ctx, ctx.words("edition.signed.missing"), reason, citations=cited,
                         book=self.book, action=ctx.words("edition.signed.to-all"))  # fmt: skip
        box.opened.connect(self._on_projects)
        column.addWidget(box)

    def _releases(self) -> None:
        ctx = self.ctx
        links = [one for one in self.story.linked("released_at") if not one.forward]
        column = self._headed("releases")
        if not links:
            self._missing(column, "releases")
            return
        rows = [entry_row(ctx, link.other, self.book, link.note.told(ctx.language))
                for link in links]  # fmt: skip
        column.addWidget(Rows(ctx, rows))

    def _guests(self) -> None:
        """Guest provinces, who spoke, who came: only what the sources tell."""
        ctx, story = self.ctx, self.story
        people = {person.id for person in story.people}
        came = [one for one in story.linked("attended") if one.other.id not in people]
        groups = [
            ("provinces", [entry_row(ctx, one.other, self.book, one.note.told(ctx.language))
                           for one in story.linked("guest_province")]),
            ("people", [entry_row(ctx, one, self.book) for one in story.people]),
            ("orgs", [entry_row(ctx, one.other, self.book, one.note.told(ctx.language))
                      for one in came]),
        ]  # fmt: skip
        groups = [group for group in groups if group[1]]
        if not groups:
            return
        column = self._headed("guests")
        for key, rows in groups:
            column.addWidget(PlainLabel(ctx, ctx.words(f"edition.guests.{key}"), "h3"))
            column.addWidget(Rows(ctx, rows))

    def _sources(self) -> None:
        """Last: by now every source of the page has its number."""
        numbered = self.book.sources()
        column = self._headed("sources")
        column.addWidget(Rows(self.ctx, [SourceRow(self.ctx, n, one) for n, one in numbered]))

    def _before(self, indicators: Mapping[str, str]) -> tuple[str, tuple[Citation, ...]]:
        """What the editions before count together, and who tells it."""
        ctx, last = self.ctx, self.story.previous
        totals = cumulative(ctx.library, indicators, last)
        if last is None or not totals:
            return "", ()
        told = last.columns.get("ordinal", "")
        count = int(told) if told.isdigit() else 0
        words = ctx.words.count("edition.total", count, count=counted(count, ctx.language),
                                figures=told_together(ctx, totals))  # fmt: skip
        return words, union([one for fact in totals.values() for one in fact.citations])

    # Slots

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self.ctx.go(Route.to(card.entry_id))

    def _on_all_exhibits(self) -> None:
        self.ctx.go(Route("zone").with_params(edition=self.story.edition.id))

    def _on_all_projects(self) -> None:
        self.ctx.go(Route("projects").with_params(edition=self.story.edition.id))

    def _on_projects(self) -> None:
        self.ctx.go(Route("projects"))
