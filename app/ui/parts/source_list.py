"""The list of sources at the left, with a field that narrows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.entry import Entry
from app.ui.context import Context
from app.ui.items.supports import lets_through
from app.ui.page import empty
from app.ui.parts.naming import entry_dates, joined, term
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.entry_row import TITLE_LINES, EntryRow, RowText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.long_column import ColumnPlan, LongColumn
from app.ui.widgets.notes import EmptyState
from app.ui.widgets.paragraph import line_count
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.typeset import typeset

_COVER = (44, 60)
_INSET = 15


class SourceList(QWidget):
    """`show_sources(sources)`, `select(id)`; `opened` tells an id."""

    opened = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._all: Sequence[Entry] = ()
        self._told: dict[str, str] = {}
        self.shown: list[Entry] = []
        self.selected = ""
        px, words = ctx.px, ctx.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)  # the hairline
        outer.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(px(40), px(28), px(40), 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(ctx, words("sources.title"), "h1"))
        column.addWidget(PlainLabel(ctx, words("sources.lead"), "small", "ink2", measure=40))
        column.addSpacing(px(12))
        self.field = SearchBox(ctx, words("sources.narrow"), "", words("sources.narrow.clear"))
        self.field.typed.connect(self._on_typed)
        self.field.stepped.connect(self._on_stepped)
        self.field.entered.connect(self._on_entered)
        column.addWidget(self.field)
        column.addSpacing(px(6))
        self.count = PlainLabel(ctx, "", "caption", "ink2", wrap=False)
        column.addWidget(self.count)
        column.addSpacing(px(6))
        self._nothing = QVBoxLayout()
        column.addLayout(self._nothing)
        outer.addLayout(column)
        # Words stand on the page's margin, rows reach out by their inset.
        margins = QMargins(px(40 - _INSET), 0, px(40), px(32))
        self.list = LongColumn(ctx, words("sources.title"), margins)
        self.list.before = self.field
        outer.addWidget(self.list, 1)
        outer.addStretch(0)

    def show_sources(self, sources: Sequence[Entry]) -> None:
        """Offer these, in this order."""
        self._all = sources
        self._told.clear()
        self._narrow()

    def select(self, source: str) -> None:
        """Light a row and bring it into view."""
        self.selected = source
        for cell in self.list.cells.values():
            if isinstance(cell, EntryRow):
                cell.set_selected(cell.entry_id == source)
        place = next((n for n, one in enumerate(self.shown) if one.id == source), -1)
        if place >= 0:
            self.list.set_current(place)
            self.list.reveal(place)

    # What is shown

    def _narrow(self) -> None:
        asked = self.field.text().casefold().split()
        self.shown = [one for one in self._all if lets_through(asked, self._words_of(one, asked))]
        total, words = len(self._all), self.ctx.words
        self.count.set_words(
            words("sources.count.some", n=len(self.shown), total=total) if asked
            else words.count("sources.count", total)
        )  # fmt: skip
        empty(self._nothing)
        if not self.shown and self._all:
            state = EmptyState(self.ctx, words("sources.none"), words("sources.none.reason"))
            self._nothing.addWidget(state)
        self.list.setVisible(bool(self.shown))
        ids = [one.id for one in self.shown]
        current = ids.index(self.selected) if self.selected in ids else -1
        plan = ColumnPlan(len(ids), self._height, self._make, range(len(ids)))
        self.list.show_items(plan, current)

    def _words_of(self, source: Entry, asked: list[str]) -> str:
        """All that the field looks in: names, initials, publisher, type, date."""
        if not asked:
            return ""
        told = self._told.get(source.id)
        if told is None:
            name, columns = source.name, source.columns
            said = "".join(word[:1] for word in self.ctx.library.spelled(source.id).split(" "))
            publisher = (columns.get(f"publisher_{one}", "") for one in ("zh", "hant", "en"))
            parts = (name.zh_hans, name.zh_hant, name.en, *source.aliases, said, *publisher,
                     columns.get("authors", ""), source.start, self._meta(source))  # fmt: skip
            told = self._told[source.id] = "\n".join(parts).casefold()
        return told

    def _meta(self, source: Entry) -> str:
        return joined(entry_dates(self.ctx, source), term(self.ctx, "type.source", source.type))

    def _height(self, place: int, width: int) -> int:
        """As an entry row measures itself, without making one."""
        px, theme = self.ctx.px, self.ctx.theme
        room = max(px(40), width - px(_COVER[0] + 14) - 2 * px(_INSET))
        name = typeset(self.shown[place].name.told(self.ctx.language), self.ctx.language)
        font = theme.font("bodyStrong")
        lines = line_count(name, font, room, TITLE_LINES)
        told = typeset(self._meta(self.shown[place]), self.ctx.language)
        under = 1 + line_count(told, theme.font("caption"), room, 2)
        words = lines * px(23) + under * theme.line("caption")
        return max(words + px(24), px(_COVER[1] + 24))

    def _make(self, place: int) -> QWidget:
        ctx, source = self.ctx, self.shown[place]
        count = ctx.words.count("common.supports", ctx.library.support_count(source.id))
        text = RowText(source.name.told(ctx.language), f"{self._meta(source)}\n{count}")
        row = EntryRow(ctx, text, cover=CoverSpec.of(ctx, source), cover_size=_COVER,
                       caret=False, inset=_INSET, meta_lines=3)  # fmt: skip
        row.set_selected(source.id == self.selected)
        row.clicked.connect(self._on_row)
        return row

    # News

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, EntryRow):
            self.opened.emit(row.entry_id)

    def _on_typed(self, text: str) -> None:
        self._narrow()

    def _on_stepped(self, steps: int) -> None:
        """Down leads from the field into the list."""
        if steps > 0 and self.shown:
            self.list.focus_item(max(0, self.list.current))

    def _on_entered(self, text: str) -> None:
        if self.shown:
            self.opened.emit(self.shown[0].id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper with a hairline at its right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ctx.theme.color("paper"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self.ctx.theme.color("line"))
