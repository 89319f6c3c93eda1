"""Cards of lists without photographs: a cover with the status on it, a nameplate with counts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.parts.status import paint_status, status_size
from app.ui.widgets.card import Card
from app.ui.widgets.cover_view import CoverSlot, CoverSpec
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset


class StatusCard(Card):
    """A card whose cover carries the status tag on a strip of paper."""

    def __init__(
        self, ctx: Context, spec: CoverSpec, title: str, meta: str, meta_right: str,
        status: tuple[str, str], *, ratio: float, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, spec, title, meta, meta_right, ratio=ratio, parent=parent)
        self._status, words = status
        self._status_words = typeset(words, ctx.language)
        self.setAccessibleName(", ".join(part for part in (self.accessibleName(), words) if part))

    def draw(self, painter: QPainter) -> None:
        """The card, then its status in the upper left corner."""
        super().draw(painter)
        theme, px = self.ctx.theme, self.ctx.px
        size = status_size(theme, self._status_words)
        corner = QPointF(px(12), px(12))
        ground = QRectF(corner, size).adjusted(-px(3), -px(3), px(3), px(3))
        self.paint_box(painter, ground, "surface", radius=px(4))
        paint_status(painter, theme, corner, self._status, self._status_words)


NAMEPLATE_HEIGHT: Final = 108


class Nameplate(Pressable):
    """An organisation: its pagodas, its name, what it is, how often it is told of."""

    def __init__(
        self, ctx: Context, spec: CoverSpec, name: str, meta: str, told: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self.entry_id = spec.seed
        self.slot = CoverSlot(ctx, spec, self)
        language = ctx.language
        self._name, self._meta = typeset(name, language), typeset(meta, language)
        self._told = typeset(told, language)
        self.setAccessibleName(", ".join(part for part in (name, meta, told) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def shape_radius(self) -> float:
        """As cards are."""
        return self.ctx.px(4)

    def sizeHint(self) -> QSize:
        """Three in a row at 1440."""
        return QSize(self.ctx.px(320), self.ctx.px(NAMEPLATE_HEIGHT))

    def _side(self) -> int:
        return self.ctx.px(84)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cover is as high as the plate."""
        super().resizeEvent(event)
        self.slot.resize(QSize(self._side(), self.height() - 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, cover, words, edge."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        box, lit = QRectF(self.rect()), self.hovered or self.isDown()
        self.paint_box(painter, box, "surface")
        clip = QPainterPath()
        clip.addRoundedRect(box.adjusted(1, 1, -1, -1), self.shape_radius(), self.shape_radius())
        self.slot.paint(painter, QRectF(1, 1, self._side(), self.height() - 2), clip)
        left = self._side() + px(16)
        room = max(1, self.width() - left - px(14))
        small, line = theme.font("caption"), theme.line("caption")
        parts = (
            (Paragraph(self._name, theme.font("bodyStrong"), px(22), room, 4),
             "river" if lit else "ink1"),
            (Paragraph(self._meta, small, line, room, 1), "ink2"),
            (Paragraph(self._told, small, line, room, 1), "river"),
        )  # fmt: skip
        top = (self.height() - sum(part.height for part, _ in parts)) / 2
        for part, ink in parts:
            part.paint(painter, QPointF(left, top), theme.color(ink))
            top += part.height
        self.paint_box(painter, box, "", "river" if lit else "line", px(2) if lit else 1)
