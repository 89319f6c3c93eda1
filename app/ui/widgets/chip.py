"""Chips: pills that filter, with a count; tags: small filled words that only tell."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset

_SIZE, _PLAIN, _BOLD = 13, 400, 700  # of the words of a chip


class Chip(Pressable):
    """A pill, 32 high; checkable ones stay lit. A count of 0 makes it dashed and inert."""

    def __init__(
        self, ctx: Context, text: str, count: int | None = None, *,
        checkable: bool = True, checked: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self._words = ""
        self.setCheckable(checkable)
        self.setChecked(checked)
        self.set_words(text, count)

    def set_words(self, text: str, count: int | None = None) -> None:
        """Say this, with a live count."""
        self.setText(text.replace("&", "&&"))
        told = text if count is None else f"{text} {count:,}"
        self.setAccessibleName(told)
        words = typeset(told, self.ctx.language)
        self.setEnabled(count != 0 or self.isChecked())
        if words != self._words:
            self._words = words
            self.updateGeometry()
            self.update()

    def shape_radius(self) -> float:
        """A pill."""
        return self.ctx.px(32) / 2

    def sizeHint(self) -> QSize:
        """Words and 13 px at each side; bold words fit as well."""
        px, theme = self.ctx.px, self.ctx.theme
        return QSize(round(theme.width(self._words, _SIZE, _BOLD)) + px(26), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill and words."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill, edge, ink = self._look()
        self.paint_box(painter, box, fill, edge, radius=box.height() / 2,
                       dashed=not self.isEnabled())  # fmt: skip
        weight = _BOLD if self.isChecked() else _PLAIN
        painter.setFont(self.ctx.theme.make_font(_SIZE, "ui", weight))
        painter.setPen(self.ctx.theme.color(ink))
        width = int(self.ctx.theme.width(self._words, _SIZE, weight) + 0.5)
        corner = self.baseline_for(painter, box)
        painter.drawText(corner + QPointF((self.width() - width) / 2, 0), self._words)

    def _look(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "", "lineStrong", "ink3"
        if self.isChecked():
            return "riverHover" if self.hovered else "river", "", "onRiver"
        if self.isDown() or self.hovered:
            return "riverTint", "river", "onRiverTint"
        return "surface", "lineStrong", "ink1"


class Tag(QWidget):
    """A small filled word: a category, a kind, 目标. Tells, cannot be pressed."""

    def __init__(
        self, ctx: Context, text: str, fill: str = "sunk", ink: str = "ink2", *,
        category: str = "", size: float = 12, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._fill = fill
        self._ink = ink
        self._category = category
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say this."""
        self.setAccessibleName(text)
        self._words = typeset(text, self.ctx.language)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self.ctx.theme.make_font(self._size)

    def sizeHint(self) -> QSize:
        """Words and 8 px at each side."""
        width = QFontMetricsF(self._font()).horizontalAdvance(self._words)
        px = self.ctx.px
        return QSize(round(width) + px(16), px(self._size + 10))

    def _inks(self) -> tuple[QColor, QColor]:
        if self._category:
            palette = self.ctx.theme.category(self._category)
            return palette.pale, palette.dark
        return self.ctx.theme.color(self._fill), self.ctx.theme.color(self._ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = self._inks()
        painter.setBrush(ground)
        painter.setPen(ground)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.ctx.px(3), self.ctx.px(3))
        painter.setPen(ink)
        painter.setFont(self._font())
        metrics = painter.fontMetrics()
        left = (self.width() - metrics.horizontalAdvance(self._words)) / 2
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), self._words)
