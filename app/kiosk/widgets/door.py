"""The doors of the home screen: a print, a name, a count, an arrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainterPath, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch
from app.model.text import EN
from app.ui.routes import Route
from app.ui.widgets.cover_view import CoverSlot, CoverSpec

_WIDE = 600


class Door(Touch):
    """`is_flat`: the print stands at the left, for large text."""

    def __init__(
        self, ctx: KioskContext, title: str, note: str, spec: CoverSpec, route: Route, *,
        is_flat: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, f"{title}, {note}", parent)
        self.title, self.note, self.route, self.is_flat = title, note, route, is_flat
        self.cover = CoverSlot(ctx, spec, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The print has another size."""
        super().resizeEvent(event)
        x, y, w, h = self._print()
        px = self.ctx.px
        self.cover.resize(QSize(px(x + w) - px(x), px(y + h) - px(y)))

    def _print(self) -> tuple[float, float, float, float]:
        w, h = self.across, self.down
        if self.is_flat and self.kiosk.is_large and w <= _WIDE:
            return 0, 0, 0, h  # large words need all of a narrow door
        if self.is_flat:
            return 0, 0, min(w * (0.34 if w > _WIDE else 0.26), h * 1.9), h
        return 0, 0, w, h - (127 if self.kiosk.stage.is_portrait else 153)

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Card, print, words, arrow."""
        path = pen.box(0, 0, w, h, "riverTint" if self.isDown() else "surface", radius=8)
        x, y, wide, high = self._print()
        shape = QPainterPath()
        shape.addRect(QRectF(x, y, wide, high))
        self.cover.paint(pen.painter, QRectF(x, y, wide, high), path.intersected(shape))
        if self.is_flat:
            self._words(pen, wide + 28, 0, w, h)
        else:
            self._words(pen, 25 if self.kiosk.stage.is_portrait else 30, high, w, h)
        pen.box(0, 0, w, h, "", "river" if self.isDown() else "lineStrong")

    def _words(self, pen: Pen, left: float, top: float, w: float, h: float) -> None:
        radius = 32 if self.kiosk.stage.is_portrait else 36
        middle = (top + h) / 2 - (6 if not self.is_flat else 0)
        arrow = w - 26 - radius
        pen.disc(arrow, middle, radius, "riverPressed" if self.isDown() else "river")
        pen.icon("forward", "onRiver", arrow - 18, middle - 18, 36)
        room = arrow - radius - 16 - left
        role = "caption" if self.kiosk.stage.is_portrait else "small"
        title = "h2Latin" if self.kiosk.language == EN else "h2"
        size, small = self.kiosk.type.line("h2"), self.kiosk.type.line(role)
        start = middle - (size + small) / 2 + 2
        pen.word(self.title, title, "ink1", left, start, room, size)
        pen.word(self.note, role, "ink2", left, start + size - 4, room, small)
