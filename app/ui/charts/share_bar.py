"""A part of a whole as one bar, with its words inside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from app.ui.charts.chart import Chart, Point, Seals
from app.ui.charts.data import ShareData
from app.ui.charts.lettering import LEFT
from app.ui.charts.marks import MarkBrush
from app.ui.context import Context


class ShareBar(Chart):
    """Mockup 07: the share of digital industry in what was signed."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._data = ShareData("", 0, "")

    def set_data(self, data: ShareData, seals: Seals | None = None) -> None:
        """Shows a share between 0 and 1."""
        self._data = data
        self.show_data(seals)

    def chart_name(self) -> str:
        return self._data.name

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The part and its share."""
        words = self.ctx.words
        head = (words("charts.head.part"), words("charts.head.share"))
        return (head, (self._data.label, f"{self._data.share:.0%}"))

    def points(self, size: QSizeF) -> list[Point]:
        """One thing to read."""
        box = QRectF(0, 0, size.width(), size.height())
        return [Point("share", box, self._data.spoken or self._data.label)]

    def paint_chart(self, painter: QPainter, size: QSizeF, *, with_seals: bool) -> None:
        """The whole, the part, its words – in whichever of part and rest has more room."""
        del with_seals
        theme, letters = self.ctx.theme, self.letters
        brush, px = MarkBrush(painter, theme), theme.px
        whole = QRectF(0, 0, size.width(), size.height())
        part = QRectF(0, 0, round(size.width() * self._data.share), size.height())
        brush.bar(whole, "hollow")
        brush.bar(part, "solid")
        rest = whole.width() - part.width()
        in_part = part.width() >= rest
        room = max(part.width(), rest) - 2 * px(10)
        font = QFont(letters.font(13))
        if (needed := letters.width(self._data.label, font)) > room:
            font.setPixelSize(max(8, int(font.pixelSize() * room / needed)))
        colour = theme.color("onRiver" if in_part else "ink1")
        point = QPointF(px(10) if in_part else part.width() + px(10), size.height() / 2)
        letters.write(painter, self._data.label, font, colour, point, align=LEFT)

    def sizeHint(self) -> QSize:
        """The size in the mockup."""
        return QSize(self.ctx.px(440), self.ctx.px(34))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(self.ctx.px(160), self.ctx.px(34))
