"""The head of a detail page: a strip of the cover with the way back, tags, names and lead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Citation, Entry
from app.model.text import EN
from app.ui.context import Context
from app.ui.routes import Route
from app.ui.theme import tokens
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Tag
from app.ui.widgets.cover_view import CoverSlot, CoverSpec
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.seal_book import SealBook


class BackButton(Button):
    """体验区 with an arrow, on the cover: leads to the list, not only to the page before."""

    def __init__(
        self, ctx: Context, words: str, route: Route, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, words, "secondary", icon="back", parent=parent)
        self.route = route
        self.say(words)
        self.clicked.connect(self._on_clicked)

    def say(self, words: str) -> None:
        """Name where it leads."""
        self.set_words(words)
        self.setAccessibleName(self.ctx.words("detail.back", page=words))

    def _on_clicked(self) -> None:
        self.ctx.go(self.route)


class CoverBand(QWidget):
    """The cover as a strip as wide as the page, with the back button on it."""

    HEIGHT = 132

    def __init__(
        self, ctx: Context, spec: CoverSpec, back: tuple[str, Route] | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self.slot = CoverSlot(ctx, spec, self)
        self.setAccessibleName(ctx.words("common.cover"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ctx.px(self.HEIGHT))
        self.button = BackButton(ctx, *back, parent=self) if back else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cover is as wide as the page; the button stands on its margin."""
        super().resizeEvent(event)
        self.slot.resize(event.size())
        if self.button is not None:
            self.button.adjustSize()
            spare = max(0, self.width() - int(tokens("shared")["layout"]["contentMax"])) // 2
            self.button.move(spare + self.ctx.px(40), self.ctx.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cover."""
        painter = QPainter(self)
        self.slot.paint(painter, QRectF(self.rect()))


def other_name(entry: Entry, language: str) -> str:
    """The name in the other language, "" where it is the same."""
    told = entry.name.told(language)
    other = entry.name.zh_hans if language == EN else entry.name.en
    return other if other != told else ""


class EntryHead(QWidget):
    """Tags with a line of small facts, the name, the other name, the lead with its seals."""

    def __init__(
        self, ctx: Context, entry: Entry, citations: Sequence[Citation], book: SealBook, *,
        tags: Sequence[QWidget] = (), meta: str = "", role: str = "h1",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        px, language = ctx.px, ctx.language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(self._tag_row(ctx, entry, tags, meta))
        column.addSpacing(px(6))
        self.name = PlainLabel(ctx, entry.name.told(language), role, measure=40)
        column.addWidget(self.name)
        if other := other_name(entry, language):
            column.addWidget(PlainLabel(ctx, other, "body" if role == "h1" else "lead", "ink3",
                                        measure=60))  # fmt: skip
        self.lead: FactText | None = None
        if summary := entry.summary.told(language):
            column.addSpacing(px(12))
            self.lead = FactText(ctx, summary, citations, book, "lead", "ink1", check=entry.check,
                                 measure=34)  # fmt: skip
            column.addWidget(self.lead)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @staticmethod
    def _tag_row(ctx: Context, entry: Entry, tags: Sequence[QWidget], meta: str) -> FlowLayout:
        row = FlowLayout(gap=ctx.px(8), row_gap=ctx.px(6))
        for tag in tags:
            row.addWidget(tag)
        if entry.name.is_fallback(ctx.language) or entry.summary.is_fallback(ctx.language):
            row.addWidget(Tag(ctx, ctx.words("common.fallback"), "goldTint", "onGoldTint"))
        if meta:
            row.addWidget(_Meta(ctx, meta))
        return row


class _Meta(PlainLabel):
    """Small words as high as the tags beside them."""

    def __init__(self, ctx: Context, words: str) -> None:
        super().__init__(ctx, words, "small", "ink2", wrap=False)

    def sizeHint(self) -> QSize:
        """One line, as high as a tag."""
        return QSize(super().sizeHint().width(), self.ctx.px(22))
