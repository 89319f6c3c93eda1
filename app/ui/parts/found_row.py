"""A found entry as a row: name, how its pinyin or a text was met, what it is; seals of a fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.query import Hit
from app.ui.context import Context
from app.ui.parts.found_words import LEAD, RowWords, room_of
from app.ui.widgets.cover_view import TYPED_MS, CoverSlot, CoverSpec
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.runs import paint_runs
from app.ui.widgets.seal import Seal
from app.ui.widgets.seal_book import SealBook, SealText

_COVERED: Final = frozenset(("edition", "exhibit", "application", "project"))
_ICONS: Final = {
    "source": "sources", "document": "document", "indicator": "figures", "task": "plan",
    "person": "person", "place": "place", "organisation": "orgs", "activity": "activity",
}  # fmt: skip


class FoundRow(Pressable):
    """72 high, or more with a line of text. `selected` keeps the tint, the bar and the key."""

    ring_inset = True

    def __init__(
        self, ctx: Context, hit: Hit, words: RowWords, book: SealBook,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self.selected = False
        self.slot: CoverSlot | None = None
        self.seals: list[Seal] = []
        self._idle: list[Seal] = []  # out of sight, for the next hit
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tell(hit, words, book)

    def tell(self, hit: Hit, words: RowWords, book: SealBook) -> None:
        """Show this hit, in the place of another."""
        ctx = self.ctx
        self.entry_id = hit.entry.id
        self.text_told = text = words.text
        self._text, self._icon = words, _ICONS.get(hit.entry.kind, "")
        self._show_cover(CoverSpec.of(ctx, hit.entry) if hit.entry.kind in _COVERED else None)
        self._show_seals(self._seal_texts(hit, book) if text.line else ())
        pinyin = "".join(run.text for run in text.pinyin)
        told = (text.title, pinyin, text.line, text.meta)
        self.setAccessibleName(", ".join(part for part in told if part))
        self._arrange()
        self.update()

    def _seal_texts(self, hit: Hit, book: SealBook) -> tuple[SealText, ...]:
        library = self.ctx.library
        if hit.fact:
            fact = library.fact(hit.fact)
            return book.seals(fact.citations, fact.check)
        return book.seals(library.citations(hit.entry.id), hit.entry.check)

    def _show_seals(self, texts: tuple[SealText, ...]) -> None:
        """Those that are there tell something else: a new one takes as long as painting a row."""
        there = self.seals + self._idle
        for seal, told in zip(there, texts, strict=False):
            seal.tell(told)
        there += [Seal(self.ctx, told, self) for told in texts[len(there) :]]
        self.seals, self._idle = there[: len(texts)], there[len(texts) :]
        for seal in self._idle:
            seal.hide()
        for seal in self.seals:
            seal.show()

    def _show_cover(self, spec: CoverSpec | None) -> None:
        if spec is None:
            if self.slot is not None:
                self.slot.deleteLater()
            self.slot = None
            return
        if self.slot is None:
            self.slot = CoverSlot(self.ctx, spec, self)
        self.slot.show_cover(spec, TYPED_MS)

    def set_selected(self, selected: bool) -> None:  # noqa: FBT001 - as every row has it
        """Tint it and name the key that opens it."""
        if selected != self.selected:
            self.selected = selected
            self.setAccessibleDescription(self.ctx.words("common.selected") if selected else "")
            self.update()

    def sizeHint(self) -> QSize:
        """For the width it has."""
        width = max(self.width(), self.ctx.px(240))
        return QSize(width, self._text.row_height(width))

    def measure_again(self) -> None:
        """Other fonts."""
        self._text = RowWords(self.ctx, self._text.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height may put the seals elsewhere."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The seals stand behind the line."""
        px = self.ctx.px
        if self.slot is not None:
            self.slot.resize(QSize(px(48), px(48)))
        title, line = self._text.broken(room_of(self.ctx, self.width()))
        if not self.seals or line is None:
            return
        top = self._top() + title.height
        left = px(LEAD) + line.end.x() + px(4)
        width = sum(seal.sizeHint().width() for seal in self.seals)
        left = min(left, self.width() - px(12) - width)
        for seal in self.seals:
            size = seal.sizeHint()
            middle = top + line.end.y() + (line.line_height - size.height()) / 2
            seal.setGeometry(round(left), round(middle), size.width(), size.height())
            left += size.width()

    def _top(self) -> float:
        return (self.height() - self._text.height(room_of(self.ctx, self.width()))) / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, cover, words, the key."""
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_lead(painter)
        theme, room = self.ctx.theme, room_of(self.ctx, self.width())
        title, line = self._text.broken(room)
        corner = QPointF(self.ctx.px(LEAD), self._top())
        self._paint_marks(painter, title, self._text.title_marks, corner)
        ink = "onRiverTint" if self.selected else "river" if self.hovered else "ink1"
        title.paint(painter, corner, theme.color(ink))
        corner += QPointF(0, title.height)
        if line is not None:
            self._paint_marks(painter, line, self._text.line_marks, corner)
            line.paint(painter, corner, theme.color("ink1"))
            corner += QPointF(0, line.height)
        box = QRectF(corner.x(), corner.y(), room, theme.line("caption"))
        for runs in self._text.small_lines(room):
            paint_runs(painter, self.ctx, runs, box)
            box.translate(0, box.height())
        if self.selected:
            self._paint_key(painter)
        if self.key_focus:
            self.paint_box(painter, QRectF(self.rect()), "", "focus", self.ctx.px(3), 0)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, box = self.ctx.theme, QRectF(self.rect())
        if self.selected:
            painter.fillRect(box, theme.color("riverTint"))
        elif self.hovered or self.isDown():
            painter.fillRect(box, theme.color("riverTint" if self.isDown() else "surface"))
        painter.fillRect(QRectF(0, 0, box.width(), 1), theme.color("line"))
        if self.selected:
            painter.fillRect(QRectF(0, 0, self.ctx.px(4), box.height()), theme.color("river"))

    def _paint_lead(self, painter: QPainter) -> None:
        px = self.ctx.px
        box = QRectF(px(12), (self.height() - px(48)) / 2, px(48), px(48))
        if self.slot is not None:
            clip = QPainterPath()
            clip.addRoundedRect(box, px(2), px(2))
            self.slot.paint(painter, box, clip)
            return
        self.paint_box(painter, box, "sunk", radius=px(2))
        inset = (px(48) - px(22)) / 2
        self.ctx.draw_icon(painter, box.adjusted(inset, inset, -inset, -inset), self._icon, "ink2")

    def _paint_marks(
        self, painter: QPainter, broken: Paragraph, marks: Sequence[tuple[int, int]],
        corner: QPointF,
    ) -> None:  # fmt: skip
        for start, end in marks:
            for box in broken.boxes(start, end):
                painter.fillRect(box.translated(corner), self.ctx.theme.color("goldTint"))

    def _paint_key(self, painter: QPainter) -> None:
        px, theme = self.ctx.px, self.ctx.theme
        painter.setFont(theme.font("caption"))
        width = painter.fontMetrics().horizontalAdvance("Enter") + px(14)
        box = QRectF(self.width() - px(16) - width, (self.height() - px(20)) / 2, width, px(20))
        painter.setPen(QPen(theme.color("lineStrong"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        painter.setPen(theme.color("ink2"))
        painter.drawText(self.baseline_for(painter, box) + QPointF(px(7), 0), "Enter")
