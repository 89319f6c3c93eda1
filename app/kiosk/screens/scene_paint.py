"""Draws one scene of the attract loop over the night river: words, print, invitation, dots."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPixmap

from app.kiosk.context import KioskContext
from app.kiosk.screens.scenes import Scene
from app.kiosk.widgets.cited import paint_cited, seal_texts
from app.kiosk.widgets.emblem import paint_emblem
from app.kiosk.widgets.pen import Pen
from app.model.text import EN, ZH_HANS
from app.ui.theme import Theme
from app.ui.widgets.seal_book import SealBook

_PILL: Final = 168
_GOLD: Final = "gold"

Box = tuple[float, float, float, float]


class ScenePainter:
    """`shift` moves everything a little, so that nothing burns into the panel."""

    def __init__(
        self, ctx: KioskContext, night: Theme, scene: Scene, shift: tuple[int, int],
        place: tuple[int, int],
    ) -> None:  # fmt: skip
        self.ctx, self.night, self.scene = ctx, night, scene
        self.dx, self.dy = shift
        self.number, self.count = place
        stage = ctx.stage
        self.across, self.down, self.is_portrait = stage.across, stage.down, stage.is_portrait
        self.left = (72 if self.is_portrait else 96) + self.dx
        self.room = self.across - 144 if self.is_portrait else self.across * 0.45

    # Places

    def pill_box(self) -> Box:
        """The invitation."""
        if self.is_portrait:
            return self.left, self.down - 344 + self.dy, self.across - 144, _PILL
        return self.left, self.down - 237 + self.dy, 820, _PILL

    def print_box(self) -> Box:
        """The print of an exhibit."""
        if self.is_portrait:
            return self.left, self.down - 1100 + self.dy, self.across - 144, 430
        return self.across - 900 + self.dx, 86 + self.dy, 760, 480

    def foreground(self) -> list[QPainterPath]:
        """What the bits must not be drawn over."""
        x, y, w, h = self.pill_box()
        pill = QPainterPath()
        pill.addRoundedRect(QRectF(x, y, w, h), h / 2, h / 2)
        if self.scene.cover is None:
            return [pill]
        cover = QPainterPath()
        cover.addRect(QRectF(*self.print_box()))
        return [pill, cover]

    # Drawing

    def paint(self, painter: QPainter, cover: QPixmap | None) -> None:
        """All of it; the painter's unit is the window's pixel."""
        pen = Pen(painter, self.ctx, self.night)
        self._paint_name(pen)
        self._paint_words(pen)
        if self.scene.cover is not None:
            self._paint_print(pen, cover)
        self._paint_pill(pen)
        self._paint_dots(pen)

    def _paint_name(self, pen: Pen) -> None:
        title, words = self.ctx.library.pack.title, self.ctx.words
        top = 80 + self.dy
        paint_emblem(pen, self.left, top, 84, night=True)
        other = title.told(ZH_HANS if self.ctx.language == EN else EN)
        room = self.across - self.left - 180
        pen.word(title.told(self.ctx.language), "lead", "ink1", self.left + 112, top + 5, room, 46)
        told = words("kiosk.attract.place", title=other)
        pen.word(told, "lead", "ink2", self.left + 112, top + 49, room, 46)

    def _paint_words(self, pen: Pen) -> None:
        scene, left = self.scene, self.left
        top = (330 if self.is_portrait else 250) + self.dy
        pen.word(scene.eyebrow, "eyebrow", _GOLD, left, top, self.room, 54)
        if scene.title:
            high = pen.words(scene.title, "display" if self._is_short() else "h1", "ink1",
                             left, top + 70, self.room, lines=3, least=0.55)  # fmt: skip
            lead_top = top + 70 + high + 20
        else:
            self._paint_figure(pen, left, top + 62)
            lead_top = top + 236
        seals = seal_texts(SealBook(), scene.citations, scene.check)
        paint_cited(pen, scene.lead, seals, "lead", "ink2", (left, lead_top, self.room),
                    lines=4, least=0.8)  # fmt: skip

    def _is_short(self) -> bool:
        return len(self.scene.title) <= (16 if self.ctx.language == EN else 10)

    def _paint_figure(self, pen: Pen, left: float, top: float) -> None:
        prefix, number, unit = self.scene.parts
        font = pen.font("attract")
        line = 172
        told = prefix + number
        full = pen.width_of(told, "attract")
        most = self.across - left - 60 - pen.width_of(unit, "display") * 0.7
        drawn = pen.word(told, "attract", "ink1", left, top, min(full + 2, most), line)
        metrics = QFontMetricsF(font)
        base = top + (line + metrics.ascent() - metrics.descent()) / 2
        small = self.night.make_font(52, "ui", 700)
        pen.painter.setFont(small)
        pen.painter.setPen(pen.color("ink1"))
        pen.write(QPointF(int(left + drawn + 22), int(base)), unit.strip())

    def _paint_print(self, pen: Pen, cover: QPixmap | None) -> None:
        box = QRectF(*self.print_box())
        if cover is not None:
            pen.painter.drawPixmap(box, cover, QRectF(cover.rect()))
        else:
            spec = self.scene.cover
            assert spec is not None
            pen.painter.fillRect(box, self.night.category(spec.category).ground)
        note = self.ctx.words("common.cover")
        pen.word(note, "caption", "#F0ECE1", box.left() + 24, box.bottom() - 46,
                 box.width() - 48, 32)  # fmt: skip

    def _paint_pill(self, pen: Pen) -> None:
        x, y, w, h = self.pill_box()
        pen.box(x, y, w, h, "#0B1617", "#F0ECE1", width=3, radius=h / 2)
        middle = y + h / 2
        pen.disc(x + 86, middle, 64, "", "#7A4034", 2)
        pen.disc(x + 86, middle, 53, "", "lacquer", 4)
        pen.icon("touch", "lacquer", x + 86 - 28, middle - 28, 56)
        words = self.ctx.words
        pen.word(words("kiosk.attract.touch"), "invite", "ink1", x + 180, y + 30, w - 230, 66)
        pen.word(words("kiosk.attract.touch.other"), "lead", "ink2", x + 180, y + 92, w - 230, 46)

    def _paint_dots(self, pen: Pen) -> None:
        if self.count < 2:
            return
        total = (self.count - 1) * 33 + 56
        x = self.across - (72 if self.is_portrait else 96) - total
        y = self.down - (112 if self.is_portrait else 67) + self.dy / 2
        for number in range(self.count):
            wide = 56 if number == self.number else 19
            color = "lacquer" if number == self.number else "ink3"
            pen.box(x, y, wide, 10, color, radius=5)
            x += wide + 14
