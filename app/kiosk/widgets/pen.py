"""Draws in the design's pixels: words that fit their box, icons, boxes with a solid lower edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.kiosk.context import KioskContext
from app.ui import icons
from app.ui.outlines import hold_still
from app.ui.theme import Theme
from app.ui.widgets.paragraph import Paragraph, moved_spans, opening_room
from app.ui.widgets.typeset import typeset

_LEAST: Final = 0.7  # words get no smaller than this share of their role
_SMALLEST: Final = 22  # px of the design that words keep (DESIGN §1)
_STEP: Final = 0.06


class Pen:
    """A painter whose unit is the design's pixel."""

    def __init__(self, painter: QPainter, ctx: KioskContext, theme: Theme | None = None) -> None:
        self.painter = painter
        self.ctx = ctx
        self.theme = theme or ctx.type
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(ctx.factor, ctx.factor)

    def color(self, name: str) -> QColor:
        """A colour by token."""
        return self.theme.color(name)

    def fill(self, x: float, y: float, w: float, h: float, color: str) -> None:
        """A plain rectangle."""
        self.painter.fillRect(QRectF(x, y, w, h), self.color(color))

    def box(
        self, x: float, y: float, w: float, h: float, fill: str = "", edge: str = "", *,
        width: float = 2, radius: float = 8, base: float = 0, dashed: bool = False,
    ) -> QPainterPath:  # fmt: skip
        """A rounded box; `base` is its solid lower edge, as keys have it."""
        half = width / 2 if edge else 0
        box = QRectF(x + half, y + half, w - 2 * half, h - 2 * half)
        path = QPainterPath()
        if base:
            path.addRoundedRect(QRectF(x, y, w, h), radius, radius)
            self.painter.fillPath(path, self.color(edge))
            path = QPainterPath()
            box = QRectF(x + width, y + width, w - 2 * width, h - width - base)
            path.addRoundedRect(box, radius - half, radius - half)
            self.painter.fillPath(path, self.color(fill))
            return path
        path.addRoundedRect(box, radius, radius)
        if fill:
            self.painter.fillPath(path, self.color(fill))
        if edge:
            pen = QPen(self.color(edge), width)
            if dashed:
                pen.setDashPattern([4, 4])
            self.painter.strokePath(path, pen)
        return path

    def icon(self, name: str, color: str, x: float, y: float, size: float) -> None:
        """One of our icons in a square."""
        icons.paint(self.painter, QRectF(x, y, size, size), name, self.color(color))

    def disc(self, x: float, y: float, radius: float, fill: str, edge: str = "", width: float = 2
             ) -> None:  # fmt: skip
        """A circle around a point."""
        self.painter.setPen(QPen(self.color(edge), width) if edge else Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def line(self, x1: float, y1: float, x2: float, y2: float, color: str, width: float = 2
             ) -> None:  # fmt: skip
        """A straight line."""
        self.painter.setPen(QPen(self.color(color), width))
        self.painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def seal(self, words: str, x: float, y: float, *, sure: bool = True, height: float = 36
             ) -> float:  # fmt: skip
        """源1: a small gold box; told is its width."""
        font = self.theme.make_font(20, "ui", 700)
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(words) + 18
        tall = max(height, metrics.height() + 4)
        self.box(x, y + (height - tall) / 2, wide, tall, "", "gold", radius=3, dashed=not sure)
        self.painter.setFont(font)
        self.painter.setPen(self.color("gold"))
        base = y + (height + metrics.ascent() - metrics.descent()) / 2
        self.write(QPointF(x + 9, base), words)
        return wide

    # Words

    def font(self, role: str) -> QFont:
        """The font of a role."""
        return self.theme.font(role)

    def width_of(self, words: str, role: str) -> float:
        """How wide words are in one line."""
        return QFontMetricsF(self.font(role)).horizontalAdvance(typeset(words, self.ctx.language))

    def write(self, corner: QPointF, words: str) -> None:
        """Words as they are, from the left end of their baseline, in the painter's font."""
        hold_still(self.painter)
        self.painter.drawText(corner, words)

    def word(
        self, words: str, role: str, color: str, x: float, y: float, w: float, h: float, *,
        align: str = "left", least: float = _LEAST, marks: Sequence[tuple[int, int]] = (),
    ) -> float:  # fmt: skip
        """One line in the middle of a box's height; smaller, then cut, where it is too long.

        Told is the width that was drawn.
        """
        shown = typeset(words, self.ctx.language)
        font = QFont(self.font(role))
        advance = QFontMetricsF(font).horizontalAdvance(shown)
        if advance > w > 0:
            font.setPixelSize(_shrunk(font.pixelSize(), max(least, w / advance)))
            advance = QFontMetricsF(font).horizontalAdvance(shown)
        metrics = QFontMetricsF(font)
        if advance > w + 0.5:
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, w)
            advance = metrics.horizontalAdvance(shown)
        hung = opening_room(shown, font)
        left = x + {"left": -hung, "center": (w - advance) / 2, "right": w - advance}[align]
        base = y + (h + metrics.ascent() - metrics.descent()) / 2
        for start, end in moved_spans(words, shown, marks):
            first = left + metrics.horizontalAdvance(shown[:start])
            last = left + metrics.horizontalAdvance(shown[:end])
            tall = font.pixelSize() * 1.36
            self.fill(first - 1, y + (h - tall) / 2, last - first + 2, tall, "goldTint")
        self.painter.setFont(font)
        self.painter.setPen(self.color(color))
        self.write(QPointF(left, base), shown)
        for start, end in moved_spans(words, shown, marks):
            first = left + metrics.horizontalAdvance(shown[:start])
            self.painter.setPen(self.color("onGoldTint"))
            self.write(QPointF(first, base), shown[start:end])
        return advance

    def spelled(
        self, words: str, marks: Sequence[tuple[int, int]], x: float, y: float, w: float, h: float
    ) -> None:
        """Pinyin in one line; the typed letters are gold and bold."""
        font, strong = QFont(self.font("caption")), QFont(self.font("captionStrong"))
        metrics, bold = QFontMetricsF(font), QFontMetricsF(strong)
        base = y + (h + metrics.ascent() - metrics.descent()) / 2
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, w)
        at, left = 0, x
        for start, end in [*(span for span in marks if span[1] < len(shown)),
                           (len(shown), len(shown))]:  # fmt: skip
            self.painter.setFont(font)
            self.painter.setPen(self.color("ink3"))
            self.write(QPointF(left, base), shown[at:start])
            left += metrics.horizontalAdvance(shown[at:start])
            self.painter.setFont(strong)
            self.painter.setPen(self.color("gold"))
            self.write(QPointF(left, base), shown[start:end])
            left += bold.horizontalAdvance(shown[start:end])
            at = end

    def words(
        self, words: str, role: str, color: str, x: float, y: float, w: float, *,
        lines: int = 0, least: float = _LEAST, align: str = "left",
    ) -> float:  # fmt: skip
        """Wrapped words from a corner on; smaller where they take more lines. Told: the height."""
        made = self.paragraph(words, role, w, lines=lines, least=least)
        how = {"left": Qt.AlignmentFlag.AlignLeft, "center": Qt.AlignmentFlag.AlignHCenter}[align]
        made.paint(self.painter, QPointF(x, y), self.color(color), how, w)
        return made.height

    def paragraph(
        self, words: str, role: str, w: float, *, lines: int = 0, least: float = _LEAST,
        tail: float = 0,
    ) -> Paragraph:  # fmt: skip
        """Words broken for a width in at most so many lines; the last leaves room for a tail."""
        shown = typeset(words, self.ctx.language)
        theme, share = self.theme, 1.0
        while True:
            font = QFont(theme.font(role))
            full = font.pixelSize()
            font.setPixelSize(_shrunk(full, share))
            line = round(theme.line(role) * font.pixelSize() / full)
            made = Paragraph(shown, font, line, w, lines)
            is_full = made.elided or (0 < lines <= made.lines and made.end.x() + tail > w)
            if not is_full:
                return made
            if share - _STEP < least or font.pixelSize() <= _SMALLEST:
                return Paragraph(shown, font, line, w - tail, lines) if tail else made
            share -= _STEP


def _shrunk(size: int, share: float) -> int:
    """A smaller size, but never smaller than can be read."""
    return min(size, max(_SMALLEST, int(size * share)))
