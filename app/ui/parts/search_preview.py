"""Beside the results: what the selected one is, without leaving the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.entry import Entry
from app.model.query import Hit
from app.model.text import Text
from app.ui.context import Context
from app.ui.page import empty
from app.ui.parts.detail import FactGroups, Record, group_facts
from app.ui.parts.heading import EntryHead
from app.ui.parts.naming import edition_short, entry_dates, joined, kind_words, term
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Tag
from app.ui.widgets.cover_view import TYPED_MS, CoverSpec, CoverView
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import fact_parts
from app.ui.widgets.keep_button import KeepButton
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.rows import RecordRow
from app.ui.widgets.seal_book import SealBook

_ROWS: Final = 3
_IN_HEAD: Final = frozenset(("edition", "dates", "type", "status"))  # told above already
_COVER: Final = 0.62  # of the width, as in the print
_LEAST: Final = 480  # a lower panel has no room for a cover
_NARROW: Final = 400  # and a narrower one none for a large name
_TALLEST: Final = 0.42  # of the height: the words come first in a low window


class SearchPreview(QWidget):
    """`show_hit(hit, book)`; `opened` tells the id."""

    opened = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.entry_id = ""
        self._cover: CoverView | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._all = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self._all)
        self._column = QVBoxLayout(self._all)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._cover_row = QVBoxLayout()
        self._column.addLayout(self._cover_row)
        self._area = QScrollArea()
        self._area.setObjectName("clear")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("clear")
        self._body = QVBoxLayout(inner)
        px = ctx.px
        self._body.setContentsMargins(px(32), px(22), px(40), px(16))
        self._body.setSpacing(0)
        self._area.setWidget(inner)
        self._column.addWidget(self._area, 100)
        self._acts = FlowLayout(gap=px(12), row_gap=px(8))
        self._acts.setContentsMargins(px(32), px(8), px(40), px(8))
        self._column.addLayout(self._acts)
        self._column.addStretch(1)
        self._column.addLayout(self._hints())
        self._all.hide()
        self.setAccessibleName(ctx.words("search.preview"))

    def _hints(self) -> FlowLayout:
        ctx, px = self.ctx, self.ctx.px
        flow = FlowLayout(gap=px(12), row_gap=px(4))
        flow.setContentsMargins(px(32), px(8), px(16), px(17))
        for keys, words in (("↑↓", "select"), (("Enter",), "open"), (("Esc",), "close")):
            hint = QWidget()
            row = QHBoxLayout(hint)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(4))
            for key in keys:
                row.addWidget(KeyHint(ctx, key))
            told = ctx.words(f"search.key.{words}")
            row.addWidget(PlainLabel(ctx, told, "caption", "ink2", wrap=False))
            flow.addWidget(hint)
        return flow

    def show_hit(self, hit: Hit, book: SealBook) -> None:
        """Show this one."""
        ctx, entry = self.ctx, hit.entry
        self.entry_id = entry.id
        self._all.show()
        self._show_cover(entry)
        empty(self._body)
        facts = group_facts(ctx.library.facts(entry.id))
        tags = [self._tag(entry)]
        citations = ctx.library.citations(entry.id)
        bare = entry._replace(summary=Text())  # smaller than on a page of its own
        role = "h1" if self.width() >= ctx.px(_NARROW) else "h2"
        head = EntryHead(ctx, bare, citations, book, tags=tags, meta=self._meta(entry), role=role)
        self._add(head)
        self._body.addSpacing(ctx.px(12))
        if summary := entry.summary.told(ctx.language):
            self._add(FactText(ctx, summary, citations, book, check=entry.check))
            self._body.addSpacing(ctx.px(14))
        for record in self._records(entry, hit, facts):
            row = RecordRow(ctx, record.label, record.value, record.citations, book,
                            check=record.check, label_width=self._label_width())  # fmt: skip
            self._add(row)
        self._body.addStretch(1)
        self._show_actions(entry)
        self._fit()
        # A bar that an entry before needed would make this one higher, and be needed again.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.activate()
        self._area.verticalScrollBar().setRange(0, 0)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def clear(self) -> None:
        """Show none, but the ground."""
        self.entry_id = ""
        self._all.hide()

    def _add(self, part: QWidget) -> None:
        """Shown at once: what Qt shows later has no height yet."""
        self._body.addWidget(part)
        part.show()

    def _show_cover(self, entry: Entry) -> None:
        spec = CoverSpec.of(self.ctx, entry)
        if self._cover is None:
            self._cover = CoverView(self.ctx, spec, None, radius=0)
            self._cover_row.addWidget(self._cover)
        else:
            self._cover.show_cover(spec, TYPED_MS)
        self._place_cover()

    def _tag(self, entry: Entry) -> Tag:
        ctx = self.ctx
        if entry.kind == "exhibit":
            return Tag(ctx, term(ctx, "category", entry.category), category=entry.category)
        return Tag(ctx, kind_words(ctx, entry), category=CoverSpec.of(ctx, entry).category)

    def _meta(self, entry: Entry) -> str:
        dates = entry_dates(self.ctx, entry)
        return joined(edition_short(self.ctx, entry.edition) or dates)

    def _label_width(self) -> int:
        return 98 if self.ctx.language != "en" else 128

    def _records(self, entry: Entry, hit: Hit, facts: FactGroups) -> list[Record]:
        """The fact that was met first, then the most telling ones."""
        ctx = self.ctx
        columns = [fact for fact in facts.columns if fact.key not in _IN_HEAD]
        ordered = [*facts.figures[:2], *columns, *facts.statements]
        ordered.sort(key=lambda fact: fact.id != hit.fact)
        cited = ctx.library.citations(entry.id)
        records = []
        for fact in ordered[:_ROWS]:
            label = fact.title.told(ctx.language) or fact.label.told(ctx.language)
            record = Record.of(ctx, fact, label, () if fact.amount else cited)
            if fact.amount:
                record = record._replace(value="".join(fact_parts(ctx, fact)).strip())
            records.append(record)
        if entry.kind == "source":
            count = ctx.library.support_count(entry.id)
            words = ctx.words
            records.append(Record(words("search.supports"), words.count("common.supports", count)))
        return records

    def _show_actions(self, entry: Entry) -> None:
        ctx, row = self.ctx, self._acts
        empty(row)
        self.open = Button(ctx, ctx.words("common.open"), "primary", trailing="forward")
        name = entry.name.told(ctx.language)
        self.open.setAccessibleName(ctx.words("search.open.name", name=name))
        self.open.clicked.connect(self._on_open)
        for act in (self.open, KeepButton(ctx, entry.id)):
            row.addWidget(act)
            act.show()  # the Tab key may come before Qt would show it

    def _fit(self) -> None:
        """The acts follow the words where there is room, and never leave the screen."""
        if not self.entry_id:
            return
        height = self._body.totalHeightForWidth(self._area.width())
        self._area.setMaximumHeight(max(1, height))

    def _on_open(self) -> None:
        self.opened.emit(self.entry_id)

    def _place_cover(self) -> None:
        if self._cover is not None:
            tallest = round(self.height() * _TALLEST / self.ctx.scale)
            height = min(round(self.width() * _COVER), tallest)
            self._cover.setFixedHeight(max(1, height))
            self._cover.setVisible(self.height() >= self.ctx.px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cover keeps its shape where there is room."""
        super().resizeEvent(event)
        self._place_cover()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Now every part has its height."""
        super().showEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The page gives the width."""
        return QSize(self.ctx.px(240), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface with a hairline at its left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ctx.theme.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), self.ctx.theme.color("line"))
