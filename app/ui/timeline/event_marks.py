"""How events look: each lane its own shape, soft ends where only a month or year is told."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from app.ui.theme import Theme
from app.ui.timeline.lettering import Lettering

# From the firm part of a bar outwards: the width of a sliver and the gap before it.
_SLIVERS: Final = ((3.0, 2.0), (1.5, 3.0))
SOFT: Final = sum(width + gap for width, gap in _SLIVERS)


class _Sprite(NamedTuple):
    """What a kept picture shows: a point of a lane, or a cluster of so many."""

    lane: str
    number: int
    hovered: bool


class EventMarks:
    """Paints the marks of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._river = [QColor(tone) for tone in theme.motif()["river"]]
        self.count_letters = Lettering(theme.make_font(12, "ui", 700))
        self._sprites: dict[tuple[_Sprite, float], QPixmap] = {}
        self._pill = theme.px(20), theme.px(10)

    def _colour(self, name: str) -> QColor:
        return self._theme.color(name)

    # Points

    def paint_point(self, painter: QPainter, lane: str, at: QPointF, *, is_hovered: bool) -> None:
        """One event: ring, disc, diamond, sheet, square, stroke or hollow gold ring."""
        self._paint_sprite(painter, _Sprite(lane, 0, is_hovered), at)

    def _draw_point(self, painter: QPainter, lane: str, at: QPointF, *, is_hovered: bool) -> None:
        radius = self._theme.px(5) + (2 if is_hovered else 0)
        river = self._river[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(river)
        match lane:
            case "edition":
                self._ring(painter, at, radius + 2, river, 3)
            case "activity":
                painter.drawEllipse(at, radius, radius)
            case "signing":
                far = radius * 1.2
                painter.drawPolygon(QPolygonF([
                    at + QPointF(0, -far), at + QPointF(far, 0),
                    at + QPointF(0, far), at + QPointF(-far, 0),
                ]))  # fmt: skip
            case "release":
                painter.setPen(QPen(river, 1.5))
                painter.setBrush(self._colour("surface"))
                painter.drawRect(QRectF(at.x() - radius * 0.8, at.y() - radius, radius * 1.6,
                                        radius * 2))  # fmt: skip
            case "application":
                painter.setBrush(self._river[1])
                side = radius * 0.9
                painter.drawRoundedRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side),
                                        2.5, 2.5)  # fmt: skip
            case "figure":
                painter.drawRect(QRectF(at.x() - 1.5, at.y() - radius * 1.3, 3, radius * 2.6))
                painter.drawEllipse(at + QPointF(0, -radius * 0.9), radius * 0.6, radius * 0.6)
            case _:
                self._ring(painter, at, radius, self._colour("goldFill"), 2.2)

    def _ring(
        self, painter: QPainter, at: QPointF, radius: float, colour: QColor, width: float
    ) -> None:
        painter.setPen(QPen(colour, width))
        painter.setBrush(self._colour("surface"))
        painter.drawEllipse(at, radius, radius)

    def pill(self, count: int, at: QPointF) -> QRectF:
        """The pill of a cluster around a point."""
        height, air = self._pill
        width = max(height, self.count_letters.width(f"{count:,}") + air)
        return QRectF(at.x() - width / 2, at.y() - height / 2, width, height)

    def paint_cluster(
        self, painter: QPainter, lane: str, at: QPointF, count: int, *, is_hovered: bool
    ) -> None:
        """A pill with the number of events that crowd here."""
        self._paint_sprite(painter, _Sprite(lane, count, is_hovered), at)

    def _paint_sprite(self, painter: QPainter, sprite: _Sprite, at: QPointF) -> None:
        """A shape painted once is only laid down in every frame; on whole pixels it stays sharp."""
        ratio = painter.device().devicePixelRatio()
        found = self._sprites.get((sprite, ratio))
        if found is None:
            found = self._sprites[sprite, ratio] = self._drawn(sprite, ratio)
        half = found.deviceIndependentSize() / 2
        painter.drawPixmap(round(at.x() - half.width()), round(at.y() - half.height()), found)

    def _drawn(self, sprite: _Sprite, ratio: float) -> QPixmap:
        box = self.pill(max(sprite.number, 1), QPointF(0, 0)).adjusted(-6, -6, 6, 6)
        width, height = math.ceil(box.width() / 2) * 2, math.ceil(box.height() / 2) * 2
        made = QPixmap(round(width * ratio), round(height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QPointF(width / 2, height / 2)
        if sprite.number:
            self._draw_cluster(painter, sprite.lane, at, sprite.number, is_hovered=sprite.hovered)
        else:
            self._draw_point(painter, sprite.lane, at, is_hovered=sprite.hovered)
        painter.end()
        return made

    def _draw_cluster(
        self, painter: QPainter, lane: str, at: QPointF, count: int, *, is_hovered: bool
    ) -> None:
        fill, edge, ink = self._inks(lane)
        grown = 1.5 if is_hovered else 0
        box = self.pill(count, at).adjusted(-grown, -grown, grown, grown)
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(ink)
        self.count_letters.draw_centred(painter, f"{count:,}", at)

    def _inks(self, lane: str) -> tuple[QColor, QColor, QColor]:
        if lane == "target":
            return self._colour("surface"), self._colour("goldFill"), self._colour("gold")
        return self._colour("riverTint"), self._river[0], self._colour("onRiverTint")

    # Bars

    def paint_bar(
        self, painter: QPainter, lane: str, box: QRectF, *, is_soft: bool, is_bed: bool,
        is_hovered: bool, is_down: bool = False,
    ) -> None:  # fmt: skip
        """A stretch of time; `is_down` where time runs downwards."""
        is_target = lane == "target"
        fill = self._bar_colour(is_target=is_target, is_bed=is_bed, is_hovered=is_hovered)
        painter.setPen(QPen(self._colour("goldFill"), 1.5) if is_target else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        length = box.height() if is_down else box.width()
        if not is_soft or length < 3 * SOFT:
            painter.drawRoundedRect(box, 2, 2)
            return
        firm = box.adjusted(0, SOFT, 0, -SOFT) if is_down else box.adjusted(SOFT, 0, -SOFT, 0)
        painter.drawRect(firm)
        if is_target:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour("goldFill"))
        self._slivers(painter, firm, is_down=is_down)

    def _bar_colour(self, *, is_target: bool, is_bed: bool, is_hovered: bool) -> QColor:
        if is_hovered:
            return self._colour("goldTint" if is_target else "riverTint")
        if is_target:
            return self._colour("surface")
        return self._colour("sunk" if is_bed else "riverTint")

    def _slivers(self, painter: QPainter, firm: QRectF, *, is_down: bool) -> None:
        """The ends thin out like water on sand: there the sources say no more."""
        reach = 0.0
        for width, gap in _SLIVERS:
            reach += gap
            far = reach + width
            if is_down:
                painter.drawRect(QRectF(firm.left(), firm.top() - far, firm.width(), width))
                painter.drawRect(QRectF(firm.left(), firm.bottom() + reach, firm.width(), width))
            else:
                painter.drawRect(QRectF(firm.left() - far, firm.top(), width, firm.height()))
                painter.drawRect(QRectF(firm.right() + reach, firm.top(), width, firm.height()))
            reach += width
