"""What is written with on paper: the light theme at its own size, texts with seals, figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from app.model.entry import VERIFIED, Citation
from app.ui.context import Context
from app.ui.paper.flow import Piece, bound
from app.ui.theme import Theme
from app.ui.widgets.figure import Parts
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.seal import seal_words
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.typeset import typeset

_SEAL_HIGH, _SEAL_GAP = 17.0, 4.0


class _PaperTheme(Theme):
    """Without ligatures: Qt writes them into a PDF without saying which letters they are."""

    def make_font(self, size: float, use: str = "ui", weight: int = 400) -> QFont:
        font = super().make_font(size, use, weight)
        font.setFeature(QFont.Tag("liga"), 0)
        return font


class PaperPen:
    """One for each printing. Lengths are the design's pixels; the sheet scales them."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.theme = _PaperTheme("light", ctx.language)
        self.book = SealBook()

    # Texts

    def text(
        self, text: str, width: float, role: str = "body", color: str = "ink1",
        citations: Sequence[Citation] = (), *, check: str = VERIFIED, measure: int = 42,
        line: int = 0,
    ) -> list[Piece]:  # fmt: skip
        """A piece per line; the seals stand behind the last word."""
        theme = self.theme
        width = min(width, measure * theme.size(role))
        high = line or theme.line(role)
        shown = typeset(text, self.ctx.language)
        broken = Paragraph(shown, theme.font(role), high, width)
        rows: list[list[tuple[float, str, bool]]] = [[] for _ in range(broken.lines)]
        left = broken.end.x() + _SEAL_GAP if text else 0.0
        for told in self.book.seals(citations, check):
            words = seal_words(self.ctx, told)
            needed = self._seal_width(words)
            if left + needed > width and left > 0:
                rows.append([])
                left = 0.0
            rows[-1].append((left, words, told.verified))
            left += needed + _SEAL_GAP
        return bound([
            Piece(high, partial(self._paint_row, broken, place, color, seals))
            for place, seals in enumerate(rows)
        ])  # fmt: skip

    def _paint_row(
        self, broken: Paragraph, place: int, color: str, seals: Sequence[tuple[float, str, bool]],
        painter: QPainter, left: float, top: float,
    ) -> None:  # fmt: skip
        if place < broken.lines:
            broken.paint_row(painter, place, QPointF(left, top), self.theme.color(color))
        for x, words, verified in seals:
            corner = QPointF(left + x, top + (broken.line_height - _SEAL_HIGH) / 2)
            self._paint_seal(painter, corner, words, verified=verified)

    # Seals

    def _seal_font(self) -> QFont:
        return self.theme.make_font(11, "ui", 700)

    def _seal_width(self, words: str) -> float:
        return QFontMetricsF(self._seal_font()).horizontalAdvance(words) + 10

    def _paint_seal(
        self, painter: QPainter, corner: QPointF, words: str, *, verified: bool
    ) -> None:
        box = QRectF(corner.x(), corner.y(), self._seal_width(words), _SEAL_HIGH)
        pen = QPen(self.theme.color("gold"), 1)
        if not verified:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        font = self._seal_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        base = box.top() + (box.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(box.left() + 5, base), words)

    # Lines, figures

    def rule(self, width: float, gap: float = 0, *, parts: bool = False) -> Piece:
        """A hairline across, below a heading or between parts."""
        return Piece(1, partial(self._paint_rule, width), gap, keep=True, parts=parts)

    def _paint_rule(self, width: float, painter: QPainter, left: float, top: float) -> None:
        painter.fillRect(QRectF(left, top, width, 1), self.theme.color("line"))

    def barred(self, piece: Piece) -> Piece:
        """The same piece behind a gold bar: what is not from a source."""
        return replace(piece, paint=partial(self._paint_barred, piece))

    def _paint_barred(self, piece: Piece, painter: QPainter, left: float, top: float) -> None:
        painter.fillRect(QRectF(left, top, 3, piece.height), self.theme.color("goldFill"))
        piece.paint(painter, left, top)

    def figure(self, parts: Parts, width: float, role: str, *, target: bool) -> Piece:
        """Rule, qualifier and number in serif, the unit at 45 % in sans."""
        paint = partial(self._paint_figure, parts, width, role, "gold" if target else "river",
                        "goldFill" if target else "river")  # fmt: skip
        return Piece(self.theme.line(role) + 10, paint, keep=True)

    def _paint_figure(
        self, parts: Parts, width: float, role: str, ink: str, edge: str,
        painter: QPainter, left: float, top: float,
    ) -> None:  # fmt: skip
        painter.fillRect(QRectF(left, top, width, 2), self.theme.color(edge))
        prefix, number, unit = (typeset(part, self.ctx.language) for part in parts)
        words, behind = (prefix + number).strip(), unit.strip()
        size = float(self.theme.size(role))
        big, small = self._fonts(size)
        while size > 12 and _advance(big, words) + 4 + _advance(small, behind) > width:
            size *= 0.96
            big, small = self._fonts(size)
        base = top + 10 + (self.theme.line(role) + QFontMetricsF(big).capHeight()) / 2
        painter.setPen(self.theme.color(ink))
        painter.setFont(big)
        painter.drawText(QPointF(left, base), words)
        painter.setFont(small)
        painter.drawText(QPointF(left + _advance(big, words) + 4, base), behind)

    def _fonts(self, size: float) -> tuple[QFont, QFont]:
        unit = max(11, round(size * 0.45))
        return (self.theme.make_font(round(size), "display", 700),
                self.theme.make_font(unit, "ui", 700))  # fmt: skip


def _advance(font: QFont, words: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)


def shifted(piece: Piece, by: float) -> Piece:
    """The same piece further to the right."""
    return replace(piece, paint=partial(_paint_all, [(by, 0.0, piece)]))


def beside(columns: Sequence[tuple[float, Sequence[Piece]]]) -> list[Piece]:
    """Columns side by side, line by line: a record's label and its value."""
    count = max((len(pieces) for _, pieces in columns), default=0)
    rows = []
    for place in range(count):
        there = [(x, pieces[place]) for x, pieces in columns if place < len(pieces)]
        height = max(piece.height for _, piece in there)
        rows.append(Piece(height, partial(_paint_all, [(x, 0.0, piece) for x, piece in there])))
    return bound(rows)


def stacked(columns: Sequence[tuple[float, Sequence[Piece]]]) -> Piece:
    """Columns side by side as one piece that is not cut: a row of figures."""
    placed: list[tuple[float, float, Piece]] = []
    height = 0.0
    for x, pieces in columns:
        top = 0.0
        for piece in pieces:
            top += piece.gap
            placed.append((x, top, piece))
            top += piece.height
        height = max(height, top)
    return Piece(height, partial(_paint_all, placed))


def _paint_all(
    placed: Sequence[tuple[float, float, Piece]], painter: QPainter, left: float, top: float
) -> None:
    for x, y, piece in placed:
        piece.paint(painter, left + x, top + y)
