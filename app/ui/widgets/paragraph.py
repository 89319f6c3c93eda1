"""Plain text broken into lines of the design's line height: what every label is painted with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.ui.outlines import hold_still
from app.ui.widgets.typeset import font_for

_NO_LIMIT = 100_000.0
_THIN = "\u2009"
_HANGING = frozenset("gjpqyQ,;()")
_OPENING = frozenset("“‘（《〈【「『〔")  # half of their square is empty
_NARROW = QFont.Tag("pwid")


class Paragraph:
    """One text, one font, one width. `max_lines` 0 means as many as it takes."""

    def __init__(
        self, text: str, font: QFont, line_height: int, width: float, max_lines: int = 0
    ) -> None:
        self.font = font_for(text, font)
        self.line_height = line_height
        self.width = width if width > 0 else _NO_LIMIT
        self.text = text
        self.elided = False
        self._hangs = any(sign in _HANGING for sign in text)
        self._layout = self._broken(text.replace("\n", "\u2028"))
        if max_lines and self._layout.lineCount() > max_lines:
            self._layout = self._broken(self._shortened(text, max_lines))
            self.elided = True
        self.lines = max(1, self._layout.lineCount())

    def _broken(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        row = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            # Leading is shared above and below, as the design's line boxes do.
            line.setPosition(QPointF(0, row * self.line_height + self._lead(line.height())))
            row += 1
        layout.endLayout()
        return layout

    def _lead(self, height: float) -> float:
        spare = self.line_height - height
        # Serif lines are higher than the design's: Latin letters hang below, so they are moved up.
        return spare if spare < 0 and self._hangs else spare / 2

    def _shortened(self, text: str, max_lines: int) -> str:
        start = self._layout.lineAt(max_lines - 1).textStart()
        rest = text[start:].replace("\n", " ")
        width = self.width - 1
        return text[:start] + QFontMetricsF(self.font).elidedText(
            rest, Qt.TextElideMode.ElideRight, width
        )

    @property
    def height(self) -> int:
        """The height of all lines."""
        return self.lines * self.line_height

    @property
    def natural_width(self) -> float:
        """The width that the widest line really takes."""
        count = self._layout.lineCount()
        return max((self._layout.lineAt(row).naturalTextWidth() for row in range(count)), default=0)

    @property
    def end(self) -> QPointF:
        """Where the last line ends: its x and the top of its line box."""
        row = self._layout.lineCount() - 1
        if row < 0:
            return QPointF(0, 0)
        line = self._layout.lineAt(row)
        return QPointF(line.naturalTextWidth() - self._outdent(line), row * self.line_height)

    def paint(
        self,
        painter: QPainter,
        corner: QPointF,
        color: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        width: float = 0,
    ) -> None:
        """Draw all lines, from this corner; `width` is the box that `align` is about."""
        painter.setPen(color)
        hold_still(painter, self.font)
        for row in range(self._layout.lineCount()):
            line = self._layout.lineAt(row)
            shift = -self._outdent(line)
            if align != Qt.AlignmentFlag.AlignLeft:
                shift = (width or self.width) - line.naturalTextWidth()
                shift = shift / 2 if align == Qt.AlignmentFlag.AlignHCenter else shift
            line.draw(painter, corner + QPointF(shift, 0))

    def paint_row(self, painter: QPainter, row: int, corner: QPointF, color: QColor) -> None:
        """Draw one line alone, as if it were the first: paper is parted between lines."""
        painter.setPen(color)
        hold_still(painter, self.font)
        line = self._layout.lineAt(row)
        line.draw(painter, corner - QPointF(self._outdent(line), row * self.line_height))

    def _outdent(self, line: QTextLine) -> float:
        """How far a line moves left because it begins with an opening mark."""
        return opening_room(self._layout.text()[line.textStart() :][:1], self.font)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """The boxes that the characters from `start` to `end` cover, one per line."""
        found = []
        for row in range(self._layout.lineCount()):
            line = self._layout.lineAt(row)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = (_x(line, at) - self._outdent(line) for at in (first, last))
                top = line.y() - self._lead(line.height())
                found.append(QRectF(left, top, right - left, self.line_height))
        return found


def line_count(text: str, font: QFont, room: float, most: int = 0) -> int:
    """How many lines a text takes; only one that may be too long is measured and broken.

    No sign is wider than its font is high, but thin spaces may be put between some.
    """
    if "\n" not in text and (
        len(text) * font.pixelSize() * 1.25 <= room
        or QFontMetricsF(font).horizontalAdvance(text) <= room
    ):
        return 1
    return Paragraph(text, font, 10, room, most).lines


def opening_room(words: str, font: QFont) -> float:
    """What an opening mark at the start leaves empty before its ink, but for a hair, in pixels."""
    sign = words[:1]
    if sign not in _OPENING or font.featureValue(_NARROW):
        return 0.0
    return max(0.0, QFontMetricsF(font).tightBoundingRect(sign).left() - font.pixelSize() / 12)


def _x(line: QTextLine, cursor: int) -> float:
    place, _ = cast("tuple[float, int]", line.cursorToX(cursor))
    return place


def moved_spans(plain: str, spaced: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where spans of the plain text lie after thin spaces were put in."""
    if plain == spaced or not spans:
        return list(spans)
    place = [0] * (len(plain) + 1)
    at = 0
    for index, sign in enumerate(plain):
        if at < len(spaced) and spaced[at] == _THIN and sign != _THIN and not sign.isspace():
            at += 1
        place[index] = at
        if not sign.isspace() or (at < len(spaced) and spaced[at].isspace()):
            at += 1
    place[len(plain)] = at
    return [(place[start], place[end - 1] + 1 if end > start else place[start])
            for start, end in spans if end <= len(plain)]  # fmt: skip
