"""How events look: each lane its own shape, soft ends where only a month or year is told."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from app.ui.theme import Theme

# From the firm part of a bar outwards: the width of a sliver and the gap before it.
_SLIVERS: Final = ((3.0, 2.0), (1.5, 3.0))
SOFT: Final = sum(width + gap for width, gap in _SLIVERS)


class EventMarks:
    """Paints the marks of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._river = [QColor(tone) for tone in theme.motif()["river"]]
        self._count_font = theme.make_font(12, "ui", 700)
        self._metrics = QFontMetricsF(self._count_font)
        self._caps = self._metrics.capHeight() / 2

    def _colour(self, name: str) -> QColor:
        return self._theme.color(name)

    # Points

    def paint_point(self, painter: QPainter, lane: str, at: QPointF, *, is_hovered: bool) -> None:
        """One event: ring, disc, diamond, sheet, square, stroke or hollow gold ring."""
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
        height = self._theme.px(20)
        width = max(height, self._metrics.horizontalAdvance(f"{count:,}") + self._theme.px(10))
        return QRectF(at.x() - width / 2, at.y() - height / 2, width, height)

    def paint_cluster(
        self, painter: QPainter, lane: str, at: QPointF, count: int, *, is_hovered: bool
    ) -> None:
        """A pill with the number of events that crowd here."""
        fill, edge, ink = self._inks(lane)
        grown = 1.5 if is_hovered else 0
        box = self.pill(count, at).adjusted(-grown, -grown, grown, grown)
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self.write_centred(painter, f"{count:,}", at, self._count_font, ink)

    def write_centred(
        self, painter: QPainter, text: str, at: QPointF, font: QFont, ink: QColor
    ) -> None:
        """Text with its middle at a point."""
        painter.setFont(font)
        painter.setPen(ink)
        metrics = self._metrics if font is self._count_font else QFontMetricsF(font)
        left = at.x() - metrics.horizontalAdvance(text) / 2
        painter.drawText(QPointF(left, at.y() + metrics.capHeight() / 2), text)

    @property
    def count_font(self) -> QFont:
        return self._count_font

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
            if is_down:
                painter.drawRect(QRectF(firm.left(), firm.top() - reach - width, firm.width(), width))
                painter.drawRect(QRectF(firm.left(), firm.bottom() + reach, firm.width(), width))
            else:
                painter.drawRect(QRectF(firm.left() - reach - width, firm.top(), width, firm.height()))
                painter.drawRect(QRectF(firm.right() + reach, firm.top(), width, firm.height()))
            reach += width
