"""The card of what is selected on the timeline: what, when, who tells it, the way to its page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.event import Event
from app.ui.context import Context
from app.ui.page import empty
from app.ui.parts.naming import term
from app.ui.timeline.event_list import EventList
from app.ui.timeline.event_words import EventWords
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.chip import Tag
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import Figure, fact_parts
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.seal_book import SealBook

_WIDTH, _TIP = 340, 9
_LIST_ROWS = 5


class EventCard(QWidget):
    """`opened` tells an entry id, `walked` an event of the pile, `closed` that it was sent away."""

    opened = Signal(str)
    walked = Signal(str)
    closed = Signal()

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._entry = ""
        self._tip = QPointF()
        self.book = SealBook()
        px = ctx.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(17), px(14 + _TIP), px(17), px(16 + _TIP))
        self._column.setSpacing(px(5))
        self.setFixedWidth(px(_WIDTH))
        self.pile: EventList | None = None
        self.open_button: Button | None = None
        self.hide()

    # What is told

    def show_event(self, event: Event) -> None:
        """One event."""
        ctx, words = self.ctx, EventWords(self.ctx)
        self._clear()
        self._entry = event.entry
        self._add_head(words.kind(event), is_target=event.is_target)
        if event.amount is not None:
            parts = fact_parts(ctx, ctx.library.fact(event.fact))
            color = "gold" if event.is_target else "river"
            self._column.addWidget(Figure(ctx, parts, "figureL", color))
        self._column.addWidget(PlainLabel(ctx, words.name(event), "h3"))
        self._column.addWidget(PlainLabel(ctx, self._when(event, words), "small", "ink2"))
        self._add_lead(event)
        self.open_button = Button(ctx, ctx.words("common.open"), "primary", trailing="forward",
                                  small=True)  # fmt: skip
        self.open_button.clicked.connect(self._on_open)
        self._column.addSpacing(ctx.px(6))
        self._column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(words.name(event))

    def show_pile(self, events: Sequence[Event], lane: str) -> None:
        """Several events that no zoom can part."""
        ctx, words = self.ctx, EventWords(self.ctx)
        self._clear()
        self._add_head(words.lane(lane), is_target=lane == "target")
        told = ctx.words.count("timeline.card.more", len(events))
        self._column.addWidget(PlainLabel(ctx, told, "h3"))
        self._column.addWidget(PlainLabel(ctx, words.when(events[0]), "small", "ink2"))
        self.pile = EventList(ctx, told)
        self.pile.show_events(events)
        self.pile.opened.connect(self.walked)
        self.pile.clicked.connect(self._on_row)
        self.pile.setFixedHeight(ctx.px(52) * min(len(events), _LIST_ROWS))
        self._column.addWidget(self.pile)
        self.setAccessibleName(told)

    def _clear(self) -> None:
        empty(self._column)
        self.book = SealBook()
        self.pile = self.open_button = None

    def _add_head(self, kind: str, *, is_target: bool) -> None:
        ctx = self.ctx
        row = QHBoxLayout()
        fill, ink = ("goldTint", "onGoldTint") if is_target else ("riverTint", "onRiverTint")
        row.addWidget(Tag(ctx, kind, fill, ink))
        row.addStretch(1)
        close = IconButton(ctx, "clear", ctx.words("common.close"), size=28)
        close.clicked.connect(self.closed)
        row.addWidget(close)
        self._column.addLayout(row)

    def _when(self, event: Event, words: EventWords) -> str:
        """The date as told; an application's is that of its state."""
        when = words.when(event)
        if event.kind == "application":
            status = term(self.ctx, "status", self.ctx.library.entry(event.entry).status)
            if status:
                return self.ctx.words("timeline.when.status", when=when, status=status)
        return when

    def _add_lead(self, event: Event) -> None:
        """What the entry is in one sentence; for a figure what it is told of, with its sources."""
        ctx, library = self.ctx, self.ctx.library
        entry = library.entry(event.entry)
        name = entry.name.told(ctx.language)
        told, check = entry.summary.told(ctx.language), entry.check
        cited = library.citations(entry.id)
        if event.fact:
            fact = library.fact(event.fact)
            told, check = ctx.words("timeline.card.of", name=name), fact.check
            cited = fact.citations
        if told:
            text = FactText(ctx, told, cited, self.book, "small", "ink1", check=check, measure=30)
            self._column.addWidget(text)
        else:
            missing = ctx.words("timeline.card.lead.missing")
            self._column.addWidget(FactText(ctx, missing, cited, self.book, "small", "ink3"))

    # Where it stands

    def place(self, anchor: QRectF, area: QRectF) -> None:
        """Below what it tells of, or above, or beside it: whatever the area has room for."""
        layout = self._column
        layout.activate()
        height = layout.totalHeightForWidth(self.width())
        height = height if height >= 0 else layout.totalSizeHint().height()
        height = round(min(height, area.height()))
        gap = self.ctx.px(4)
        left = anchor.center().x() - self.width() / 2
        top = anchor.bottom() + gap
        if top + height > area.bottom():
            top = anchor.top() - gap - height
        if top < area.top():  # neither below nor above: beside
            top = min(max(anchor.center().y() - height / 2, area.top()), area.bottom() - height)
            right = anchor.right() + 2 * gap
            fits = right + self.width() <= area.right()
            left = right if fits else anchor.left() - 2 * gap - self.width()
        left = min(max(left, area.left()), area.right() - self.width())
        self.setGeometry(round(left), round(top), self.width(), height)
        self._tip = anchor.center() - QPointF(round(left), round(top))
        self.update()

    # News

    def _on_open(self) -> None:
        self.opened.emit(self._entry)

    def _on_row(self) -> None:
        if self.pile is not None and self.pile.currentIndex().isValid():
            self.walked.emit(self.pile.rows.event_at(self.pile.currentIndex().row()).id)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Raised paper under a lacquer line, a float that points to the event."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tip = self.ctx.theme, self.ctx.px(_TIP)
        box = QRectF(self.rect()).adjusted(0.5, tip, -0.5, -tip)
        painter.setPen(QPen(theme.color("lineStrong"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(box, self.ctx.px(4), self.ctx.px(4))
        lacquer = theme.color("lacquer")
        above = self._tip.y() < self.height() / 2
        edge = box.top() if above else box.bottom() - 2
        painter.fillRect(QRectF(box.left() + 1, edge, box.width() - 2, 2), lacquer)
        if 0 <= self._tip.y() <= self.height():
            return
        x = min(max(self._tip.x(), 3.0 * tip), self.width() - 3.0 * tip)
        base, point = (tip + 1, 0) if above else (self.height() - tip - 1, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(lacquer)
        painter.drawPolygon(QPolygonF([
            QPointF(x, point), QPointF(x - tip, base), QPointF(x + tip, base),
        ]))  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Presses on the card are not for the lanes below it."""
        event.accept()
