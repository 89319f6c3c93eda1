"""The citation card of a source: cover, names, acts, records, what kind of facts to list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Entry
from app.model.text import EN, ZH_HANT
from app.model.wording import period
from app.ui.context import Context
from app.ui.items.supports import CHECKED, CONFLICT, SORTS, UNCHECKED, Support
from app.ui.parts.citation_text import citation_text
from app.ui.parts.heading import other_name
from app.ui.parts.naming import joined, term
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip, Tag
from app.ui.widgets.cover_view import CoverSpec, CoverView
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.popover import Popover
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.rows import RecordRow, SectionHead

_NARROW: Final = 560  # the records stand under each other
_NARROWEST: Final = 400  # the cover gives its place to the words


class _Number(QWidget):
    """The seal with the number of the source in the list; only tells."""

    def __init__(self, ctx: Context, words: str) -> None:
        super().__init__()
        self.ctx = ctx
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = self.ctx.theme.make_font(11.5, "ui", 700)
        width = QFontMetricsF(font).horizontalAdvance(self._words)
        return QSize(round(width) + self.ctx.px(11), self.ctx.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self.ctx.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("gold"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.ctx.px(2), self.ctx.px(2))
        painter.setFont(theme.make_font(11.5, "ui", 700))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class AddressPopover(Popover):
    """The address of the original as plain text: it is copied, never opened."""

    def __init__(self, ctx: Context, opener: QWidget, address: str) -> None:
        super().__init__(ctx, opener)
        self._address = address
        words = ctx.words
        self.column.addWidget(PlainLabel(ctx, words("sources.address"), "smallStrong"))
        self.told = PlainLabel(ctx, address, "small", measure=60)
        self.column.addWidget(self.told)
        self.column.addWidget(PlainLabel(ctx, words("sources.address.note"), "caption", "ink2"))
        self.copy = Button(ctx, words("sources.address.copy"), "ghost", icon="copy")
        self.copy.clicked.connect(self._on_copy)
        self.column.addWidget(self.copy)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.close_now()
        self.ctx.tell(self.ctx.words("sources.address.copied"))


class _SortChip(Chip):
    """One kind of facts."""

    def __init__(self, ctx: Context, key: str, words: str, count: int) -> None:
        super().__init__(ctx, words, count)
        self.key = key


class SourceCard(QWidget):
    """The head of the right side; `sort_chosen` tells "" or figures, told, named."""

    sort_chosen = Signal(str)

    def __init__(
        self, ctx: Context, source: Entry, place: tuple[int, int], rows: Sequence[Support],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self.source = source
        self._rows = rows
        self.chips: dict[str, _SortChip] = {}
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, ctx.px(32), 0, ctx.px(8))
        column.setSpacing(0)
        column.addLayout(self._head(place))
        column.addSpacing(ctx.px(22))
        self._records = self._add_records()
        column.addSpacing(ctx.px(26))
        words = ctx.words
        note = words("sources.facts.order")
        count = words.count("sources.facts.count", len(rows))
        head = SectionHead(ctx, words("sources.facts"), role="h3", note=joined(count, note))
        column.addWidget(head)
        column.addSpacing(ctx.px(8))
        column.addLayout(self._chips())
        self.setAccessibleName(words("sources.card"))

    def _head(self, place: tuple[int, int]) -> QHBoxLayout:
        ctx, px, source = self.ctx, self.ctx.px, self.source
        row = QHBoxLayout()
        row.setSpacing(px(28))
        self._cover = CoverView(ctx, CoverSpec.of(ctx, source), QSize(132, 180))
        row.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(self._number(place))
        words.addSpacing(px(8))
        self.name = PlainLabel(ctx, source.name.told(ctx.language), "h1", measure=40)
        words.addWidget(self.name)
        other = " · ".join(filter(None, (*source.aliases, other_name(source, ctx.language))))
        if other:
            words.addWidget(PlainLabel(ctx, other, "body", "ink2", measure=60))
        if summary := source.summary.told(ctx.language):
            words.addSpacing(px(8))
            words.addWidget(PlainLabel(ctx, summary, "small", "ink2", measure=56))
        words.addSpacing(px(16))
        words.addLayout(self._acts())
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _number(self, place: tuple[int, int]) -> QHBoxLayout:
        ctx, words = self.ctx, self.ctx.words
        row = QHBoxLayout()
        row.setSpacing(ctx.px(10))
        row.addWidget(_Number(ctx, words("common.seal.single", n=place[0])))
        told = words("sources.place", n=place[0], total=place[1])
        row.addWidget(PlainLabel(ctx, told, "small", "ink2", wrap=False))
        if self.source.name.is_fallback(ctx.language):
            row.addWidget(Tag(ctx, words("common.fallback"), "goldTint", "onGoldTint"))
        row.addStretch(1)
        return row

    def _acts(self) -> FlowLayout:
        ctx, words = self.ctx, self.ctx.words
        flow = FlowLayout(gap=ctx.px(12), row_gap=ctx.px(8))
        self.copy = Button(ctx, words("common.copy"), "primary", icon="copy")
        self.copy.clicked.connect(self._on_copy)
        flow.addWidget(self.copy)
        has = bool(self.source.columns.get("address"))
        told = words("sources.address" if has else "sources.address.missing")
        self.address = Button(ctx, told, "secondary", icon="link")
        self.address.setEnabled(has)
        self.address.clicked.connect(self._on_address)
        flow.addWidget(self.address)
        return flow

    def _add_records(self) -> QBoxLayout:
        ctx, words, source = self.ctx, self.ctx.words, self.source
        dates = period(source.start, source.end, ctx.language)
        tier = term(ctx, "tier", source.columns.get("tier", ""))
        left = [("type", joined(term(ctx, "type.source", source.type), tier)), ("date", dates),
                ("publisher", self._publisher()),
                ("authors", source.columns.get("authors", ""))]  # fmt: skip
        right = [("language", term(ctx, "language", source.columns.get("language", ""))),
                 ("check", self._check()), ("rights", words("sources.rights.told"))]  # fmt: skip
        sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        sides.setSpacing(ctx.px(40))
        width = 92 if ctx.language != EN else 104
        for side in (left, right):
            column = QVBoxLayout()
            column.setSpacing(0)
            for key, value in side:
                label = words(f"sources.{key}")
                column.addWidget(RecordRow(ctx, label, value, label_width=width))
            column.addStretch(1)
            sides.addLayout(column, 1)
        self._column.addLayout(sides)
        return sides

    def _publisher(self) -> str:
        columns, language = self.source.columns, self.ctx.language
        ending = "en" if language == EN else "hant" if language == ZH_HANT else "zh"
        return columns.get(f"publisher_{ending}") or columns.get("publisher_zh", "")

    def _check(self) -> str:
        """已核 38 条 · 待核 2 条."""
        states = Counter(row.state for row in self._rows)
        told = [self.ctx.words.count(f"sources.check.{state}", states[state])
                for state in (CHECKED, UNCHECKED, CONFLICT) if states[state]]  # fmt: skip
        return joined(*told)

    def _chips(self) -> FlowLayout:
        ctx, words = self.ctx, self.ctx.words
        flow = FlowLayout(gap=ctx.px(8), row_gap=ctx.px(8))
        counts = Counter(row.sort for row in self._rows)
        for key in ("", *SORTS):
            count = counts[key] if key else len(self._rows)
            chip = _SortChip(ctx, key, words(f"sources.sort.{key or 'all'}"), count)
            chip.setChecked(not key)
            chip.clicked.connect(self._on_chip)
            flow.addWidget(chip)
            self.chips[key] = chip
        return flow

    def last_stop(self) -> Pressable:
        """What the Tab key leaves last."""
        return self.chips[SORTS[-1]]

    # News

    def _on_chip(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _SortChip):
            for chip in self.chips.values():
                chip.setChecked(chip is pressed)
                chip.update()
            self.sort_chosen.emit(pressed.key)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(citation_text(self.source, self.ctx.words))
        self.ctx.tell(self.ctx.words("sources.copied"))

    def _on_address(self) -> None:
        address = self.source.columns.get("address", "")
        AddressPopover(self.ctx, self.address, address).open_at(self.address, self.ctx.px(420))

    # Qt

    def height_for(self, width: int) -> int:
        """How high the card is at this width; narrow cards put the records under each other."""
        narrow = width < self.ctx.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._records.direction() != way:
            self._records.setDirection(way)
            self._records.setSpacing(0 if narrow else self.ctx.px(40))
        if self._cover.isHidden() != (width < self.ctx.px(_NARROWEST)):
            self._cover.setVisible(width >= self.ctx.px(_NARROWEST))
        return self._column.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The direction follows the width."""
        self.height_for(self.width())
        super().resizeEvent(event)
