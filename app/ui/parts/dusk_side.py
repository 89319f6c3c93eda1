"""The left side of a window that speaks before there is content: hills, moon and river at dusk."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.ui.art.ink import Ink, polygon
from app.ui.art.palettes import dusk, motif_palette
from app.ui.art.river import River
from app.ui.art.river_shape import RiverSpec
from app.ui.art.scene import paint_moon, paint_scene
from app.ui.art.scene_shape import SceneSpec
from app.ui.context import Context

_STATIONS: Final = ((-20.0, 0.75), (120.0, 0.8), (260.0, 1.0), (440.0, 1.35))


class DuskSide(QWidget):
    """420 wide; the seal of the house with its name stands in it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._still: QPixmap | None = None
        self.setFixedWidth(ctx.px(420))
        words = ctx.words
        self.setAccessibleName(f"{words('window.name')}, {words('faults.about')}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture is painted once for each size."""
        if self._still is None or self._still.size() != self.size():
            self._still = self._paint_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        self._paint_name(painter)

    def _paint_still(self) -> QPixmap:
        picture = QPixmap(self.size())
        painter = QPainter(picture)
        wide, high, tones = self.width(), self.height(), dusk()
        k, palette = wide / 420, motif_palette("dark")._replace(hill_fill=dusk().ground)
        picture.fill(self.ctx.theme.color("dusk.ground"))
        paint_moon(painter, wide * 0.714, high * 0.2875, 64 * k, tones.moon)
        scene = SceneSpec(wide, high * 0.585, high * 0.245, wide * 0.5, 165 * k, 1.4, -10)
        paint_scene(painter, scene, palette, tones.ground)
        stations = tuple((x * k, value) for x, value in _STATIONS)
        river = River(RiverSpec(wide, high * 0.72, stations, 82 * k, strands=30, sway=5, swell=14,
                                wave_length=260, bits=18, bit_length=1.4), palette)  # fmt: skip
        lower = [(x, centre + half) for x, centre, half in river.shape.columns()]
        Ink(painter).shape(polygon([*lower, (wide + 10, high), (-10, high)]), tones.land)
        river.paint_still(painter)
        river.paint_bits(painter, 0)
        painter.end()
        return picture

    def _paint_name(self, painter: QPainter) -> None:
        theme, px, words = self.ctx.theme, self.ctx.px, self.ctx.words
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(px(48), px(48), px(56), px(72))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("#B93A24"))
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setPen(theme.color("#FFFFFF"))
        painter.setFont(theme.make_font(24, "display", 700))
        for row, sign in enumerate("展伴"):
            cell = QRectF(box.left(), box.top() + px(6) + row * px(30), box.width(), px(30))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, sign)
        painter.setPen(theme.color("dusk.text"))
        painter.setFont(theme.make_font(26, "display", 700))
        painter.drawText(QPointF(px(124), px(80)), words("window.name"))
        painter.setPen(theme.color("dusk.soft"))
        painter.setFont(theme.font("body"))
        room = QRectF(px(124), px(92), self.width() - px(140), px(64))
        wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, wrap, words("faults.about"))
