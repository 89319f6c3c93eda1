"""A row of a list: cover, icon or number, title, meta, what stands at the right, a caret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.entry import Citation
from app.ui.context import Context
from app.ui.widgets.cover_view import CoverSlot, CoverSpec
from app.ui.widgets.paragraph import Paragraph, moved_spans
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.seal import Seal, seals_for
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.typeset import typeset

Spans = Sequence[tuple[int, int]]
TITLE_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class RowText:
    """The words of a row; marks are spans that a search found in title and meta."""

    title: str
    meta: str = ""
    trailing: str = ""
    number: str = ""
    title_marks: tuple[tuple[int, int], ...] = ()
    meta_marks: tuple[tuple[int, int], ...] = ()


class EntryRow(Pressable):
    """44 high with a title, 62–72 with meta. `selected` keeps the tint and the inner bar."""

    ring_inset = True

    def __init__(
        self, ctx: Context, text: RowText | str, *, icon: str = "", cover: CoverSpec | None = None,
        cover_size: tuple[int, int] = (48, 48), icon_box: bool = False, caret: bool = True,
        citations: Sequence[Citation] = (), book: SealBook | None = None, rule: bool = True,
        inset: int = 12, meta_lines: int = 8, trailing_role: str = "small",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self._trailing_role = trailing_role
        self._icon, self._icon_box = icon, icon_box
        self._caret, self._rule, self._inset = caret, rule, inset
        self._cover_size = cover_size
        self._meta_lines = meta_lines
        self.selected = False
        self._made: dict[int, tuple[Paragraph, Paragraph]] = {}
        self.slot = CoverSlot(ctx, cover, self) if cover else None
        self.entry_id = cover.seed if cover else ""
        self.seals: list[Seal] = []
        if book is not None:
            self.seals = seals_for(ctx, book, citations, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(RowText(text) if isinstance(text, str) else text)

    def set_text(self, text: RowText) -> None:
        """Say this."""
        self.text_told = text
        language = self.ctx.language
        self._title, self._meta = typeset(text.title, language), typeset(text.meta, language)
        self._trailing = typeset(text.trailing, language)
        self._title_marks = moved_spans(text.title, self._title, text.title_marks)
        self._meta_marks = moved_spans(text.meta, self._meta, text.meta_marks)
        told = (text.number, text.title, text.meta, text.trailing)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.measure_again()
        self.updateGeometry()
        self.update()

    def set_selected(self, selected: bool) -> None:  # noqa: FBT001
        """Tint it."""
        if selected != self.selected:
            self.selected = selected
            self.setAccessibleDescription(self.ctx.words("common.selected") if selected else "")
            self.update()

    def measure_again(self) -> None:
        """Lines may break elsewhere."""
        self._made.clear()

    # Measures

    def _lead_width(self) -> int:
        px = self.ctx.px
        if self.slot is not None:
            return px(self._cover_size[0] + 14)
        if self._icon_box:
            return px(48 + 14)
        if self._icon:
            return px(20 + 12)
        return px(42) if self.text_told.number else 0

    def _tail(self) -> int:
        px = self.ctx.px
        metrics = self.ctx.theme.font(self._trailing_role)
        width = px(28) if self._caret else 0
        if self._trailing:
            width += round(Paragraph(self._trailing, metrics, 10, 0).natural_width) + px(16)
        return width + sum(seal.sizeHint().width() + px(2) for seal in self.seals)

    def _texts(self, width: int) -> tuple[Paragraph, Paragraph]:
        found = self._made.get(width)
        if found is None:
            theme = self.ctx.theme
            room = width - self._lead_width() - self._tail() - 2 * self.ctx.px(self._inset)
            room = max(room, self.ctx.px(40))
            title = Paragraph(self._title, theme.font("bodyStrong"), self.ctx.px(23), room,
                              TITLE_LINES)  # fmt: skip
            meta = Paragraph(self._meta, theme.font("caption"), theme.line("caption"), room,
                             self._meta_lines)  # fmt: skip
            found = (title, meta)
            self._made = {width: found}
        return found

    def hasHeightForWidth(self) -> bool:
        """Long titles take two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words or its cover."""
        px = self.ctx.px
        title, meta = self._texts(width)
        words = title.height + (meta.height if self._meta else 0)
        cover = px(self._cover_size[1]) if self.slot else px(48) if self._icon_box else 0
        pad = px(24) if cover else px(21)
        return max(words + pad, cover + px(24), px(44))

    def sizeHint(self) -> QSize:
        """For the width it has."""
        width = max(self.width(), self.ctx.px(240))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible: words are cut."""
        return QSize(self.ctx.px(160), self.heightForWidth(max(self.width(), self.ctx.px(160))))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Seals stand at the right, before trailing words and caret."""
        super().resizeEvent(event)
        if self.height() < self.heightForWidth(self.width()):
            self.updateGeometry()  # the title takes another line at this width
        px = self.ctx.px
        if self.slot is not None:
            self.slot.resize(QSize(px(self._cover_size[0]), px(self._cover_size[1])))
        right = self.width() - px(self._inset) - (px(28) if self._caret else 0)
        for seal in reversed(self.seals):
            size = seal.sizeHint()
            right -= size.width() + px(2)
            seal.setGeometry(right, (self.height() - size.height()) // 2,
                             size.width(), size.height())  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through the rows of the same list."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = self._siblings() if step else []
        place = rows.index(self) + step if self in rows else -1
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _siblings(self) -> list[EntryRow]:
        parent = self.parentWidget()
        rows = [row for row in parent.children() if isinstance(row, EntryRow)] if parent else []
        return sorted((row for row in rows if row.isVisible()), key=EntryRow.y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, lead, words, tail, focus."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        box = QRectF(self.rect())
        self._paint_ground(painter, box)
        left = px(self._inset)
        self._paint_lead(painter, left)
        title, meta = self._texts(self.width())
        words = title.height + (meta.height if self._meta else 0)
        top = (self.height() - words) / 2
        corner = QPointF(left + self._lead_width(), top)
        self._paint_marks(painter, title, self._title_marks, corner)
        ink = "river" if self.hovered and not self.selected else "ink1"
        title.paint(painter, corner, theme.color("onRiverTint" if self.selected else ink))
        if self._meta:
            corner += QPointF(0, title.height)
            self._paint_marks(painter, meta, self._meta_marks, corner)
            meta.paint(painter, corner, theme.color("ink2"))
        self._paint_tail(painter)
        if self.key_focus:
            self.paint_box(painter, box, "", "focus", px(3), 0)

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        theme = self.ctx.theme
        if self.selected:
            painter.fillRect(box, theme.color("riverTint"))
        elif self.hovered or self.isDown():
            painter.fillRect(box, theme.color("surface" if not self.isDown() else "riverTint"))
        if self._rule:
            painter.fillRect(QRectF(0, 0, box.width(), 1), theme.color("line"))
            bottom = QRectF(0, box.height() - 1, box.width(), 1)
            if self._is_last():
                painter.fillRect(bottom, theme.color("line"))
        if self.selected:
            painter.fillRect(QRectF(0, 0, self.ctx.px(4), box.height()), theme.color("river"))

    def _is_last(self) -> bool:
        rows = self._siblings()
        return not rows or rows[-1] is self

    def _paint_lead(self, painter: QPainter, left: int) -> None:
        px = self.ctx.px
        if self.slot is not None:
            width, height = px(self._cover_size[0]), px(self._cover_size[1])
            cover = QRectF(left, (self.height() - height) / 2, width, height)
            clip = QPainterPath()
            clip.addRoundedRect(cover, px(2), px(2))
            self.slot.paint(painter, cover, clip)
        elif self._icon:
            outer = px(48) if self._icon_box else px(20)
            box = QRectF(left, (self.height() - outer) / 2, outer, outer)
            if self._icon_box:
                self.paint_box(painter, box, "sunk", radius=px(2))
                inset = (outer - px(24)) / 2
                box.adjust(inset, inset, -inset, -inset)
            self.ctx.draw_icon(painter, box, self._icon, "ink2" if self._icon_box else "ink1")
        elif self.text_told.number:
            painter.setFont(self.ctx.theme.font("figureRow"))
            painter.setPen(self.ctx.theme.color("lacquer" if self.selected else "ink2"))
            corner = self.baseline_for(painter, QRectF(self.rect()))
            painter.drawText(corner + QPointF(left, 0), self.text_told.number)

    def _paint_marks(
        self, painter: QPainter, broken: Paragraph, marks: Spans, corner: QPointF
    ) -> None:
        for start, end in marks:
            for found in broken.boxes(start, end):
                painter.fillRect(found.translated(corner), self.ctx.theme.color("goldTint"))

    def _paint_tail(self, painter: QPainter) -> None:
        px = self.ctx.px
        right = self.width() - px(self._inset)
        if self._caret:
            size = px(16)
            caret = QRectF(right - size, (self.height() - size) / 2, size, size)
            self.ctx.draw_icon(painter, caret, "open", "river" if self.hovered else "ink2")
            right -= px(28)
        right -= sum(seal.width() + px(2) for seal in self.seals) + (px(8) if self.seals else 0)
        if self._trailing:
            plain = self._trailing_role == "small"
            painter.setFont(self.ctx.theme.font(self._trailing_role))
            painter.setPen(self.ctx.theme.color("ink2" if plain else "ink1"))
            width = painter.fontMetrics().horizontalAdvance(self._trailing)
            corner = self.baseline_for(painter, QRectF(self.rect()))
            painter.drawText(corner + QPointF(right - width, 0), self._trailing)
